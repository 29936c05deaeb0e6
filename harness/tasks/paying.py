"""Pay records by FPX, once, and keep the receipt. Nothing here tries a second time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.errors import BankNotOffered
from harness.pages.bank import ApprovePage, BankDonePage, BankLogIn, BankLogInPage, BankSessionEndedPage
from harness.pages.payment_status import HistoryPage, PaymentState, PaymentStatusPage, ShownPayment
from harness.pages.payments import PaymentInformationPage, PaymentsPage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.tasks.errors import PaymentRefused, PaymentUnclear

__all__ = ["Payer", "approve_at_bank", "download_receipt", "go_to_bank", "pay", "prepare_payment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Who pays, and how: `bank` as the Bank List shows it, `business` for B2B instead of B2C."""

    email: str
    bank: str
    log_in: BankLogIn
    business: bool = False


def pay(portal: Portal, numbers: Sequence[str], payer: Payer) -> ShownPayment:
    """Put records in the cart, go to the bank, approve, and read what became of it.

    A payment that the bank declined, or that took too long there, is an answer and no error: its `state` is
    `UNSUCCESSFUL`.

    Raises:
        PaymentRefused: it did not begin, or the bank did not let the payer in; nothing was paid.
        PaymentUnclear: nobody said what became of it.
    """
    information = prepare_payment(portal, numbers)
    order = information.order()
    at_bank = go_to_bank(information, email=payer.email, bank=payer.bank, business=payer.business)
    if isinstance(at_bank, PaymentStatusPage):
        return at_bank.payment()
    return approve_at_bank(at_bank, payer.log_in, order=order)


def prepare_payment(portal: Portal, numbers: Sequence[str]) -> PaymentInformationPage:
    """Put records in the cart and go on to Payment Information; no money is asked for yet.

    Where an order that did not go to the bank yet holds these records and no others, it is gone on with.

    Raises:
        PaymentRefused: a record cannot be paid.
    """
    unpaid = portal.open(PaymentsPage)
    if missing := set(numbers) - {record.number for record in unpaid.records()}:
        raise PaymentRefused([f"{number} is not among the unpaid records." for number in sorted(missing)])
    if held := set(numbers) & set(unpaid.in_payment()):
        return _go_on_with_order(portal, set(numbers), held)
    added = unpaid.add_to_cart(*numbers)
    if isinstance(added, Refused):
        raise PaymentRefused(added.messages)
    information = added.open_cart().go_on()
    if isinstance(information, Refused):
        raise PaymentRefused(information.messages)
    if isinstance(information, PaymentStatusPage):
        raise PaymentRefused([f"Order {information.payment().order} holds these records already."])
    return information


def go_to_bank(
    information: PaymentInformationPage, *, email: str, bank: str, business: bool
) -> BankLogInPage | PaymentStatusPage:
    """Fill in Payment Information and press Proceed; the status where the order went to the bank before.

    Raises:
        PaymentRefused: the bank is not on offer, or the portal does not take what was filled in.
    """
    try:
        answer = information.fill(payer_email=email, bank=bank, business=business).proceed()
    except BankNotOffered as error:
        raise PaymentRefused([str(error), error.mend]) from error
    if isinstance(answer, Refused):
        raise PaymentRefused(answer.messages)
    return answer


def approve_at_bank(page: BankLogInPage, who: BankLogIn, *, order: str) -> ShownPayment:
    """Log in at the bank, approve, come home, and read what became of it: a payment declined is an answer.

    Raises:
        PaymentRefused: the bank did not let the payer in; nothing was paid.
        PaymentUnclear: nobody said what became of it.
    """
    inside = page.sign_in(who)
    if isinstance(inside, Refused):
        raise PaymentRefused(inside.messages)
    home = inside.approve() if isinstance(inside, ApprovePage) else inside
    if isinstance(home, BankDonePage | BankSessionEndedPage):
        home = home.go_home()
    if isinstance(home, Refused):
        raise PaymentRefused(home.messages)
    if isinstance(home, PaymentStatusPage):
        return home.payment()
    raise PaymentUnclear(order, why=home.name)


def download_receipt(portal: Portal, order: str, folder: Path) -> Path:
    """Keep the PDF receipt of a payment that succeeded; the answer is its path."""
    return portal.open(HistoryPage).open(order).download_receipt(folder)


def _go_on_with_order(portal: Portal, numbers: set[str], held: set[str]) -> PaymentInformationPage:
    history = portal.open(HistoryPage)
    # newest first: an order that failed before had the same records
    order = next(payment for payment in history.payments() if held & set(payment.records))
    if order.state is PaymentState.NEW and set(order.records) == numbers:
        return history.open(order.order).go_on()
    named = ", ".join(sorted(held & set(order.records)))
    raise PaymentRefused([f"{named}: in payment already, in order {order.order} ({order.state})."])
