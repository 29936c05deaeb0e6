"""Making an order of a cart, sending it to the bank, giving it up: each once, however often it is asked.

Double payment guard (portal-flows 7.5): what an order holds is locked in all carts until the order failed;
the database itself refuses a second holder. Amounts come from the records, never from a browser.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing
from mock_portal.fpx.banks import find_bank
from mock_portal.fpx.business import LIMITS, BusinessModel
from mock_portal.fpx.messages import PaymentRequest
from mock_portal.payments import cart
from mock_portal.payments.cart import Buyer
from mock_portal.payments.errors import (
    AlreadyInPayment,
    AmountOutsideLimits,
    BankOffline,
    CartIsEmpty,
    NoSuchOrder,
    OrderIsOver,
    SentToAnotherBank,
)
from mock_portal.payments.models import Order, OrderItem
from mock_portal.payments.states import FINAL, State, moved
from mock_portal.submissions import service as submissions
from mock_portal.worlds import due

__all__ = [
    "HowToPay",
    "NotSent",
    "close",
    "continue_to_payment",
    "find_open_order",
    "get_row",
    "give_up",
    "not_sent",
    "proceed",
    "request_of",
]

NO_ANSWER: Final = "payments.no_answer"
AUTHORISATION_EXPIRED: Final = "payments.authorisation_expired"
_AFTER_CART: Final = timedelta(
    minutes=30
)  # assumed: a page left open frees its records like one without answer


@dataclass(frozen=True)
class HowToPay:
    """What the payer chose on the page Payment Information.

    Attributes:
        answer_within: without an answer of the bank for so long the payment is Unknown.
        page_url: the order's page, whole, for mail.
    """

    payer_email: str
    business_model: BusinessModel
    bank_code: str
    offline_banks: Collection[str]
    answer_within: timedelta
    page_url: str
    language: str


@dataclass(frozen=True)
class NotSent:
    """An order that was left before it reached the bank, and what it holds."""

    number: str
    payable_ids: frozenset[int]


@leaves_nothing
def continue_to_payment(session: Session, buyer: Buyer, *, key: str, language: str, now: datetime) -> str:
    """Make an order of the cart; its number. The same key again gives the same order.

    Raises:
        CartIsEmpty: nothing in the cart can be paid.
        AlreadyInPayment: somebody else's order took a record first.
    """
    made = session.scalar(select(Order).filter_by(key=key, account_id=buyer.account_id))
    if made is not None:
        return made.number
    rows = [row for row in cart.unpaid(session, buyer) if row.in_cart]
    for row in rows:
        if row.order_number is not None:
            raise AlreadyInPayment(row.payable.number, row.order_number)
    if not rows:
        raise CartIsEmpty
    payables = [row.payable for row in rows]
    submissions.begin_payment(session, [payable.id for payable in payables])
    serial = (session.scalar(select(func.max(Order.id))) or 0) + 1
    order = Order(
        number=f"PA{now:%Y%m%d}{serial:06}",
        key=key,
        account_id=buyer.account_id,
        employer_id=buyer.employer_id,
        state=State.NEW,
        amount_sen=sum(payable.amount_sen for payable in payables),
        language=language,
        created_at=now,
        items=[
            OrderItem(
                payable_id=payable.id,
                number=payable.number,
                scheme=payable.scheme,
                months=[str(month) for month in payable.months],
                lines={line.kind: line.amount_sen for line in payable.lines},
            )
            for payable in payables
        ],
    )
    session.add(order)
    session.flush()
    cart.forget(session, [payable.id for payable in payables])
    due.plan(session, NO_ANSWER, due_at=now + _AFTER_CART, subject=order.number)
    return order.number


@leaves_nothing
def proceed(
    session: Session, number: str, *, employers: Collection[int], how: HowToPay, now: datetime
) -> None:
    """Send an order to the bank. A second time, from any tab or browser, changes nothing.

    Raises:
        NoSuchOrder: it is none of these employers' orders.
        OrderIsOver: it is settled.
        SentToAnotherBank: it was sent before, to another bank than this.
        BankOffline: the bank cannot be chosen.
        AmountOutsideLimits: the amount does not fit the business model.
    """
    order = get_row(session, number, employers)
    if order.state in FINAL:
        raise OrderIsOver(number)
    if order.state != State.NEW:
        if order.bank_code != how.bank_code:
            raise SentToAnotherBank(number)
        return
    if find_bank(how.bank_code) is None or how.bank_code in how.offline_banks:
        raise BankOffline(how.bank_code)
    limits = LIMITS[how.business_model]
    if order.amount_sen < limits.least_sen:
        raise AmountOutsideLimits(how.business_model, order.amount_sen, limits.least_sen, too_much=False)
    if order.amount_sen > limits.most_sen:
        raise AmountOutsideLimits(how.business_model, order.amount_sen, limits.most_sen, too_much=True)
    order.state = moved(order.state, State.REDIRECTED)
    order.payer_email = how.payer_email
    order.business_model = how.business_model
    order.bank_code = how.bank_code
    order.language = how.language
    order.page_url = how.page_url
    order.redirected_at = now
    session.flush()
    due.cancel(session, NO_ANSWER, number)
    due.plan(session, NO_ANSWER, due_at=now + how.answer_within, subject=number)


@leaves_nothing
def give_up(session: Session, number: str, *, employers: Collection[int], now: datetime) -> None:
    """Back: the order is cancelled before it reached the bank, its records are in the cart again.

    Raises:
        NoSuchOrder: it is none of these employers' orders.
        OrderIsOver: it was sent to the bank already.
    """
    order = get_row(session, number, employers)
    if order.state == State.CANCELLED:
        return
    if order.state != State.NEW:
        raise OrderIsOver(number)
    close(session, order, State.CANCELLED, now=now)


def close(session: Session, order: Order, to: State, *, now: datetime) -> None:
    """End an order that was not paid: its records are free, and back in the cart.

    Raises:
        NotAllowed: the table of moves does not have it.
    """
    order.state = moved(order.state, to)
    order.settled_at = now
    for item in order.items:
        item.held = False
    session.flush()
    submissions.payment_failed(session, [item.payable_id for item in order.items])
    cart.put_back(session, order, now=now)
    forget_plans(session, order.number)


def forget_plans(session: Session, number: str) -> None:
    """Take back what would have happened had no answer come."""
    due.cancel(session, NO_ANSWER, number)
    due.cancel(session, AUTHORISATION_EXPIRED, number)


def find_open_order(session: Session, buyer: Buyer) -> str | None:
    """The number of the buyer's order that waits on the page Payment Information, if any."""
    return session.scalar(
        select(Order.number)
        .filter_by(account_id=buyer.account_id, employer_id=buyer.employer_id, state=State.NEW)
        .order_by(Order.id.desc())
        .limit(1)
    )


