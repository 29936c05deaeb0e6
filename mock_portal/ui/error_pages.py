"""The page for whatever goes wrong: what happened and what to do, in both languages, never a stack trace."""

import logging
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from flask import (
    Flask,
    Response,
    current_app,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import LazyString, lazy_gettext
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from mock_portal.csrf import StaleForm
from mock_portal.edge import take_back
from mock_portal.errors import PortalError
from mock_portal.worlds.registry import NoSuchWorld

__all__ = ["ErrorText", "install", "show"]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ErrorText:
    """Words of an error page.

    Attributes:
        title: what happened, as the page's heading.
        explanation: the same in a sentence.
        mend: what to do now.
        code: stable name for programs.
    """

    title: str | LazyString
    explanation: str | LazyString
    mend: str | LazyString
    code: str = "portal.error"


_BY_STATUS: Final = {
    400: ErrorText(
        lazy_gettext("The request could not be read"),
        lazy_gettext("Something in the address or in the form was not as this portal expects it."),
        lazy_gettext("Go back to the page before, reload it and try again."),
        "request.bad",
    ),
    403: ErrorText(
        lazy_gettext("You may not open this page"),
        lazy_gettext("It belongs to an employer or a role that your ID is not linked to."),
        lazy_gettext("Log in with the ID that the page belongs to, or ask the owner of the ID."),
        "request.forbidden",
    ),
    404: ErrorText(
        lazy_gettext("Page not found"),
        lazy_gettext("There is no page at this address."),
        lazy_gettext("Check the address, or begin at the home page."),
        "request.not_found",
    ),
    405: ErrorText(
        lazy_gettext("This address only takes a form"),
        lazy_gettext("It was opened as a page, or with a method that it does not know."),
        lazy_gettext("Begin at the home page and go to the form from there."),
        "request.method_not_allowed",
    ),
    409: ErrorText(
        lazy_gettext("This cannot be done now"),
        lazy_gettext("What you asked for does not fit the state that the record is in."),
        lazy_gettext("Open the list again to see where it stands."),
        "request.conflict",
    ),
    413: ErrorText(
        lazy_gettext("The file is too large"),
        lazy_gettext("What was sent is larger than this portal takes. Nothing was kept of it."),
        lazy_gettext("Go back and choose a smaller file. A contribution file may have at most 5 MB."),
        "request.too_large",
    ),
    500: ErrorText(
        lazy_gettext("Something went wrong in this portal"),
        lazy_gettext("The fault is ours. Nothing that you sent was saved."),
        lazy_gettext("Try again in a few minutes. If it happens again, send us the time and the address."),
        "portal.fault",
    ),
}
_STALE: Final = ErrorText(
    lazy_gettext("This page was open for too long"),
    lazy_gettext("The form was not sent: it came from a page that is no longer valid. Nothing was changed."),
    lazy_gettext("Go back to the page before, reload it and send the form again."),
    "request.stale_form",
)
_NO_WORLD: Final = ErrorText(
    lazy_gettext("This world does not exist"),
    lazy_gettext("No world of this mock portal has this name. It may have been deleted."),
    lazy_gettext("Check the address, open the default world, or make the world in the control panel."),
    "world.not_found",
)


def install(app: Flask) -> None:
    """Answer every error of a site with a page, or with JSON where a script asked."""
    app.register_error_handler(NoSuchWorld, lambda error: show(_NO_WORLD, error.status))
    app.register_error_handler(StaleForm, lambda _: show(_STALE, 400))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(PortalError, _portal)
    app.register_error_handler(Exception, _fault)


def show(text: ErrorText, status: int) -> Response:
    """The answer for an error: a page for people, JSON for scripts."""
    if request.accept_mimetypes.best == "application/json":
        words = {"code": text.code, "message": str(text.explanation), "mend": str(text.mend)}
        response = jsonify(error=words)
    else:
        response = make_response(render_template("ui/error.html", error=text, status=status))
    response.status_code = status
    return response


def _http(error: HTTPException) -> AnyResponse | HTTPException:
    status = error.code or 500
    if status < 400:  # noqa: PLR2004 - a redirect raised as an exception
        return error
    if (elsewhere := _without_last_slash(status)) is not None:
        return elsewhere
    take_back(error)
    response = show(_BY_STATUS.get(status, _BY_STATUS[400 if status < 500 else 500]), status)  # noqa: PLR2004
    if allowed := dict(error.get_headers()).get("Allow"):
        response.headers["Allow"] = allowed
    return response


def _without_last_slash(status: int) -> AnyResponse | None:
    """The page that an address with a slash too many means."""
    adapter = current_app.create_url_adapter(request)
    if status != 404 or adapter is None or not request.path.endswith("/"):  # noqa: PLR2004
        return None
    try:
        endpoint, values = adapter.match(request.path.rstrip("/"))
    except HTTPException:
        return None
    query = urlencode([*request.args.items(multi=True)])
    return redirect(url_for(endpoint, **values) + (f"?{query}" if query else ""), 308)


def _portal(error: PortalError) -> Response:
    take_back(error)
    return show(_BY_STATUS.get(error.status, _BY_STATUS[409]), error.status)


def _fault(error: Exception) -> Response:
    log.error("a page failed: %s %s", request.method, request.path, exc_info=error)
    return show(_BY_STATUS[500], 500)
