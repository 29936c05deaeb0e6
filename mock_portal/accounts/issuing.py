"""What an officer does with Portal IDs: issue one, give a new temporary password, unlock, close, open.

The callers mail what comes of it; a temporary password is known to nobody after that.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from mock_portal.accounts.errors import EmailInUse
from mock_portal.accounts.models import Account, AccountState
from mock_portal.accounts.password_record import record_password
from mock_portal.accounts.password_rules import temporary_password
from mock_portal.accounts.passwords import hashed
from mock_portal.accounts.sessions import end_all
from mock_portal.accounts.states import ACCOUNT_MOVES
from mock_portal.database import leaves_nothing
from mock_portal.errors import NotAllowed
from mock_portal.session_rows import EndReason
from mock_portal.tries import Of, open_lock
from mock_portal.worlds.settings import WorldSettings

__all__ = [
    "IssuedAccount",
    "disable",
    "email_in_use",
    "enable",
    "issue_account",
    "reissue_temporary_password",
    "unlock",
]

_LONGEST_USER_ID: Final = 30


@dataclass(frozen=True)
class IssuedAccount:
    """A Portal ID just made; the password is in nobody's record, only its hash is.

    Attributes:
        user_id: what the older one-page form asks for.
    """

    account_id: int
    email: str
    user_id: str
    temporary_password: str

    def __repr__(self) -> str:
        """Without the password: this may reach a log."""
        return f"IssuedAccount(account_id={self.account_id})"


def email_in_use(session: Session, email: str) -> bool:
    """Whether a Portal ID has this e-mail address; capitals do not matter."""
    return bool(session.scalar(select(exists().where(Account.email == _plain(email)))))


@leaves_nothing
def issue_account(  # noqa: PLR0913 - what is written about a person, by keyword
    session: Session,
    *,
    email: str,
    name: str,
    designation: str,
    phone: str,
    now: datetime,
    language: str = "en",
) -> IssuedAccount:
    """Make a Portal ID whose temporary password has to be changed at the first log-in.

    Raises:
        EmailInUse: another ID has the address.
    """
    if email_in_use(session, email):
        raise EmailInUse(_plain(email))
    password = temporary_password()
    account = Account(
        email=_plain(email),
        user_id=_free_user_id(session, email),
        name=name,
        designation=designation,
        phone=phone,
        language="ms" if language == "ms" else "en",
        password_hash=hashed(password),
        password_set_at=now,
        state=AccountState.TEMPORARY_PASSWORD.value,
    )
    session.add(account)
    session.flush()
    return IssuedAccount(account.id, account.email, account.user_id, password)


@leaves_nothing
def reissue_temporary_password(session: Session, account_id: int, now: datetime) -> str:
    """A new temporary password; the ID's sessions end, the seven days begin anew.

    Raises:
        NotAllowed: the ID is closed.
    """
    account = session.get_one(Account, account_id)
    password = temporary_password()
    record_password(
        session,
        account,
        password,
        state=AccountState.TEMPORARY_PASSWORD,
        settings=WorldSettings(),  # none of them counts for a temporary password
        now=now,
    )
    end_all(session, account_id, because=EndReason.PASSWORD_CHANGED, now=now)
    return password


@leaves_nothing
def unlock(session: Session, account_id: int, now: datetime) -> None:
    """Open a lock before its time. An ID that is not locked stays as it is."""
    del now
    open_lock(session, Of.ACCOUNT, session.get_one(Account, account_id).email)


@leaves_nothing
def disable(session: Session, account_id: int, now: datetime) -> None:
    """Close an ID: it cannot log in any more, and its sessions end.

    Raises:
        NotAllowed: it is closed already.
    """
    account = session.get_one(Account, account_id)
    before = account.state
    account.state = ACCOUNT_MOVES.make(before, AccountState.DISABLED).value
    account.state_when_enabled = before
    end_all(session, account_id, because=EndReason.DISABLED, now=now)


@leaves_nothing
def enable(session: Session, account_id: int, now: datetime) -> None:
    """Open a closed ID again, as it was: a temporary password has still to be changed.

    Raises:
        NotAllowed: it is not closed.
    """
    del now
    account = session.get_one(Account, account_id)
    again = AccountState(account.state_when_enabled or AccountState.ACTIVE)
    if account.state != AccountState.DISABLED:
        raise NotAllowed(account.state, again)
    account.state = ACCOUNT_MOVES.make(account.state, again).value
    account.state_when_enabled = ""
    session.flush()


def _plain(email: str) -> str:
    return email.strip().lower()


def _free_user_id(session: Session, email: str) -> str:
    """The first part of the address in capitals, with a number where another ID has it."""
    first = re.sub(r"[^A-Z0-9]", "", _plain(email).partition("@")[0].upper())[:_LONGEST_USER_ID] or "ID"
    taken = set(session.scalars(select(Account.user_id).where(Account.user_id.startswith(first))))
    number = 1
    while (wanted := first if number == 1 else f"{first}{number}") in taken:
        number += 1
    return wanted
