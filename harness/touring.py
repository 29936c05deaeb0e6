"""A walk through every screen of the mock portal, for pictures and for checks that hold on all of them.

It has parts that stand for themselves, in any order and each in a world of its own or all in one. One month
is submitted and paid on the way, and the clock moves on, so the world can be used for nothing else.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Final, TypeVar

from playwright.sync_api import FilePayload

from harness.control import Login, WorldControl
from harness.errors import HarnessError
from harness.pages import help as help_pages
from harness.pages import others
from harness.pages.bank import (
    AnswerRefusedPage,
    ApprovePage,
    ApproverLogInPage,
    BankDonePage,
    BankLogIn,
    BankLogInPage,
    BankSessionEndedPage,
    WaitingPaymentsPage,
)
from harness.pages.check_file import CheckFilePage
from harness.pages.contributions import ContributionsPage, SubmittedListPage
from harness.pages.home import HomePage, LandingPage
from harness.pages.login import EmailPage, PasswordPage, SessionEndedPage, UserIdPage
from harness.pages.payment_status import HistoryPage, PaymentStatusPage
from harness.pages.payments import CartPage, LeavePage, PaymentInformationPage, PaymentsPage
from harness.pages.portal_page import Portal, PortalPage
from harness.pages.upload import ConfirmPage, FindingsPage, SummaryPage, UploadPage
from harness.touring_inbox import walk_inbox
from harness.touring_officer import walk_officer
from harness.touring_passwords import walk_passwords
from harness.touring_registration import walk_registration

__all__ = ["PARTS", "Walk", "walk"]

Kind = TypeVar("Kind")
_BANK = "Bank Contoh"
_SENDS_ITSELF_ON = "**/auto-submit.js*"
_CHECKS_ITSELF: Final = "**/check-file.js*"
_FOR_ANYONE = (
    help_pages.HelpPage,
    help_pages.GuidePage,
    help_pages.QuestionsPage,
    help_pages.BrowserCheckPage,
    help_pages.ContactPage,
    help_pages.SystemRequirementsPage,
    help_pages.OtherRolesPage,
    others.FidelityPage,
    others.TermsPage,
    others.NotFoundPage,
    SessionEndedPage,
    AnswerRefusedPage,
)


class StrayedFromWalk(HarnessError):
    """An action of the walk led to another answer than it should."""

    def __init__(self, found: object) -> None:
        super().__init__(f"The walk did not expect {type(found).__name__}.", mend="Look at the page.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What a walk needs: a portal in a browser, the controls of its world, who walks, a good file."""

    portal: Portal
    control: WorldControl
    employer: Login
    approver: BankLogIn
    file: Path

    @property
    def bank(self) -> Portal:
        """The bank of the same world in the same browser."""
        return replace(self.portal, address=self.control.world().bank)


def walk(plan: Walk, part: str = "") -> Iterator[PortalPage]:
    """Each screen in turn, of a part or of all, while it is shown."""
    plan = replace(plan, portal=replace(plan.portal, scripts=False))
    for name, steps in PARTS.items():
        if part in {"", name}:
            yield from steps(plan)


def _before_log_in(plan: Walk) -> Iterator[PortalPage]:
    portal = plan.portal
    yield portal.open(LandingPage)
    for screen in _FOR_ANYONE:
        yield portal.open(screen)
    yield from _check_file(plan)
    yield _elsewhere(plan)
    yield plan.bank.open(others.BankHomePage)
    plan.control.change(login_form="user_id")
    yield portal.open(UserIdPage)
    plan.control.change(login_form="email")


def _check_file(plan: Walk) -> Iterator[PortalPage]:
    page = plan.portal.open(CheckFilePage)
    yield page
    page.checker.give(_spoilt(plan.file))
    yield page
    plan.portal.page.route(_CHECKS_ITSELF, lambda route: route.abort())  # the form as it is without scripts
    yield plan.portal.open(CheckFilePage).send(plan.file, plan.file)
    plan.portal.page.unroute(_CHECKS_ITSELF)


def _contribute(plan: Walk) -> Iterator[PortalPage]:
    yield from _log_in(plan)
    yield from _submit(plan)
    with _kept_where_they_are(plan.portal):
        yield from _fail_to_pay(plan)
        yield from _pay(plan)
    yield from _after_paying(plan)
    yield from walk_inbox(plan.portal, plan.control)


