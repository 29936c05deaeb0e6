"""Which months are open, and when they are due (portal-flows 6.1; due on the 15th of the next month)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from contributions import YearMonth
from mock_portal.employees.service import count_employed
from mock_portal.submissions.models import ListedMonth, PayableRow, Submission
from mock_portal.submissions.states import State

__all__ = ["PendingMonth", "closed_months", "list_months", "pending_months"]


@dataclass(frozen=True)
class PendingMonth:
    """A month not yet submitted."""

    month: YearMonth
    due_date: date
    employees: int
    is_late: bool


def pending_months(session: Session, employer_id: int, *, today: date) -> tuple[PendingMonth, ...]:
    """The months that an employer still has to submit, the oldest first.

    A month joins the list on the first day of the month after it (assumed).
    """
    closed = closed_months(session, employer_id)
    return tuple(
        PendingMonth(
            month=month,
            due_date=month.due_date,
            employees=count_employed(session, employer_id, month),
            is_late=month.due_date < today,
        )
        for month in sorted(set(_listed(session, employer_id, today)) - closed)
    )


def closed_months(session: Session, employer_id: int) -> frozenset[YearMonth]:
    """The months for which a file is refused: submitted, being paid or paid."""
    rows = session.scalars(
        select(Submission.months)
        .join(PayableRow)
        .where(Submission.employer_id == employer_id, PayableRow.state != State.CANCELLED)
    )
    return frozenset(YearMonth.parse(month) for months in rows for month in months)


def list_months(session: Session, employer_id: int, months: Iterable[YearMonth]) -> None:
    """Put months into an employer's list, where they are not in it yet."""
    known = set(session.scalars(select(ListedMonth.month).filter_by(employer_id=employer_id)))
    new = sorted({str(month) for month in months} - known)
    session.add_all(ListedMonth(employer_id=employer_id, month=month) for month in new)
    session.flush()


def _listed(session: Session, employer_id: int, today: date) -> Iterator[YearMonth]:
    listed = sorted(session.scalars(select(ListedMonth.month).filter_by(employer_id=employer_id)))
    last_over = YearMonth.of(today).previous()
    yield from (month for month in map(YearMonth.parse, listed) if month <= last_over)
    month = YearMonth.parse(listed[-1]).next() if listed else last_over
    while month <= last_over:
        yield month
        month = month.next()
