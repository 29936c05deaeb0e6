"""No form acts unless it came from a page of this portal that was given to the same visitor or session.

A form that cannot act, because its token is stale or because the visitor only asked for the other language,
is shown again as if its page had been asked for anew, with what was typed.
"""

from enum import StrEnum

from flask import Flask, current_app, g, request
from flask_wtf.csrf import generate_csrf, validate_csrf
from werkzeug.exceptions import BadRequest, HTTPException
from wtforms import ValidationError

from mock_portal import access
from mock_portal.access import Access, access_of

__all__ = ["SWITCH", "ShownAgain", "StaleForm", "install", "shown_again"]

SWITCH = "switch_language"
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
    app.jinja_env.globals["csrf_token"] = generate_csrf
    app.before_request(_guard)


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
    else:
        g.csrf_valid = True


def _token_is_valid() -> bool:
    try:
        validate_csrf(request.headers.get("X-CSRFToken") or request.form.get("csrf_token"))
    except ValidationError:
        return False
    return True


def _show_again(why: ShownAgain) -> None:
    """Answer as a GET of the same address would: it never acts."""
    adapter = current_app.create_url_adapter(request)
    if adapter is None or request.accept_mimetypes.best == "application/json":
        raise StaleForm
    try:
        rule, arguments = adapter.match(method="GET", return_rule=True)
    except HTTPException:
        raise StaleForm from None
    request.method = "GET"
    request.url_rule, request.view_args = rule, dict(arguments)
    g.shown_again = why
    access.check()
