"""The main job of an employer's month: log in, upload, confirm, pay, keep the receipt."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from harness.control import Login
from harness.pages.bank import BankLogInPage
from harness.pages.home import LandingPage
from harness.pages.payment_status import PaymentState
from harness.pages.portal_page import Portal
from harness.tasks.errors import PaymentRefused
from harness.tasks.logging_in import log_in
from harness.tasks.paying import approve_at_bank, download_receipt, go_to_bank, prepare_payment
from harness.tasks.submitting import confirm_submission, upload_file

__all__ = ["Month", "MonthDone", "StepFrame", "run_main_job", "run_month"]

StepFrame = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month to be done: whose, which file, by which bank of the Bank List, where the receipt is kept.

    `accept_warnings` ticks that the portal's warnings were read: of an employer without employees on record,
    every person of the file is one.
    """

    employer: Login
    file: Path
    bank: str
    keep_in: Path
    accept_warnings: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDone:
    """A month that is paid: its records, the order, and the receipt that was kept."""

    numbers: tuple[str, ...]
    order: str
    amount: int
    receipt: Path


def run_main_job(portal: Portal, month: Month, *, step: StepFrame) -> MonthDone:
    """Carry one file from log-in to receipt; `step` frames each part of it for a report.

    The payer logs in at the bank with what a mock of a bank says on its own page.

    Raises:
        LogInRefused, FileRefused, PaymentRefused, PaymentUnclear, WrongPage: where it ended.
    """
    with step("Open the portal"):
        portal.open(LandingPage)
    with step("Log in"):
        log_in(portal, month.employer)
    return run_month(portal, month, step=step)


def run_month(portal: Portal, month: Month, *, step: StepFrame) -> MonthDone:
    """The same for whoever is logged in already.

    Raises:
        FileRefused, PaymentRefused, PaymentUnclear, WrongPage: where it ended.
    """
    with step("Upload the contribution file"):
        summary = upload_file(portal, month.file)
        if month.accept_warnings and summary.findings():
            summary.accept_warnings()
    with step("Submit and confirm"):
        submission = confirm_submission(summary)
    with step("Put ACR and ECR in the cart"):
        information = prepare_payment(portal, submission.numbers)
        order = information.order()
    with step("Go to the bank"):
        at_bank = go_to_bank(information, email=month.employer.email, bank=month.bank, business=False)
        if not isinstance(at_bank, BankLogInPage):
            raise PaymentRefused(["the order is at the bank already"])
    with step("Approve at the bank"):
        paid = approve_at_bank(at_bank, at_bank.hints()[0], order=order)
        if paid.state is not PaymentState.SUCCESSFUL:
            raise PaymentRefused([f"the payment is {paid.state}"])
    with step("Keep the receipt"):
        receipt = download_receipt(portal, order, month.keep_in)
    return MonthDone(numbers=submission.numbers, order=order, amount=paid.amount, receipt=receipt)
