"""The bank's side of a payment: asked for, logged in, approved or not, debited exactly once.

Every function that decides a payment leaves the answer that merchant and payer hear; none decides twice.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.bank.answering import Messenger, answer_of, form_for_return
from mock_portal.bank.approving import approvals_waiting, check_approver, decide
from mock_portal.bank.asking import enquire
from mock_portal.bank.deciding import debit_or_decline, settle, settle_if_time_is_up
from mock_portal.bank.errors import NoSuchPayment, OrderReused, PaymentIsOver, WrongCredentials
from mock_portal.bank.ledger import LedgerEntry, ledger, record_past_debit
from mock_portal.bank.models import BankAccount, BankTransaction
from mock_portal.bank.opening import open_payment
from mock_portal.bank.states import ATTEMPTS, SESSION_LASTS, State
from mock_portal.database import leaves_nothing
from mock_portal.fpx import codes
from mock_portal.fpx.banks import find_bank
from mock_portal.fpx.business import LIMITS, BusinessModel
from mock_portal.fpx.messages import BadMessage, BankAnswer, PaymentRequest

__all__ = [
    "Account",
    "LedgerEntry",
    "Messenger",
    "Payment",
    "answer",
    "approvals_waiting",
    "approve",
    "cancel",
    "check_approver",
    "decide",
    "enquire",
    "form_for_return",
    "get_account",
    "get_payment",
    "hints",
    "ledger",
    "log_in",
    "receive",
    "record_past_debit",
]


@dataclass(frozen=True)
class Payment:
    """One payment as the bank's pages show it.

    Attributes:
        has_ended: its session is over, though nobody has written the answer yet.
    """

    token: str
    fpx_id: str
    order_number: str
    amount_sen: int
    business_model: BusinessModel
    bank_name: str
    state: State
    code: str
    has_ended: bool


@dataclass(frozen=True)
class Account:
    """A customer's account as its owner sees it. Amounts are sen."""

    number: str
    name: str
    user: str
    balance_sen: int
    limit_sen: int
    has_approver: bool


@leaves_nothing
def receive(session: Session, request: PaymentRequest, *, callback_url: str, now: datetime) -> str:
    """Take a merchant's signed request; the answer is the payment's token. The same request twice is one.

    Raises:
        OrderReused: the order number came before with other facts.
        BadMessage: the bank does not exist, or the amount is outside the limits of FPX.
    """
    limits = LIMITS[request.business_model]
    if find_bank(request.bank_code) is None or not limits.least_sen <= request.amount_sen <= limits.most_sen:
        raise BadMessage("malformed")
    known = session.scalar(select(BankTransaction).filter_by(order_number=request.order_number))
    if known is not None:
        same = (known.amount_sen, known.business_model, known.bank_code) == (
            request.amount_sen,
            request.business_model,
            request.bank_code,
        )
        if not same:
            raise OrderReused(request.order_number)
        return known.token
    return open_payment(session, request, callback_url=callback_url, now=now).token


def get_payment(session: Session, token: str, *, now: datetime) -> Payment:
    """The payment with this token.

    Raises:
        NoSuchPayment: there is none.
    """
    row = _row(session, token)
    bank = find_bank(row.bank_code)
    return Payment(
        token=row.token,
        fpx_id=row.fpx_id,
        order_number=row.order_number,
        amount_sen=row.amount_sen,
        business_model=BusinessModel(row.business_model),
        bank_name=bank.name if bank else row.bank_code,
        state=State(row.state),
        code=row.code,
        has_ended=row.state == State.RECEIVED and now - row.received_at >= SESSION_LASTS,
    )


def get_account(session: Session, user: str) -> Account:
    """The account of a customer who is logged in.

    Raises:
        NoSuchPayment: the customer does not exist (any more).
    """
    row = session.scalar(select(BankAccount).filter_by(user=user))
    if row is None:
        raise NoSuchPayment(user)
    return Account(row.number, row.name, row.user, row.balance_sen, row.limit_sen, bool(row.approver_user))


def hints(session: Session, *, approvers: bool = False) -> tuple[tuple[str, str, str], ...]:
    """User ID, password and name of everyone who can log in, since this bank is a mock."""
    rows = session.scalars(select(BankAccount).order_by(BankAccount.id))
    if approvers:
        return tuple(
            (row.approver_user, row.approver_password, row.name) for row in rows if row.approver_user
        )
    return tuple((row.user, row.password, row.name) for row in rows)


@leaves_nothing
def log_in(  # noqa: PLR0913 - who, which payment, and what every answer needs
    session: Session, token: str, *, user: str, password: str, messenger: Messenger, now: datetime
) -> None:
    """Let a customer in to pay; the third wrong try declines the payment.

    Raises:
        WrongCredentials: user and password do not belong together; the try is counted.
        PaymentIsOver: the payment has its answer, perhaps since this very try.
    """
    payment = _open_row(session, token, messenger, now)
    account = session.scalar(select(BankAccount).filter_by(user=user))
    if account is not None and hmac.compare_digest(account.password.encode(), password.encode()):
        payment.failures = 0
        session.flush()
        return
    payment.failures += 1
    session.flush()
    if payment.failures >= ATTEMPTS:
        settle(session, payment, codes.WRONG_CREDENTIALS, messenger=messenger, now=now)
        raise PaymentIsOver(token)
    raise WrongCredentials(ATTEMPTS - payment.failures)


@leaves_nothing
def approve(session: Session, token: str, *, user: str, messenger: Messenger, now: datetime) -> None:
    """Pay, or, for a business with an approver, put the payment before the approver.

    Too little money or too low a limit declines it: the answer says so.

    Raises:
        PaymentIsOver: it has its answer already, or its session just ended.
    """
    payment = _open_row(session, token, messenger, now)
    account = session.scalars(select(BankAccount).filter_by(user=user)).one()
    payment.account_id = account.id
    if payment.business_model == BusinessModel.B2B and account.approver_user:
        settle(session, payment, codes.PENDING_AUTHORISATION, messenger=messenger, now=now)
    else:
        debit_or_decline(session, payment, account, messenger=messenger, now=now)


@leaves_nothing
def cancel(session: Session, token: str, *, logged_in: bool, messenger: Messenger, now: datetime) -> None:
    """The buyer cancels.

    Raises:
        PaymentIsOver: it has its answer already, or its session just ended.
    """
    payment = _open_row(session, token, messenger, now)
    code = codes.CANCELLED if logged_in else codes.CANCELLED_BEFORE_LOGIN
    settle(session, payment, code, messenger=messenger, now=now)


def answer(session: Session, token: str) -> BankAnswer | None:
    """What the merchant is told of a payment, or `None` while it is open.

    Raises:
        NoSuchPayment: there is none.
    """
    row = _row(session, token)
    return answer_of(row) if row.decided_at is not None else None


def _row(session: Session, token: str) -> BankTransaction:
    row = session.scalar(select(BankTransaction).filter_by(token=token))
    if row is None:
        raise NoSuchPayment(token)
    return row


def _open_row(session: Session, token: str, messenger: Messenger, now: datetime) -> BankTransaction:
    row = _row(session, token)
    settle_if_time_is_up(session, row, messenger=messenger, now=now)
    if row.state != State.RECEIVED:
        raise PaymentIsOver(token)
    return row
