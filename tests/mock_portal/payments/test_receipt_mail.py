"""The mail after a payment brings the receipt itself: a payer without a Portal ID has no other way to it."""

import io
from email.message import EmailMessage
from pathlib import Path

import pypdf
import pytest

from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import OWED, Payer, debited, states_of_records

RECEIPTS = ("20260000000003", "2026E0000000003")


def words_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def attached(mail: EmailMessage) -> list[tuple[str | None, str, str]]:
    """The files of a mail: name, type, and the words of the PDF."""
    return [
        (
            part.get_filename(),
            part.get_content_type(),
            "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(part.get_content())).pages),
        )
        for part in mail.iter_attachments()
    ]


def test_the_receipt_is_attached_to_the_mail_which_says_so(portal: Portal, payer: Payer) -> None:
    status = payer.home(payer.approve())

    (mail,) = portal.mail()
    ((name, kind, printed),) = attached(mail)
    assert "The receipt was mailed to aminah@contoh-maju.example." in status.text
    assert (name, kind) == ("receipt-PA20261110000003.pdf", "application/pdf")
    assert all(number in printed for number in RECEIPTS)
    assert "Total paid" in printed
    assert "The receipt is attached to this mail as a PDF." in words_of(mail)
    assert f"{portal.origin()}/employer/payments/PA20261110000003" in words_of(mail)


def test_a_malay_payer_has_the_receipt_in_malay(portal: Portal, malay_payer: Payer) -> None:
    malay_payer.home(malay_payer.approve())

    (mail,) = portal.mail()
    ((_, _, printed),) = attached(mail)
    assert "Jumlah dibayar" in printed
    assert "Resit dilampirkan pada emel ini sebagai PDF." in words_of(mail)


def test_the_inbox_offers_the_receipt_to_be_saved(portal: Portal, payer: Payer) -> None:
    payer.home(payer.approve())
    portal.deliver()
    inbox = portal.client("inbox")

    assert "receipt-PA20261110000003.pdf" in inbox.get("/mail/1").text


def test_a_receipt_that_cannot_be_printed_stops_neither_the_payment_nor_the_mail(
    portal: Portal, payer: Payer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mock_portal.documents.engine.TEMPLATES", tmp_path)

    payer.home(payer.approve())

    assert states_of_records(portal) == ["paid", "paid"]
    assert debited(portal) == OWED
    (mail,) = portal.mail()
    assert attached(mail) == []
    assert "The receipt could not be attached. It is on the page of your order." in words_of(mail)


def test_the_receipt_is_not_printed_before_the_mail_leaves(
    portal: Portal, payer: Payer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as without_templates:
        without_templates.setattr("mock_portal.documents.engine.TEMPLATES", tmp_path)
        payer.home(payer.approve())

    (mail,) = portal.mail()

    assert len(attached(mail)) == 1
