"""The landing page, and the home page of whoever is logged in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Locator

from harness.pages.contributions import ContributionsPage
from harness.pages.payments import PaymentsPage
from harness.pages.portal_page import PortalPage

if TYPE_CHECKING:
    from harness.pages.login import EmailPage

__all__ = ["Desk", "HomePage", "LandingPage"]


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for one employer: three cards, each with its figure in the portal's words."""

    employer: str
    due: str
    unfinished: str
    to_pay: str


class LandingPage(PortalPage, screen="landing"):
    """Choose a role."""

    def choose_employer(self) -> "EmailPage":
        """Go on as an employer."""
        from harness.pages.login import EmailPage

        self.link(self.words.landing.employer_login).click()
        return self.portal.arrive(EmailPage)


class HomePage(PortalPage, screen="home"):
    """What is due, what is unfinished, what needs paying; and the way to everything else."""

    def desks(self) -> tuple[Desk, ...]:
        """The desk of each employer of this ID."""
        return tuple(
            self._read_desk(desk) for desk in self.page.get_by_role("main").get_by_role("region").all()
        )

    def open_contributions(self) -> ContributionsPage:
        """My Sites, CONTRIBUTION."""
        self._open_site(self.words.frame.contribution)
        return self.portal.arrive(ContributionsPage)

    def open_payments(self) -> PaymentsPage:
        """My Sites, PAYMENT."""
        self._open_site(self.words.frame.payment)
        return self.portal.arrive(PaymentsPage)

    def _open_site(self, name: str) -> None:
        sites = (
            self.page.get_by_role("banner").get_by_role("group").filter(has_text=self.words.frame.my_sites)
        )
        sites.get_by_text(self.words.frame.my_sites, exact=True).click()
        sites.get_by_role("link", name=name, exact=True).click()

    @staticmethod
    def _read_desk(desk: Locator) -> Desk:
        # by class: the figure of a card is a paragraph like any other to whoever asks by role
        due, unfinished, to_pay = desk.get_by_role("listitem").locator(".figure").all_inner_texts()
        return Desk(
            employer=desk.get_by_role("heading", level=2).inner_text(),
            due=due,
            unfinished=unfinished,
            to_pay=to_pay,
        )
