"""Finding a Portal ID by its e-mail address, for the capabilities that link it with employers."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.accounts.models import Account

__all__ = ["find_account_id"]


def find_account_id(session: Session, email: str) -> int | None:
    """The account with this e-mail address, or `None`; capitals do not matter."""
    return session.scalar(select(Account.id).filter_by(email=email.strip().lower()))
