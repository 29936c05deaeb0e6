"""Finding a Portal ID by its e-mail address, for the capabilities that link it with employers."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.accounts.models import Account, AccountState
from mock_portal.worlds.settings import WorldSettings

__all__ = ["find_account_id", "has_ended_temporary_password"]


def find_account_id(session: Session, email: str) -> int | None:
    """The account with this e-mail address, or `None`; capitals do not matter."""
    return session.scalar(select(Account.id).filter_by(email=email.strip().lower()))


def has_ended_temporary_password(
    session: Session, email: str, *, settings: WorldSettings, now: datetime
) -> bool:
    """Whether the account with this e-mail address still has a temporary password, which is over."""
    set_at = session.scalar(
        select(Account.password_set_at).filter_by(
            email=email.strip().lower(), state=AccountState.TEMPORARY_PASSWORD.value
        )
    )
    return set_at is not None and now - set_at >= timedelta(days=settings.temporary_password_days)
