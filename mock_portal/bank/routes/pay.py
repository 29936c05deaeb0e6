"""The payer's way through the bank: landing, log-in, approval, and home to the merchant."""

from contextlib import suppress
from typing import Final

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import LazyString, gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms.fields import SelectChoice

from contributions import format_sen
from mock_portal.access import public, signed_by_merchant
from mock_portal.bank import service, visitor
from mock_portal.bank.errors import OrderReused, PaymentIsOver, WrongCredentials
from mock_portal.bank.forms import ApproveForm, BankLogInForm, CancelForm
from mock_portal.bank.service import Messenger, Payment
from mock_portal.bank.states import State
from mock_portal.edge import database, edge, now, origin, world
from mock_portal.fpx.business import BusinessModel
from mock_portal.fpx.codes import get_code
from mock_portal.fpx.messages import BadMessage, PaymentRequest
from mock_portal.fpx.signing import KeyRing
from mock_portal.hosts import Site
from mock_portal.ui.languages import root, said

__all__ = ["blueprint", "messenger"]

blueprint = Blueprint("pay", __name__)

# Registered with FPX once by a merchant in life, and so known here; no message can name another place.
_RETURN_PATH = "/employer/payments/fpx/return"
_CALLBACK_PATH = "/employer/payments/fpx/callback"


def messenger() -> Messenger:
    """Who tells the merchant, with this world's faults."""
    return Messenger(_keys(), world().fault("bank.callback"))


@blueprint.post("/fpx")
@signed_by_merchant
def land() -> Response | tuple[str, int]:
    """Take a merchant's signed form."""
    try:
        asked = PaymentRequest.read(request.form, _keys())
        token = service.receive(
            database(), asked, callback_url=origin(Site.PORTAL) + _CALLBACK_PATH, now=now()
        )
    except (BadMessage, OrderReused):
        return render_template("bank/refused.html", portal=origin(Site.PORTAL)), 400
    return redirect(url_for("pay.log_in", token=token), 303)


@blueprint.route("/pay/<token>", methods=["GET", "POST"])
@public
def log_in(token: str) -> Response | str:
    """Log in to pay."""
    payment = service.get_payment(database(), token, now=now())
    if payment.state is not State.RECEIVED:
        return _home(token)
    if payment.has_ended:
        return render_template("bank/ended.html", payment=payment, cancel=CancelForm())
    form = BankLogInForm()
    if form.validate_on_submit():
        user = (form.user.data or "").strip()
        try:
            service.log_in(
                database(),
                token,
                user=user,
                password=form.password.data or "",
                messenger=messenger(),
                now=now(),
            )
        except WrongCredentials as wrong:
            form.refuse(
                gettext(
                    "User ID or password is wrong. Tries left: %(left)s. Check both and log in again.",
                    left=wrong.left,
                ),
                "password",
            )
        except PaymentIsOver:
            return _home(token)
        else:
            visitor.let_in_payer(user, token)
            return redirect(url_for("pay.approve", token=token), 303)
    return render_template(
        "bank/log_in.html",
        form=form,
        payment=payment,
        cancel=CancelForm(),
        hints=service.hints(database()),
    )


@blueprint.route("/pay/<token>/approve", methods=["GET", "POST"])
@public
def approve(token: str) -> Response | str:
    """Choose the account and approve the amount."""
    user = visitor.find_payer(token)
    payment = service.get_payment(database(), token, now=now())
    if user is None or payment.state is not State.RECEIVED or payment.has_ended:
        return redirect(url_for("pay.log_in", token=token), 303)
    account = service.get_account(database(), user)
    form = ApproveForm()
    form.account.choices = [SelectChoice(account.number, f"{account.number} {account.name}")]
    if not form.account.data:
        form.account.data = account.number
    if form.validate_on_submit():
        # A second click, or time was up: the next page says what became of it.
        with suppress(PaymentIsOver):
            service.approve(database(), token, user=user, messenger=messenger(), now=now())
        return _home(token)
    return render_template(
        "bank/approve.html",
        form=form,
        payment=payment,
        account=account,
        balance=gettext("Balance %(amount)s", amount=format_sen(account.balance_sen)),
        cancel=CancelForm(),
        needs_approver=payment.business_model is BusinessModel.B2B and account.has_approver,
    )


@blueprint.post("/pay/<token>/cancel")
@public
def cancel(token: str) -> Response:
    """The buyer cancels, or leaves a session that ended."""
    logged_in = visitor.find_payer(token) is not None
    # Whatever it is, the next page says it.
    with suppress(PaymentIsOver):
        service.cancel(database(), token, logged_in=logged_in, messenger=messenger(), now=now())
    return _home(token)


@blueprint.get("/pay/<token>/done")
@public
def done(token: str) -> Response | str:
    """What became of it, and the form that carries the answer home."""
    payment = service.get_payment(database(), token, now=now())
    answer = service.answer(database(), token)
    if answer is None:
        return redirect(url_for("pay.log_in", token=token), 303)
    return render_template(
        "bank/done.html",
        payment=payment,
        title=_title(payment),
        reason=said(get_code(payment.code).reason),
        # under the bank page's own language, so that the payer goes on in it
        address=origin(Site.PORTAL) + root() + _RETURN_PATH,
        fields=service.form_for_return(answer, _keys(), world().fault("bank.return")),
    )


_TITLES: Final = {
    State.APPROVED: lazy_gettext("Payment approved"),
    State.AWAITING_APPROVER: lazy_gettext("Payment sent to your approver"),
    State.CANCELLED: lazy_gettext("Payment cancelled"),
}


def _title(payment: Payment) -> LazyString:
    return _TITLES.get(payment.state, lazy_gettext("Payment declined"))


def _home(token: str) -> Response:
    return redirect(url_for("pay.done", token=token), 303)


def _keys() -> KeyRing:
    return KeyRing(edge().settings.data, world().name)
