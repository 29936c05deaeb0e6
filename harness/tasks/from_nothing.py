"""The whole story of an employer: register, be approved, read the mail, get in, submit and pay a month."""

from dataclasses import dataclass, replace
from pathlib import Path

from contributions import YearMonth
from harness.control import Login, WorldInbox
from harness.pages.home import LandingPage
from harness.pages.portal_page import Portal
from harness.specimens import (
    SPECIMEN_COMPANY,
    SPECIMEN_PAPERS,
    SPECIMEN_REPRESENTATIVE,
    write_first_month,
)
from harness.tasks.activating import activate
from harness.tasks.approving import approve
from harness.tasks.main_job import Month, MonthDone, StepFrame, run_month
from harness.tasks.registering import (
    apply_as_new_employer,
    send_documents,
    submit_application,
    verify_email,
)

__all__ = ["Beginning", "run_from_nothing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """Where the story begins: the officer who will decide, the mail of the world, the month to be done.

    `keep_in` takes the contribution file and the receipt.
    """

    officer: Login
    inbox: WorldInbox
    month: YearMonth
    bank: str
    keep_in: Path


def run_from_nothing(portal: Portal, beginning: Beginning, *, step: StepFrame) -> MonthDone:
    """Live the story once; `step` frames each part of it for a report.

    Raises:
        RegistrationRefused, DecisionRefused, LogInRefused, PasswordNotTaken, NoMail, NoLink: on the way in.
        FileRefused, PaymentRefused, PaymentUnclear, WrongPage: in the month.
    """
    email = SPECIMEN_REPRESENTATIVE.email
    with step("Open the portal"):
        portal.open(LandingPage)
    with step("Apply for a Portal ID"):
        documents = apply_as_new_employer(
            portal, company=SPECIMEN_COMPANY, representative=SPECIMEN_REPRESENTATIVE
        )
    with step("Send the documents"):
        declaration = send_documents(documents, SPECIMEN_PAPERS)
    with step("Declare and submit"):
        reference = submit_application(declaration).reference()
    with step("Confirm the e-mail address by the mail's link"):
        verify_email(portal, beginning.inbox, email=email)
    before = beginning.inbox.newest()  # the mail of the verification has the reference too
    with step("An officer approves"):
        given = approve(portal, beginning.officer, reference)
    with step("Read the temporary password in the mail"):
        mail = beginning.inbox.wait(to=email, after=before)
        password = next(code for code in mail.codes if code not in {reference, given.employer_code})
    employer = Login(role="owner", email=email, password=password, employer_code=given.employer_code)
    with step("Log in for the first time, change the password"):
        employer = replace(employer, password=_new_password(employer))
        activate(portal, replace(employer, password=password), new_password=employer.password)
    file = write_first_month(
        beginning.keep_in / "first-month.txt", employer_code=given.employer_code, month=beginning.month
    )
    month = Month(
        employer=employer, file=file, bank=beginning.bank, keep_in=beginning.keep_in, accept_warnings=True
    )
    return run_month(portal, month, step=step)


def _new_password(who: Login) -> str:
    # of the account itself, so that no password stands in the code: long, with each kind of sign
    return f"Baharu#{who.password[-6:]}1a"
