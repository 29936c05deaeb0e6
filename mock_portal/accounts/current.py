"""Finding out who is logged in, from the session cookie; and where to send whom it does not let in."""

from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, jsonify, redirect, request
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from mock_portal import csrf
from mock_portal.access import CurrentUser, EmployerRef, NotSignedIn, PasswordChangeDue
from mock_portal.accounts.next_page import next_page
from mock_portal.accounts.sessions import resume
from mock_portal.edge import SESSION_COOKIE, database, now, world
from mock_portal.employers.service import employers_of
from mock_portal.session_cookie import SessionCookie
from mock_portal.session_rows import Ended, EndReason
from mock_portal.ui.languages import address

__all__ = ["COOKIE", "find_user", "install", "login_address"]

COOKIE: Final = SessionCookie(SESSION_COOKIE, "session")

# Not by time and not by the user's own hand: a page of its own says what happened.
ENDED_ELSEWHERE: Final = frozenset(
    {EndReason.REPLACED.value, EndReason.PASSWORD_CHANGED.value, EndReason.DISABLED.value}
)


def install(app: Flask) -> None:
    """Send to the log-in whoever is not logged in."""
    app.register_error_handler(NotSignedIn, _send_to_login)
    app.register_error_handler(PasswordChangeDue, _send_to_change)


def find_user() -> None:
    """Put who is logged in, or why nobody is any more, where `access` looks for it."""
    if "world" not in g:
        return
    token = COOKIE.token()
    if token is None:
        return
    resumed = resume(database(), token, settings=world().settings, now=now())
    if isinstance(resumed, Ended):
        g.session_reason = resumed.reason.value
    elif resumed is not None:
        linked = employers_of(database(), resumed.account_id)
        g.current_user = CurrentUser(
            account_id=resumed.account_id,
            email=resumed.email,
            name=resumed.name,
            role=linked[0].role if linked else "",
            employers=tuple(EmployerRef(x.employer.id, x.employer.code, x.employer.name) for x in linked),
            session_id=resumed.id,
            seconds_left=resumed.seconds_left,
            must_change=resumed.must_change.value,
        )
        csrf.bind_to_session(resumed.csrf_secret)


def login_address(**query: str) -> str:
    """The log-in page in the language of this request."""
    return address("/employer/login", query)


def _send_to_login(error: NotSignedIn) -> AnyResponse:
    if request.accept_mimetypes.best == "application/json":
        return _refuse_script(error)
    was_sent = request.method == "POST"
    query = {"next": _page_wanted(), "lost": "yes" if was_sent and not _only_ends_or_stays() else ""}
    response = redirect(_where_to(error.reason, query), 303)
    COOKIE.take_back(response)
    return response


def _where_to(reason: str, query: dict[str, str]) -> str:
    """A page that says why the session is over, and leads back to where it ended."""
    if reason in ENDED_ELSEWHERE:
        return address("/employer/session/ended", {"because": reason} | query)
    # Only the countdown's own forms say so; another may be too large to be read for somebody unknown.
    says_so = _only_ends_or_stays() and request.form.get("reason") == EndReason.EXPIRED
    ran_out = reason == EndReason.EXPIRED or says_so
    return login_address(ended=EndReason.EXPIRED.value if ran_out else "", **query)


def _page_wanted() -> str:
    """The page to open after a new log-in: what was asked for, or the page whose form was sent."""
    adapter = current_app.create_url_adapter(request)
    if request.method == "GET" or (adapter is not None and adapter.test(method="GET")):
        return next_page(request.full_path.rstrip("?"))
    came_from = urlsplit(request.headers.get("Referer", ""))
    return next_page(came_from.path.removeprefix("/ms")) if came_from.netloc == request.host else ""


def _only_ends_or_stays() -> bool:
    """Whether the form was one of the countdown's or of the menu: nothing that somebody typed is lost."""
    return request.path.startswith(("/employer/logout", "/employer/session/"))


def _send_to_change(error: PasswordChangeDue) -> AnyResponse:
    change = address("/employer/change-password", {"next": _page_wanted()})
    if request.accept_mimetypes.best == "application/json":
        response = jsonify(
            error={
                "code": error.code,
                "message": gettext("Your password has to be changed before anything else."),
                "mend": gettext("Change the password."),
            },
            change=change,
        )
        response.status_code = error.status
        return response
    return redirect(change, 303)


def _refuse_script(error: NotSignedIn) -> Response:
    response = jsonify(
        error={
            "code": f"session.{error.reason}",
            "message": gettext("Your session has expired. Please log in again."),
            "mend": gettext("Log in again."),
        },
        login=_where_to(error.reason if error.reason in ENDED_ELSEWHERE else EndReason.EXPIRED, {}),
    )
    response.status_code = 401
    return response
