"""Sessions of officers: the rules of employers' sessions, in rows and under a cookie of their own.

An employer's session opens no page of an officer and an officer's none of an employer: neither is ever
looked up for the other's pages.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.accounts.sessions import Ended, EndReason, NewSession
from mock_portal.database import leaves_nothing
from mock_portal.officer.models import OfficerRow, OfficerSession
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
    for older in session.scalars(select(OfficerSession).filter_by(officer_id=officer_id, ended_at=None)):
        older.ended_at, older.ended_because = now, EndReason.REPLACED.value
    token = secrets.token_urlsafe(32)
    row = OfficerSession(
        officer_id=officer_id,
        token_hash=_hash(token),
        csrf_secret=secrets.token_hex(20),
        started_at=now,
        last_seen_at=now,
    )
    session.add(row)
    session.flush()
    return NewSession(row.id, token)


def resume(session: Session, token: str, *, settings: WorldSettings, now: datetime) -> OnDuty | Ended | None:
    """The officer of a token, seen again now; or why the session is over; or `None` for nobody's token."""
    found = session.execute(
        select(OfficerSession, OfficerRow).join(OfficerRow).where(OfficerSession.token_hash == _hash(token))
    ).one_or_none()
    if found is None:
        return None
    row, officer = found
    if row.ended_at is None and now >= _ends_at(row, settings):
        row.ended_at, row.ended_because = now, EndReason.EXPIRED.value
    if row.ended_at is not None:
        session.flush()
        return Ended(EndReason(row.ended_because))
    if row.last_seen_at != now:
        row.last_seen_at = now
        session.flush()
    return OnDuty(
        id=officer.id,
        name=officer.name,
        email=officer.email,
        session_id=row.id,
        csrf_secret=row.csrf_secret,
        seconds_left=int((_ends_at(row, settings) - now).total_seconds()),
    )


@leaves_nothing
def end(session: Session, session_id: int, *, because: EndReason, now: datetime) -> None:
    """End a session."""
    row = session.get_one(OfficerSession, session_id)
    if row.ended_at is None:
        row.ended_at, row.ended_because = now, because.value
        session.flush()


def _ends_at(row: OfficerSession, settings: WorldSettings) -> datetime:
    return min(
        row.last_seen_at + timedelta(seconds=settings.idle_seconds),
        row.started_at + timedelta(seconds=settings.absolute_seconds),
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
