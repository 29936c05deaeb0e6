"""Logging in. Rules of portal-flows 1.2 to 1.4 (assumed there, their figures are settings of the world)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.accounts.errors import (
    AccountDisabled,
    BadCredentials,
    EmployerCeased,
    TemporaryPasswordExpired,
)
from mock_portal.accounts.guessing import record_failure, record_try, refuse_address, refuse_if_locked
from mock_portal.accounts.models import Account, AccountState
from mock_portal.accounts.passwords import is_right
from mock_portal.accounts.sessions import MustChange, begin
from mock_portal.database import leaves_nothing
from mock_portal.employers.service import employers_of
from mock_portal.session_rows import NewSession
from mock_portal.tries import Of, open_lock
from mock_portal.worlds.settings import WorldSettings

__all__ = ["Attempt", "log_in"]


@dataclass(frozen=True)
class Attempt:
    """What somebody typed to log in, and from where.

    Attributes:
        identifier: an e-mail address, or a User ID where the world has the older form.
        address: the network address that it came from.
        language: of the page; the ID's mail is written in that of the last log-in.
    """

    identifier: str
    password: str
    address: str
    language: str = "en"

    def __repr__(self) -> str:
        """Without the password: this may reach a log."""
        return f"Attempt(identifier={self.identifier!r})"


@leaves_nothing
def log_in(session: Session, attempt: Attempt, *, settings: WorldSettings, now: datetime) -> NewSession:
    """Open a session; one of an ID whose password must change opens nothing but the page that changes it.

    Raises:
        TooManyTries: this address failed too often.
        BadCredentials: identifier or password is wrong; the failure is recorded.
        AccountLocked: this or an earlier failure locked the identifier.
        AccountDisabled: an officer closed the ID.
        EmployerCeased: every employer of the ID has ceased.
        TemporaryPasswordExpired: it was not changed in time.
    """
    refuse_address(session, attempt.address, now)
    account = _find(session, attempt.identifier, settings)
    name = account.email if account is not None else attempt.identifier.strip().lower()[:254]
    refuse_if_locked(session, name, attempt.address, settings=settings, now=now)
    is_theirs = is_right(attempt.password, account.password_hash if account is not None else None)
    if account is None or not is_theirs:
        record_try(session, attempt.address, settings=settings, now=now)
        record_failure(session, name, settings=settings, now=now)
        raise BadCredentials
    must_change = _what_must_change(session, account, settings=settings, now=now)
    open_lock(session, Of.ACCOUNT, name)
    account.language = attempt.language
    return begin(session, account.id, must_change=must_change, now=now)


def _find(session: Session, identifier: str, settings: WorldSettings) -> Account | None:
    typed = identifier.strip()
    query = select(Account)
    if settings.login_form == "user_id":
        return session.scalar(query.filter_by(user_id=typed.upper()))
    return session.scalar(query.filter_by(email=typed.lower()))


def _what_must_change(
    session: Session, account: Account, *, settings: WorldSettings, now: datetime
) -> MustChange:
    if account.state == AccountState.DISABLED:
        raise AccountDisabled
    linked = employers_of(session, account.id)
    if linked and not any(link.employer.is_active for link in linked):
        raise EmployerCeased
    age = now - account.password_set_at
    if account.state == AccountState.TEMPORARY_PASSWORD:
        if age >= timedelta(days=settings.temporary_password_days):
            raise TemporaryPasswordExpired(settings.temporary_password_days)
        return MustChange.TEMPORARY
    if settings.password_days and age >= timedelta(days=settings.password_days):
        return MustChange.EXPIRED
    return MustChange.NOTHING
