"""Finding out who is logged in, from the session cookie; and where to send whom it does not let in."""

from flask import Flask, Response, g, jsonify, redirect, request
from flask_babel import gettext
from itsdangerous import BadData
from werkzeug.wrappers import Response as AnyResponse

from mock_portal import csrf
from mock_portal.access import CurrentUser, EmployerRef, NotSignedIn
from mock_portal.accounts.next_page import next_page
from mock_portal.accounts.sessions import Ended, EndReason, resume
from mock_portal.edge import SESSION_COOKIE, database, edge, now, world
from mock_portal.employers.service import employers_of
from mock_portal.ui import languages
from mock_portal.visitor import signer

__all__ = ["find_user", "forget_session_cookie", "install", "login_address", "set_session_cookie"]


def install(app: Flask) -> None:
    """Send to the log-in whoever is not logged in."""
    app.register_error_handler(NotSignedIn, _send_to_login)


def find_user() -> None:
    """Put who is logged in, or why nobody is any more, where `access` looks for it."""
    if "world" not in g:
        return
    token = _token()
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
        )
        csrf.bind_to_session(resumed.csrf_secret)


def set_session_cookie(response: AnyResponse, token: str) -> None:
    """Give the browser a new session: host-only, no Expires, not for scripts, not on cross-site POSTs."""
    response.set_cookie(
        SESSION_COOKIE,
        signer("session").dumps(token),
        httponly=True,
        samesite="Lax",
        secure=edge().hosts.scheme == "https",
    )
    csrf.forget_visitor(response)


def forget_session_cookie(response: AnyResponse) -> None:
    """Take the session's cookie from the browser."""
    response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="Lax")


def login_address(**query: str) -> str:
    """The log-in page in the language of this request."""
    pairs = "&".join(f"{name}={value}" for name, value in query.items() if value)
    return f"{languages.root()}/employer/login" + (f"?{pairs}" if pairs else "")


def _token() -> str | None:
    cookie = request.cookies.get(SESSION_COOKIE)
    if not cookie:
        return None
    try:
        token = signer("session").loads(cookie)
    except BadData:
        return None
    return token if isinstance(token, str) else None


def _send_to_login(error: NotSignedIn) -> AnyResponse:
    if request.accept_mimetypes.best == "application/json":
        return _refuse_script(error)
    if error.reason == EndReason.REPLACED:
        response = redirect(f"{languages.root()}/employer/session/ended", 303)
    else:
        wanted = next_page(request.full_path.rstrip("?")) if request.method == "GET" else ""
        ended = EndReason.EXPIRED.value if error.reason == EndReason.EXPIRED else ""
        response = redirect(login_address(ended=ended, next=wanted), 303)
    forget_session_cookie(response)
    return response


def _refuse_script(error: NotSignedIn) -> Response:
    response = jsonify(
        error={
            "code": f"session.{error.reason}",
            "message": gettext("Your session has expired. Please log in again."),
            "mend": gettext("Log in again."),
        },
        login=login_address(ended=EndReason.EXPIRED.value),
    )
    response.status_code = 401
    return response
