"""Logging in. Rules of portal-flows 1.2 to 1.4 (assumed there, their figures are settings of the world)."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from mock_portal.accounts.errors import (
    AccountDisabled,
    AccountLocked,
    BadCredentials,
    EmployerCeased,
    PasswordMustChange,
)
from mock_portal.accounts.models import Account, AccountState, LogInFailure, LogInLock
from mock_portal.accounts.passwords import is_right
from mock_portal.accounts.sessions import NewSession, begin
from mock_portal.database import leaves_nothing
from mock_portal.employers.service import employers_of
from mock_portal.worlds.settings import WorldSettings

__all__ = ["log_in"]

TEMPORARY_PASSWORD_LIVES: Final = timedelta(days=7)
PASSWORD_LIVES: Final = timedelta(days=90)


@leaves_nothing
def log_in(
    session: Session, *, identifier: str, password: str, settings: WorldSettings, now: datetime
) -> NewSession:
    """Open a session for an e-mail address, or for a User ID where the world has the older form.

    Raises:
        BadCredentials: either is wrong; the failure is recorded.
        AccountLocked: this or an earlier failure locked the identifier.
        AccountDisabled: an officer closed the ID.
        EmployerCeased: every employer of the ID has ceased.
        PasswordMustChange: the password is temporary or expired.
    """
    account = _find(session, identifier, settings)
    name = account.email if account is not None else identifier.strip().lower()[:254]
    _refuse_if_locked(session, name, now)
    if not is_right(password, account.password_hash if account is not None else None) or account is None:
        _record_failure(session, name, settings, now)
        raise BadCredentials
    _refuse_if_unusable(session, account, now)
    session.execute(delete(LogInFailure).filter_by(identifier=name))
    return begin(session, account.id, now=now)


def _find(session: Session, identifier: str, settings: WorldSettings) -> Account | None:
    typed = identifier.strip()
    query = select(Account)
    if settings.login_form == "user_id":
        return session.scalar(query.filter_by(user_id=typed.upper()))
    return session.scalar(query.filter_by(email=typed.lower()))


def _refuse_if_locked(session: Session, name: str, now: datetime) -> None:
    lock = session.get(LogInLock, name)
    if lock is not None and now < lock.until:
        raise AccountLocked(lock.until, now)


def _record_failure(session: Session, name: str, settings: WorldSettings, now: datetime) -> None:
    window = now - timedelta(seconds=settings.failure_window_seconds)
    session.execute(delete(LogInFailure).where(LogInFailure.identifier == name, LogInFailure.at <= window))
    session.add(LogInFailure(identifier=name, at=now))
    session.flush()
    counted = select(func.count()).select_from(LogInFailure).filter_by(identifier=name)
    if session.scalars(counted).one() < settings.lock_after_failures:
        return
    until = now + timedelta(seconds=settings.lock_seconds)
    session.merge(LogInLock(identifier=name, until=until))
    session.execute(delete(LogInFailure).filter_by(identifier=name))
    session.flush()
    raise AccountLocked(until, now)


def _refuse_if_unusable(session: Session, account: Account, now: datetime) -> None:
    if account.state == AccountState.DISABLED:
        raise AccountDisabled
    linked = employers_of(session, account.id)
    if linked and not any(link.employer.is_active for link in linked):
        raise EmployerCeased
    age = now - account.password_set_at
    if account.state == AccountState.TEMPORARY_PASSWORD:
        raise PasswordMustChange("temporary_expired" if age >= TEMPORARY_PASSWORD_LIVES else "temporary")
    if age >= PASSWORD_LIVES:
        raise PasswordMustChange("expired")
