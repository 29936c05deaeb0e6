"""What happens to payments by itself when the world's clock gets there."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.fpx import codes
from mock_portal.payments import answers, mail, orders
from mock_portal.payments.models import Order
from mock_portal.payments.states import State, moved

__all__ = ["authorisation_expired", "no_answer"]


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
    """The approver's seven days are over. The bank is asked first: its last word may have been lost."""
    order = session.scalars(select(Order).filter_by(number=subject)).one()
    if order.state != State.PENDING_AUTHORISATION:
        return
    answers.ask_bank(session, order, now=at)
    if order.state == State.PENDING_AUTHORISATION:
        order.code = codes.AUTHORISATION_EXPIRED.code
        orders.close(session, order, State.EXPIRED, now=at)
        mail.send_failure(session, order, now=at)
