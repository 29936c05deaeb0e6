"""What the bank does by itself when the world's clock gets there."""

from datetime import datetime

from sqlalchemy.orm import Session

from mock_portal.bank.models import BankCallback
from mock_portal.worlds.outbox import post_callback

__all__ = ["send_callback"]


def send_callback(session: Session, subject: str, at: datetime) -> None:
    """Send a callback that was delayed; `subject` is its id."""
    waiting = session.get_one(BankCallback, int(subject))
    post_callback(session, waiting.url, waiting.form, now=at)
    session.delete(waiting)
