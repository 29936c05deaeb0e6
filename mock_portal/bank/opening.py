"""Entering a merchant's request in the bank's books."""

import secrets
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mock_portal.bank.models import BankTransaction
from mock_portal.bank.states import State
from mock_portal.fpx.messages import PaymentRequest

__all__ = ["open_payment"]


def open_payment(
    session: Session, request: PaymentRequest, *, callback_url: str, now: datetime
) -> BankTransaction:
    """A new payment with its token and its FPX Transaction ID; its order number must be new."""
    serial = (session.scalar(select(func.max(BankTransaction.id))) or 0) + 1
    payment = BankTransaction(
        token=secrets.token_urlsafe(16),
        fpx_id=f"{now:%y%m%d%H%M}{serial % 1_000_000:06}",
        order_number=request.order_number,
        amount_sen=request.amount_sen,
        business_model=request.business_model,
        bank_code=request.bank_code,
        payer_email=request.payer_email,
        callback_url=callback_url,
        state=State.RECEIVED,
        received_at=now,
    )
    session.add(payment)
    session.flush()
    return payment
