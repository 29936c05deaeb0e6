"""Logging in and out: `/employer/login`, `/employer/login/password`, `/employer/logout`."""

from typing import Final

from flask import Blueprint, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, lazy_gettext

from mock_portal.access import current_user, find_current_user, public, signed_in_before_change
from mock_portal.accounts import service
from mock_portal.accounts.addresses import client_address
from mock_portal.accounts.current import COOKIE, login_address
from mock_portal.accounts.errors import AccountLocked, LogInRefused, TemporaryPasswordExpired
from mock_portal.accounts.forms import EmailForm, PasswordForm, UserIdForm
from mock_portal.accounts.next_page import next_page
from mock_portal.accounts.refusal_words import refusal_words
from mock_portal.accounts.service import Attempt
from mock_portal.accounts.sessions import end
from mock_portal.edge import database, let_be_kept, now, world
from mock_portal.session_rows import EndReason
from mock_portal.ui import languages
from mock_portal.ui.forms import PortalForm

__all__ = ["PASSWORD_SET", "TYPED_EMAIL", "blueprint"]

blueprint = Blueprint("accounts", __name__, template_folder="templates")

TYPED_EMAIL: Final = "email"
PASSWORD_SET: Final = "password_set"  # noqa: S105 - a value of the address
_ENDED: Final[dict[str, LazyString]] = {
    EndReason.EXPIRED.value: lazy_gettext("Your session has expired. Please log in again."),
    EndReason.LOGGED_OUT.value: lazy_gettext("You have logged out."),
    PASSWORD_SET: lazy_gettext("Your password has been set. Log in with the new one."),
}


@blueprint.route("/employer/login", methods=["GET", "POST"])
@public
def login() -> ResponseReturnValue:
    """Step 1 (e-mail, NEXT), or the older form where the world has it."""
    if find_current_user() is not None:
        return redirect(_after_login(request.args.get("next")), 303)
    if world().settings.login_form == "user_id":
        return _login_with_user_id()
    if request.method == "GET":
        let_be_kept()
        return _email_page()
    form = EmailForm()
    if not form.validate_on_submit():
        return _email_page(form)
    session[TYPED_EMAIL] = form.email.data.strip()
    step_2 = languages.address("/employer/login/password", {"next": next_page(form.next.data)})
    return redirect(step_2, 303)


@blueprint.route("/employer/login/password", methods=["GET", "POST"])
@public
def password() -> ResponseReturnValue:
    """Step 2 (password). A visitor without an e-mail goes back to step 1."""
    if find_current_user() is not None:
        return redirect(_after_login(request.args.get("next")), 303)
    form = PasswordForm(email=session.get(TYPED_EMAIL, ""), next=_wanted())
    if not (form.email.data or "").strip():
        return redirect(login_address(), 303)
    if form.validate_on_submit():
        session[TYPED_EMAIL] = form.email.data.strip()
        return _try(form, "accounts/password.html", identifier=form.email.data)
    return render_template("accounts/password.html", form=form, locked=False)


@blueprint.post("/employer/logout")
@signed_in_before_change
def logout() -> ResponseReturnValue:
    """End the session; the countdown says when it ran out by itself, and where the reader was."""
    ran_out = request.form.get("reason") == EndReason.EXPIRED
    because = EndReason.EXPIRED if ran_out else EndReason.LOGGED_OUT
    was_at = next_page(request.form.get("next")) if ran_out else ""
    end(database(), current_user().session_id, because=because, now=now())
    session.clear()
    response = redirect(login_address(ended=because.value, next=was_at), 303)
    COOKIE.take_back(response)
    return response


def _email_page(form: EmailForm | None = None) -> str:
    form = form or EmailForm(email=session.get(TYPED_EMAIL, ""), next=_wanted())
    password = PasswordForm(formdata=None)
    return render_template("accounts/email.html", form=form, password_form=password, **_ended())


def _login_with_user_id() -> ResponseReturnValue:
    form = UserIdForm(next=_wanted())
    if form.validate_on_submit():
        return _try(form, "accounts/user_id.html", identifier=form.user_id.data)
    return render_template("accounts/user_id.html", form=form, locked=False, **_ended())


def _try(form: PortalForm, template: str, *, identifier: str) -> ResponseReturnValue:
    """Log in with what the form says, or show it again with the reason why not."""
    attempt = Attempt(identifier, form.password.data, client_address(), languages.language())
    try:
        begun = service.log_in(database(), attempt, settings=world().settings, now=now())
    except TemporaryPasswordExpired as error:
        return render_template("accounts/temporary_expired.html", days=error.days), error.status
    except LogInRefused as error:
        form.refuse(refusal_words(error), status=error.status)
        locked = isinstance(error, AccountLocked)
        return render_template(template, form=form, locked=locked, ended=None, lost=False)
    session.clear()  # nothing that a visitor was given outlives the log-in
    response = redirect(_after_login(form.next.data), 303)
    COOKIE.give(response, begun.token)
    return response


def _wanted() -> str:
    return next_page(request.args.get("next"))


def _after_login(wanted: str | None) -> str:
    return languages.root() + (next_page(wanted) or "/employer/home")


def _ended() -> dict[str, object]:
    """Why the session before is over, and whether something typed went with it."""
    return {"ended": _ENDED.get(request.args.get("ended", "")), "lost": "lost" in request.args}
