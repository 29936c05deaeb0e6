"""An officer logs in and out, and stays logged in: `/officer/login`, `/officer/logout`."""

from typing import Final

from flask import Blueprint, jsonify, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, gettext, lazy_gettext, ngettext

from mock_portal.access import officers, public
from mock_portal.edge import database, now, world
from mock_portal.officer import service
from mock_portal.officer.current import (
    COOKIE,
    PAGES,
    find_officer,
    log_in_address,
    next_page,
    officer,
)
from mock_portal.officer.errors import OfficerLocked, OfficerRefused
from mock_portal.officer.forms import LogInForm
from mock_portal.session_rows import EndReason
from mock_portal.ui import languages

__all__ = ["blueprint"]

blueprint = Blueprint("log_in", __name__)

_ENDED: Final[dict[str, LazyString]] = {
    EndReason.EXPIRED.value: lazy_gettext("Your session has expired. Log in again."),
    EndReason.LOGGED_OUT.value: lazy_gettext("You have logged out."),
    EndReason.REPLACED.value: lazy_gettext(
        "You were logged out here because you logged in on another device."
    ),
}


@blueprint.route("/login", methods=["GET", "POST"])
@public
def log_in() -> ResponseReturnValue:
    """E-mail and password of an officer."""
    if find_officer() is not None:
        return redirect(_after_log_in(request.args.get("next")), 303)
    form = LogInForm(next=next_page(request.args.get("next")))
    if not form.validate_on_submit():
        return render_template("officer/log_in.html", form=form, ended=_ended())
    try:
        begun = service.log_in(
            database(),
            email=form.email.data,
            password=form.password.data,
            settings=world().settings,
            now=now(),
        )
    except OfficerRefused as error:
        form.refuse(_words(error), status=error.status)
        return render_template("officer/log_in.html", form=form, ended=None)
    response = redirect(_after_log_in(form.next.data), 303)
    COOKIE.give(response, begun.token)
    return response


@blueprint.post("/logout")
@officers
def log_out() -> ResponseReturnValue:
    """End the session; the countdown says when it ran out by itself."""
    ran_out = request.form.get("reason") == EndReason.EXPIRED
    because = EndReason.EXPIRED if ran_out else EndReason.LOGGED_OUT
    service.log_out(database(), officer(), because=because, now=now())
    session.clear()
    response = redirect(log_in_address(ended=because.value), 303)
    COOKIE.take_back(response)
    return response


@blueprint.post("/session/keep-alive")
@officers
def keep_alive() -> ResponseReturnValue:
    """Seconds that are left now: the request itself was the sign of life."""
    if request.accept_mimetypes.best == "application/json":
        return jsonify(seconds_left=officer().seconds_left)
    return redirect(_after_log_in(None), 303)


def _after_log_in(wanted: str | None) -> str:
    return languages.root() + (next_page(wanted) or PAGES)


def _ended() -> LazyString | None:
    return _ENDED.get(request.args.get("ended", ""))


def _words(error: OfficerRefused) -> str | LazyString:
    if isinstance(error, OfficerLocked):
        return ngettext(
            "This address is locked after too many wrong passwords. Try again in %(num)d minute.",
            "This address is locked after too many wrong passwords. Try again in %(num)d minutes.",
            error.minutes_left,
        )
    return gettext("Invalid email address or password.")
