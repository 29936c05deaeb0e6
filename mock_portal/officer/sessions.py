"""Sessions of officers."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing
from mock_portal.officer.models import OfficerRow, OfficerSession
from mock_portal.session_rows import Ended, EndReason, NewSession, end_rows, hash_of, new_secrets, see_again
from mock_portal.worlds.settings import WorldSettings

__all__ = ["OnDuty", "begin", "end", "resume"]


@dataclass(frozen=True)
class OnDuty:
    """An officer whose session goes on.

    Attributes:
        session_id: the row of the session.
        seconds_left: until it ends if nothing more is asked, by the world's clock.
    """

    id: int
    name: str
    email: str
    session_id: int
    csrf_secret: str
    seconds_left: int


@leaves_nothing
def begin(session: Session, officer_id: int, *, now: datetime) -> NewSession:
    """Open a session and end the older ones of the officer: the newest wins."""
    older = session.scalars(select(OfficerSession).filter_by(officer_id=officer_id, ended_at=None))
    end_rows(older, because=EndReason.REPLACED, now=now)
    new = new_secrets()
    row = OfficerSession(
        officer_id=officer_id,
        token_hash=hash_of(new.token),
        csrf_secret=new.csrf,
        started_at=now,
        last_seen_at=now,
    )
    session.add(row)
    session.flush()
    return NewSession(row.id, new.token)


def resume(session: Session, token: str, *, settings: WorldSettings, now: datetime) -> OnDuty | Ended | None:
    """The officer of a token, seen again now; or why the session is over; or `None` for nobody's token."""
    found = session.execute(
        select(OfficerSession, OfficerRow).join(OfficerRow).where(OfficerSession.token_hash == hash_of(token))
    ).one_or_none()
    if found is None:
        return None
    row, officer = found
    seconds_left = see_again(row, settings=settings, now=now)
    session.flush()
    if isinstance(seconds_left, Ended):
        return seconds_left
    return OnDuty(
        id=officer.id,
        name=officer.name,
        email=officer.email,
        session_id=row.id,
        csrf_secret=row.csrf_secret,
        seconds_left=seconds_left,
    )


@leaves_nothing
def end(session: Session, session_id: int, *, because: EndReason, now: datetime) -> None:
    """End a session."""
    end_rows([session.get_one(OfficerSession, session_id)], because=because, now=now)
    session.flush()
