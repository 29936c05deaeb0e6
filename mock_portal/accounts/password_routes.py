"""`/employer/change-password`: at the first log-in, after the password expired, or when somebody wants to."""

from typing import Final

from flask import Blueprint, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from mock_portal.access import current_user, signed_in, signed_in_before_change
from mock_portal.accounts.addresses import client_address
from mock_portal.accounts.changing_password import Change, change_password, own_names
from mock_portal.accounts.current import COOKIE
from mock_portal.accounts.errors import AccountLocked, PasswordRefused, WrongCurrentPassword
from mock_portal.accounts.next_page import next_page
from mock_portal.accounts.password_forms import ChangePasswordForm
from mock_portal.accounts.password_rules import PasswordRules, Rule
from mock_portal.accounts.password_words import refusals, rule_lines
from mock_portal.accounts.refusal_words import refusal_words
from mock_portal.edge import database, now, world
from mock_portal.ui import languages

__all__ = ["blueprint"]

_CHANGED: Final = "password-changed"

blueprint = Blueprint(
    "passwords", __name__, template_folder="templates", url_prefix="/employer/change-password"
)


@blueprint.route("", methods=["GET", "POST"])
@signed_in_before_change
def change() -> ResponseReturnValue:
    """`Change Password` (1.4, 3.2). Cancel logs out where the change is due, and goes home elsewhere."""
    form = ChangePasswordForm(next=next_page(request.args.get("next")))
    if not form.validate_on_submit():
        return _page(form)
    change = Change(current=form.current.data, new=form.new.data, address=client_address())
    try:
        begun = change_password(
            database(),
            change,
            account_id=current_user().account_id,
            settings=world().settings,
            now=now(),
        )
    except AccountLocked as error:
        form.refuse(str(refusal_words(error)), status=error.status)
        return _page(form)
    except WrongCurrentPassword:
        form.refuse(gettext("This is not your current password"), "current")
        return _page(form)
    except PasswordRefused as error:
        for words in refusals(_rules(), error.broken):
            form.refuse(words, "new")
        return _page(form, error.broken)
    wanted = next_page(form.next.data)
    done = f"{languages.root()}/employer/change-password/done" + (f"?next={wanted}" if wanted else "")
    session[_CHANGED] = True
    response = redirect(done, 303)
    COOKIE.give(response, begun.token)
    return response


@blueprint.get("/done")
@signed_in
def done() -> ResponseReturnValue:
    """The confirmation, and then the page that was wanted (vendors show both, 1.4).

    Its words are true only of a session in which the password was changed.
    """
    if not session.get(_CHANGED):
        return redirect(f"{languages.root()}/employer/change-password", 303)
    wanted = next_page(request.args.get("next")) or "/employer/home"
    return render_template("accounts/password_changed.html", next=wanted, days=world().settings.password_days)


def _page(form: ChangePasswordForm, broken: tuple[Rule, ...] = ()) -> str:
    settings = world().settings
    return render_template(
        "accounts/change_password.html",
        form=form,
        why=current_user().must_change,
        rules=_rules(),
        rule_lines=rule_lines(_rules(), broken),
        own_names=own_names(database(), current_user().account_id),
        password_days=settings.password_days,
    )


def _rules() -> PasswordRules:
    return PasswordRules.of(world().settings)
