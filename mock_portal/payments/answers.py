"""What the bank says about an order, by the payer's browser, by its server, or when it is asked.

Both ways bring the same signed message, in any order and any number of times; an order is settled once. A
message that does not fit becomes a reconciliation case and changes nothing else.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.bank import service as bank
from mock_portal.bank.states import APPROVER_HAS
from mock_portal.database import leaves_nothing
from mock_portal.fpx.codes import Outcome, get_code
from mock_portal.fpx.messages import BadMessage, BankAnswer
from mock_portal.fpx.signing import KeyRing
from mock_portal.payments import cart, mail, orders, receipts
from mock_portal.payments.errors import AnswerRefused, OrderIsOver
from mock_portal.payments.models import Order, ReconciliationCase
from mock_portal.payments.states import FINAL, State, can_move, moved, state_after
from mock_portal.submissions import service as submissions
from mock_portal.worlds import due

__all__ = ["Heard", "Via", "hear", "requery"]

_LONGEST: Final = 20


class Via(StrEnum):
    """How a message came."""

    RETURN = "return"
    CALLBACK = "callback"


@dataclass(frozen=True)
class Heard:
    """An order after a message about it.

    Attributes:
        language: the payer's.
    """

    number: str
    language: str
    state: State


@leaves_nothing
def hear(session: Session, form: Mapping[str, str], *, via: Via, keys: KeyRing, now: datetime) -> Heard:
    """Take a message of the bank.

    Raises:
        AnswerRefused: its signature, amount or order number does not fit; a case was opened.
    """
    try:
        answer = BankAnswer.read(form, keys)
    except BadMessage as problem:
        raise _refused(session, form, via, problem.problem, now) from None
    order = session.scalar(select(Order).filter_by(number=answer.order_number))
    if order is None:
        raise _refused(session, form, via, "unknown_order", now)
    if order.redirected_at is None or order.bank_code != answer.bank_code:
        raise _refused(session, form, via, "not_expected", now)
    if order.amount_sen != answer.amount_sen:
        raise _refused(session, form, via, "amount", now)
    if not _apply(session, order, answer, now):
        _case(session, form, via, "late", now)
    return Heard(order.number, order.language, State(order.state))


@leaves_nothing
def requery(session: Session, number: str, *, employers: Collection[int], now: datetime) -> State:
    """Ask the bank what became of an order, and settle it if the bank knows.

    Raises:
        NoSuchOrder: it is none of these employers' orders.
        OrderIsOver: it was never sent to the bank.
    """
    order = orders.get_row(session, number, employers)
    if order.state not in FINAL:
        ask_bank(session, order, now=now)
    elif order.redirected_at is None:
        raise OrderIsOver(number)
    return State(order.state)


def ask_bank(session: Session, order: Order, *, now: datetime) -> None:
    """Ask the bank about an order that is open, and settle it if the bank knows.

    Raises:
        OrderIsOver: it was never sent to the bank.
    """
    answer = bank.enquire(session, orders.request_of(order), now=now)
    if answer is not None:
        _apply(session, order, answer, now)


def _apply(session: Session, order: Order, answer: BankAnswer, now: datetime) -> bool:
    """Settle an order by an answer; whether the answer fits what is in the books."""
    outcome = get_code(answer.code).outcome
    to = state_after(outcome)
    if order.state == to or (outcome is Outcome.PENDING and order.state in FINAL):
        return True  # heard before, or overtaken by a later answer
    if not can_move(order.state, to):
        return False
    before = order.state
    order.fpx_id, order.code = answer.fpx_id, answer.code
    if to is State.PENDING_AUTHORISATION:
        order.state = moved(order.state, to)
        session.flush()
        orders.forget_plans(session, order.number)
        due.plan(session, orders.AUTHORISATION_EXPIRED, due_at=answer.at + APPROVER_HAS, subject=order.number)
    elif to is State.SUCCESSFUL:
        _pay(session, order, now)
    else:
        orders.close(session, order, to, now=now)
        if before == State.PENDING_AUTHORISATION:
            # Nobody is at a screen by then.
            mail.send_failure(session, order, now=now)
    return True


def _pay(session: Session, order: Order, now: datetime) -> None:
    order.state = moved(order.state, State.SUCCESSFUL)
    order.settled_at = now
    session.flush()
    paid = [item.payable_id for item in order.items]
    submissions.mark_paid(session, paid, at=now)
    cart.forget(session, paid)
    orders.forget_plans(session, order.number)
    receipts.issue(session, order, now=now)
    mail.send_receipt(session, order, now=now)


def _refused(session: Session, form: Mapping[str, str], via: Via, kind: str, now: datetime) -> AnswerRefused:
    return AnswerRefused(_case(session, form, via, kind, now), kind)


def _case(session: Session, form: Mapping[str, str], via: Via, kind: str, now: datetime) -> int:
    case = ReconciliationCase(
        at=now,
        via=via,
        kind=kind,
        order_number=form.get("fpx_sellerOrderNo", "")[:_LONGEST],
        code=form.get("fpx_debitAuthCode", "")[:10],
        amount=form.get("fpx_txnAmount", "")[:_LONGEST],
    )
    session.add(case)
    session.flush()
    return case.id
