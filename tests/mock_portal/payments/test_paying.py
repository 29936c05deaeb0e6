"""From the list of unpaid records to the receipt, across both sites, as a payer sees it."""

import io
from collections.abc import Callable

import pypdf
import pytest

from mock_portal.worlds.settings import Fault
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import (
    APPROVER,
    OWED,
    Payer,
    all_payments,
    debited,
    ledger,
    states_of_records,
    statuses,
    submit_october,
)

NOT_CHARGED = "Payment unsuccessful. You have not been charged."


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_a_payment_ends_with_receipts_a_mail_and_one_debit(portal: Portal, payer: Payer) -> None:
    status = payer.home(payer.approve())

    assert "Payment successful." in status.text
    (payment,) = all_payments(portal)
    assert [receipt.number for receipt in payment.receipts] == ["20260000000003", "2026E0000000003"]
    assert debited(portal) == OWED == sum(receipt.amount_sen for receipt in payment.receipts)
    assert states_of_records(portal) == ["paid", "paid"]
    (mail,) = portal.mail()
    assert mail["To"] == "aminah@contoh-maju.example"
    assert mail["Subject"] == "Payment successful: receipt 20260000000003, 2026E0000000003"


def test_a_malay_payer_is_led_and_written_to_in_malay(portal: Portal, malay_payer: Payer) -> None:
    status = malay_payer.home(malay_payer.approve())

    assert "Bayaran berjaya." in status.text
    assert status.request.path.startswith("/ms/employer/payments/PA")
    (mail,) = portal.mail()
    assert mail["Subject"].startswith("Bayaran berjaya: resit ")


def test_the_receipt_shows_every_line_with_lindung_as_its_own(payer: Payer) -> None:
    status = payer.home(payer.approve())
    pdf = payer.visitor.get(status.request.path + "/receipt.pdf")
    page = payer.visitor.get(status.request.path + "/receipt")

    assert pdf.mimetype == "application/pdf"
    assert pdf.headers["Content-Disposition"] == "attachment; filename=receipt-PA20261110000003.pdf"
    for shown in (page.text, text_of(pdf.data)):
        for fact in (
            "20260000000003",
            "2026E0000000003",
            "SKBBK / LINDUNG 24 JAM",
            "RM 24.35",
            "RM 97.45",
            "RM 13.00",
            "B3200000123X",
            "PA20261110000003",
            "Bank Contoh",
        ):
            assert fact in shown


def test_the_receipt_can_be_looked_at_in_a_window_of_its_own(payer: Payer) -> None:
    status = payer.home(payer.approve())
    address = status.request.path + "/receipt.pdf?view=window"

    pdf = payer.visitor.get(address)

    assert f'href="{address}" target="_blank"' in payer.visitor.get(status.request.path + "/receipt").text
    assert pdf.headers["Content-Disposition"] == "inline; filename=receipt-PA20261110000003.pdf"
    assert "Bank Contoh" in text_of(pdf.data)


def test_the_receipt_is_printed_in_malay_too(malay_payer: Payer) -> None:
    status = malay_payer.home(malay_payer.approve())

    pdf = malay_payer.visitor.get(status.request.path.removeprefix("/ms") + "/receipt.pdf")

    assert "Caruman Bulanan" in text_of(pdf.data)
    assert "Jumlah dibayar" in text_of(pdf.data)


def test_a_payment_that_did_not_succeed_has_no_receipt(payer: Payer) -> None:
    payer.proceed()

    assert payer.visitor.get("/employer/payments/PA20261110000003/receipt").status_code == 404
    assert payer.visitor.get("/employer/payments/PA20261110000003/receipt.pdf").status_code == 404


def test_a_cancelled_payment_says_what_to_do_and_refills_the_cart(portal: Portal, payer: Payer) -> None:
    page = payer.bank.submit(payer.to_bank(), button="Cancel payment")

    status = payer.home(page)

    assert NOT_CHARGED in status.text
    assert "Your records are back in the cart." in status.text
    assert "ACR000000000103" in payer.visitor.get("/employer/payments/cart").text
    assert (debited(portal), statuses(portal), states_of_records(portal)) == (
        0,
        ["cancelled"],
        ["submitted", "submitted"],
    )


def test_three_wrong_passwords_at_the_bank_decline_the_payment(portal: Portal, payer: Payer) -> None:
    page = payer.to_bank()
    for left in ("2", "1"):
        page = payer.bank.submit(page, {"user": "contohmaju", "password": "no"})
        assert f"Tries left: {left}." in page.text
    page = payer.bank.submit(page, {"user": "contohmaju", "password": "no"})

    status = payer.home(page)

    assert NOT_CHARGED in status.text
    assert "Check your bank user ID and password, then pay again." in status.text
    assert (debited(portal), statuses(portal)) == (0, ["unsuccessful"])


def test_too_little_money_declines_the_payment(portal: Portal, payer: Payer) -> None:
    page = payer.bank.submit(payer.to_bank(), {"user": "teladan", "password": "Bank#2026"})

    status = payer.home(payer.bank.submit(page, {"account": "514000000002"}))

    assert "The account does not hold enough money." in status.text
    assert (debited(portal), statuses(portal)) == (0, ["unsuccessful"])


