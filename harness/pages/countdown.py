"""The dialog that counts down before a session ends; scripts open it."""

from playwright.sync_api import Locator

from harness.pages.portal_page import Portal

__all__ = ["Countdown"]


class Countdown:
    """The question whether someone is still there."""

    name = "the countdown"

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self._words = portal.profile.words.session

    @property
    def mark(self) -> Locator:
        """The dialog itself: it asks whether someone is there, or says that another tab ended the session."""
        names = self._words.still_there, self._words.logged_out
        asks, tells = (self.portal.page.get_by_role("dialog", name=name) for name in names)
        return asks.or_(tells)

    @property
    def sentence(self) -> str:
        """How many seconds are left, in the portal's words."""
        return self.mark.get_by_role("timer").inner_text().strip()

    @property
    def seconds_left(self) -> int:
        """The same as a number.

        Raises:
            ValueError: the sentence holds no number.
        """
        return int("".join(letter for letter in self.sentence if letter.isdigit()))

    @property
    def problem(self) -> Locator:
        """What the dialog says when the portal did not answer, or when nothing prolongs the session."""
        return self.mark.get_by_role("alert")

    @property
    def log_in_again(self) -> Locator:
        """The way to a new log-in, once the session ended in another tab."""
        return self.mark.get_by_role("link", name=self._words.log_in_again, exact=True)

    def stay(self) -> None:
        """Go on working."""
        self.mark.get_by_role("button", name=self._words.stay, exact=True).click()

    def log_out(self) -> None:
        """End the session now."""
        self.mark.get_by_role("button", name=self._words.log_out, exact=True).click()
