"""Help pages, for everybody (portal-flows F29)."""

from flask import Blueprint, Response, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue

from mock_portal import csrf
from mock_portal.access import public
from mock_portal.edge import origin, world
from mock_portal.help.browsers import browser_of
from mock_portal.help.guide import FLOWS, find_flow, picture_file
from mock_portal.hosts import Site
from mock_portal.ui import languages

__all__ = ["blueprint"]

blueprint = Blueprint("help", __name__, template_folder="templates", url_prefix="/help")


@blueprint.get("")
@public
def guide() -> ResponseReturnValue:
    """All of the help at a glance: the Quick Reference Guide first."""
    return render_template("help/guide.html", flows=FLOWS)


@blueprint.get("/guide/<key>")
@public
def flow(key: str) -> ResponseReturnValue:
    """One page of the Quick Reference Guide."""
    found = find_flow(key)
    if found is None:
        abort(404)
    language = languages.language()
    shown = {step.picture for step in found.steps if picture_file(language, step.picture)}
    place = FLOWS.index(found)
    return render_template(
        "help/flow.html",
        flow=found,
        pictures=shown,
        next_flow=FLOWS[place + 1] if place + 1 < len(FLOWS) else None,
    )


@blueprint.get("/pictures/<language>/<name>.png")
@public
def picture(language: str, name: str) -> Response:
    """The picture of a step."""
    file = picture_file(language, name) if language in languages.LANGUAGES else None
    if file is None:
        abort(404)
    return send_file(file, mimetype="image/png")


@blueprint.get("/questions")
@public
def questions() -> ResponseReturnValue:
    """What employers ask, answered with the figures of this world."""
    settings = world().settings
    return render_template(
        "help/questions.html",
        settings=settings,
        upload_megabytes=f"{settings.upload_limit_bytes / 1_048_576:.3g}",
        inbox=origin(Site.INBOX),
    )


@blueprint.get("/contact")
@public
def contact() -> ResponseReturnValue:
    """Whom to ask."""
    return render_template("help/contact.html")


@blueprint.get("/system-requirements")
@public
def system_requirements() -> ResponseReturnValue:
    """Browsers that work."""
    return render_template("help/system_requirements.html")


@blueprint.get("/browser")
@public
def browser() -> ResponseReturnValue:
    """What this browser can do: by its own account, by a cookie that comes back, and by trying (scripts)."""
    csrf.token()  # gives the cookie that the second look asks back
    asked = "cookies" in request.args
    return render_template(
        "help/browser.html",
        said=browser_of(request.headers.get("User-Agent", "")),
        agent=request.headers.get("User-Agent", "")[:400],
        cookies_asked=asked,
        cookies_work=bool(request.cookies),
    )


@blueprint.get("/browser/sample.txt")
@public
def sample() -> Response:
    """A file to try whether this browser saves files."""
    response = Response("Mock portal for testing. Not PERKESO.\r\n", mimetype="text/plain")
    response.headers["Content-Disposition"] = 'attachment; filename="browser-check.txt"'
    return response


@blueprint.get("/other-roles")
@public
def other_roles() -> ResponseReturnValue:
    """Where those go who are not employers."""
    return render_template("help/other_roles.html")
