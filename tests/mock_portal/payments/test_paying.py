"""From the list of unpaid records to the receipt, across both sites, as issue 3 tells it."""

from tests.mock_portal.browsing import words, parse
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import OWED, Payer, all_payments, debited, ledger, statuses


def test_a_payment_ends_with_receipts_a_mail_and_one_debit(portal: Portal, payer: Payer) -> None:
    status = payer.home(payer.approve())

    assert status.status_code == 200
    page = status.get_data(as_text=True)
    assert "Payment successful." in page
    (payment,) = all_payments(portal)
    assert [receipt.number for receipt in payment.receipts] == ["20260000000003", "2026E0000000003"]
    assert debited(portal) == OWED == sum(receipt.amount_sen for receipt in payment.receipts)
    (mail,) = portal.mail()
    assert mail["To"] == "aminah@contoh-maju.example"
    assert "20260000000003" in mail["Subject"]
