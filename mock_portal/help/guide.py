"""The Quick Reference Guide: a page for each flow, its steps in the words of the portal's own pages.

The picture of a step is taken from the flow itself by `make screenshots`; a picture that is not there yet is
left out, never replaced.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

__all__ = ["FLOWS", "Flow", "Step", "find_flow", "picture_file"]

_PICTURES: Final = Path(__file__).resolve().parent / "pictures"


@dataclass(frozen=True)
class Step:
    """One thing to do.

    Attributes:
        picture: name of its picture without language and ending; empty where none is needed.
    """

    words: LazyString
    picture: str = ""


@dataclass(frozen=True)
class Flow:
    """A page of the guide.

    Attributes:
        key: the end of its address.
        begins: path where the flow begins, without its language.
        button: what the link there says.
    """

    key: str
    title: LazyString
    about: LazyString
    steps: tuple[Step, ...]
    begins: str
    button: LazyString


FLOWS: Final[tuple[Flow, ...]] = (
    Flow(
        "log-in",
        _("Log in"),
        _("For everybody who has a Portal ID. You need the email address that it is registered with."),
        (
            Step(_("Open the portal, choose your language and press Employer Login."), "landing"),
            Step(
                _("Enter your email address and press NEXT. The password is asked for after that."), "email"
            ),
            Step(
                _("Check that the address above is yours, enter your password and press Login."), "password"
            ),
            Step(_("Home shows what is due, what is unfinished and what needs paying."), "home"),
        ),
        "/employer/login",
        _("Employer Login"),
    ),
    Flow(
        "first-time",
        _("First time: register a Portal ID"),
        _("Before anybody can log in, the employer's representative registers a Portal ID with papers."),
        (
            Step(
                _(
                    "On the log-in page, choose Portal ID Registration (First Time User). Say whether the"
                    " employer has an employer code already."
                ),
                "register",
            ),
            Step(
                _(
                    "Fill in the company's information. The kind of business decides which documents are "
                    "asked for; the postcode fills in state and city."
                ),
                "company",
            ),
            Step(
                _(
                    "Fill in the representative. The email address that you give becomes your log-in, so "
                    "use one that you read every day."
                ),
                "representative",
            ),
            Step(
                _(
                    "Download the forms to sign: the Portal ID enrolment form and, for a new employer, "
                    "Borang 1 and Borang 2. Print and sign them, and upload them with the other documents "
                    "that the page lists: the identity card of the owner or representative, the papers of "
                    "your kind of business and, when a representative applies, the Surat Akuan Majikan. "
                    "PDF, JPG or PNG, up to 5 MB each."
                ),
                "documents",
            ),
            Step(_("Check all answers, tick the declaration, press Submit and Confirm."), "declaration"),
            Step(
                _(
                    "Keep the reference number. Open the link in the verification email within 24 hours; "
                    "until then nobody reads your application."
                ),
                "sent",
            ),
            Step(
                _(
                    "With the reference number and your email address, Check application status says how "
                    "it stands. If it says Query, the email tells what to mend and has a link for it."
                )
            ),
            Step(
                _(
                    "When the application is approved, an email brings your temporary password. Go on "
                    "with the first log-in."
                )
            ),
        ),
        "/employer/register",
        _("Portal ID Registration (First Time User)"),
    ),
    Flow(
        "first-log-in",
        _("First log-in with a temporary password"),
        _("A temporary password opens one page only: the one where you choose your own."),
        (
            Step(
                _(
                    "Log in with your email address and the temporary password from the email. Copy it "
                    "without the spaces around it."
                )
            ),
            Step(
                _(
                    "Enter the temporary password once more and your new password twice. The list under "
                    "it ticks each rule as you type, where JavaScript is on."
                ),
                "change-password",
            ),
            Step(_("Press Save. Home opens, and from now on only the new password works.")),
            Step(
                _(
                    "A temporary password that was not used in time expires. Forgot Password on the log-"
                    "in page brings a link for a new one."
                )
            ),
        ),
        "/employer/login",
        _("Employer Login"),
    ),
    Flow(
        "forgot-password",
        _("Forgot password"),
        _("You need the email address that the Portal ID is registered with, and its mailbox."),
        (
            Step(_("On the log-in page, choose Forgot Password."), "password"),
            Step(_("Enter the registered email address and press Submit."), "forgot"),
            Step(
                _(
                    "The portal answers the same whether it knows the address or not. If no email comes, "
                    "check the address and the spam folder."
                ),
                "reset-sent",
            ),
            Step(_("Open the link in the email. It works once and only for a limited time."), "reset-mail"),
            Step(
                _(
                    "Enter the new password twice and press Save. Log in with it; other sessions of this "
                    "ID have ended."
                ),
                "reset",
            ),
        ),
        "/employer/forgot-password",
        _("Forgot Password"),
    ),
    Flow(
        "text-file",
        _("Upload a contribution file"),
        _("For the text file that a payroll program made for one contribution month."),
        (
            Step(
                _("Under My Sites, choose CONTRIBUTION, then the employer code, then TEXT FILE."),
                "contributions",
            ),
            Step(_("Press Choose File, choose the text file and press Next."), "upload"),
            Step(
                _(
                    "If the file has errors, each is listed with line, columns and what to mend. Correct "
                    "the file in the payroll program and upload it again."
                ),
                "findings",
            ),
            Step(
                _(
                    "Compare the totals of the Contribution Summary with those of your payroll program. "
                    "Then press Submit."
                ),
                "summary",
            ),
            Step(_("Proceed for Submission? asks once more. Press Confirm."), "confirm"),
            Step(
                _(
                    "Keep the numbers of the ACR and the ECR. Proceed to Payment leads on; the "
                    "contribution is due on the 15th of the next month."
                ),
                "submitted",
            ),
        ),
        "/employer/contributions",
        _("CONTRIBUTION"),
    ),
    Flow(
        "pay",
        _("Pay by FPX"),
        _("You need an ACR or ECR that is not paid yet, and an account at one of the banks."),
        (
            Step(
                _(
                    "Under My Sites, choose PAYMENT. Tick what you want to pay and press Add to Cart, "
                    "then Proceed to Summary."
                ),
                "payments",
            ),
            Step(_("Check the Payment Cart and press Continue."), "cart"),
            Step(
                _(
                    "Enter the payer's email address, choose the Business Model (B2C for a personal "
                    "account, B2B for a business account) and the bank, and agree to the FPX terms."
                ),
                "payment-information",
            ),
            Step(
                _(
                    "Press Proceed once. The bank opens in this window: do not close it and do not press "
                    "Back."
                ),
                "bank",
            ),
            Step(
                _(
                    "Log in at the bank and approve. With B2B a second person approves there; until then "
                    "the status is Pending Authorisation."
                ),
                "bank-approve",
            ),
            Step(
                _(
                    "The bank brings you back by itself; without JavaScript press Return to merchant. "
                    "Payment successful is shown with the FPX Transaction ID."
                ),
                "paid",
            ),
            Step(
                _(
                    "If the status stays In progress or Unknown, press Requery. Do not pay again before the "
                    "portal says that the first payment failed."
                )
            ),
        ),
        "/employer/payments",
        _("PAYMENT"),
    ),
    Flow(
        "receipt",
        _("Get the receipt"),
        _("A receipt can be downloaded as often as you like once a payment was successful."),
        (
            Step(_("Under My Sites, choose PAYMENT, then FPX History."), "history"),
            Step(_("Open the payment and press View receipt."), "receipt"),
            Step(
                _(
                    "Download receipt (PDF) saves it as a file. The same was sent to the payer's email "
                    "address."
                )
            ),
        ),
        "/employer/payments/history",
        _("FPX History"),
    ),
)


def find_flow(key: str) -> Flow | None:
    """The page of that address, if there is one."""
    return next((flow for flow in FLOWS if flow.key == key), None)


def picture_file(language: str, name: str) -> Path | None:
    """The picture of a step, if it was taken."""
    known = {step.picture for flow in FLOWS for step in flow.steps if step.picture}
    file = _PICTURES / language / f"{name}.png"
    return file if name in known and file.is_file() else None
