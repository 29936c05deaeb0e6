"""Writing down a password: its hash, the former ones, the ID's state, and the reminder before it expires."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from mock_portal.accounts.models import (
    Account,
    AccountState,
    FormerPassword,
    ResetRequest,
)
from mock_portal.accounts.passwords import hashed, is_right
from mock_portal.accounts.states import ACCOUNT_MOVES
from mock_portal.tries import Of, open_lock
from mock_portal.worlds import due
from mock_portal.worlds.settings import WorldSettings

__all__ = ["plan_reminder", "record_password", "was_used_before"]

REMINDER: Final = "accounts.password_reminder"
# More than any world asks for need not be kept.
_KEPT: Final = 24


def record_password(  # noqa: PLR0913 - all by keyword
    session: Session,
    account: Account,
    password: str,
    *,
    state: AccountState,
    settings: WorldSettings,
    now: datetime,
) -> None:
    """Give an ID a password and the state that comes with it.

    A lock and failures end with the old one, and so do reset links that were not used.

    Raises:
        NotAllowed: the ID is closed.
    """
    account.state = ACCOUNT_MOVES.make(account.state, state).value
    session.add(FormerPassword(account_id=account.id, password_hash=account.password_hash, replaced_at=now))
    account.password_hash = hashed(password)
    account.password_set_at = now
    session.flush()
    _forget_oldest(session, account.id)
    open_lock(session, Of.ACCOUNT, account.email)
    session.execute(
        update(ResetRequest)
        .filter_by(account_id=account.id, over_because="")
        .values(over_because="password_changed")
    )
    due.cancel(session, REMINDER, str(account.id))
    if state is AccountState.ACTIVE:
        plan_reminder(session, account, settings)


def plan_reminder(session: Session, account: Account, settings: WorldSettings) -> None:
    """Let a mail say in time that the password will expire, in a world where passwords do."""
    if settings.password_days > settings.password_reminder_days > 0:
        days = settings.password_days - settings.password_reminder_days
        at = account.password_set_at + timedelta(days=days)
        due.plan(session, REMINDER, due_at=at, subject=str(account.id))


def was_used_before(session: Session, account: Account, password: str, *, of_latest: int) -> bool:
    """Whether it is one of so many latest passwords of an ID, today's among them."""
    if of_latest == 0:
        return False
    former = session.scalars(
        select(FormerPassword.password_hash)
        .filter_by(account_id=account.id)
        .order_by(FormerPassword.id.desc())
        .limit(of_latest - 1)
    )
    return any(is_right(password, known) for known in (account.password_hash, *former))


def _forget_oldest(session: Session, account_id: int) -> None:
    newest = (
        select(FormerPassword.id)
        .filter_by(account_id=account_id)
        .order_by(FormerPassword.id.desc())
        .limit(_KEPT)
    )
    session.execute(
        delete(FormerPassword).where(
            FormerPassword.account_id == account_id, FormerPassword.id.not_in(newest)
        )
    )
