"""What the payer is written, in the payer's language: the receipt, or that an authorisation failed.

The mail with the receipt is made when it leaves: printing a PDF takes longer than the bank should wait.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from contributions import T, format_sen
from contributions.bilingual import Language
from mock_portal.employers import service as employers
from mock_portal.fpx.codes import get_code
from mock_portal.payments import history, sheet
from mock_portal.payments.models import Order
from mock_portal.payments.receipts import receipts_of
from mock_portal.worlds.clock import MALAYSIA
from mock_portal.worlds.html_mail import add_html, facts_table, link, paragraph
from mock_portal.worlds.outbox import send_mail, send_mail_made_later

__all__ = ["make_receipt_mail", "send_failure", "send_receipt"]

log = logging.getLogger(__name__)

_PAID: Final = T("Payment successful: receipt {receipts}", "Bayaran berjaya: resit {receipts}")
_FAILED: Final = T("Payment unsuccessful: order {order}", "Bayaran tidak berjaya: pesanan {order}")
_THANKS: Final = T("We received your payment.", "Kami telah menerima bayaran anda.")
_ATTACHED: Final = T(
    "The receipt is attached to this mail as a PDF. Those with a Portal ID also find it on the page of the "
    "order.",
    "Resit dilampirkan pada emel ini sebagai PDF. Pemegang ID Portal juga boleh mendapatkannya pada halaman "
    "pesanan.",
)
_NOT_ATTACHED: Final = T(
    "The receipt could not be attached. It is on the page of your order.",
    "Resit tidak dapat dilampirkan. Resit boleh didapati pada halaman pesanan anda.",
)
_NOT_CHARGED: Final = T(
    "Payment unsuccessful. You have not been charged.", "Bayaran tidak berjaya. Anda tidak dicaj."
)
_MOCK: Final = T(
    "Sent by a mock portal for testing. Not PERKESO.",
    "Dihantar oleh portal olok-olok untuk ujian. Bukan PERKESO.",
)
_RECEIPT_NO: Final = T("Receipt No.", "No. Resit")
_ORDER_NO: Final = T("Order No.", "No. Pesanan")
_FPX_ID: Final = T("FPX Transaction ID", "ID Transaksi FPX")
_EMPLOYER: Final = T("Employer", "Majikan")
_AMOUNT: Final = T("Amount", "Jumlah")
_WHEN: Final = T("Date/Time", "Tarikh/Masa")

Facts = list[tuple[str, str]]


def send_receipt(session: Session, order: Order, *, now: datetime) -> None:
    """Mail the receipt of an order that was just paid to the payer's address."""
    send_mail_made_later(session, "payments.receipt", order.number, to=order.payer_email, now=now)


def make_receipt_mail(session: Session, number: str) -> EmailMessage:
    """The mail with the receipt of a paid order; one that cannot be printed is not waited for."""
    order = session.scalars(select(Order).filter_by(number=number)).one()
    language = _language(order)
    receipts = receipts_of(order)
    payment = history.get_paid(session, number, [order.employer_id])
    try:
        pdf = sheet.print_receipts(payment, language=language)
    except Exception:
        log.exception("the receipt of %s could not be printed", number)
        pdf = b""
    facts: Facts = [
        *((_RECEIPT_NO.in_language(language), receipt.number) for receipt in receipts),
        *_facts(session, order, language, payment.at),
        *((item.number, format_sen(sum(item.lines.values()))) for item in order.items),
    ]
    subject = _PAID.filled(receipts=", ".join(receipt.number for receipt in receipts))
    sentences = [text.in_language(language) for text in (_THANKS, _ATTACHED if pdf else _NOT_ATTACHED)]
    message = _message(order, subject.in_language(language), sentences, facts)
    if pdf:
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename=sheet.file_name(payment))
    return message


def send_failure(session: Session, order: Order, *, now: datetime) -> None:
    """Mail that an order which waited for an approver came to nothing, and what to do."""
    language = _language(order)
    code = get_code(order.code)
    sentences = [text.in_language(language) for text in (_NOT_CHARGED, code.reason, code.mend)]
    subject = _FAILED.filled(order=order.number).in_language(language)
    message = _message(order, subject, sentences, _facts(session, order, language, now))
    send_mail(session, message, to=order.payer_email, now=now)


def _facts(session: Session, order: Order, language: Language, now: datetime) -> Facts:
    employer = employers.get_employer(session, order.employer_id)
    there = now.astimezone(MALAYSIA)
    return [
        (_EMPLOYER.in_language(language), f"{employer.code} {employer.name}"),
        (_ORDER_NO.in_language(language), order.number),
        (_FPX_ID.in_language(language), order.fpx_id),
        (_WHEN.in_language(language), f"{there:%d/%m/%Y %H:%M}"),
        (_AMOUNT.in_language(language), format_sen(order.amount_sen)),
    ]


def _message(order: Order, subject: str, sentences: Sequence[str], facts: Facts) -> EmailMessage:
    mock = _MOCK.in_language(_language(order))
    message = EmailMessage()
    message["From"] = "ASSIST <no-reply@assist.invalid>"
    message["To"] = order.payer_email
    message["Subject"] = subject
    lines = [*sentences, "", *(f"{name}: {value}" for name, value in facts), "", order.page_url, "", mock]
    message.set_content("\n".join(lines) + "\n")
    blocks = [*map(paragraph, sentences), facts_table(facts), link(order.page_url), paragraph(mock)]
    add_html(message, subject=subject, language=_language(order), blocks=blocks)
    return message


def _language(order: Order) -> Language:
    return "ms" if order.language == "ms" else "en"
