"""Sessions are rows of the world, so that the world's clock ends them and a newer log-in can.

Figures: portal-flows 1.5 (assumed): idle 15 min, absolute 8 h, newest session wins. Employers and officers
have rows and cookies of their own: neither is ever looked up for the other's pages.
"""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.worlds.models import Moment
from mock_portal.worlds.settings import WorldSettings

__all__ = [
    "EndReason",
    "Ended",
    "NewSession",
    "SessionColumns",
    "end_rows",
    "hash_of",
    "new_secrets",
    "see_again",
]


class EndReason(StrEnum):
    """Why a session is over."""

    LOGGED_OUT = "logged_out"
    EXPIRED = "expired"
    REPLACED = "replaced"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of a reason
    DISABLED = "disabled"


@dataclass(frozen=True)
class NewSession:
    """A session just begun; only its cookie will know the token."""

    id: int
    token: str


@dataclass(frozen=True)
class Ended:
    """A session that is over, and why."""

    reason: EndReason


class SessionColumns:
    """What every table of sessions holds.

    Attributes:
        token_hash: SHA-256 of what the cookie carries; the token itself is nowhere.
        csrf_secret: what the session's CSRF tokens are made from.
        ended_because: a value of `EndReason`, or empty while the session is open.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    csrf_secret: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime] = mapped_column(Moment)
    last_seen_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_because: Mapped[str] = mapped_column(String(20), default="")


@dataclass(frozen=True)
class _Secrets:
    token: str
    csrf: str


def new_secrets() -> _Secrets:
    """What a new session is known by: the token for its cookie, the secret of its forms."""
    return _Secrets(secrets.token_urlsafe(32), secrets.token_hex(20))


def hash_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def see_again(row: SessionColumns, *, settings: WorldSettings, now: datetime) -> int | Ended:
    """Note that a session was seen: the seconds that it lasts if nothing more is asked, or why it is over."""
    if row.ended_at is None and now >= _ends_at(row, settings):
        end_rows([row], because=EndReason.EXPIRED, now=now)
    if row.ended_at is not None:
        return Ended(EndReason(row.ended_because))
    if row.last_seen_at != now:
        row.last_seen_at = now
    return int((_ends_at(row, settings) - now).total_seconds())


def end_rows(rows: Iterable[SessionColumns], *, because: EndReason, now: datetime) -> None:
    """End those of some sessions that are open; each is told why at its next click."""
    for row in rows:
        if row.ended_at is None:
            row.ended_at, row.ended_because = now, because.value


def _ends_at(row: SessionColumns, settings: WorldSettings) -> datetime:
    return min(
        row.last_seen_at + timedelta(seconds=settings.idle_seconds),
        row.started_at + timedelta(seconds=settings.absolute_seconds),
    )
