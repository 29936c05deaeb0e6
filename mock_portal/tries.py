"""Counting tries at something, and locking it after too many: log-ins by name and address, links by mail.

Both are rows of the world, so that its clock opens them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import String, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mock_portal.database import Base
from mock_portal.worlds.models import Moment

__all__ = ["Limit", "Lock", "Of", "Try", "count_try", "forget_tries", "locked_until", "open_lock"]


class Of(StrEnum):
    """What is counted. A name is counted as it was typed, also where nobody has it: none can be listed."""

    ACCOUNT = "account"
    OFFICER = "officer"
    ADDRESS = "address"
    RESET_LINK = "reset"
    REGISTRATION_LINK = "register"


@dataclass(frozen=True)
class Limit:
    """So many tries within so many seconds lock for so many seconds."""

    tries: int
    window_seconds: int
    lock_seconds: int


class Try(Base):
    """One try."""

    __tablename__ = "try"

    id: Mapped[int] = mapped_column(primary_key=True)
    of: Mapped[str] = mapped_column(String(10))
    subject: Mapped[str] = mapped_column(String(254), index=True)
    at: Mapped[datetime] = mapped_column(Moment)


class Lock(Base):
    """What is locked until a moment of the world's clock."""

    __tablename__ = "try_lock"

    of: Mapped[str] = mapped_column(String(10), primary_key=True)
    subject: Mapped[str] = mapped_column(String(254), primary_key=True)
    until: Mapped[datetime] = mapped_column(Moment)


def locked_until(session: Session, of: Of, subject: str, *, now: datetime) -> datetime | None:
    """Until when something is locked, if it is."""
    lock = session.get(Lock, (of.value, subject))
    return lock.until if lock is not None and now < lock.until else None


def count_try(session: Session, of: Of, subject: str, limit: Limit, *, now: datetime) -> datetime | None:
    """Count a try; until when it is locked, if this was one too many."""
    begin = now - timedelta(seconds=limit.window_seconds)
    session.execute(delete(Try).where(Try.of == of.value, Try.subject == subject, Try.at <= begin))
    session.add(Try(of=of.value, subject=subject, at=now))
    session.flush()
    counted = select(func.count()).select_from(Try).filter_by(of=of.value, subject=subject)
    if session.scalars(counted).one() < limit.tries:
        return None
    until = now + timedelta(seconds=limit.lock_seconds)
    session.merge(Lock(of=of.value, subject=subject, until=until))
    forget_tries(session, of, subject)
    session.flush()
    return until


def forget_tries(session: Session, of: Of, subject: str) -> None:
    """Count from nothing again."""
    session.execute(delete(Try).filter_by(of=of.value, subject=subject))


def open_lock(session: Session, of: Of, subject: str) -> None:
    """Open what tries locked, and count from nothing again."""
    forget_tries(session, of, subject)
    session.execute(delete(Lock).filter_by(of=of.value, subject=subject))
