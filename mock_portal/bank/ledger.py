"""The bank's own truth: every payment it was asked for, and what it debited."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.bank.models import BankDebit, BankTransaction
from mock_portal.bank.states import State
from mock_portal.fpx.messages import BankAnswer

__all__ = ["LedgerEntry", "ledger", "record_past_debit"]


@dataclass(frozen=True)
class LedgerEntry:
    """One payment in the bank's books.

    Attributes:
        amount_sen: what was asked for.
        debited_sen: what really left the account: the same amount, or nothing.
        at: when the bank decided, or received it while it is open.
    """

    fpx_id: str
    order_no: str
    amount_sen: int
    debited_sen: int
    bank: str
    status: str
    at: datetime


def ledger(session: Session) -> tuple[LedgerEntry, ...]:
    """All payments that the bank was asked for, in that order."""
    debited = {debit.transaction_id: debit.amount_sen for debit in session.scalars(select(BankDebit))}
    return tuple(
        LedgerEntry(
            fpx_id=payment.fpx_id,
            order_no=payment.order_number,
            amount_sen=payment.amount_sen,
            debited_sen=debited.get(payment.id, 0),
            bank=payment.bank_code,
            status=payment.state,
            at=payment.decided_at or payment.received_at,
        )
        for payment in session.scalars(select(BankTransaction).order_by(BankTransaction.id))
    )


def record_past_debit(session: Session, *, answer: BankAnswer, payer_email: str, account_id: int) -> None:
    """Write a payment that was approved before the world began; the account's balance is today's already."""
    payment = BankTransaction(
        token=secrets.token_urlsafe(16),
        fpx_id=answer.fpx_id,
        order_number=answer.order_number,
        amount_sen=answer.amount_sen,
        business_model=answer.business_model,
        bank_code=answer.bank_code,
        payer_email=payer_email,
        state=State.APPROVED,
        code=answer.code,
        account_id=account_id,
        received_at=answer.at,
        decided_at=answer.at,
    )
    session.add(payment)
    session.flush()
    session.add(
        BankDebit(
            transaction_id=payment.id, account_id=account_id, amount_sen=answer.amount_sen, at=answer.at
        )
    )
    session.flush()
