"""What an applicant is written, in the applicant's language."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from contributions import Language, T
from mock_portal.registration.models import Application
from mock_portal.worlds.clock import MALAYSIA
from mock_portal.worlds.html_mail import add_html, facts_table, paragraph
from mock_portal.worlds.html_mail import link as html_link
from mock_portal.worlds.models import OutboxItem
from mock_portal.worlds.outbox import MAIL, send_mail

__all__ = [
    "Waiting",
    "send_approval",
    "send_continue",
    "send_expired",
    "send_linked",
    "send_query",
    "send_rejection",
    "send_verification",
    "waits_for",
]

_MOCK: Final = T(
    "Sent by a mock portal for testing. Not PERKESO.",
    "Dihantar oleh portal olok-olok untuk ujian. Bukan PERKESO.",
)
_REFERENCE: Final = T("Reference No.", "No. Rujukan")
_EMPLOYER: Final = T("Employer", "Majikan")
_CODE: Final = T("Employer Code", "Kod Majikan")
_PORTAL_ID: Final = T("Portal ID (email address)", "ID Portal (alamat emel)")
_PASSWORD: Final = T("Temporary password", "Kata laluan sementara")
_ENDS: Final = T("The temporary password ends on", "Kata laluan sementara tamat pada")
_REASON: Final = T("Reason", "Sebab")
_AMEND_BY: Final = T("Submit it again before", "Hantar semula sebelum")

_VERIFY: Final = T("Verify your email address: {reference}", "Sahkan alamat emel anda: {reference}")
_VERIFY_WORDS: Final = T(
    "Open this link within 24 hours and press Verify. Your application reaches PERKESO only after that. The "
    "link works once.",
    "Buka pautan ini dalam masa 24 jam dan tekan Sahkan. Permohonan anda hanya diterima oleh PERKESO selepas "
    "itu. Pautan ini boleh digunakan sekali sahaja.",
)
_CONTINUE: Final = T("Continue your application: {reference}", "Sambung permohonan anda: {reference}")
_CONTINUE_WORDS: Final = T(
    "Open this link within 24 hours to go on with your application where you left it. The link works once.",
    "Buka pautan ini dalam masa 24 jam untuk menyambung permohonan anda. Pautan ini boleh digunakan sekali "
    "sahaja.",
)
_QUERY: Final = T(
    "A question about your application: {reference}", "Pertanyaan tentang permohonan: {reference}"
)
_QUERY_WORDS: Final = T(
    "The officer needs more from you. Open this link, change what is asked for and submit the application "
    "again in time.",
    "Pegawai memerlukan maklumat lanjut. Buka pautan ini, pinda perkara yang diminta dan hantar semula "
    "permohonan anda dalam tempoh yang diberikan.",
)
_APPROVED: Final = T("Your Portal ID is ready: {reference}", "ID Portal anda telah sedia: {reference}")
_APPROVED_WORDS: Final = T(
    "Your application was approved. Log in with this email address and the temporary password before it "
    "ends. You will then choose a password of your own. After its end, use Forgot Password at the log-in.",
    "Permohonan anda telah diluluskan. Log masuk dengan alamat emel ini dan kata laluan sementara sebelum "
    "tempohnya tamat. Anda kemudian akan memilih kata laluan anda sendiri. Selepas tempoh itu, gunakan Lupa "
    "Kata Laluan semasa log masuk.",
)
_LINKED_WORDS: Final = T(
    "Your application was approved. The employer now belongs to your Portal ID; log in with the password "
    "that you have.",
    "Permohonan anda telah diluluskan. Majikan ini kini dipautkan kepada ID Portal anda; log masuk dengan "
    "kata laluan sedia ada.",
)
_REJECTED: Final = T("Your application was rejected: {reference}", "Permohonan anda ditolak: {reference}")
_REJECTED_WORDS: Final = T(
    "Your application was rejected. Once the reason is removed you may apply again.",
    "Permohonan anda telah ditolak. Anda boleh memohon semula setelah perkara tersebut diselesaikan.",
)
_EXPIRED: Final = T("Your application has expired: {reference}", "Permohonan anda tamat tempoh: {reference}")
_EXPIRED_WORDS: Final = T(
    "Nothing was heard from you in time, so the application has ended. You may apply again.",
    "Tiada maklum balas diterima dalam tempoh yang ditetapkan, maka permohonan ini telah tamat. Anda boleh "
    "memohon semula.",
)

_LOGIN: Final = "/employer/login"
_START: Final = "/employer/register"
Facts = tuple[tuple[T, str], ...]


def send_verification(session: Session, row: Application, link: str, *, now: datetime) -> None:
    """The link that proves the e-mail address."""
    _send(session, row, _VERIFY, _VERIFY_WORDS, (), link, now)


def send_continue(session: Session, row: Application, link: str, *, now: datetime) -> None:
    """The link back to a draft."""
    _send(session, row, _CONTINUE, _CONTINUE_WORDS, (), link, now)


def send_query(session: Session, row: Application, link: str, *, until: datetime, now: datetime) -> None:
    """The officer's question, the link to amend, and until when: a mail may be late, or be sent again."""
    facts = ((_REASON, row.reason), (_AMEND_BY, _moment(until)))
    _send(session, row, _QUERY, _QUERY_WORDS, facts, link, now)


