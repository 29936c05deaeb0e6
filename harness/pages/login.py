"""Logging in: e-mail, NEXT, password; and the older form of one page with a User ID."""

from playwright.sync_api import Locator

from harness.pages.change_password import ChangePasswordPage
from harness.pages.forgot_password import ForgotPasswordPage
from harness.pages.home import HomePage
from harness.pages.portal_page import PortalPage, Screen, first_of
from harness.pages.refusals import Refused

__all__ = [
    "EmailPage",
    "PasswordPage",
    "SessionEndedPage",
    "TemporaryPasswordExpiredPage",
    "UserIdPage",
]


class TemporaryPasswordExpiredPage(PortalPage, screen="login.temporary_expired"):
    """A temporary password that was not changed in time."""

    def ask_for_link(self) -> ForgotPasswordPage:
        """Go on with Forgot Password."""
        self.link(self.words.password.forgot).click()
        return self.portal.arrive(ForgotPasswordPage)


class PasswordPage(PortalPage, screen="login.password"):
    """The second step: on the same page where scripts run, else a page of its own."""

    @property
    def mark(self) -> Locator:
        """The password: the heading is that of the first step."""
        return self.password

    @property
    def email(self) -> Locator:
        """The e-mail of the first step, which can only be read here."""
        return self.field(self.words.login.email)

    @property
    def password(self) -> Locator:
        """The password."""
        return self.field(self.words.login.password)

    def sign_in(
        self, password: str
    ) -> HomePage | Refused | ChangePasswordPage | TemporaryPasswordExpiredPage:
        """Give the password and press Login."""
        self.write(self.password, password)
        self.press(self.button(self.words.login.log_in))
        return first_of(self.portal, HomePage, Refused, ChangePasswordPage, TemporaryPasswordExpiredPage)

    def sign_in_to(self, screen: type[Screen], password: str) -> Screen:
        """Give the password on the way to a screen that asked for a log-in."""
        self.write(self.password, password)
        self.press(self.button(self.words.login.log_in))
        return self.portal.arrive(screen)

    def forget(self) -> ForgotPasswordPage:
        """Press Forgot Password."""
        self.link(self.words.password.forgot).click()
        return self.portal.arrive(ForgotPasswordPage)

    def choose_other_email(self) -> "EmailPage":
        """Go back to the first step."""
        words = self.words.login.other_email
        self.button(words).or_(self.link(words)).click()
        self.button(self.words.login.next).wait_for()
        return EmailPage(self.portal).wait()


class EmailPage(PortalPage, screen="login.email"):
    """The first step."""

    @property
    def email(self) -> Locator:
        """The e-mail address of the Portal ID."""
        return self.field(self.words.login.email)

    def go_on(self, email: str) -> PasswordPage | Refused:
        """Give the e-mail and press NEXT."""
        self.write(self.email, email)
        self.press(self.button(self.words.login.next))
        return first_of(self.portal, PasswordPage, Refused)


class UserIdPage(PortalPage, screen="login.user_id"):
    """The older form: User ID and password on one page."""

    @property
    def mark(self) -> Locator:
        """The User ID: the heading is that of the newer form."""
        return self.user_id

    @property
    def user_id(self) -> Locator:
        """The User ID."""
        return self.field(self.words.login.user_id)

    @property
    def password(self) -> Locator:
        """The password."""
        return self.field(self.words.login.password)

    def sign_in(
        self, user_id: str, password: str
    ) -> HomePage | Refused | ChangePasswordPage | TemporaryPasswordExpiredPage:
        """Give both and press Login."""
        self.write(self.user_id, user_id)
        self.write(self.password, password)
        self.press(self.button(self.words.login.log_in))
        return first_of(self.portal, HomePage, Refused, ChangePasswordPage, TemporaryPasswordExpiredPage)


class SessionEndedPage(PortalPage, screen="session.ended"):
    """A newer log-in with the same ID ended this session."""

    def log_in_again(self) -> EmailPage:
        """Begin anew."""
        self.link(self.words.session.log_in_again).click()
        return self.portal.arrive(EmailPage)
