"""Sessions are rows of the world, so that the world's clock ends them and a newer log-in can.

Figures: portal-flows 1.5 (assumed): idle 15 min, absolute 8 h, newest session wins.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.accounts.models import Account, SessionRow
from mock_portal.database import leaves_nothing
from mock_portal.worlds.settings import WorldSettings

__all__ = [
    "EndReason",
    "Ended",
    "MustChange",
    "NewSession",
    "OpenSession",
    "begin",
    "end",
    "end_all",
    "resume",
]


class EndReason(StrEnum):
    """Why a session is over."""

    LOGGED_OUT = "logged_out"
    EXPIRED = "expired"
    REPLACED = "replaced"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a reason
    DISABLED = "disabled"


class MustChange(StrEnum):
    """Why the password has to be changed before anything else can be opened."""

    NOTHING = ""
    TEMPORARY = "temporary"
    EXPIRED = "expired"


@dataclass(frozen=True)
class NewSession:
    """A session just begun; only its cookie will know the token."""

    id: int
    token: str


@dataclass(frozen=True)
class OpenSession:
    """A session that goes on.

    Attributes:
        seconds_left: until it ends if nothing more is asked, by the world's clock.
    """

    id: int
    account_id: int
    email: str
    name: str
    csrf_secret: str
    seconds_left: int
    must_change: MustChange = MustChange.NOTHING


@dataclass(frozen=True)
class Ended:
    """A session that is over, and why."""

    reason: EndReason


@leaves_nothing
def begin(
    session: Session, account_id: int, *, must_change: MustChange = MustChange.NOTHING, now: datetime
) -> NewSession:
    """Open a session and end the older ones of the account: the newest wins (1.3, assumed)."""
    end_all(session, account_id, because=EndReason.REPLACED, now=now)
    token = secrets.token_urlsafe(32)
    row = SessionRow(
        account_id=account_id,
        token_hash=_hash(token),
        csrf_secret=secrets.token_hex(20),
        started_at=now,
        last_seen_at=now,
        must_change=must_change.value,
    )
    session.add(row)
    session.flush()
    return NewSession(row.id, token)


def resume(
    session: Session, token: str, *, settings: WorldSettings, now: datetime
) -> OpenSession | Ended | None:
    """The session of a token, seen again now; or why it is over; or `None` for a token of nobody."""
    found = session.execute(
        select(SessionRow, Account).join(Account).where(SessionRow.token_hash == _hash(token))
    ).one_or_none()
    if found is None:
        return None
    row, account = found
    if row.ended_at is None and now >= _ends_at(row, settings):
        row.ended_at, row.ended_because = now, EndReason.EXPIRED.value
    if row.ended_at is not None:
        session.flush()
        return Ended(EndReason(row.ended_because))
    if row.last_seen_at != now:
        row.last_seen_at = now
        session.flush()
    return OpenSession(
        id=row.id,
        account_id=account.id,
        email=account.email,
        name=account.name,
        csrf_secret=row.csrf_secret,
        seconds_left=int((_ends_at(row, settings) - now).total_seconds()),
        must_change=MustChange(row.must_change),
    )


@leaves_nothing
def end(session: Session, session_id: int, *, because: EndReason, now: datetime) -> None:
    """End a session."""
    row = session.get_one(SessionRow, session_id)
    if row.ended_at is None:
        row.ended_at, row.ended_because = now, because.value
        session.flush()


def end_all(session: Session, account_id: int, *, because: EndReason, now: datetime) -> None:
    """End the open sessions of an account; each is told why at its next click."""
    for row in session.scalars(select(SessionRow).filter_by(account_id=account_id, ended_at=None)):
        row.ended_at, row.ended_because = now, because.value
    session.flush()


def _ends_at(row: SessionRow, settings: WorldSettings) -> datetime:
    return min(
        row.last_seen_at + timedelta(seconds=settings.idle_seconds),
        row.started_at + timedelta(seconds=settings.absolute_seconds),
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
