"""After a registration: the pages of mailed links, and how an application stands."""

from playwright.sync_api import Locator

from harness.pages.portal_page import PortalPage, first_of
from harness.pages.reading import summary_value
from harness.pages.refusals import Refused
from harness.pages.registration_papers import DeclarationPage

__all__ = [
    "AmendPage",
    "ContinuePage",
    "EmailVerifiedPage",
    "RegistrationLinkAlteredPage",
    "RegistrationLinkElsewherePage",
    "RegistrationLinkExpiredPage",
    "RegistrationLinkGonePage",
    "RegistrationLinkReplacedPage",
    "RegistrationLinkUsedPage",
    "StandsPage",
    "StatusPage",
    "VerifyEmailPage",
]


class EmailVerifiedPage(PortalPage, screen="registration.verified"):
    """The application is with PERKESO now."""


class VerifyEmailPage(PortalPage, screen="registration.verify"):
    """What the link of the verification mail opens."""

    def verify(self) -> EmailVerifiedPage:
        """Press Verify."""
        self.press(self.button(self.words.registration.verify))
        return self.portal.arrive(EmailVerifiedPage)


class AmendPage(PortalPage, screen="registration.amend"):
    """What the link of an officer's query opens."""

    @property
    def question(self) -> Locator:
        """What the officer asks for."""
        return self.page.get_by_role("main").get_by_role("note")

    def amend(self) -> DeclarationPage:
        """Press Amend: all answers, to be changed."""
        self.press(self.button(self.words.registration.amend))
        return self.portal.arrive(DeclarationPage)


class ContinuePage(PortalPage, screen="registration.continue"):
    """What the link back to a draft opens."""


class RegistrationLinkUsedPage(PortalPage, screen="registration.link_used"):
    """A link that did its work before."""


class RegistrationLinkExpiredPage(PortalPage, screen="registration.link_expired"):
    """A link whose time is over."""


class RegistrationLinkAlteredPage(PortalPage, screen="registration.link_altered"):
    """A link of which a character is missing or was changed."""


class RegistrationLinkElsewherePage(PortalPage, screen="registration.link_elsewhere"):
    """A link of another world."""


class RegistrationLinkGonePage(PortalPage, screen="registration.link_gone"):
    """A link whose application went on without it."""


class RegistrationLinkReplacedPage(PortalPage, screen="registration.link_replaced"):
    """A link that a newer one replaced."""


class StandsPage(PortalPage, screen="registration.stands"):
    """How an application stands."""

    def status(self) -> str:
        """Its state, in the portal's words."""
        return summary_value(self.page.get_by_role("main"), self.words.registration.status)

    def send_link(self) -> "StandsPage":
        """Have a link mailed: to verify, or to continue a draft."""
        self.leave_by(self.page.get_by_role("main").get_by_role("button"))
        return self.wait()


class StatusPage(PortalPage, screen="registration.status"):
    """Reference number and e-mail address, to ask how an application stands."""

    def ask(self, reference: str, email: str) -> StandsPage | Refused:
        """Give both and press Check."""
        words = self.words.registration
        self.write(self.field(words.reference), reference)
        self.write(self.field(words.status_email), email)
        self.press(self.button(words.check))
        return first_of(self.portal, StandsPage, Refused)
