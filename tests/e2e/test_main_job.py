"""The main job: a month from log-in to the receipt, as an employer does it on the 10th of November."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from contributions import YearMonth
from harness.control import WorldInbox
from harness.pages.contributions import ContributionsPage
from harness.pages.payment_status import HistoryPage, PaymentState
from harness.pages.payments import PaymentsPage
from harness.report import StepRecorder
from harness.tasks import (
    approve_at_bank,
    confirm_submission,
    download_receipt,
    log_in,
    prepare_payment,
    upload_file,
)
from tests.e2e.modes import in_modes
from tests.e2e.paying import DUE, OCTOBER_FILE, Visit, go_to_bank

OCTOBER = YearMonth(2026, 10)


@in_modes("en", "ms-javascript-off")
@pytest.mark.browser_matters(javascript="off")
def test_a_month_goes_from_log_in_to_receipt(
    visit: Visit, inbox: WorldInbox, step: StepRecorder, tmp_path: Path
) -> None:
    site = visit.site
    with step("Log in"):
        log_in(site, visit.employer)
    with step("Upload the contribution file"):
        summary = upload_file(site, OCTOBER_FILE)
        totals = summary.totals()
    with step("Submit and confirm"):
        submission = confirm_submission(summary)
    with step("Put ACR and ECR in the cart"):
        information = prepare_payment(site, submission.numbers)
        order = information.order()
    with step("Go to the bank"):
        at_bank = go_to_bank(information, visit.employer)
    with step("Approve at the bank"):
        paid = approve_at_bank(at_bank, at_bank.hints()[0], order=order)
    with step("Keep the receipt"):
        receipt = download_receipt(site, order, tmp_path)

    assert (totals.total, totals.employees, totals.months) == (DUE, 6, (OCTOBER,))
    assert (submission.amount, submission.months, submission.employees) == (DUE, (OCTOBER,), 6)
    assert (paid.state, paid.amount, paid.records) == (PaymentState.SUCCESSFUL, DUE, submission.numbers)
    printed = "".join(page.extract_text() for page in PdfReader(receipt).pages)
    assert all(number in printed for number in (*submission.numbers, paid.fpx_id or "?", order))
    assert site.open(HistoryPage).payments()[0] == paid
    assert site.open(PaymentsPage).records() == ()
    assert site.open(ContributionsPage).pending() == ()
    transaction = visit.transaction
    assert (transaction.order_no, transaction.amount_sen, transaction.status) == (order, DUE, "approved")
    assert order in inbox.wait(to=visit.employer.email).text
