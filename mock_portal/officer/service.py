"""Logging an officer in and out, by the figures of employers' log-in (portal-flows 1.3, assumed here)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.accounts.guessing import limit_of_names
from mock_portal.accounts.passwords import is_right
from mock_portal.database import leaves_nothing
from mock_portal.officer import sessions
from mock_portal.officer.audit import Act, note
from mock_portal.officer.errors import OfficerLocked, WrongOfficerPassword
from mock_portal.officer.models import OfficerRow
from mock_portal.officer.sessions import OnDuty
from mock_portal.session_rows import EndReason, NewSession
from mock_portal.tries import Of, count_try, forget_tries, locked_until
from mock_portal.worlds.settings import WorldSettings

__all__ = ["log_in", "log_out"]


@leaves_nothing
def log_in(
    session: Session, *, email: str, password: str, settings: WorldSettings, now: datetime
) -> NewSession:
    """Open a session for an officer.

    Raises:
        WrongOfficerPassword: e-mail or password is wrong; the failure is recorded.
        OfficerLocked: this or an earlier failure locked the address.
    """
    address = email.strip().lower()[:254]
    _refuse_if_locked(session, address, now)
    officer = session.scalar(select(OfficerRow).filter_by(email=address))
    if not is_right(password, officer.password_hash if officer is not None else None) or officer is None:
        _record_failure(session, address, settings, now)
        raise WrongOfficerPassword
    forget_tries(session, Of.OFFICER, address)
    note(session, officer.id, Act.LOGGED_IN, now=now)
    return sessions.begin(session, officer.id, now=now)


@leaves_nothing
def log_out(session: Session, officer: OnDuty, *, because: EndReason, now: datetime) -> None:
    """End an officer's session."""
    sessions.end(session, officer.session_id, because=because, now=now)
    note(session, officer.id, Act.LOGGED_OUT, now=now)


def _refuse_if_locked(session: Session, address: str, now: datetime) -> None:
    until = locked_until(session, Of.OFFICER, address, now=now)
    if until is not None:
        raise OfficerLocked(until, now)


def _record_failure(session: Session, address: str, settings: WorldSettings, now: datetime) -> None:
    until = count_try(session, Of.OFFICER, address, limit_of_names(settings), now=now)
    if until is not None:
        raise OfficerLocked(until, now)