def not_sent(session: Session, employer_id: int) -> tuple[NotSent, ...]:
    """The orders of an employer that wait on the page Payment Information, the newest first."""
    waiting = select(Order).filter_by(employer_id=employer_id, state=State.NEW).order_by(Order.id.desc())
    return tuple(
        NotSent(order.number, frozenset(item.payable_id for item in order.items))
        for order in session.scalars(waiting)
    )


def get_row(session: Session, number: str, employers: Collection[int]) -> Order:
    """An order of one of these employers, to be changed.

    Raises:
        NoSuchOrder: there is none.
    """
    order = session.scalar(
        select(Order).where(Order.number == number, Order.employer_id.in_(tuple(employers)))
    )
    if order is None:
        raise NoSuchOrder(number)
    return order


def request_of(order: Order) -> PaymentRequest:
    """What the bank is asked for; the same every time, so that sending it twice is harmless.

    Raises:
        OrderIsOver: the order was not sent, so there is nothing to ask.
    """
    if order.redirected_at is None:
        raise OrderIsOver(order.number)
    return PaymentRequest(
        order_number=order.number,
        amount_sen=order.amount_sen,
        business_model=BusinessModel(order.business_model),
        bank_code=order.bank_code,
        payer_email=order.payer_email,
        at=order.redirected_at,
    )
