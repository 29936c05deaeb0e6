"""What an employer's home says before any click: what is due, what is unfinished, what needs paying."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from mock_portal.employers.service import Employer, get_employer
from mock_portal.payments.service import NotSent, not_sent
from mock_portal.submissions.service import (
    Draft,
    Payable,
    PendingMonth,
    State,
    drafts,
    payables,
    pending_months,
)

__all__ = ["Desk", "desk"]


@dataclass(frozen=True)
class Desk:
    """One employer's work that waits.

    Attributes:
        due: months not submitted, the oldest first.
        drafts: files that were read, can be submitted and were not, the newest first.
        unpaid: ACR and ECR that can be paid now.
        at_bank: those in a payment that the bank has and whose outcome is not known yet.
        not_sent: orders that were left before they reached the bank, the newest first.
    """

    employer: Employer
    today: date
    due: tuple[PendingMonth, ...]
    drafts: tuple[Draft, ...]
    unpaid: tuple[Payable, ...]
    at_bank: tuple[Payable, ...]
    not_sent: tuple[NotSent, ...]

    @property
    def next_due(self) -> PendingMonth | None:
        """The month that is due first."""
        return self.due[0] if self.due else None

    @property
    def days_left(self) -> int:
        """Days until that month is due; negative when it is late."""
        return (self.due[0].due_date - self.today).days if self.due else 0

    @property
    def unpaid_sen(self) -> int:
        """What is to be paid in all, in sen."""
        return sum(payable.amount_sen for payable in self.unpaid)


def desk(session: Session, employer_id: int, *, today: date) -> Desk:
    """The work that waits for one employer."""
    owed = payables(session, employer_id)
    being_paid = tuple(x for x in owed if x.status is State.PAYMENT_PENDING)
    left = not_sent(session, employer_id) if being_paid else ()
    left_records = {number for order in left for number in order.payable_ids}
    return Desk(
        employer=get_employer(session, employer_id),
        today=today,
        due=pending_months(session, employer_id, today=today),
        drafts=tuple(draft for draft in drafts(session, employer_id) if draft.state is not State.ERRORS),
        unpaid=tuple(x for x in owed if x.status is not State.PAYMENT_PENDING),
        at_bank=tuple(x for x in being_paid if x.id not in left_records),
        not_sent=left,
    )
