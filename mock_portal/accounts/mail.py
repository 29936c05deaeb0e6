"""What the owner of a Portal ID is written, as HTML and as text.

The language is that of the last log-in, or of the page where a link was asked for. Every text is assumed
(portal-flows 1.4, 3.1, 3.2); that a mail holds the reset link is of the seed.
"""

from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from typing import Final

from contributions import T
from contributions.bilingual import Language
from mock_portal.worlds.clock import MALAYSIA
from mock_portal.worlds.html_mail import add_html, paragraph
from mock_portal.worlds.html_mail import link as html_link

__all__ = ["closed", "password_changed", "reminder", "reset_link"]

_GREETING: Final = T("Dear {name},", "Kepada {name},")
_MOCK: Final = T(
    "Sent by a mock portal for testing. Not PERKESO.",
    "Dihantar oleh portal olok-olok untuk ujian. Bukan PERKESO.",
)
_RESET_SUBJECT: Final = T(
    "Set a new password for your Portal ID", "Tetapkan kata laluan baharu bagi ID Portal anda"
)
_RESET: Final = (
    T(
        "We were asked for a new password for your Portal ID. Open this link to choose one:",
        "Kami menerima permohonan kata laluan baharu bagi ID Portal anda. Buka pautan ini untuk memilihnya:",
    ),
    T(
        "It works once, until {until}. Asking for another link ends this one.",
        "Pautan ini boleh digunakan sekali sahaja, sehingga {until}. Pautan ini terbatal jika pautan lain "
        "dimohon.",
    ),
    T(
        "If you did not ask, you need not do anything: your password stays as it is.",
        "Jika anda tidak memohonnya, anda tidak perlu berbuat apa-apa: kata laluan anda kekal seperti biasa.",
    ),
)
_CLOSED_SUBJECT: Final = T("Your Portal ID is closed", "ID Portal anda telah ditutup")
_CLOSED: Final = T(
    "We were asked for a new password, but your Portal ID is closed. Contact PERKESO at 1-300-22-8000 "
    "to have it opened.",
    "Kami menerima permohonan kata laluan baharu, tetapi ID Portal anda telah ditutup. Hubungi PERKESO di "
    "1-300-22-8000 untuk membukanya.",
)
_CHANGED_SUBJECT: Final = T("Your password was changed", "Kata laluan anda telah ditukar")
_CHANGED: Final = (
    T(
        "The password of your Portal ID was changed on {when}. Everyone else who was logged in with your ID "
        "was logged out.",
        "Kata laluan ID Portal anda telah ditukar pada {when}. Semua sesi lain bagi ID anda telah "
        "ditamatkan.",
    ),
    T(
        "If that was not you, call 1-300-22-8000 or write to idportal@perkeso.gov.my at once.",
        "Jika bukan anda yang menukarnya, hubungi 1-300-22-8000 atau tulis kepada idportal@perkeso.gov.my "
        "dengan segera.",
    ),
)
_REMINDER_SUBJECT: Final = T(
    "Your password expires on {until}", "Kata laluan anda akan tamat tempoh pada {until}"
)
_REMINDER: Final = (
    T(
        "The password of your Portal ID expires on {until}. Log in before that and choose Change password "
        "in the menu under your name.",
        "Kata laluan ID Portal anda akan tamat tempoh pada {until}. Log masuk sebelum tarikh itu dan pilih "
        "Tukar kata laluan dalam menu di bawah nama anda.",
    ),
    T(
        "After that day the portal asks for a new one when you log in.",
        "Selepas hari itu, portal akan meminta kata laluan baharu semasa anda log masuk.",
    ),
)


def reset_link(*, to: str, name: str, language: str, link: str, until: datetime) -> EmailMessage:
    """The mail with the link that sets a new password."""
    words = _language(language)
    first, second, third = _RESET
    sentences = [
        first.in_language(words),
        link,
        second.filled(until=_moment(until)).in_language(words),
        third.in_language(words),
    ]
    return _message(to, name, words, _RESET_SUBJECT.in_language(words), sentences, link=link)


def closed(*, to: str, name: str, language: str) -> EmailMessage:
    """The mail that says why there is no link for a closed ID."""
    words = _language(language)
    return _message(to, name, words, _CLOSED_SUBJECT.in_language(words), [_CLOSED.in_language(words)])


def password_changed(*, to: str, name: str, language: str, when: datetime) -> EmailMessage:
    """The mail that says that the password was changed, and what to do if somebody else did it."""
    words = _language(language)
    sentences = [text.filled(when=_moment(when)).in_language(words) for text in _CHANGED]
    return _message(to, name, words, _CHANGED_SUBJECT.in_language(words), sentences)


def reminder(*, to: str, name: str, language: str, until: datetime) -> EmailMessage:
    """The mail that says when the password will expire."""
    words = _language(language)
    day = f"{until.astimezone(MALAYSIA):%d/%m/%Y}"
    sentences = [text.filled(until=day).in_language(words) for text in _REMINDER]
    return _message(to, name, words, _REMINDER_SUBJECT.filled(until=day).in_language(words), sentences)


def _message(  # noqa: PLR0913 - what differs between mails
    to: str, name: str, words: Language, subject: str, sentences: Sequence[str], *, link: str = ""
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "ASSIST <no-reply@assist.invalid>"
    message["To"] = to
    message["Subject"] = subject
    mock = _MOCK.in_language(words)
    lines = [_GREETING.filled(name=name).in_language(words), *sentences, mock]
    message.set_content("\n\n".join(lines) + "\n")
    blocks = [html_link(line) if link and line == link else paragraph(line) for line in lines]
    add_html(message, subject=subject, language=words, blocks=blocks)
    return message


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(MALAYSIA):%d/%m/%Y %H:%M}"


def _language(language: str) -> Language:
    return "ms" if language == "ms" else "en"
