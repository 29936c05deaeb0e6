"""What a reset link opens: a page that takes a new password, or one that says why the link does not work."""

from harness.pages.change_password import NewPasswordPage
from harness.pages.forgot_password import ForgotPasswordPage
from harness.pages.login import EmailPage
from harness.pages.portal_page import PortalPage, first_of
from harness.pages.refusals import Refused

__all__ = [
    "BadLinkPage",
    "LinkAlteredPage",
    "LinkExpiredPage",
    "LinkOfOtherWorldPage",
    "LinkReplacedPage",
    "LinkUsedPage",
    "ResetPasswordPage",
]


class ResetPasswordPage(NewPasswordPage, screen="password.reset"):
    """The new password, twice."""

    def choose(self, new: str, *, confirm: str | None = None) -> EmailPage | Refused:
        """Type it and press Save; then one can log in."""
        self.write(self.new, new)
        self.write(self.confirm, new if confirm is None else confirm)
        self.press(self.save)
        return first_of(self.portal, EmailPage, Refused)


class BadLinkPage(PortalPage):
    """A link that sets no password."""

    def ask_again(self) -> ForgotPasswordPage:
        """Ask for another one."""
        self.link(self.words.password.forgot).click()
        return self.portal.arrive(ForgotPasswordPage)


class LinkUsedPage(BadLinkPage, screen="password.link_used"):
    """It was used."""


class LinkExpiredPage(BadLinkPage, screen="password.link_expired"):
    """Its time is over."""


class LinkReplacedPage(BadLinkPage, screen="password.link_replaced"):
    """A newer one was asked for."""


class LinkAlteredPage(BadLinkPage, screen="password.link_altered"):
    """It is not as it was sent."""


class LinkOfOtherWorldPage(BadLinkPage, screen="password.link_of_other_world"):
    """Another world of the mock portal sent it."""
