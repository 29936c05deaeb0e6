"""Tables of Portal IDs, their former passwords, reset links, failed log-ins, locks and sessions."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.database import Base
from mock_portal.session_rows import SessionColumns
from mock_portal.worlds.models import Moment

__all__ = [
    "Account",
    "AccountState",
    "FormerPassword",
    "ResetRequest",
    "SessionRow",
]


class AccountState(StrEnum):
    """States of portal-flows 12.1 that are kept; locked and expired are told by time."""

    ACTIVE = "active"
    TEMPORARY_PASSWORD = "temporary_password"  # noqa: S105 - the name of a state
    DISABLED = "disabled"


class Account(Base):
    """One Portal ID.

    Attributes:
        email: in small letters; what the form of today asks for.
        user_id: in capital letters; what the older one-page form asks for.
        password_hash: argon2id.
        password_set_at: its age decides whether it expired.
        state_when_enabled: what a closed ID was, and is again when an officer opens it.
        language: `en` or `ms`, in which its mail is written: that of the last log-in.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    user_id: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(150))
    designation: Mapped[str] = mapped_column(String(80), default="")
    password_hash: Mapped[str] = mapped_column(String(120))
    password_set_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(20), default=AccountState.ACTIVE.value)
    state_when_enabled: Mapped[str] = mapped_column(String(20), default="")
    phone: Mapped[str] = mapped_column(String(30), default="")
    language: Mapped[str] = mapped_column(String(2), default="en")


class FormerPassword(Base):
    """The hash of a password that an ID had before: it cannot be chosen again so soon."""

    __tablename__ = "former_password"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    password_hash: Mapped[str] = mapped_column(String(120))
    replaced_at: Mapped[datetime] = mapped_column(Moment)


class ResetRequest(Base):
    """Somebody asked for a reset link; written alike for an e-mail that nobody registered.

    Attributes:
        email: as typed, in small letters.
        account_id: whose password the link sets; `None` where there is no such ID, and then no mail.
        token_hash: SHA-256 of the secret part of the link.
        over_because: `used` or `replaced`, or empty while the link may still be used.
    """

    __tablename__ = "reset_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    over_because: Mapped[str] = mapped_column(String(20), default="")


class SessionRow(SessionColumns, Base):
    """One session of an account.

    Attributes:
        must_change: why the password has to be changed before anything else, or empty.
    """

    __tablename__ = "account_session"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    must_change: Mapped[str] = mapped_column(String(20), default="")
