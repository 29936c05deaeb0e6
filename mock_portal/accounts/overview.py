"""Portal IDs as an officer sees them: found by a part of the e-mail address, and what stands in their way."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mock_portal.accounts.models import Account, AccountState
from mock_portal.employers.service import employers_of
from mock_portal.tries import Of, locked_until

__all__ = ["PortalId", "find_portal_id", "search_portal_ids"]


@dataclass(frozen=True)
class PortalId:
    """One Portal ID.

    Attributes:
        employers: code and name of each employer that it acts for.
        locked_until: when its lock opens, `None` when it is not locked.
    """

    id: int
    email: str
    name: str
    designation: str
    state: AccountState
    employers: tuple[tuple[str, str], ...]
    locked_until: datetime | None

    @property
    def is_disabled(self) -> bool:
        """Whether an officer closed it."""
        return self.state is AccountState.DISABLED


def search_portal_ids(session: Session, email: str, *, at_most: int, now: datetime) -> tuple[PortalId, ...]:
    """The IDs whose e-mail address contains a text, by address; capitals do not matter."""
    chosen = select(Account).where(Account.email.contains(email.strip().lower(), autoescape=True))
    return _seen(session, chosen.order_by(Account.email).limit(at_most), now)


def find_portal_id(session: Session, account_id: int, *, now: datetime) -> PortalId | None:
    """One ID by its number, or `None`."""
    found = _seen(session, select(Account).filter_by(id=account_id), now)
    return found[0] if found else None


def _seen(session: Session, chosen: Select[Account], now: datetime) -> tuple[PortalId, ...]:
    accounts = session.scalars(chosen).all()
    names = [account.email for account in accounts]
    locks = {
        name: until
        for name in names
        if (until := locked_until(session, Of.ACCOUNT, name, now=now)) is not None
    }
    return tuple(
        PortalId(
            id=account.id,
            email=account.email,
            name=account.name,
            designation=account.designation,
            state=AccountState(account.state),
            employers=tuple((x.employer.code, x.employer.name) for x in employers_of(session, account.id)),
            locked_until=locks.get(account.email),
        )
        for account in accounts
    )
