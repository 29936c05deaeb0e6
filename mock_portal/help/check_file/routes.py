"""The checker's page in the portal's frame; what it does is `check_page`'s, as for `assist check --serve`.

The checks are loaded by the first request that needs them, so that a portal starts without them.
"""

from typing import TYPE_CHECKING, Final

from flask import (
    Blueprint,
    Response,
    abort,
    g,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from markupsafe import Markup
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as Answered

import check_page
from check_page.refusing import Refused, too_large
from contributions import Language, T
from mock_portal import csrf
from mock_portal.access import public
from mock_portal.edge import now
from mock_portal.ui import languages

if TYPE_CHECKING:
    from check_page import Answer, Asked, SentFile

__all__ = ["blueprint"]

blueprint = Blueprint("check_file", __name__, url_prefix="/help/check-file")

LIMIT: Final = 30_000_000
"""A hundred thousand lines of 278 columns are 28 MB; the edge takes a little more."""
_NOTHING_KEPT: Final = T(
    "The files go to this mock portal to be checked. It keeps nothing of them, and nothing is submitted.",
    "Fail dihantar ke portal olok-olok ini untuk disemak. Tiada apa-apa disimpan, dan tiada apa-apa "
    "diserahkan.",
)
_STALE: Final = T(
    "This page was open for too long and was not sent.", "Halaman ini dibuka terlalu lama dan tidak dihantar."
)
_SEND_AGAIN: Final = T("Choose the files again and press Check.", "Pilih fail sekali lagi dan tekan Semak.")
_OWN_FIELDS: Final = frozenset({"csrf_token", "name"})


@blueprint.get("")
@public
def page() -> Response:
    """Drop files, see what is wrong."""
    if csrf.shown_again() is csrf.ShownAgain.STALE:
        return refused(Refused(400, "stale", _STALE, _SEND_AGAIN))
    return make_response(_page(None))


@blueprint.post("")
@public
def check() -> Response:
    """The reports: JSON for the page's scripts, a page of findings for a form."""
    files, asked = _sent()
    if _asked_by_script():
        return _answered(check_page.answer_check(files, asked, as_page=False))
    from contributions.outputs.as_html import reports_as_part

    found = Markup(reports_as_part(check_page.checked(files, asked)))  # noqa: S704 - made safe there
    return make_response(render_template("help/check_file_findings.html", part=found))


@blueprint.post("/mend")
@public
def mend() -> Response:
    """The files with all mended that is safe, to be downloaded."""
    return _answered(check_page.answer_mend(*_sent()))


@blueprint.get("/mend")
@public
def mend_page() -> Answered:
    """Where the other language of a refused form leads."""
    return redirect(url_for("check_file.page"), 303)


@blueprint.get("/explain.json")
@public
def explain() -> Response:
    """Why each check is."""
    return jsonify(check_page.explained(_language()))


@blueprint.get("/static/<name>")
@public
def static(name: str) -> Response:
    """A script or a style of the page."""
    try:
        body, kind = check_page.static_file(name)
    except KeyError:
        abort(404)
    return Response(body, mimetype=kind)


@blueprint.errorhandler(Refused)
def refused(refusal: Refused) -> Response:
    """Say why a request is not answered: to a script as JSON, to a person on the page."""
    if _asked_by_script():
        return Response(refusal.as_json(_language()), refusal.status, content_type="application/problem+json")
    return make_response(_page(refusal), refusal.status)


@blueprint.errorhandler(RequestEntityTooLarge)
def cut_at_the_edge(error: RequestEntityTooLarge) -> Response:
    """Answer a body so large that it was not read; it is thrown away first, so that the answer is seen."""
    del error
    while request.environ["wsgi.input"].read(1 << 16):
        pass
    return refused(too_large(LIMIT))


def _sent() -> "tuple[list[SentFile], Asked]":
    """The files of a request and what it asks: a file's bytes with options in the address, or a form."""
    options = {**request.args, **request.form}
    name = options.get("name", "-")
    asked = check_page.asked_of(
        {key: value for key, value in options.items() if key not in _OWN_FIELDS},
        check_page.Asked(as_of=now().date(), language=_language()),
    )
    if request.mimetype != "multipart/form-data":
        return [check_page.SentFile(name, request.get_data(cache=False))], asked
    sent = [check_page.SentFile(file.filename or "-", file.read()) for file in request.files.getlist("file")]
    return [file for file in sent if file.content or file.name != "-"], asked


def _page(refusal: Refused | None) -> str:
    language = _language()
    facts = check_page.PageFacts(
        language=language,
        check=url_for("check_file.check"),
        mend=url_for("check_file.mend"),
        explain=url_for("check_file.explain"),
        limit=LIMIT,
        as_of=now().date(),
        promise=_NOTHING_KEPT,
        headers={"X-CSRFToken": csrf.token()},
        fields={"csrf_token": csrf.token(), "lang": language},
        module="check-file",
        script=url_for("check_file.static", name="check-page.js"),
    )
    g.page_has_errors = refusal is not None
    problem = [text.in_language(language) for text in (refusal.title, refusal.mend)] if refusal else []
    return render_template("help/check_file.html", part=Markup(check_page.fragment(facts)), problem=problem)  # noqa: S704 - made safe there


def _answered(answer: "Answer") -> Response:
    response = Response(answer.body, mimetype=answer.type)
    response.headers.update(answer.headers)
    return response


def _asked_by_script() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _language() -> Language:
    return "ms" if languages.language() == "ms" else "en"