def send_rejection(session: Session, row: Application, reason: str, *, now: datetime) -> None:
    """Why an application was refused."""
    _send(session, row, _REJECTED, _REJECTED_WORDS, ((_REASON, reason),), _page(row, _START), now)


def send_expired(session: Session, row: Application, *, now: datetime) -> None:
    """Say that an application ended by time."""
    _send(session, row, _EXPIRED, _EXPIRED_WORDS, (), _page(row, _START), now)


def send_approval(
    session: Session, row: Application, password: str, *, ends_at: datetime, now: datetime
) -> None:
    """Employer code, Portal ID and temporary password (official [REG2]), and its end: mail may be late."""
    facts = (
        (_CODE, row.employer_code),
        (_PORTAL_ID, row.portal_id),
        (_PASSWORD, password),
        (_ENDS, _moment(ends_at)),
    )
    _send(session, row, _APPROVED, _APPROVED_WORDS, facts, _page(row, _LOGIN), now)


def send_linked(session: Session, row: Application, *, now: datetime) -> None:
    """Say that an employer was added to a Portal ID."""
    facts = ((_CODE, row.employer_code), (_PORTAL_ID, row.portal_id))
    _send(session, row, _APPROVED, _LINKED_WORDS, facts, _page(row, _LOGIN), now)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(MALAYSIA):%d/%m/%Y %H:%M}"


def _page(row: Application, path: str) -> str:
    return row.origin + ("/ms" if row.language == "ms" else "") + path


def _send(  # noqa: PLR0913, PLR0917 - the parts of a letter, by position
    session: Session, row: Application, subject: T, words: T, facts: Facts, link: str, now: datetime
) -> None:
    language: Language = "ms" if row.language == "ms" else "en"
    message = EmailMessage()
    message["From"] = "ASSIST <no-reply@assist.invalid>"
    message["To"] = row.email
    message["Subject"] = title = subject.filled(reference=row.reference).in_language(language)
    told = [
        (name.in_language(language), value)
        for name, value in ((_REFERENCE, row.reference), (_EMPLOYER, row.employer_name), *facts)
    ]
    sentence, mock = words.in_language(language), _MOCK.in_language(language)
    lines = [sentence, "", *(f"{name}: {value}" for name, value in told), "", link, "", mock]
    message.set_content("\n".join(lines) + "\n")
    blocks = [paragraph(sentence), facts_table(told), html_link(link), paragraph(mock)]
    add_html(message, subject=title, language=language, blocks=blocks)
    send_mail(session, message, to=row.email, now=now)


@dataclass(frozen=True)
class Waiting:
    """Mail to an address that has not left yet: whether there is any, and whether sending it failed."""

    any: bool
    tried: bool


def waits_for(session: Session, to: str) -> Waiting:
    """Whether mail to an address waits in the outbox."""
    waiting = select(OutboxItem.attempts).filter_by(kind=MAIL, destination=to, delivered=False)
    attempts = list(session.scalars(waiting))
    return Waiting(bool(attempts), any(attempts))
