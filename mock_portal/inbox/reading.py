"""A mail as its parts: text, HTML, links, attachments. What came by mail is hostile until read here."""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from html import unescape
from typing import Final

__all__ = ["Attachment", "MailRead", "header", "read"]

_HREF: Final = re.compile(r"""<a\s[^>]*?href\s*=\s*["']([^"']+)["']""", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class MailRead:
    """One mail, taken apart.

    Attributes:
        links: each address in it once, in the order they stand: HTML first, then text.
    """

    id: int
    at: datetime
    sender: str
    to: str
    subject: str
    text: str
    html: str
    links: tuple[str, ...]
    attachments: tuple[Attachment, ...]


def header(source: bytes, name: str) -> str:
    """A header's text, decoded, on one line; empty when it is not there."""
    value = message_from_bytes(source.partition(b"\r\n\r\n")[0] + b"\r\n\r\n", policy=policy.default)[name]
    return " ".join(str(value or "").split())


def read(source: bytes, *, mail_id: int, at: datetime, sender: str, to: str) -> MailRead:
    """Take a mail apart; a part that cannot be decoded is shown with replacement characters."""
    message = message_from_bytes(source, policy=policy.default)
    text, html = _body(message, "plain"), _body(message, "html")
    links = [unescape(link) for link in _HREF.findall(html)] + _ADDRESS.findall(text)
    return MailRead(
        id=mail_id,
        at=at,
        sender=sender,
        to=to,
        subject=" ".join(str(message["Subject"] or "").split()),
        text=text,
        html=html,
        links=tuple(dict.fromkeys(link.rstrip(".,;)") for link in links)),
        attachments=tuple(_attachment(part, n) for n, part in enumerate(message.iter_attachments(), 1)),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return "" if part is None else _decoded(part)


def _decoded(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        return content.decode(part.get_content_charset("utf-8"), "replace").replace("\r\n", "\n")
    except LookupError:
        return content.decode("utf-8", "replace")


def _attachment(part: MIMEPart, number: int) -> Attachment:
    payload = part.get_payload(decode=True)
    # A name from outside is a name, never a path.
    name = re.split(r"[/\\]", part.get_filename() or f"attachment-{number}")[-1]
    return Attachment(
        name="".join(c for c in name if c.isprintable() and c not in '<>:"|?*')[:120]
        or f"attachment-{number}",
        content_type=part.get_content_type(),
        content=payload if isinstance(payload, bytes) else b"",
    )
