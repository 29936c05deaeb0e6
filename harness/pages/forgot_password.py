"""A forgotten password: asking for a link by mail."""

from playwright.sync_api import Locator

from harness.pages.portal_page import PortalPage, first_of
from harness.pages.refusals import Refused

__all__ = ["ForgotPasswordPage", "LinkSentPage"]


class LinkSentPage(PortalPage, screen="password.link_sent"):
    """What to do now; the same for every e-mail address."""


class ForgotPasswordPage(PortalPage, screen="password.forgot"):
    """The e-mail address that the Portal ID is registered with."""

    @property
    def email(self) -> Locator:
        """The address."""
        return self.field(self.words.login.email)

    def ask(self, email: str) -> LinkSentPage | Refused:
        """Give the address and press Submit."""
        self.write(self.email, email)
        self.press(self.button(self.words.password.submit))
        return first_of(self.portal, LinkSentPage, Refused)
