"""What happens to payments by itself when the world's clock gets there."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.payments import answers, orders
from mock_portal.payments.models import Order
from mock_portal.payments.states import State, moved
from mock_portal.worlds import due

__all__ = ["authorisation_expired", "no_answer"]

ASK_AGAIN_AFTER: Final = timedelta(minutes=1)


def no_answer(session: Session, subject: str, at: datetime) -> None:
    """Nothing was heard of an order for too long; `subject` is its number.

    Sent to the bank, its outcome is Unknown until Requery. Never sent, its records are free again.
    """
    order = session.scalars(select(Order).filter_by(number=subject)).one()
    if order.state == State.REDIRECTED:
        order.state = moved(order.state, State.UNKNOWN)
        session.flush()
    elif order.state == State.NEW:
        orders.close(session, order, State.CANCELLED, now=at)


def authorisation_expired(session: Session, subject: str, at: datetime) -> None:
    """The approver's seven days are over, so the bank is asked: its last word may have been lost.

    Only the bank can say that it will not debit any more. While it still waits, it is asked again: its
    message tells the moment in whole seconds, and its own clock may be a part of a second behind.
    """
    order = session.scalars(select(Order).filter_by(number=subject)).one()
    if order.state != State.PENDING_AUTHORISATION:
        return
    answers.ask_bank(session, order, now=at)
    if order.state == State.PENDING_AUTHORISATION:
        due.plan(session, orders.AUTHORISATION_EXPIRED, due_at=at + ASK_AGAIN_AFTER, subject=subject)
