"""The mail of a world, as it came."""

from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.database import Base
from mock_portal.worlds.models import Moment

__all__ = ["Mail"]


class Mail(Base):
    """One mail that the world's mail server took.

    Attributes:
        message_id: unique, since a mail may come twice and is one all the same.
        source: the whole message as it came over the wire.
    """

    __tablename__ = "mail"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    message_id: Mapped[str] = mapped_column(String(400), unique=True)
    sender: Mapped[str] = mapped_column(String(320))
    recipient: Mapped[str] = mapped_column(String(320), index=True)
    subject: Mapped[str] = mapped_column(String(400))
    source: Mapped[bytes] = mapped_column(LargeBinary)
