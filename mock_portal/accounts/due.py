"""What happens to Portal IDs by itself when the world's clock gets there."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from mock_portal.accounts import mail
from mock_portal.accounts.models import Account, AccountState
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.outbox import send_mail
from mock_portal.worlds.settings import WorldSettings

__all__ = ["remind_of_expiry"]


def remind_of_expiry(session: Session, subject: str, at: datetime) -> None:
    """The password of an ID, whose row `subject` is, expires soon. A closed ID is not written to."""
    account = session.get_one(Account, int(subject))
    settings = WorldSettings.from_json(session.get_one(WorldState, 1).settings)
    if account.state != AccountState.ACTIVE or settings.password_days == 0:
        return
    until = account.password_set_at + timedelta(days=settings.password_days)
    message = mail.reminder(to=account.email, name=account.name, language=account.language, until=until)
    send_mail(session, message, to=account.email, now=at)
