"""The bar on top of every page: the way out, and the other language."""

from typing import TYPE_CHECKING

from playwright.sync_api import Locator

from harness.pages.portal_page import Portal

if TYPE_CHECKING:
    from harness.pages.change_password import ChangePasswordPage
    from harness.pages.login import EmailPage
    from harness.pages.officer import OfficerLogInPage

__all__ = ["TopBar"]


class TopBar:
    """What stands right of the portal's name."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self._words = portal.profile.words.frame

    @property
    def mark(self) -> Locator:
        """The bar itself."""
        return self.portal.page.get_by_role("banner")

    def log_out(self) -> "EmailPage":
        """Open the menu under the user's name and log out."""
        from harness.pages.login import EmailPage

        self._press_log_out()
        return self.portal.arrive(EmailPage)

    def log_out_officer(self) -> "OfficerLogInPage":
        """The same for an officer, who comes to the officers' own door."""
        from harness.pages.officer import OfficerLogInPage

        self._press_log_out()
        return self.portal.arrive(OfficerLogInPage)

    def change_password(self) -> "ChangePasswordPage":
        """Open the menu under the user's name and choose Change password."""
        from harness.pages.change_password import ChangePasswordPage

        menu = self.mark.get_by_role("group").filter(has_text=self._words.log_out)
        menu.locator("summary").click()
        menu.get_by_role("link", name=self.portal.profile.words.password.menu, exact=True).click()
        return self.portal.arrive(ChangePasswordPage)

    def switch_language(self) -> None:
        """Show the same page in the other language; what comes has the words of another profile."""
        name = self._words.other_language
        switch = self.mark.get_by_role("button", name=name, exact=True)
        switch.or_(self.mark.get_by_role("link", name=name, exact=True)).click()

    def _press_log_out(self) -> None:
        menu = self.mark.get_by_role("group").filter(has_text=self._words.log_out)
        # the summary of a menu has no role of its own, and its words are the user's name
        menu.locator("summary").click()
        menu.get_by_role("button", name=self._words.log_out, exact=True).click()
