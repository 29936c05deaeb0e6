"""The bank's own pages: its landing, its sessions, its approver, in both languages."""

import pytest

from mock_portal.bank.models import BankAccount
from mock_portal.worlds.settings import Fault
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import APPROVER, BANK, PAYER, Payer, debited, ledger


def test_the_landing_takes_only_what_the_merchant_signed(portal: Portal) -> None:
    refused = portal.client("bank").post("/fpx", data={"fpx_msgType": "AR", "fpx_txnAmount": "1.00"})

    assert refused.status_code == 400
    assert "Nothing was debited." in refused.text
    assert ledger(portal) == ()


def test_a_request_of_another_world_is_refused(portal: Portal, payer: Payer) -> None:
    form = payer.form_to_bank(payer.proceed())
    other = portal.another_world()

    refused = portal.client("bank", world=other).post("/fpx", data=form.values)

    assert refused.status_code == 400


def test_an_address_that_nobody_was_sent_to_is_not_found(portal: Portal) -> None:
    assert portal.client("bank").get("/pay/guessed").status_code == 404


def test_the_bank_says_what_is_paid_and_who_can_log_in(payer: Payer) -> None:
    page = payer.to_bank()

    for fact in ("RM 110.45", "PA20261110000003", "Bank Contoh", "contohmaju", "Bank#2026"):
        assert fact in page.text
    assert "no money moves" in page.text


def test_the_approve_page_asks_for_log_in_first(portal: Portal, payer: Payer) -> None:
    address = payer.to_bank().request.path
    stranger = portal.client("bank")

    page = stranger.get(f"{address}/approve", follow_redirects=True)

    assert "Log in to pay" in page.text


def test_a_log_in_counts_for_one_payment_only(payer: Payer) -> None:
    payer.home(payer.bank.submit(payer.at_bank(), button="Cancel payment"))
    information = payer.visitor.submit(payer.visitor.get("/employer/payments/cart"), button="Continue")
    how = {"business_model": "B2C", "bank": BANK, "terms": "y"}

    page = payer.carry(payer.visitor.submit(information, how, button="Proceed"), to=payer.bank)
    approve = payer.bank.get(f"{page.request.path}/approve", follow_redirects=True)

    assert "Log in to pay" in approve.text


def test_cookies_of_the_bank_are_its_own(portal: Portal, payer: Payer) -> None:
    page = payer.to_bank()
    logged_in = payer.bank.submit(page, PAYER, follow_redirects=False)

    cookie = logged_in.headers["Set-Cookie"]
    assert "SameSite=Lax" in cookie
    assert "HttpOnly" in cookie
    assert "Domain" not in cookie
    assert "Expires" not in cookie


def test_a_form_of_the_bank_without_its_token_debits_nothing(portal: Portal, payer: Payer) -> None:
    address = payer.at_bank().request.path

    payer.bank.post(address, data={"account": "514000000001"})

    assert debited(portal) == 0


def test_the_bank_speaks_malay(malay_payer: Payer) -> None:
    page = malay_payer.to_bank()
    approve = malay_payer.bank.submit(page, PAYER)

    assert "Log masuk untuk membayar" in page.text
    assert "Luluskan bayaran RM 110.45" in approve.text


def test_what_is_too_long_at_the_bank_is_said_in_malay_too(malay_payer: Payer) -> None:
    refused = malay_payer.bank.submit(malay_payer.to_bank(), {**PAYER, "user": "x" * 61})

    assert "ID pengguna atau kata laluan bank tidak melebihi 60 aksara" in refused.text


def test_an_approver_logs_in_with_the_right_password_only(portal: Portal) -> None:
    bank = portal.client("bank")

    page = bank.submit(bank.get("/approver"), {**APPROVER, "password": "Sah#2027"})

    assert "User ID or password is wrong. Check both and log in again." in page.text
    assert bank.get("/approver/payments", follow_redirects=True).request.path == "/approver"


def test_a_payer_is_no_approver(portal: Portal, payer: Payer) -> None:
    payer.approve(business_model="B2B")

    page = payer.bank.submit(payer.bank.get("/approver"), PAYER)

    assert "User ID or password is wrong." in page.text


def test_an_approvers_session_ends_by_the_worlds_clock(portal: Portal) -> None:
    bank = portal.client("bank")
    bank.submit(bank.get("/approver"), APPROVER)
    portal.move_clock(minutes=10)

    assert bank.get("/approver/payments", follow_redirects=True).request.path == "/approver"


def test_an_approver_who_logs_out_is_out(portal: Portal) -> None:
    bank = portal.client("bank")
    waiting = bank.submit(bank.get("/approver"), APPROVER)

    bank.submit(waiting, button="Log out of the bank")

    assert bank.get("/approver/payments", follow_redirects=True).request.path == "/approver"


def test_what_was_decided_cannot_be_decided_again(portal: Portal, payer: Payer) -> None:
    payer.approve(business_model="B2B")
    bank = portal.client("bank")
    waiting = bank.submit(bank.get("/approver"), APPROVER)
    bank.submit(waiting, button="Reject")

    again = bank.submit(waiting, button="Approve payment of RM 110.45")

    assert again.status_code == 404
    assert debited(portal) == 0


def test_an_approval_without_the_money_is_declined(portal: Portal, payer: Payer) -> None:
    payer.approve(business_model="B2B")
    with portal.session(may_write=True) as session:
        session.query(BankAccount).filter_by(user="contohmaju").one().balance_sen = 100
    bank = portal.client("bank")
    waiting = bank.submit(bank.get("/approver"), APPROVER)

    page = bank.submit(waiting, button="Approve payment of RM 110.45")

    assert "The bank declined it" in page.text
    assert debited(portal) == 0


@pytest.mark.parametrize("path", ["/", "/approver"])
@pytest.mark.parametrize("language", ["en", "ms"])
def test_every_first_page_is_there_in_both_languages(portal: Portal, path: str, language: str) -> None:
    assert portal.client("bank", language).get(path).status_code == 200


def test_an_answer_that_a_fault_keeps_at_the_bank_says_what_to_do(portal: Portal, payer: Payer) -> None:
    portal.fail(Fault("bank.return", "never"))

    page = payer.approve()

    assert "Look the payment up in the merchant's payment history before you pay again." in page.text


def test_an_answer_that_is_not_believed_is_refused_in_the_payers_language(
    portal: Portal, malay_payer: Payer
) -> None:
    portal.fail(Fault("bank.return", "bad_signature"))
    bank_page = malay_payer.bank.submit(malay_payer.at_bank(), {"account": "514000000001"})

    page = malay_payer.home(bank_page)

    assert page.status_code == 400
    assert "Jawapan bank tidak diterima" in page.text
