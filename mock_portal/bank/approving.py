"""The second signature of a business: its approver sees what waits, and approves or rejects it."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.bank.answering import Messenger
from mock_portal.bank.deciding import debit_or_decline, settle, settle_if_time_is_up
from mock_portal.bank.errors import NotTheApprover, WrongCredentials
from mock_portal.bank.models import BankAccount, BankTransaction
from mock_portal.bank.states import APPROVER_HAS, State
from mock_portal.database import leaves_nothing
from mock_portal.fpx import codes

__all__ = ["Approval", "approvals_waiting", "check_approver", "decide"]


@dataclass(frozen=True)
class Approval:
    """A payment that waits for its approver.

    Attributes:
        until: when it expires.
    """

    token: str
    order_number: str
    fpx_id: str
    amount_sen: int
    account_name: str
    account_number: str
    made_at: datetime
    until: datetime


def check_approver(session: Session, *, user: str, password: str) -> None:
    """Let an approver in.

    Raises:
        WrongCredentials: user and password do not belong together.
    """
    account = session.scalar(select(BankAccount).filter_by(approver_user=user)) if user else None
    if account is None or not hmac.compare_digest(account.approver_password.encode(), password.encode()):
        raise WrongCredentials(0)


def approvals_waiting(session: Session, approver: str, *, now: datetime) -> tuple[Approval, ...]:
    """What waits for this approver, oldest first."""
    found = session.execute(
        select(BankTransaction, BankAccount)
        .join(BankAccount, BankAccount.id == BankTransaction.account_id)
        .where(BankTransaction.state == State.AWAITING_APPROVER, BankAccount.approver_user == approver)
        .order_by(BankTransaction.id)
    )
    return tuple(
        _seen(payment, account, payment.decided_at)
        for payment, account in found
        if payment.decided_at is not None and now - payment.decided_at < APPROVER_HAS
    )


@leaves_nothing
def decide(  # noqa: PLR0913 - who, which payment, and what every answer needs
    session: Session, token: str, *, approver: str, approves: bool, messenger: Messenger, now: datetime
) -> bool:
    """Approve or reject a payment; whether it was debited.

    Raises:
        NotTheApprover: it does not wait for this approver, or no longer.
    """
    payment = session.scalar(select(BankTransaction).filter_by(token=token))
    account = session.get(BankAccount, payment.account_id or 0) if payment is not None else None
    if payment is None or account is None or account.approver_user != approver:
        raise NotTheApprover(token)
    settle_if_time_is_up(session, payment, messenger=messenger, now=now)
    if payment.state != State.AWAITING_APPROVER:
        raise NotTheApprover(token)
    if approves:
        debit_or_decline(session, payment, account, messenger=messenger, now=now)
    else:
        settle(session, payment, codes.REJECTED, messenger=messenger, now=now)
    return payment.state == State.APPROVED


def _seen(payment: BankTransaction, account: BankAccount, made_at: datetime) -> Approval:
    seven_days: timedelta = APPROVER_HAS
    return Approval(
        token=payment.token,
        order_number=payment.order_number,
        fpx_id=payment.fpx_id,
        amount_sen=payment.amount_sen,
        account_name=account.name,
        account_number=account.number,
        made_at=made_at,
        until=made_at + seven_days,
    )
