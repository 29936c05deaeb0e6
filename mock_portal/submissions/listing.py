"""Submissions as they are listed: to the employer, and to the control API."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from contributions import YearMonth
from mock_portal.submissions.errors import NoSuchSubmission
from mock_portal.submissions.models import Submission
from mock_portal.submissions.payables import Payable, seen
from mock_portal.submissions.states import State

__all__ = ["Submitted", "all_submissions", "get_submission", "submissions_of"]


@dataclass(frozen=True)
class Submitted:
    """One submission with its records."""

    id: int
    employer_id: int
    months: tuple[YearMonth, ...]
    heads: int
    received_at: datetime
    payables: tuple[Payable, ...]

    @property
    def amount_sen(self) -> int:
        """What all its records ask for, in sen."""
        return sum(payable.amount_sen for payable in self.payables)

    @property
    def status(self) -> State:
        """Where the whole stands, told by its records."""
        states = {payable.status for payable in self.payables}
        if len(states) == 1:
            return states.pop()
        return State.PART_PAID if State.PAID in states else State.PAYMENT_PENDING


def submissions_of(session: Session, employer_id: int) -> tuple[Submitted, ...]:
    """The submissions of an employer, newest first."""
    query = select(Submission).filter_by(employer_id=employer_id)
    return tuple(_seen(row) for row in session.scalars(query.order_by(Submission.id.desc())))


def all_submissions(session: Session) -> tuple[Submitted, ...]:
    """Every submission of the world, oldest first."""
    return tuple(_seen(row) for row in session.scalars(select(Submission).order_by(Submission.id)))


def get_submission(session: Session, submission_id: int) -> Submitted:
    """One submission.

    Raises:
        NoSuchSubmission: there is none of this id.
    """
    row = session.get(Submission, submission_id)
    if row is None:
        raise NoSuchSubmission(str(submission_id))
    return _seen(row)


def _seen(row: Submission) -> Submitted:
    return Submitted(
        id=row.id,
        employer_id=row.employer_id,
        months=tuple(YearMonth.parse(month) for month in row.months),
        heads=row.heads,
        received_at=row.received_at,
        payables=tuple(seen(payable) for payable in row.payables),
    )
