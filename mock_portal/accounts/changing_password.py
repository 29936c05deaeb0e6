"""Changing a password by whoever knows the one before (portal-flows 1.4, 3.2)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from mock_portal.accounts import mail
from mock_portal.accounts.errors import PasswordRefused, WrongCurrentPassword
from mock_portal.accounts.guessing import record_failure, record_try, refuse_if_locked
from mock_portal.accounts.models import Account, AccountState
from mock_portal.accounts.password_record import record_password, was_used_before
from mock_portal.accounts.password_rules import PasswordRules, Rule
from mock_portal.accounts.passwords import is_right
from mock_portal.accounts.sessions import begin, end_all
from mock_portal.database import leaves_nothing
from mock_portal.session_rows import EndReason, NewSession
from mock_portal.worlds.outbox import send_mail
from mock_portal.worlds.settings import WorldSettings

__all__ = ["Change", "change_password", "own_names", "refuse_weak", "tell_changed"]


@dataclass(frozen=True)
class Change:
    """What somebody typed to change a password, and from where."""

    current: str
    new: str
    address: str

    def __repr__(self) -> str:
        """Without the passwords: this may reach a log."""
        return "Change()"


@leaves_nothing
def change_password(
    session: Session, change: Change, *, account_id: int, settings: WorldSettings, now: datetime
) -> NewSession:
    """Set a new password: every session ends, a new one begins for whoever changed it, a mail says so.

    Raises:
        AccountLocked: the current password was typed wrongly too often.
        WrongCurrentPassword: it is not the one of now; the failure counts as one of log-in.
        PasswordRefused: the new one breaks rules.
    """
    account = session.get_one(Account, account_id)
    refuse_if_locked(session, account.email, change.address, settings=settings, now=now)
    if not is_right(change.current, account.password_hash):
        record_try(session, change.address, settings=settings, now=now)
        record_failure(session, account.email, settings=settings, now=now)
        raise WrongCurrentPassword
    refuse_weak(session, account, change.new, settings=settings)
    record_password(session, account, change.new, state=AccountState.ACTIVE, settings=settings, now=now)
    end_all(session, account.id, because=EndReason.PASSWORD_CHANGED, now=now)
    tell_changed(session, account, now=now)
    return begin(session, account.id, now=now)


def own_names(session: Session, account_id: int) -> tuple[str, str]:
    """E-mail and User ID of an ID: neither can be its password."""
    account = session.get_one(Account, account_id)
    return account.email, account.user_id


def refuse_weak(session: Session, account: Account, password: str, *, settings: WorldSettings) -> None:
    """Refuse a password that breaks a rule of the world.

    Raises:
        PasswordRefused: which ones.
    """
    rules = PasswordRules.of(settings)
    broken = rules.broken_by(password, own_names=own_names(session, account.id))
    if not broken and was_used_before(session, account, password, of_latest=rules.former):
        broken = (Rule.NOT_FORMER,)
    if broken:
        raise PasswordRefused(broken)


def tell_changed(session: Session, account: Account, *, now: datetime) -> None:
    """Mail the owner that the password was changed."""
    message = mail.password_changed(to=account.email, name=account.name, language=account.language, when=now)
    send_mail(session, message, to=account.email, now=now)
