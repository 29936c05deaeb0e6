"""Taking mail in, once each, and finding it again."""

import hashlib
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing
from mock_portal.inbox.errors import NoSuchAttachment, NoSuchMail
from mock_portal.inbox.models import Mail
from mock_portal.inbox.reading import Attachment, MailRead, header, read

__all__ = ["all_mail", "count_mail", "get_attachment", "get_mail", "mail_source", "receive"]


@leaves_nothing
def receive(session: Session, *, sender: str, to: str, source: bytes, now: datetime) -> bool:
    """Keep a mail, unless it is here already (it is known by its Message-ID); whether it was new.

    A mail without Message-ID is known by its bytes.
    """
    message_id = header(source, "Message-ID") or f"<{hashlib.sha256(source).hexdigest()}>"
    known = f"{message_id} {to}"[:400]
    if session.scalar(select(Mail.id).filter_by(message_id=known)) is not None:
        return False
    subject = header(source, "Subject")[:400]
    session.add(Mail(at=now, message_id=known, sender=sender, recipient=to, subject=subject, source=source))
    session.flush()
    return True


def all_mail(session: Session, *, to: str | None = None, subject: str | None = None) -> tuple[MailRead, ...]:
    """The mail of a world, oldest first: to one address, with some words in its subject, or all."""
    wanted = select(Mail).order_by(Mail.id)
    if to:
        wanted = wanted.where(func.lower(Mail.recipient) == to.lower())
    found = [_as_read(mail) for mail in session.scalars(wanted)]
    return tuple(mail for mail in found if not subject or subject.casefold() in mail.subject.casefold())


def count_mail(session: Session) -> int:
    """How many mails the world sent."""
    return session.scalar(select(func.count(Mail.id))) or 0


def get_mail(session: Session, mail_id: int) -> MailRead:
    """One mail.

    Raises:
        NoSuchMail: the world has none of that number.
    """
    return _as_read(_get(session, mail_id))


def get_attachment(session: Session, mail_id: int, number: int) -> Attachment:
    """One file that came with a mail; the first is 1.

    Raises:
        NoSuchMail: the world has none of that number.
        NoSuchAttachment: the mail has no such file.
    """
    attachments = get_mail(session, mail_id).attachments
    if not 1 <= number <= len(attachments):
        raise NoSuchAttachment(str(number))
    return attachments[number - 1]


def mail_source(session: Session, mail_id: int) -> bytes:
    """One mail as it came over the wire.

    Raises:
        NoSuchMail: the world has none of that number.
    """
    return _get(session, mail_id).source


def _get(session: Session, mail_id: int) -> Mail:
    mail = session.get(Mail, mail_id)
    if mail is None:
        raise NoSuchMail(mail_id)
    return mail


def _as_read(mail: Mail) -> MailRead:
    return read(mail.source, mail_id=mail.id, at=mail.at, sender=mail.sender, to=mail.recipient)
