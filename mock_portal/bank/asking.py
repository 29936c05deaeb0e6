"""What the bank says when a merchant's server asks what became of an order (Requery)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.bank.answering import answer_of
from mock_portal.bank.deciding import settle, settle_if_time_is_up
from mock_portal.bank.models import BankTransaction
from mock_portal.bank.opening import open_payment
from mock_portal.bank.states import SESSION_LASTS, State
from mock_portal.database import leaves_nothing
from mock_portal.fpx import codes
from mock_portal.fpx.messages import BankAnswer, PaymentRequest

__all__ = ["enquire"]


@leaves_nothing
def enquire(session: Session, request: PaymentRequest, *, now: datetime) -> BankAnswer | None:
    """What became of an order, or `None` while the payer is still at it.

    Once the bank said that it did not charge, it never will: an order whose time is up is closed by the
    question, and one that never came is closed before it can.
    """
    payment = session.scalar(select(BankTransaction).filter_by(order_number=request.order_number))
    if payment is None:
        if now - request.at < SESSION_LASTS:
            return None
        payment = open_payment(session, request, callback_url="", now=now)
        settle(session, payment, codes.NOT_FOUND, messenger=None, now=now)
    # The asker hears it now; a callback as well would only be a duplicate.
    settle_if_time_is_up(session, payment, messenger=None, now=now)
    return None if payment.state == State.RECEIVED else answer_of(payment)