def test_more_than_the_customers_own_limit_declines_the_payment(portal: Portal, signed_in: Visitor) -> None:
    submit_october(portal, times=2_000)
    payer = Payer(portal, signed_in, portal.client("bank"))

    page = payer.bank.submit(
        payer.to_bank(business_model="B2B"), {"user": "teladan", "password": "Bank#2026"}
    )
    status = payer.home(payer.bank.submit(page, {"account": "514000000002"}))

    assert "The amount is above your own limit at the bank." in status.text
    assert debited(portal) == 0


def test_a_session_that_lasts_too_long_at_the_bank_charges_nothing(portal: Portal, payer: Payer) -> None:
    page = payer.at_bank()
    portal.move_clock(minutes=11)

    ended = payer.bank.submit(page, {"account": "514000000001"})
    status = payer.home(payer.bank.submit(ended, button="Return to merchant"))

    assert "Your session at the bank has ended" in ended.text
    assert "finish at the bank within 10 minutes" in status.text
    assert (debited(portal), statuses(portal)) == (0, ["unsuccessful"])


def test_a_payment_can_be_tried_again_after_it_failed(portal: Portal, payer: Payer) -> None:
    payer.home(payer.bank.submit(payer.to_bank(), button="Cancel payment"))

    again = payer.visitor.submit(payer.visitor.get("/employer/payments/cart"), button="Continue")

    assert "PA20261110000004" in again.text


def test_a_business_payment_waits_for_its_approver(portal: Portal, payer: Payer) -> None:
    status = payer.home(payer.approve(business_model="B2B"))

    assert "Waiting for authorisation by your bank approver." in status.text
    assert f'<a href="{payer.bank.origin}/approver">' in status.text
    assert (debited(portal), statuses(portal)) == (0, ["pending_authorisation"])
    assert "In payment" in payer.visitor.get("/employer/payments").text


@pytest.mark.parametrize(
    ("decision", "state", "taken"),
    [
        pytest.param("approve", "successful", OWED, id="approved"),
        pytest.param("reject", "unsuccessful", 0, id="rejected"),
    ],
)
def test_the_approver_decides_at_the_bank(
    portal: Portal, payer: Payer, decision: str, state: str, taken: int
) -> None:
    payer.home(payer.approve(business_model="B2B"))
    approver = portal.client("bank")
    waiting = approver.submit(approver.get("/approver"), APPROVER)
    button = "Approve payment of RM 110.45" if decision == "approve" else "Reject"

    approver.submit(waiting, button=button)
    portal.deliver()

    assert (debited(portal), statuses(portal)) == (taken, [state])


def test_an_approval_that_nobody_gives_expires_after_seven_days(portal: Portal, payer: Payer) -> None:
    payer.home(payer.approve(business_model="B2B"))

    portal.move_clock(days=7)

    assert (debited(portal), statuses(portal)) == (0, ["expired"])
    assert [entry.status for entry in ledger(portal)] == ["expired"]
    (mail,) = portal.mail()
    assert mail["Subject"] == "Payment unsuccessful: order PA20261110000003"


def test_a_part_of_a_second_between_two_clocks_does_not_expire_a_payment_too_early(
    portal: Portal, payer: Payer
) -> None:
    portal.move_clock(seconds=0.7)
    payer.home(payer.approve(business_model="B2B"))
    portal.move_clock(seconds=7 * 24 * 3600 - 0.5)
    assert [entry.status for entry in ledger(portal)] == ["awaiting_approver"]
    assert statuses(portal) == ["pending_authorisation"]

    portal.move_clock(minutes=1)

    assert [entry.status for entry in ledger(portal)] == ["expired"]
    assert statuses(portal) == ["expired"]


def test_an_approver_does_not_see_an_expired_payment(portal: Portal, payer: Payer) -> None:
    payer.home(payer.approve(business_model="B2B"))
    portal.move_clock(days=7)
    approver = portal.client("bank")

    waiting = approver.submit(approver.get("/approver"), APPROVER)

    assert "Nothing waits for your approval." in waiting.text


def test_an_approval_whose_callback_got_lost_is_found_before_it_expires(portal: Portal, payer: Payer) -> None:
    payer.home(payer.approve(business_model="B2B"))
    portal.fail(Fault("bank.callback", "never"))
    approver = portal.client("bank")
    approver.submit(
        approver.submit(approver.get("/approver"), APPROVER), button="Approve payment of RM 110.45"
    )

    portal.move_clock(days=8)

    assert (debited(portal), statuses(portal)) == (OWED, ["successful"])


def test_nobody_else_sees_a_payment(portal: Portal, payer: Payer, log_in: Callable[..., Visitor]) -> None:
    payer.home(payer.approve())
    other = log_in("lim@teladan.example", "Teladan#2026")

    for path in ("", "/receipt", "/receipt.pdf", "/state"):
        assert other.get(f"/employer/payments/PA20261110000003{path}").status_code == 404
    assert "PA20261110000003" not in other.get("/employer/payments/history").text
