"""The one place where a payment at the bank gets its answer, and the one place where money leaves."""

from datetime import datetime

from sqlalchemy.orm import Session

from mock_portal.bank.answering import Messenger
from mock_portal.bank.models import BankAccount, BankDebit, BankTransaction
from mock_portal.bank.states import APPROVER_HAS, SESSION_LASTS, State, moved, state_after
from mock_portal.fpx import codes
from mock_portal.fpx.codes import Code

__all__ = ["debit_or_decline", "settle", "settle_if_time_is_up"]


def settle(
    session: Session, payment: BankTransaction, code: Code, *, messenger: Messenger | None, now: datetime
) -> None:
    """Give a payment its answer and tell the merchant; without a messenger nobody is told.

    Raises:
        NotAllowed: it has another answer already.
    """
    payment.state = moved(payment.state, state_after(code))
    payment.code = code.code
    payment.decided_at = now
    session.flush()
    if messenger is not None:
        messenger.tell(session, payment, now=now)


def settle_if_time_is_up(
    session: Session, payment: BankTransaction, *, messenger: Messenger | None, now: datetime
) -> None:
    """End a session of the payer that lasted too long, or an approval that nobody gave."""
    if payment.state == State.RECEIVED and now - payment.received_at >= SESSION_LASTS:
        settle(session, payment, codes.TIMED_OUT, messenger=messenger, now=now)
    elif (
        payment.state == State.AWAITING_APPROVER
        and payment.decided_at is not None
        and now - payment.decided_at >= APPROVER_HAS
    ):
        settle(session, payment, codes.AUTHORISATION_EXPIRED, messenger=messenger, now=now)


def debit_or_decline(
    session: Session, payment: BankTransaction, account: BankAccount, *, messenger: Messenger, now: datetime
) -> None:
    """Take the money, if the customer's limit and balance allow it; the answer is given either way.

    Raises:
        NotAllowed: the payment has its answer already.
    """
    if payment.amount_sen > account.limit_sen:
        code = codes.LIMIT_EXCEEDED
    elif payment.amount_sen > account.balance_sen:
        code = codes.INSUFFICIENT_FUNDS
    else:
        code = codes.APPROVED
        account.balance_sen -= payment.amount_sen
        session.add(
            BankDebit(transaction_id=payment.id, account_id=account.id, amount_sen=payment.amount_sen, at=now)
        )
    settle(session, payment, code, messenger=messenger, now=now)
