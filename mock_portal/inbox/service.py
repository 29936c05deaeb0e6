"""Taking mail in, once each, and finding it again."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, defer

from mock_portal.database import leaves_nothing
from mock_portal.inbox.errors import NoSuchAttachment, NoSuchMail
from mock_portal.inbox.models import Mail
from mock_portal.inbox.reading import Attachment, MailRead, header, read

__all__ = [
    "PAGE_SIZE",
    "Box",
    "MailLine",
    "MailPage",
    "all_mail",
    "box",
    "count_mail",
    "delete_all",
    "delete_mail",
    "get_attachment",
    "get_mail",
    "is_unread",
    "list_mail",
    "mail_source",
    "mark_read",
    "receive",
]

PAGE_SIZE: Final = 50
_MOST_WORDS: Final = 200_000


@dataclass(frozen=True)
class MailLine:
    """A mail as a list shows it, its source left where it is."""

    id: int
    at: datetime
    sender: str
    to: str
    subject: str
    size: int
    attachment_count: int
    is_read: bool


@dataclass(frozen=True)
class MailPage:
    """One page of the mail that fits, newest first.

    Attributes:
        found: how many fit on all pages.
        number: this page's; the first is 1.
        last: the number of the last page.
    """

    lines: tuple[MailLine, ...]
    found: int
    number: int
    last: int


@dataclass(frozen=True)
class Box:
    """How a mailbox stands: whoever sees another one than before has something new to look at."""

    count: int
    unread: int
    newest: int


@leaves_nothing
def receive(session: Session, *, sender: str, to: str, source: bytes, now: datetime) -> bool:
    """Keep a mail, unless it is here already (it is known by its Message-ID); whether it was new.

    A mail without Message-ID is known by its bytes.
    """
    message_id = header(source, "Message-ID") or f"<{hashlib.sha256(source).hexdigest()}>"
    known = f"{message_id} {to}"[:400]
    if session.scalar(select(Mail.id).filter_by(message_id=known)) is not None:
        return False
    taken = read(source, mail_id=0, at=now, sender=sender, to=to)
    subject = taken.subject[:400]
    session.add(
        Mail(
            at=now,
            message_id=known,
            sender=sender,
            recipient=to,
            subject=subject,
            folded_subject=subject.casefold(),
            words=f"{sender}\n{to}\n{subject}\n{taken.words}".casefold()[:_MOST_WORDS],
            size=len(source),
            attachment_count=len(taken.attachments),
            is_read=False,
            source=source,
        )
    )
    session.flush()
    return True


def all_mail(
    session: Session, *, to: str | None = None, subject: str | None = None, after: int = 0
) -> tuple[MailRead, ...]:
    """The mail of a world, oldest first: to one address, with some words in its subject, or all.

    With `after`, only what came after the mail of that number.
    """
    wanted = select(Mail).order_by(Mail.id).where(Mail.id > after)
    if to:
        wanted = wanted.where(func.lower(Mail.recipient) == to.lower())
    if subject:
        wanted = wanted.where(Mail.folded_subject.contains(subject.casefold(), autoescape=True))
    return tuple(_as_read(mail) for mail in session.scalars(wanted))


def list_mail(session: Session, words: str = "", *, page: int = 1) -> MailPage:
    """A page of the mail that has all the words somewhere in sender, receiver, subject or text.

    A page that is not there any more is answered with the nearest that is.
    """
    fits = [Mail.words.contains(word, autoescape=True) for word in words.casefold().split()]
    found = session.scalar(select(func.count(Mail.id)).where(*fits)) or 0
    last = max(1, -(-found // PAGE_SIZE))
    number = min(max(1, page), last)
    shown = select(Mail).where(*fits).order_by(Mail.id.desc())
    shown = shown.options(defer(Mail.source, raiseload=True), defer(Mail.words, raiseload=True))
    shown = shown.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    return MailPage(tuple(_as_line(mail) for mail in session.scalars(shown)), found, number, last)


def box(session: Session) -> Box:
    """How the mailbox stands."""
    count, unread, newest = session.execute(
        select(func.count(Mail.id), func.count(Mail.id).filter(~Mail.is_read), func.max(Mail.id))
    ).one()
    return Box(count, unread, newest or 0)


def count_mail(session: Session) -> int:
    """How many mails the world sent."""
    return session.scalar(select(func.count(Mail.id))) or 0


def get_mail(session: Session, mail_id: int) -> MailRead:
    """One mail.

    Raises:
        NoSuchMail: the world has none of that number.
    """
    return _as_read(_get(session, mail_id))


def is_unread(session: Session, mail_id: int) -> bool:
    """Whether a mail is there that nobody opened yet."""
    return session.scalar(select(Mail.is_read).filter_by(id=mail_id)) is False


def mark_read(session: Session, mail_id: int) -> None:
    """Remember that somebody opened a mail; one that is not there is left alone."""
    mail = session.get(Mail, mail_id)
    if mail is not None and not mail.is_read:
        mail.is_read = True
        session.flush()


def delete_mail(session: Session, mail_id: int) -> None:
    """Throw one mail away.

    Raises:
        NoSuchMail: the world has none of that number.
    """
    session.delete(_get(session, mail_id))
    session.flush()


def delete_all(session: Session) -> int:
    """Throw all mail away; how much it was."""
    count = count_mail(session)
    session.execute(delete(Mail))
    return count


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


def _as_line(mail: Mail) -> MailLine:
    return MailLine(
        id=mail.id,
        at=mail.at,
        sender=mail.sender,
        to=mail.recipient,
        subject=mail.subject,
        size=mail.size,
        attachment_count=mail.attachment_count,
        is_read=mail.is_read,
    )
