"""What happens to applications by itself when the world's clock gets there; subjects are references."""

import contextlib
from datetime import datetime

from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing
from mock_portal.registration import mail, reviewing
from mock_portal.registration.errors import RegistrationError
from mock_portal.registration.history import get_by_reference, move
from mock_portal.registration.states import ApplicationState

__all__ = ["amendment_expired", "approve_by_itself", "verification_expired"]


def verification_expired(session: Session, subject: str, at: datetime) -> None:
    """The link was not used for 24 hours."""
    _expire(session, subject, ApplicationState.PENDING_EMAIL, at)


def amendment_expired(session: Session, subject: str, at: datetime) -> None:
    """A query was not answered for 14 days."""
    _expire(session, subject, ApplicationState.QUERY, at)


def approve_by_itself(session: Session, subject: str, at: datetime) -> None:
    """A world that approves by itself does it where no officer was quicker and nothing stands against it."""
    # What stands against it is told to the officer for whom it waits.
    with contextlib.suppress(RegistrationError):
        _open_and_approve(session, subject, at)


@leaves_nothing
def _open_and_approve(session: Session, reference: str, at: datetime) -> None:
    reviewing.open_for_review(session, reference, reviewing.AUTOMATIC, at)
    reviewing.approve(session, reference, reviewing.AUTOMATIC, at)


def _expire(session: Session, reference: str, waiting: ApplicationState, at: datetime) -> None:
    row = get_by_reference(session, reference)
    if row.state == waiting:
        move(session, row, ApplicationState.EXPIRED, now=at)
        row.decided_at = at
        mail.send_expired(session, row, now=at)
