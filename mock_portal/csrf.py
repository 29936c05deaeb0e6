"""No form acts unless it came from a page of this portal that was given to the same visitor or session.

A token is made from a secret: that of the session's row for whoever is logged in, that of a signed cookie
before. One guard checks every request that could change something, so that no form can forget it. (Flask-WTF
signs token and cookie with the real time and costs three times the rest of a visitor's page; measured.)

A form that cannot act, because its token is stale or because the visitor only asked for the other language,
is shown again as if its page had been asked for anew, with what was typed.
"""

import hmac
from enum import StrEnum
from typing import Final

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.wrappers import Response as AnyResponse

from mock_portal import access, form_tokens
from mock_portal.access import Access, access_of
from mock_portal.edge import edge

__all__ = [
    "SWITCH",
    "ShownAgain",
    "StaleForm",
    "bind_to_session",
    "forget_visitor",
    "install",
    "shown_again",
    "token",
]

SWITCH: Final = "switch_language"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_SIGNED = frozenset({Access.SIGNED_BY_BANK, Access.SIGNED_BY_MERCHANT})


class ShownAgain(StrEnum):
    """Why a form is shown again with what was typed."""

    LANGUAGE = "language"
    STALE = "stale"


class StaleForm(BadRequest):
    """A form without a valid token, of a page that cannot be shown again."""


def install(app: Flask) -> None:
    """Check every request that could change something. Register after `access.install`."""
    app.jinja_env.globals["csrf_token"] = token
    app.before_request(_guard)
    app.after_request(_remember_visitor)


def token() -> str:
    """The token for the forms of this page."""
    made: str | None = g.get("csrf_token")
    if made is None:
        secret = _known_secret()
        if secret is None:
            secret = g.new_visitor = form_tokens.new_secret()
        made = g.csrf_token = _token_of(secret)
    return made


def bind_to_session(secret: str) -> None:
    """Let this request's tokens belong to a session: called when its row was found."""
    g.session_secret = secret


def forget_visitor(response: AnyResponse) -> None:
    """Take the visitor's secret from the browser: a log-in begins with new ones."""
    response.delete_cookie(form_tokens.FORM_COOKIE, httponly=True, samesite="Lax")


def shown_again() -> ShownAgain | None:
    """Whether, and why, this request only shows a form again."""
    why: ShownAgain | None = g.get("shown_again")
    return why


def _guard() -> None:
    if request.method in _SAFE or request.endpoint is None:
        return
    if access_of(current_app.view_functions[request.endpoint]) in _SIGNED:
        return
    if SWITCH in request.form:
        _show_again(ShownAgain.LANGUAGE)
    elif not _token_is_valid():
        _show_again(ShownAgain.STALE)


def _token_is_valid() -> bool:
    sent = request.headers.get("X-CSRFToken") or request.form.get("csrf_token") or ""
    secret = _known_secret()
    return secret is not None and hmac.compare_digest(sent.encode(), _token_of(secret).encode())


def _known_secret() -> str | None:
    """The secret of the session, or else of the visitor's cookie if this world and site gave it."""
    of_session: str | None = g.get("session_secret")
    if of_session is not None:
        return of_session
    cookie = request.cookies.get(form_tokens.FORM_COOKIE, "")
    return form_tokens.secret_of_visitor(cookie, key=edge().secret, address=request.environ["assist.address"])


def _token_of(secret: str) -> str:
    return form_tokens.token_of(secret, key=edge().secret, address=request.environ["assist.address"])


def _remember_visitor(response: Response) -> Response:
    secret: str | None = g.get("new_visitor")
    if secret is not None and "session_secret" not in g:
        line = form_tokens.set_cookie_line(
            secret,
            key=edge().secret,
            address=request.environ["assist.address"],
            secure=edge().hosts.scheme == "https",
        )
        response.headers.add("Set-Cookie", line)
    return response


def _show_again(why: ShownAgain) -> None:
    """Answer as a GET of the same address would: it never acts."""
    adapter = current_app.create_url_adapter(request)
    if adapter is None or request.accept_mimetypes.best == "application/json":
        raise StaleForm
    try:
        rule, arguments = adapter.match(method="GET", return_rule=True)
    except HTTPException:
        raise StaleForm from None
    if request.url_rule is None or rule.rule != request.url_rule.rule:
        raise StaleForm  # the address of a form alone, which some other page's pattern happens to fit
    request.method = "GET"
    request.url_rule, request.view_args = rule, dict(arguments)
    g.shown_again = why
    access.check()