@contextmanager
def _kept_where_they_are(portal: Portal) -> Iterator[None]:
    """With its script away, a page that sends itself on waits for its button."""
    # only while it is needed: a browser whose requests are routed keeps nothing in its cache
    portal.page.route(_SENDS_ITSELF_ON, lambda route: route.abort())
    yield
    portal.page.unroute(_SENDS_ITSELF_ON)


def _log_in(plan: Walk) -> Iterator[PortalPage]:
    portal = plan.portal
    email = portal.open(EmailPage)
    yield email
    password = _as(PasswordPage, email.go_on(plan.employer.email))
    yield password
    yield _as(HomePage, password.sign_in(plan.employer.password))
    yield portal.open(others.ProfilePage)


def _submit(plan: Walk) -> Iterator[PortalPage]:
    contributions = plan.portal.open(ContributionsPage)
    yield contributions
    upload = contributions.open_text_file()
    yield upload
    findings = _as(FindingsPage, upload.upload(_spoilt(plan.file)))
    yield findings
    summary = _as(SummaryPage, plan.portal.open(UploadPage).upload(plan.file))
    yield summary
    plan.portal.page.goto(plan.portal.page.url + "/confirm")
    confirm = plan.portal.arrive(ConfirmPage)
    yield confirm
    submitted = confirm.confirm()
    yield submitted
    number = submitted.submission().numbers[0]
    listed = plan.portal.open(SubmittedListPage)
    yield listed
    yield listed.view(number)


def _fail_to_pay(plan: Walk) -> Iterator[PortalPage]:
    payments = plan.portal.open(PaymentsPage)
    yield payments
    yield payments.remove(payments.records()[0].number)
    cart = _fill_cart(plan.portal.open(PaymentsPage))
    yield cart
    information = _as(PaymentInformationPage, cart.go_on())
    yield information
    information.fill(payer_email=plan.employer.email, bank=_BANK, business=False)
    information.press(information.button(information.words.payment.proceed))
    leave = plan.portal.arrive(LeavePage)
    yield leave
    at_bank = leave.go_on()
    yield at_bank
    plan.control.advance(timedelta(minutes=11))
    plan.portal.page.reload()
    ended = plan.portal.arrive(BankSessionEndedPage)
    yield ended
    yield _as(PaymentStatusPage, ended.go_home())


def _pay(plan: Walk) -> Iterator[PortalPage]:
    cart = plan.portal.open(CartPage)
    information = _as(PaymentInformationPage, cart.go_on())
    information.fill(payer_email=plan.employer.email, bank=_BANK, business=True)
    at_bank = _as(BankLogInPage, information.proceed())
    approve = _as(ApprovePage, at_bank.sign_in(at_bank.hints()[0]))
    yield approve
    approve.press(plan.portal.page.get_by_role("main").get_by_role("button").first)
    done = plan.portal.arrive(BankDonePage)
    yield done
    done.go_home()
    approver = plan.bank.open(ApproverLogInPage)
    yield approver
    waiting = _as(WaitingPaymentsPage, approver.sign_in(plan.approver))
    yield waiting
    waiting.approve_first()


def _after_paying(plan: Walk) -> Iterator[PortalPage]:
    history = plan.portal.open(HistoryPage)
    yield history
    status = history.open(history.payments()[0].order)
    yield status
    yield status.open_receipt()


def _fill_cart(payments: PaymentsPage) -> CartPage:
    numbers = [record.number for record in payments.records()]
    return _as(PaymentsPage, payments.add_to_cart(*numbers)).open_cart()


def _elsewhere(plan: Walk) -> PortalPage:
    own = plan.control.name
    nowhere = replace(plan.portal, address=plan.portal.address.replace(f"//{own}.", "//no-such-world.", 1))
    return nowhere.open(others.NoSuchWorldPage)


def _spoilt(file: Path) -> FilePayload:
    first, *others = file.read_bytes().splitlines(keepends=True)
    content = b"".join([b"X" + first[1:], *others])
    return {"name": "spoilt.txt", "mimeType": "text/plain", "buffer": content}


def _as(kind: type[Kind], found: object) -> Kind:
    if isinstance(found, kind):
        return found
    raise StrayedFromWalk(found)


PARTS: Final[Mapping[str, Callable[[Walk], Iterator[PortalPage]]]] = {
    "anyone": _before_log_in,
    "contributions": _contribute,
    "officer": lambda plan: walk_officer(plan.portal, plan.control),
    "registration": lambda plan: walk_registration(plan.portal, plan.control),
    "passwords": lambda plan: walk_passwords(plan.portal, plan.control, plan.employer),
}
