"""Payments as they are shown: to the payer, in Payment > FPX > History, and to the control API."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from contributions import T, YearMonth
from mock_portal.employers import service as employers
from mock_portal.fpx.banks import find_bank
from mock_portal.fpx.business import BusinessModel
from mock_portal.fpx.codes import CODES
from mock_portal.fpx.messages import BankAnswer
from mock_portal.payments.errors import NotPaid
from mock_portal.payments.models import Order, ReconciliationCase
from mock_portal.payments.orders import get_row
from mock_portal.payments.receipts import Receipt, receipts_of
from mock_portal.payments.states import FINAL, WORDS, State
from mock_portal.row_numbers import LARGEST

__all__ = [
    "Case",
    "PaidRecord",
    "Payment",
    "all_cases",
    "all_payments",
    "get_paid",
    "get_payment",
    "has_case",
    "history",
]


@dataclass(frozen=True)
class PaidRecord:
    """An ACR or ECR in a payment, in sen."""

    payable_id: int
    number: str
    months: tuple[YearMonth, ...]
    amount_sen: int


@dataclass(frozen=True)
class Case:
    """A message of the bank that did not fit the books."""

    id: int
    at: datetime
    via: str
    kind: str
    order_number: str
    code: str
    amount: str


@dataclass(frozen=True)
class Payment:
    """One payment, from its order to its receipts. Amounts are sen.

    Attributes:
        fpx_id: the FPX Transaction ID, empty until the bank answered.
        code: of the bank's answer, empty until there is one.
        cases: messages about it that did not fit.
    """

    number: str
    employer_id: int
    employer_code: str
    employer_name: str
    state: State
    amount_sen: int
    records: tuple[PaidRecord, ...]
    payer_email: str
    business_model: str
    bank_code: str
    fpx_id: str
    code: str
    created_at: datetime
    redirected_at: datetime | None
    settled_at: datetime | None
    receipts: tuple[Receipt, ...]
    cases: tuple[Case, ...]

    @property
    def at(self) -> datetime:
        """The moment that lists show: of the outcome, else of the last step."""
        return self.settled_at or self.redirected_at or self.created_at

    @property
    def status(self) -> T:
        """The status word of portal-flows 7.4."""
        return WORDS[self.state]

    @property
    def bank_name(self) -> str:
        """The bank's name, empty until one was chosen."""
        bank = find_bank(self.bank_code)
        return bank.name if bank else self.bank_code

    @property
    def reason(self) -> T | None:
        """What happened at the bank."""
        return CODES[self.code].reason if self.code else None

    @property
    def mend(self) -> T | None:
        """What the payer does next."""
        return CODES[self.code].mend if self.code else None

    @property
    def is_final(self) -> bool:
        """Whether nothing can happen to it any more."""
        return self.state in FINAL

    @property
    def can_requery(self) -> bool:
        """Whether the bank may know more than is known here."""
        return self.redirected_at is not None and not self.is_final

    @property
    def is_paid(self) -> bool:
        """Whether it succeeded, so that it has receipts."""
        return self.state is State.SUCCESSFUL

    def as_answer(self) -> BankAnswer:
        """The bank's answer as it must have been, for a payment that succeeded."""
        return BankAnswer(
            order_number=self.number,
            fpx_id=self.fpx_id,
            amount_sen=self.amount_sen,
            business_model=BusinessModel(self.business_model),
            bank_code=self.bank_code,
            code=self.code,
            at=self.at,
        )


def history(session: Session, employer_ids: Collection[int]) -> tuple[Payment, ...]:
    """The payments of some employers, newest first."""
    query = select(Order).where(Order.employer_id.in_(tuple(employer_ids))).order_by(Order.id.desc())
    return _seen(session, session.scalars(query).all())


def all_payments(session: Session) -> tuple[Payment, ...]:
    """All payments of the world, oldest first."""
    return _seen(session, session.scalars(select(Order).order_by(Order.id)).all())


def has_case(session: Session, case_id: int) -> bool:
    """Whether there is a reconciliation case of this number."""
    return 0 < case_id <= LARGEST and session.get(ReconciliationCase, case_id) is not None


def all_cases(session: Session) -> tuple[Case, ...]:
    """All reconciliation cases of the world, oldest first, with those of orders that nobody knows."""
    return tuple(
        Case(case.id, case.at, case.via, case.kind, case.order_number, case.code, case.amount)
        for case in session.scalars(select(ReconciliationCase).order_by(ReconciliationCase.id))
    )


def get_payment(session: Session, number: str, employer_ids: Collection[int]) -> Payment:
    """One payment of these employers.

    Raises:
        NoSuchOrder: there is none.
    """
    (payment,) = _seen(session, [get_row(session, number, employer_ids)])
    return payment


def get_paid(session: Session, number: str, employer_ids: Collection[int]) -> Payment:
    """One payment of these employers that has receipts.

    Raises:
        NoSuchOrder: there is none.
        NotPaid: it did not succeed (yet).
    """
    payment = get_payment(session, number, employer_ids)
    if not payment.is_paid:
        raise NotPaid(number)
    return payment


def _seen(session: Session, orders: Sequence[Order]) -> tuple[Payment, ...]:
    firms = {number: employers.get_employer(session, number) for number in {o.employer_id for o in orders}}
    cases = all_cases(session)
    return tuple(
        Payment(
            number=order.number,
            employer_id=order.employer_id,
            employer_code=firms[order.employer_id].code,
            employer_name=firms[order.employer_id].name,
            state=State(order.state),
            amount_sen=order.amount_sen,
            records=tuple(
                PaidRecord(
                    item.payable_id,
                    item.number,
                    tuple(YearMonth.parse(month) for month in item.months),
                    sum(item.lines.values()),
                )
                for item in order.items
            ),
            payer_email=order.payer_email,
            business_model=order.business_model,
            bank_code=order.bank_code,
            fpx_id=order.fpx_id,
            code=order.code,
            created_at=order.created_at,
            redirected_at=order.redirected_at,
            settled_at=order.settled_at,
            receipts=receipts_of(order),
            cases=tuple(case for case in cases if case.order_number == order.number),
        )
        for order in orders
    )
