"""Which officer asks, from the officers' own cookie; and where to send whom it does not let in."""

import re
from typing import Final

from flask import Flask, Response, g, jsonify, redirect, request
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from mock_portal import csrf
from mock_portal.access import NoOfficer
from mock_portal.edge import OFFICER_COOKIE, database, now, world
from mock_portal.officer.sessions import OnDuty, resume
from mock_portal.session_cookie import SessionCookie
from mock_portal.session_rows import Ended, EndReason
from mock_portal.ui.languages import address

__all__ = [
    "COOKIE",
    "PAGES",
    "find_officer",
    "install",
    "is_officers",
    "log_in_address",
    "look_for_officer",
    "next_page",
    "officer",
]

PAGES: Final = "/officer"
COOKIE: Final = SessionCookie(OFFICER_COOKIE, "officer")
# A path of the officer's pages with a plain query; `//host` and `\\host` do not fit.
_OWN: Final = re.compile(r"/officer/[A-Za-z0-9/_@.-]{1,200}(\?[\w=&%.@-]{0,200})?", re.ASCII)
_NOT_AGAIN: Final = ("/officer/login", "/officer/logout", "/officer/session")


def install(app: Flask) -> None:
    """Send to the officer's log-in whoever asks for an officer's page and is none."""
    app.register_error_handler(NoOfficer, _send_to_log_in)


def is_officers(path: str) -> bool:
    """Whether an address is one of the officers' pages, or would be."""
    return f"{path}/".startswith(f"{PAGES}/")


def look_for_officer() -> None:
    """Put the officer, or why none is logged in any more, where `access` looks."""
    if "world" not in g:
        return
    token = COOKIE.token()
    if token is None:
        return
    resumed = resume(database(), token, settings=world().settings, now=now())
    if isinstance(resumed, Ended):
        g.officer_reason = resumed.reason.value
    elif resumed is not None:
        g.current_officer = resumed
        csrf.bind_to_session(resumed.csrf_secret)


def find_officer() -> OnDuty | None:
    """The officer of this request, if there is one."""
    found: OnDuty | None = g.get("current_officer")
    return found


def officer() -> OnDuty:
    """The officer of this request; `access` has let nobody else in."""
    found = find_officer()
    if found is None:
        raise NoOfficer
    return found


def next_page(asked: str | None) -> str:
    """The officer's page asked for when it is safe to go there, otherwise an empty string."""
    if not asked or not _OWN.fullmatch(asked) or asked.startswith(_NOT_AGAIN):
        return ""
    return asked


def log_in_address(**query: str) -> str:
    """The officer's log-in in the language of this request."""
    return address(f"{PAGES}/login", query)


def _send_to_log_in(error: NoOfficer) -> AnyResponse:
    if request.accept_mimetypes.best == "application/json":
        return _refuse_script(error)
    wanted = next_page(request.full_path.rstrip("?")) if request.method == "GET" else ""
    ended = error.reason if error.reason in {EndReason.EXPIRED, EndReason.REPLACED} else ""
    response = redirect(log_in_address(ended=ended, next=wanted), 303)
    COOKIE.take_back(response)
    return response


def _refuse_script(error: NoOfficer) -> Response:
    response = jsonify(
        error={
            "code": f"session.{error.reason}",
            "message": gettext("Your session has expired. Log in again."),
            "mend": gettext("Log in again."),
        },
        login=log_in_address(ended=EndReason.EXPIRED.value),
    )
    response.status_code = 401
    return response
