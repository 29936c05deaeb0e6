"""The bank of a payment by FPX: log in, approve, and home to the portal."""

from dataclasses import dataclass, field
from typing import TypeAlias

from playwright.sync_api import Locator

from harness.pages.payment_status import PaymentStatusPage
from harness.pages.portal_page import Portal, PortalPage, first_of
from harness.pages.refusals import Refused

__all__ = [
    "AnswerRefusedPage",
    "ApprovePage",
    "ApproverLogInPage",
    "BackHome",
    "BankDonePage",
    "BankLogIn",
    "BankLogInPage",
    "BankSessionEndedPage",
    "ConnectionLost",
    "WaitingPaymentsPage",
]


@dataclass(frozen=True, slots=True)
class BankLogIn:
    """Who pays at the bank. The password is left out of every printed form."""

    user: str
    password: str = field(repr=False)


class AnswerRefusedPage(PortalPage, screen="payments.answer_refused"):
    """Back in the portal, which did not accept what the bank's form said."""


class BankDonePage(PortalPage, screen="bank.done"):
    """What became of it at the bank; where scripts run it goes home by itself."""

    @property
    def mark(self) -> Locator:
        """The button home: the heading differs with the outcome."""
        return self.button(self.words.bank.go_home)

    def go_home(self) -> "PaymentStatusPage | AnswerRefusedPage":
        """Press the button."""
        self.press(self.mark)
        return first_of(self.portal, PaymentStatusPage, AnswerRefusedPage)


class ConnectionLost:
    """The bank cannot send the payer home; what it recorded stands."""

    name = "the bank's word that the connection to the merchant is lost"

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    @property
    def mark(self) -> Locator:
        """The warning."""
        return self.portal.page.get_by_role("alert").filter(has_text=self.portal.profile.words.bank.lost)


BackHome: TypeAlias = PaymentStatusPage | AnswerRefusedPage | ConnectionLost


class BankSessionEndedPage(PortalPage, screen="bank.session_ended"):
    """The payer took too long; nothing was debited."""

    def go_home(self) -> BackHome | Refused:
        """Return to the merchant."""
        self.press(self.button(self.words.bank.go_home))
        return _come_home(self.portal)


class ApprovePage(PortalPage, screen="bank.approve"):
    """The amount, the account, and the button that moves the money."""

    def approve(self) -> BackHome | Refused | BankSessionEndedPage:
        """Approve the payment, or send it to the approver, and come home, unless time was up."""
        # the button's words hold the amount or name the approver; it is the page's first
        self.press(self.page.get_by_role("main").get_by_role("button").first)
        if self.portal.scripts:
            return first_of(
                self.portal,
                PaymentStatusPage,
                AnswerRefusedPage,
                ConnectionLost,
                Refused,
                BankSessionEndedPage,
            )
        # first the page of a session that ended: it has the button home as well
        arrived = first_of(self.portal, BankSessionEndedPage, BankDonePage, ConnectionLost, Refused)
        return arrived.go_home() if isinstance(arrived, BankDonePage) else arrived

    def cancel(self) -> BackHome | Refused:
        """Cancel the payment and come home."""
        self.press(self.button(self.words.bank.cancel))
        return _come_home(self.portal)


class BankLogInPage(PortalPage, screen="bank.log_in"):
    """The bank's own log-in, on the bank's own site."""

    @property
    def user(self) -> Locator:
        """The user ID at the bank."""
        return self.field(self.words.bank.user)

    @property
    def password(self) -> Locator:
        """The password at the bank."""
        return self.field(self.words.bank.password)

    def hints(self) -> tuple[BankLogIn, ...]:
        """Who can log in, as a mock of a bank says on this page; a real bank says nothing."""
        entries = self.page.get_by_role("main").get_by_role("listitem").all()
        pairs = [entry.get_by_role("code").all_inner_texts() for entry in entries]
        return tuple(BankLogIn(user, password) for user, password, *_ in (pair for pair in pairs if pair))

    def sign_in(
        self, who: BankLogIn
    ) -> ApprovePage | Refused | PaymentStatusPage | BankDonePage | BankSessionEndedPage:
        """Log in; a third wrong try declines the payment and leads home, and so does a session that ended."""
        self.write(self.user, who.user)
        self.write(self.password, who.password)
        self.press(self.button(self.words.bank.log_in))
        if self.portal.scripts:
            return first_of(self.portal, ApprovePage, Refused, PaymentStatusPage, BankSessionEndedPage)
        return first_of(self.portal, ApprovePage, Refused, BankSessionEndedPage, BankDonePage)

    def cancel(self) -> BackHome | Refused:
        """Cancel the payment and come home."""
        self.press(self.button(self.words.bank.cancel))
        return _come_home(self.portal)


class WaitingPaymentsPage(PortalPage, screen="bank.waiting"):
    """What waits for the second signature."""

    def approve_first(self) -> "WaitingPaymentsPage":
        """Sign the first payment."""
        section = self.page.get_by_role("main").get_by_role("region").first
        self.leave_by(section.get_by_role("button").first)
        return self.wait()

    def reject_first(self) -> "WaitingPaymentsPage":
        """Refuse the first payment."""
        section = self.page.get_by_role("main").get_by_role("region").first
        self.leave_by(section.get_by_role("button", name=self.words.bank.reject, exact=True))
        return self.wait()


class ApproverLogInPage(PortalPage, screen="bank.approver_log_in"):
    """The log-in of those who sign second."""

    def sign_in(self, who: BankLogIn) -> WaitingPaymentsPage | Refused:
        """Log in as approver."""
        self.write(self.field(self.words.bank.user), who.user)
        self.write(self.field(self.words.bank.password), who.password)
        self.press(self.button(self.words.bank.log_in))
        return first_of(self.portal, WaitingPaymentsPage, Refused)


def _come_home(portal: Portal) -> BackHome | Refused:
    if portal.scripts:
        return first_of(portal, PaymentStatusPage, AnswerRefusedPage, ConnectionLost, Refused)
    arrived = first_of(portal, BankDonePage, ConnectionLost, Refused)
    return arrived.go_home() if isinstance(arrived, BankDonePage) else arrived
