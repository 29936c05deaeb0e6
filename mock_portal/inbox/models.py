"""The mail of a world, as it came."""

from datetime import datetime

from sqlalchemy import LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.database import Base
from mock_portal.worlds.models import Moment

__all__ = ["Mail"]


class Mail(Base):
    """One mail that the world's mail server took.

    Attributes:
        message_id: unique, since a mail may come twice and is one all the same.
        words: sender, receiver, subject and text in lower case, to be searched.
        source: the whole message as it came over the wire.
        is_read: somebody opened it on its page.
    """

    __tablename__ = "mail"
    # A number is never given twice: whoever waits for mail after 5 must not miss what comes after a clearing.
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's own shape

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    message_id: Mapped[str] = mapped_column(String(400), unique=True)
    sender: Mapped[str] = mapped_column(String(320))
    recipient: Mapped[str] = mapped_column(String(320), index=True)
    subject: Mapped[str] = mapped_column(String(400))
    folded_subject: Mapped[str] = mapped_column(String(400))
    words: Mapped[str] = mapped_column(Text)
    size: Mapped[int]
    attachment_count: Mapped[int]
    is_read: Mapped[bool] = mapped_column(default=False)
    source: Mapped[bytes] = mapped_column(LargeBinary)
