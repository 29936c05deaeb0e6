"""A mail as its parts: text, HTML, links, codes, attachments.

What came by mail is hostile until it was read here.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy, Policy
from functools import lru_cache
from html import unescape
from typing import Final, cast

from mock_portal.inbox.plain_words import words_of_html

__all__ = ["Attachment", "MailRead", "header", "read"]

_HREF: Final = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']([^"'<>]+)["']""", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']+")
_REMOTE: Final = re.compile(
    r"""<(?:img|link|source|video|audio|iframe|embed|object|body|table|td|input)\b[^<>]*?"""
    r"""\b(?:src|srcset|href|data|background|poster)\s*=\s*["']?\s*(?:https?:)?//"""
    r"""|url\(\s*["']?\s*(?:https?:)?//""",
    re.IGNORECASE,
)
_MOST_CODES: Final = 50
_SMALL: Final = 64_000
_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_LINKS: Final = 500
# A word that stands alone on its line, or alone behind the name of what it is.
_ALONE: Final = re.compile(r"^(?:[^:\n]{1,60}:[ \t]+)?(\S{4,64})[ \t]*$", re.MULTILINE)
_NO_CODE: Final = re.compile(r"[a-z]+://.*|[^@]+@[^@]+\.[^@]+|\d\d?[/.-]\d\d?[/.-]\d{4}|\D+", re.IGNORECASE)
_LONGEST_NAME: Final = 120
# The library takes minutes over a header of megabytes (measured); those of a real mail are short.
_LONGEST_HEADER: Final = 4_000
_LONGEST_HEAD: Final = 256_000


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
        codes: what stands alone in its text and has a digit: numbers to keep, temporary passwords.
        wants_remote: its HTML asks for pictures or styles of another server.
    """

    id: int
    at: datetime
    sender: str
    to: str
    subject: str
    text: str
    html: str
    links: tuple[str, ...]
    codes: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    wants_remote: bool

    @property
    def words(self) -> str:
        """What it says, without marks; a search looks here."""
        return f"{self.text}\n{words_of_html(self.html)}"


def header(source: bytes, name: str) -> str:
    """A header's text, decoded, on one line; empty when it is not there."""
    head = source.replace(b"\n", b"\r\n").replace(b"\r\r\n", b"\r\n").partition(b"\r\n\r\n")[0]
    return _text_of(_parsed(head + b"\r\n\r\n"), name)


def read(source: bytes, *, mail_id: int, at: datetime, sender: str, to: str) -> MailRead:
    """Take a mail apart; a part that cannot be decoded is shown with replacement characters."""
    blank = _taken_apart_before(source) if len(source) <= _SMALL else _taken_apart(source)
    return replace(blank, id=mail_id, at=at, sender=sender, to=to)


def _taken_apart(source: bytes) -> MailRead:
    message = _parsed(source)
    text, html = _body(message, "plain"), _body(message, "html")
    links = [unescape(link) for link in _HREF.findall(html)] + _ADDRESS.findall(text)
    return MailRead(
        id=0,
        at=_NEVER,
        sender="",
        to="",
        subject=_text_of(message, "Subject"),
        text=text,
        html=html,
        links=tuple(dict.fromkeys(_writable(link.rstrip(".,;)")) for link in links))[:_MOST_LINKS],
        codes=_codes(text or words_of_html(html)),
        attachments=tuple(_attachment(part, n) for n, part in enumerate(_attached(message), 1)),
        wants_remote=_REMOTE.search(html) is not None,
    )


# Whoever waits for a mail reads the same ones again and again; taking one apart costs milliseconds.
_taken_apart_before = lru_cache(maxsize=512)(_taken_apart)


class _Patient(EmailPolicy):
    """As the standard one, but a header that its parser cannot read, or not soon, is taken as it stands."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        value = value[:_LONGEST_HEADER]
        try:
            return cast("str", super().header_fetch_parse(name, value))
        except Exception:  # noqa: BLE001 - the library's parser raises whatever it stumbles over
            return str(value)


_PATIENT: Final = cast("Policy[EmailMessage]", _Patient())


def _parsed(source: bytes) -> EmailMessage:
    head, blank, body = source.partition(b"\r\n\r\n")
    if len(head) > _LONGEST_HEAD:
        source = head[:_LONGEST_HEAD] + blank + body
    try:
        return message_from_bytes(source, policy=_PATIENT)
    except RecursionError:
        # Parts within parts without end: its head is still a mail, its body is a text like another.
        head, _, body = source.partition(b"\r\n\r\n")
        lines = [
            line for line in head.split(b"\r\n") if not line.lower().startswith((b"content-", b" ", b"\t"))
        ]
        return message_from_bytes(b"\r\n".join(lines) + b"\r\n\r\n" + body, policy=policy.default)


def _codes(said: str) -> tuple[str, ...]:
    found = (code for code in _ALONE.findall(said) if not _NO_CODE.fullmatch(code))
    return tuple(dict.fromkeys(found))[:_MOST_CODES]


def _text_of(message: EmailMessage, name: str) -> str:
    return _writable(" ".join(str(message[name] or "").split()))


def _body(message: EmailMessage, kind: str) -> str:
    try:
        part = message.get_body((kind,))
    except (AttributeError, RecursionError):  # a part that says it has parts and has none
        part = None
    return "" if part is None else _decoded(part)


def _decoded(part: MIMEPart) -> str:
    content = _content(part)
    try:
        text = content.decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, UnicodeError, ValueError):
        text = content.decode("utf-8", "replace")
    return _writable(text.replace("\r\n", "\n"))


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        return b"\r\n".join(inner.as_bytes(policy=policy.SMTP) for inner in part.iter_parts())
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _attached(message: EmailMessage) -> tuple[MIMEPart, ...]:
    if not message.is_multipart() and message.get_content_maintype() not in {"text", "multipart"}:
        return (message,)
    try:
        return tuple(message.iter_attachments())
    except (AttributeError, RecursionError):
        return ()


def _attachment(part: MIMEPart, number: int) -> Attachment:
    try:
        given = part.get_filename()
    except (ValueError, LookupError, TypeError):
        given = None
    # A name from outside is a name, never a path.
    name = re.split(r"[/\\]", given or "")[-1]
    kept = "".join(c for c in name if c.isprintable() and c not in '<>:"|?*').strip(". ")
    kind = part.get_content_type()
    return Attachment(
        name=_shortened(kept) or f"attachment-{number}",
        content_type=kind
        if re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind, re.ASCII)
        else "application/octet-stream",
        content=_content(part),
    )


def _shortened(name: str) -> str:
    """A name that file systems take, its ending kept."""
    if len(name) <= _LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem[: _LONGEST_NAME - 12]}{dot}{ending[:11]}" if dot else name[:_LONGEST_NAME]


def _writable(text: str) -> str:
    """Without halves of characters, which can be neither stored nor sent."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")
