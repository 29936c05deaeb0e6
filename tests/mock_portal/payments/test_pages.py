"""The list, the cart and Payment Information: what a payer ticks, adds, removes, searches and chooses."""

import pytest
from werkzeug.test import TestResponse

from mock_portal.submissions import service as submissions
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import (
    BANK,
    PAYER,
    SCENARIO_BEGINS,
    Payer,
    all_payments,
    states_of_records,
    statuses,
    submit_october,
)

ACR, ECR = "ACR000000000103", "ECR000000000103"
HOW = {"business_model": "B2C", "bank": BANK, "terms": "y"}


def test_an_empty_list_says_what_will_be_there(signed_in: Visitor) -> None:
    assert "Nothing to pay." in signed_in.get("/employer/payments").text


def test_the_list_has_its_total_above_it(payer: Payer) -> None:
    assert "2 records to pay, RM 110.45 in all." in payer.visitor.get("/employer/payments").text


def test_add_to_cart_wants_a_tick(payer: Payer) -> None:
    page = payer.visitor.submit(payer.visitor.get("/employer/payments"), button="Add to Cart")

    assert "Tick at least one record of the list" in page.text


def test_one_record_can_be_paid_alone(portal: Portal, payer: Payer) -> None:
    payer.visitor.submit(
        payer.visitor.get("/employer/payments"), {"records": payer.ticks()[:1]}, button="Add to Cart"
    )
    payer.visitor.submit(payer.visitor.get("/employer/payments/cart"), button="Continue")

    assert [record.number for record in all_payments(portal)[0].records] == [ACR]
    assert states_of_records(portal) == ["payment_pending", "submitted"]


def test_somebody_elses_record_cannot_be_added(portal: Portal, payer: Payer) -> None:
    (other, _) = submit_october(portal, employer_id=2)

    page = payer.visitor.submit(
        payer.visitor.get("/employer/payments"), {"records": [str(other)]}, button="Add to Cart"
    )

    assert "Tick at least one record of the list" in page.text


def test_an_employer_of_somebody_else_is_not_found(payer: Payer) -> None:
    assert payer.visitor.get("/employer/payments?employer=B3200000456Y").status_code == 404


def test_remove_asks_first_and_then_cancels_the_whole_submission(portal: Portal, payer: Payer) -> None:
    asked = payer.visitor.submit(
        payer.visitor.get("/employer/payments"), {"records": payer.ticks()[:1]}, button="Remove ticked"
    )
    assert states_of_records(portal) == ["submitted", "submitted"]

    gone = payer.visitor.submit(asked, button="Remove 2 records")

    assert f"Removed: {ACR}, {ECR}." in gone.text
    assert states_of_records(portal) == ["cancelled", "cancelled"]


def test_remove_stands_in_every_row(payer: Payer) -> None:
    asked = payer.visitor.submit(payer.visitor.get("/employer/payments"), button=f"Remove {ECR}")

    assert "Remove ACR/ECR" in asked.text
    assert ACR in asked.text


def test_remove_asked_for_twice_says_that_it_is_gone(payer: Payer) -> None:
    asked = payer.visitor.submit(payer.visitor.get("/employer/payments"), button=f"Remove {ACR}")
    payer.visitor.submit(asked, button="Remove 2 records")

    again = payer.visitor.submit(asked, button="Remove 2 records")

    assert "That record is not in the list any more. Nothing was removed." in again.text


def test_a_record_whose_companion_is_paid_cannot_be_removed(portal: Portal, payer: Payer) -> None:
    with portal.session(may_write=True) as session:
        ids = [record.id for record in submissions.payables(session, 1) if record.number == ECR]
        submissions.mark_paid(session, ids, at=SCENARIO_BEGINS)
    asked = payer.visitor.submit(payer.visitor.get("/employer/payments"), button=f"Remove {ACR}")

    page = payer.visitor.submit(asked, button="Remove 1 record")

    assert "is paid already, so this one cannot be removed." in page.text
    assert states_of_records(portal) == ["submitted", "paid"]


def test_a_record_in_payment_cannot_be_removed(portal: Portal, payer: Payer) -> None:
    asked = payer.visitor.submit(payer.visitor.get("/employer/payments"), button=f"Remove {ACR}")
    payer.proceed()

    page = payer.visitor.submit(asked, button="Remove 2 records")

    assert "This request is already being processed." in page.text
    assert states_of_records(portal) == ["payment_pending", "payment_pending"]


def cart_with(payer: Payer, *, records: int) -> TestResponse:
    payer.visitor.submit(
        payer.visitor.get("/employer/payments"), {"records": payer.ticks()[:records]}, button="Add to Cart"
    )
    return payer.visitor.get("/employer/payments/cart")


def test_a_row_can_be_taken_out_of_the_cart(payer: Payer) -> None:
    page = payer.visitor.submit(cart_with(payer, records=2), button=f"Remove {ECR}")

    assert ACR in page.text
    assert ECR not in page.text


def test_clear_list_empties_the_cart_and_not_the_list(portal: Portal, payer: Payer) -> None:
    page = payer.visitor.submit(cart_with(payer, records=2), button="Clear List")

    assert "The cart is empty." in page.text
    assert states_of_records(portal) == ["submitted", "submitted"]


@pytest.mark.parametrize("words", ["", "ecr", "10/2026", " 103 "], ids=["all", "scheme", "month", "number"])
def test_search_payment_finds_what_is_outstanding(payer: Payer, words: str) -> None:
    cart_with(payer, records=1)

    found = payer.visitor.get("/employer/payments/cart", query_string={"search": words})
    cart = payer.visitor.submit(found, button=f"Add to Cart {ECR}")

    assert f'Remove<span class="visually-hidden"> {ECR}' in cart.text


