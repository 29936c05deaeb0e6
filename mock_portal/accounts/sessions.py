"""Sessions of accounts, each of which may have to change its password first."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.accounts.models import Account, SessionRow
from mock_portal.database import leaves_nothing
from mock_portal.session_rows import Ended, EndReason, NewSession, end_rows, hash_of, new_secrets, see_again
from mock_portal.worlds.settings import WorldSettings

__all__ = [
    "MustChange",
    "OpenSession",
    "begin",
    "end",
    "end_all",
    "resume",
]


class MustChange(StrEnum):
    """Why the password has to be changed before anything else can be opened."""

    NOTHING = ""
    TEMPORARY = "temporary"
    EXPIRED = "expired"


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


@leaves_nothing
def begin(
    session: Session, account_id: int, *, must_change: MustChange = MustChange.NOTHING, now: datetime
) -> NewSession:
    """Open a session and end the older ones of the account: the newest wins (1.3, assumed)."""
    end_all(session, account_id, because=EndReason.REPLACED, now=now)
    new = new_secrets()
    row = SessionRow(
        account_id=account_id,
        token_hash=hash_of(new.token),
        csrf_secret=new.csrf,
        started_at=now,
        last_seen_at=now,
        must_change=must_change.value,
    )
    session.add(row)
    session.flush()
    return NewSession(row.id, new.token)


def resume(
    session: Session, token: str, *, settings: WorldSettings, now: datetime
) -> OpenSession | Ended | None:
    """The session of a token, seen again now; or why it is over; or `None` for a token of nobody."""
    found = session.execute(
        select(SessionRow, Account).join(Account).where(SessionRow.token_hash == hash_of(token))
    ).one_or_none()
    if found is None:
        return None
    row, account = found
    seconds_left = see_again(row, settings=settings, now=now)
    session.flush()
    if isinstance(seconds_left, Ended):
        return seconds_left
    return OpenSession(
        id=row.id,
        account_id=account.id,
        email=account.email,
        name=account.name,
        csrf_secret=row.csrf_secret,
        seconds_left=seconds_left,
        must_change=MustChange(row.must_change),
    )


@leaves_nothing
def end(session: Session, session_id: int, *, because: EndReason, now: datetime) -> None:
    """End a session."""
    end_rows([session.get_one(SessionRow, session_id)], because=because, now=now)
    session.flush()


def end_all(session: Session, account_id: int, *, because: EndReason, now: datetime) -> None:
    """End the open sessions of an account; each is told why at its next click."""
    open_ones = session.scalars(select(SessionRow).filter_by(account_id=account_id, ended_at=None))
    end_rows(open_ones, because=because, now=now)
    session.flush()
