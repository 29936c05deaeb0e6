"""`/employer/forgot-password` and `/employer/reset-password` (portal-flows 3.1)."""

from flask import Blueprint, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from mock_portal.access import find_current_user, public
from mock_portal.accounts import resetting
from mock_portal.accounts.addresses import client_address
from mock_portal.accounts.changing_password import own_names
from mock_portal.accounts.current import COOKIE, login_address
from mock_portal.accounts.errors import AccountDisabled, LinkRefused, PasswordRefused, TooManyTries
from mock_portal.accounts.password_forms import ForgotPasswordForm, ResetPasswordForm
from mock_portal.accounts.password_rules import PasswordRules, Rule
from mock_portal.accounts.password_words import refusals, rule_lines
from mock_portal.accounts.refusal_words import link_words, refusal_words, too_many_mails
from mock_portal.accounts.reset_links import LinkMaker
from mock_portal.accounts.resetting import Forgotten
from mock_portal.accounts.routes import PASSWORD_SET, TYPED_EMAIL
from mock_portal.accounts.sessions import end
from mock_portal.edge import database, edge, now, origin, world
from mock_portal.hosts import Site
from mock_portal.mail_limit import TooManyMails
from mock_portal.session_rows import EndReason
from mock_portal.ui import languages

__all__ = ["blueprint"]

blueprint = Blueprint("resets", __name__, template_folder="templates", url_prefix="/employer")


@blueprint.route("/forgot-password", methods=["GET", "POST"])
@public
def forgot() -> ResponseReturnValue:
    """Ask for a link. The answer is the same whether or not an ID has the e-mail."""
    form = ForgotPasswordForm(email=session.get(TYPED_EMAIL, ""))
    if not form.validate_on_submit():
        return render_template("accounts/forgot_password.html", form=form)
    asked = Forgotten(form.email.data, client_address(), languages.language())
    try:
        resetting.ask_for_link(database(), asked, links=_links(), settings=world().settings, now=now())
    except TooManyTries as error:
        form.refuse(str(refusal_words(error)), status=error.status)
        return render_template("accounts/forgot_password.html", form=form)
    except TooManyMails as error:
        form.refuse(too_many_mails(error), status=error.status)
        return render_template("accounts/forgot_password.html", form=form)
    return redirect(f"{languages.root()}/employer/forgot-password/sent", 303)


@blueprint.get("/forgot-password/sent")
@public
def sent() -> ResponseReturnValue:
    """What to do now; a mail server that is down is said, since then the mail waits."""
    return render_template(
        "accounts/reset_sent.html",
        minutes=world().settings.reset_link_minutes,
        mail_waits=world().fault("smtp") is not None,
    )


@blueprint.route("/reset-password", methods=["GET", "POST"])
@public
def reset() -> ResponseReturnValue:
    """`Reset Password`, opened by the link. Looking at it uses nothing up: some mail programs do."""
    form = ResetPasswordForm(token=request.values.get("token", ""))
    token = form.token.data or ""
    try:
        account_id = resetting.check_link(database(), token, links=_links(), now=now())
        if not form.validate_on_submit():
            return _page(form, account_id)
        resetting.reset_password(
            database(), token, form.new.data, links=_links(), settings=world().settings, now=now()
        )
    except PasswordRefused as error:
        for words in refusals(PasswordRules.of(world().settings), error.broken):
            form.refuse(words, "new")
        return _page(form, account_id, error.broken)
    except AccountDisabled as error:
        return _no_way(gettext("This ID is closed"), str(refusal_words(error)), error.status)
    except LinkRefused as error:
        return _no_way(*link_words(error), error.status)
    return _to_login()


def _page(form: ResetPasswordForm, account_id: int, broken: tuple[Rule, ...] = ()) -> str:
    rules = PasswordRules.of(world().settings)
    return render_template(
        "accounts/reset_password.html",
        form=form,
        rules=rules,
        rule_lines=rule_lines(rules, broken),
        own_names=own_names(database(), account_id),
    )


def _no_way(title: str, explanation: str, status: int) -> ResponseReturnValue:
    return render_template("accounts/reset_link_refused.html", title=title, explanation=explanation), status


def _to_login() -> ResponseReturnValue:
    """To the log-in, whoever used this browser before."""
    user = find_current_user()
    if user is not None:
        end(database(), user.session_id, because=EndReason.LOGGED_OUT, now=now())
    session.clear()
    response = redirect(login_address(ended=PASSWORD_SET), 303)
    COOKIE.take_back(response)
    return response


def _links() -> LinkMaker:
    return LinkMaker(edge().secret, world().name, origin(Site.PORTAL))
