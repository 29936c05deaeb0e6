"""ACR and ECR records on their way to being paid.

An ACR is made for Act 4 and carries LINDUNG 24 JAM as a line of its own; an ECR is made for Act 800
(portal-flows 6.0; contribution-files 8.7).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from contributions import YearMonth
from mock_portal.database import leaves_nothing
from mock_portal.submissions.errors import NoSuchPayable
from mock_portal.submissions.models import PayableRow
from mock_portal.submissions.states import State, moved

__all__ = [
    "KINDS",
    "Kind",
    "Payable",
    "PayableLine",
    "Scheme",
    "begin_payment",
    "cancel",
    "get_payables",
    "mark_paid",
    "payables",
    "payment_failed",
    "seen",
]

Scheme = Literal["ACR", "ECR"]
Kind = Literal["socso_employer", "socso_employee", "lindung", "eis_employer", "eis_employee"]
_OF_SCHEME: Final[dict[str, tuple[Kind, ...]]] = {
    "ACR": ("socso_employer", "socso_employee", "lindung"),
    "ECR": ("eis_employer", "eis_employee"),
}
KINDS: Final = _OF_SCHEME["ACR"] + _OF_SCHEME["ECR"]
UNPAID: Final = (State.SUBMITTED, State.PAYMENT_PENDING)


@dataclass(frozen=True)
class PayableLine:
    """One part of what a record asks for, in sen."""

    kind: Kind
    amount_sen: int


@dataclass(frozen=True)
class Payable:
    """One ACR or ECR.

    Attributes:
        number: `ACR` or `ECR` and 12 digits.
        status: a value of `State`.
        paid_at: when it was paid, or `None`.
    """

    id: int
    submission_id: int
    employer_id: int
    number: str
    scheme: Scheme
    months: tuple[YearMonth, ...]
    lines: tuple[PayableLine, ...]
    heads: int
    received_at: datetime
    status: State
    paid_at: datetime | None

    @property
    def amount_sen(self) -> int:
        """What is to be paid in all, in sen."""
        return sum(line.amount_sen for line in self.lines)


def payables(session: Session, employer_id: int, *, unpaid_only: bool = True) -> tuple[Payable, ...]:
    """The records of an employer, oldest first; a record that is being paid counts as unpaid."""
    query = select(PayableRow).filter_by(employer_id=employer_id).order_by(PayableRow.id)
    if unpaid_only:
        query = query.where(PayableRow.state.in_(UNPAID))
    return tuple(seen(row) for row in session.scalars(query))


def get_payables(session: Session, ids: Iterable[int]) -> tuple[Payable, ...]:
    """The records with these ids, in the order asked for.

    Raises:
        NoSuchPayable: one of them does not exist.
    """
    return tuple(seen(row) for row in _rows(session, ids))


@leaves_nothing
def begin_payment(session: Session, ids: Iterable[int]) -> None:
    """Lock records in a payment that is under way, all of them or none.

    Raises:
        NoSuchPayable: one of them does not exist.
        NotAllowed: one of them is being paid already, paid or cancelled.
    """
    _move(session, ids, State.PAYMENT_PENDING)


@leaves_nothing
def payment_failed(session: Session, ids: Iterable[int]) -> None:
    """Free records whose payment came to nothing.

    Raises:
        NoSuchPayable: one of them does not exist.
        NotAllowed: one of them is not being paid.
    """
    _move(session, ids, State.SUBMITTED)


@leaves_nothing
def mark_paid(session: Session, ids: Iterable[int], *, at: datetime) -> None:
    """Note that records were paid at a moment, all of them or none.

    Raises:
        NoSuchPayable: one of them does not exist.
        NotAllowed: one of them is paid already, or cancelled.
    """
    for row in _move(session, ids, State.PAID):
        row.paid_at = at
    session.flush()


@leaves_nothing
def cancel(session: Session, payable_id: int) -> None:
    """Remove a record before payment: its whole submission is cancelled and its months are open again.

    An ACR and the ECR of the same Submit go together, since they are one submission (7.1, assumed).

    Raises:
        NoSuchPayable: it does not exist.
        NotAllowed: it, or its companion, is being paid, paid or cancelled already.
    """
    (row,) = _rows(session, (payable_id,))
    _move(session, [sibling.id for sibling in row.submission.payables], State.CANCELLED)


def seen(row: PayableRow) -> Payable:
    """A record as other capabilities see it."""
    return Payable(
        id=row.id,
        submission_id=row.submission_id,
        employer_id=row.employer_id,
        number=row.number,
        scheme=cast("Scheme", row.scheme),
        months=tuple(YearMonth.parse(month) for month in row.submission.months),
        lines=tuple(PayableLine(kind, getattr(row, kind)) for kind in _OF_SCHEME[row.scheme]),
        heads=row.submission.heads,
        received_at=row.submission.received_at,
        status=State(row.state),
        paid_at=row.paid_at,
    )


def _move(session: Session, ids: Iterable[int], to: State) -> tuple[PayableRow, ...]:
    rows = _rows(session, ids)
    for row in rows:
        row.state = moved(row.state, to)
    session.flush()
    return rows


def _rows(session: Session, ids: Iterable[int]) -> tuple[PayableRow, ...]:
    asked = tuple(ids)
    found = {row.id: row for row in session.scalars(select(PayableRow).where(PayableRow.id.in_(asked)))}
    missing = [number for number in asked if number not in found]
    if missing:
        raise NoSuchPayable(str(missing[0]))
    return tuple(found[number] for number in asked)
