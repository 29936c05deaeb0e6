"""Help pages, for everybody (portal-flows F29)."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from mock_portal.access import public
from mock_portal.edge import origin, world
from mock_portal.hosts import Site

__all__ = ["blueprint"]

blueprint = Blueprint("help", __name__, template_folder="templates", url_prefix="/help")


@blueprint.get("")
@public
def guide() -> ResponseReturnValue:
    """Quick Reference Guide and questions."""
    settings = world().settings
    return render_template(
        "help/guide.html",
        idle_minutes=settings.idle_seconds // 60,
        lock_minutes=settings.lock_seconds // 60,
        failures=settings.lock_after_failures,
        upload_megabytes=f"{settings.upload_limit_bytes / 1_000_000:g}",
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


@blueprint.get("/other-roles")
@public
def other_roles() -> ResponseReturnValue:
    """Where those go who are not employers."""
    return render_template("help/other_roles.html")
