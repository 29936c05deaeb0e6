"""Payment Information: payer, Business Model, bank, terms; Proceed and Back (portal-flows 7.1, 7.2)."""

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response
from wtforms.fields import SelectChoice

from contributions import format_sen
from mock_portal.access import current_user, public, signed_in
from mock_portal.edge import database, now, origin, world
from mock_portal.fpx.banks import BANKS
from mock_portal.fpx.business import LIMITS, BusinessModel
from mock_portal.hosts import Site
from mock_portal.payments import history, orders
from mock_portal.payments.errors import AmountOutsideLimits, BankOffline, OrderIsOver, SentToAnotherBank
from mock_portal.payments.forms import InformationForm
from mock_portal.payments.orders import HowToPay
from mock_portal.payments.states import State
from mock_portal.payments.visiting import buyer, my_employers
from mock_portal.ui.languages import language

__all__ = ["blueprint"]

blueprint = Blueprint("information", __name__)


@blueprint.route("/employer/payments/information", methods=["GET", "POST"])
@signed_in
def show() -> Response | str:
    """How an order is going to be paid; Proceed sends it to the bank."""
    number = request.args.get("order") or orders.find_open_order(database(), buyer())
    if number is None:
        return redirect(url_for("payments.cart.show"), 303)
    payment = history.get_payment(database(), number, my_employers())
    form = InformationForm()
    _offer_banks(form)
    if form.validate_on_submit():
        try:
            orders.proceed(database(), number, employers=my_employers(), how=_how(form, number), now=now())
        except BankOffline:
            form.refuse(gettext("Select a bank that is not offline"), "bank")
        except AmountOutsideLimits as limit:
            form.refuse(_outside(limit), "business_model")
        except SentToAnotherBank:
            sent = history.get_payment(database(), number, my_employers())
            flash(gettext("This order was sent to %(bank)s already.", bank=sent.bank_name), "info")
            return redirect(url_for("payments.history.show", number=number), 303)
        except OrderIsOver:
            return redirect(url_for("payments.history.show", number=number), 303)
        else:
            return redirect(url_for("payments.fpx.leave", order=number), 303)
    elif payment.state is not State.NEW:
        return redirect(url_for("payments.history.show", number=number), 303)
    if form.payer_email.data is None:
        form.payer_email.data = current_user().email
    return render_template("payments/information.html", form=form, payment=payment, limits=_limits())


@blueprint.post("/employer/payments/back")
@signed_in
def back() -> Response:
    """Back: the order is given up before it reached the bank; its records are in the cart again."""
    number = request.args.get("order", "")
    try:
        orders.give_up(database(), number, employers=my_employers(), now=now())
    except OrderIsOver:
        return redirect(url_for("payments.history.show", number=number), 303)
    return redirect(url_for("payments.cart.show"), 303)


@blueprint.get("/employer/payments/fpx/terms")
@public
def terms() -> str:
    """The terms that the tick is about; opened in a window of its own (official, PayNet, 7.2)."""
    return render_template("payments/terms.html")


def _offer_banks(form: InformationForm) -> None:
    """The Bank List: a bank that is down is shown as Offline (official, PayNet) and cannot be chosen."""
    offline = set(world().settings.offline_banks)
    form.bank.choices = [
        SelectChoice("", gettext("Please Select")),
        *(
            SelectChoice(
                bank.code, gettext("%(bank)s (Offline)", bank=bank.name), render_kw={"disabled": True}
            )
            if bank.code in offline
            else SelectChoice(bank.code, bank.name)
            for bank in BANKS
        ),
    ]


def _how(form: InformationForm, number: str) -> HowToPay:
    return HowToPay(
        payer_email=form.payer_email.data or "",
        business_model=BusinessModel(form.business_model.data),
        bank_code=form.bank.data,
        offline_banks=world().settings.offline_banks,
        answer_within=timedelta(minutes=world().settings.pay_pending_minutes),
        page_url=origin(Site.PORTAL) + url_for("payments.history.show", number=number),
        language=language(),
    )


def _limits() -> dict[str, str]:
    return {
        model.value: gettext(
            "%(least)s to %(most)s per transaction",
            least=format_sen(limits.least_sen),
            most=format_sen(limits.most_sen),
        )
        for model, limits in LIMITS.items()
    }


def _outside(problem: AmountOutsideLimits) -> str:
    facts = {
        "model": problem.model.value,
        "amount": format_sen(problem.amount_sen),
        "limit": format_sen(problem.limit_sen),
    }
    if not problem.too_much:
        # Below the minimum: EFT or cheque, official (portal-flows 7.2).
        words = gettext(
            "%(amount)s is below the minimum of %(limit)s for %(model)s. Pay it together with other records, "
            "or by EFT or cheque.",
            **facts,
        )
    elif problem.model is BusinessModel.B2C:
        words = gettext(
            "%(amount)s is above the limit of %(limit)s for %(model)s. Select B2B, or go back and pay fewer "
            "records at a time.",
            **facts,
        )
    else:
        words = gettext(
            "%(amount)s is above the limit of %(limit)s for %(model)s. Go back and pay fewer records at a "
            "time.",
            **facts,
        )
    return str(words)