def test_search_payment_says_when_nothing_fits(payer: Payer) -> None:
    page = payer.visitor.get("/employer/payments/cart?search=09/2026")

    assert "No outstanding record outside the cart has this number or month." in page.text


def test_what_is_too_long_for_payment_information_is_said(payer: Payer) -> None:
    address = "a" * 250 + "@contoh.example"

    refused = payer.visitor.submit(payer.information(), {"payer_email": address}, button="Proceed")

    assert "An email address has at most 254 characters" in refused.text


def test_payment_information_wants_its_three_things(payer: Payer) -> None:
    page = payer.visitor.submit(payer.information(), {"payer_email": "aminah"}, button="Proceed")

    assert page.text.count("<title>Error: Payment Information") == 1
    for mend in (
        "Enter an email address like name@company.com",
        "Select a Business Model",
        "Select a bank",
        "Tick that you agree to the FPX terms and conditions",
    ):
        assert page.text.count(mend) >= 2  # in the summary and at the field


def test_a_bank_that_is_offline_is_shown_and_cannot_be_chosen(portal: Portal, payer: Payer) -> None:
    information = payer.information()

    page = payer.visitor.submit(information, {**HOW, "bank": "UJN04"}, button="Proceed")

    assert '<option disabled value="UJN04">Bank Ujian Selatan (Offline)</option>' in information.text
    assert "Select a bank that is not offline" in page.text
    assert statuses(portal) == ["new"]


def test_which_banks_are_offline_is_a_setting_of_the_world(portal: Portal, payer: Payer) -> None:
    portal.set(offline_banks=["CTH01", "UJN04"])

    page = payer.proceed()

    assert "Select a bank that is not offline" in page.text


@pytest.mark.parametrize(
    ("times", "model", "mend"),
    [
        pytest.param(
            300, "B2C", "is above the limit of RM 30,000.00 for B2C. Select B2B", id="too much for B2C"
        ),
        pytest.param(10_000, "B2B", "is above the limit of RM 1,000,000.00 for B2B.", id="too much for B2B"),
    ],
)
def test_the_limits_of_fpx_are_enforced(
    portal: Portal, signed_in: Visitor, times: int, model: str, mend: str
) -> None:
    submit_october(portal, times=times)
    payer = Payer(portal, signed_in, portal.client("bank"))

    page = payer.proceed(business_model=model)

    assert mend in page.text
    assert statuses(portal) == ["new"]


def test_a_larger_sum_goes_by_b2b(portal: Portal, signed_in: Visitor) -> None:
    submit_october(portal, times=300)

    page = Payer(portal, signed_in, portal.client("bank")).proceed(business_model="B2B")

    assert "Continue to Bank Contoh" in page.text


def test_the_browser_says_nothing_about_the_amount(portal: Portal, payer: Payer) -> None:
    page = payer.visitor.submit(payer.information(), HOW, button="Proceed")
    form = payer.form_to_bank(page)

    changed = {**form.values.to_dict(), "fpx_txnAmount": "1.00"}
    refused = portal.client("bank").post(form.action, data=changed)

    assert form.values["fpx_txnAmount"] == "110.45"
    assert refused.status_code == 400
    assert "The bank does not accept this payment" in refused.text


def test_the_terms_open_in_a_window_of_their_own(payer: Payer) -> None:
    page = payer.information()

    assert 'href="/employer/payments/fpx/terms" target="_blank" rel="noopener"' in page.text
    assert (
        "A successful payment cannot be cancelled." in payer.visitor.get("/employer/payments/fpx/terms").text
    )


def test_the_page_to_the_bank_posts_in_the_same_window(portal: Portal, payer: Payer) -> None:
    page = payer.proceed()

    assert "Do not close this window" in page.text
    assert 'data-module="auto-submit"' in page.text
    assert f"form-action 'self' {portal.origin('bank')}" in page.headers["Content-Security-Policy"]


def test_the_language_switch_keeps_what_was_typed_in_payment_information(payer: Payer) -> None:
    information = payer.information()
    typed = {"payer_email": "gaji@contoh.example", "business_model": "B2B", "switch_language": "ms"}

    page = payer.visitor.post(f"/ms{information.request.full_path}", data=typed)

    assert "Maklumat Bayaran" in page.text
    assert "gaji@contoh.example" in page.text


def test_a_form_without_its_token_does_nothing(portal: Portal, payer: Payer) -> None:
    payer.visitor.post("/employer/payments", data={"records": payer.ticks(), "do": "add"})

    assert "The cart is empty." in payer.visitor.get("/employer/payments/cart").text


def test_history_of_a_new_world_shows_what_the_scenario_paid(signed_in: Visitor) -> None:
    page = signed_in.get("/employer/payments/history")

    assert "PA20261008000001" in page.text
    receipt = signed_in.get("/employer/payments/PA20261008000001/receipt")
    assert "20260000000001" in receipt.text


@pytest.mark.parametrize("language", ["en", "ms"])
def test_pages_ask_for_a_session(portal: Portal, language: str) -> None:
    stranger = portal.client(language=language)

    for path in ("", "/cart", "/information", "/history", "/PA20261008000001", "/PA20261008000001/receipt"):
        assert stranger.get(f"/employer/payments{path}").status_code in {302, 303}


def test_the_bank_lets_nobody_in_without_the_password(payer: Payer) -> None:
    page = payer.bank.submit(payer.to_bank(), {**PAYER, "password": "Bank#2027"})

    assert "User ID or password is wrong. Tries left: 2." in page.text
