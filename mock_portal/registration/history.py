"""Moving an application from state to state, each move with its line of history."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.registration.errors import ApplicationNotFound
from mock_portal.registration.models import Application, ApplicationEvent
from mock_portal.registration.states import ApplicationState, moved

__all__ = ["get_by_reference", "move", "note"]


def get_by_reference(session: Session, reference: str) -> Application:
    """The application with a reference number, however it was typed.

    Raises:
        ApplicationNotFound: there is none.
    """
    row = session.scalar(select(Application).filter_by(reference=reference.strip().upper()))
    if row is None:
        raise ApplicationNotFound(reference[:40])
    return row


def move(  # noqa: PLR0913 - what, when, by whom and why
    session: Session,
    row: Application,
    to: ApplicationState,
    *,
    now: datetime,
    who: str = "",
    reason: str = "",
) -> None:
    """Move an application on.

    Raises:
        NotAllowed: it cannot go there from where it is.
    """
    row.state = moved(row.state, to).value
    note(session, row, to.value, now=now, who=who, reason=reason)


def note(  # noqa: PLR0913 - as above
    session: Session, row: Application, what: str, *, now: datetime, who: str = "", reason: str = ""
) -> None:
    """Add a line to an application's history."""
    row.events.append(ApplicationEvent(application_id=row.id, at=now, what=what, who=who, reason=reason))
    session.flush()
