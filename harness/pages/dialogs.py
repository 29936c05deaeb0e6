"""Dialogs that the portal shows where scripts run: a question before something final, a result to keep."""

from abc import ABC, abstractmethod
from typing import Generic, Self, TypeVar

from playwright.sync_api import Locator

from harness.pages.portal_page import Portal, PortalPage

__all__ = ["Question", "ResultPage"]

Answer = TypeVar("Answer")


class Question(ABC, Generic[Answer]):
    """A dialog that asks before something final. A subclass says its words and what comes after."""

    name = "the dialog that asks to confirm"

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    @property
    @abstractmethod
    def title(self) -> str:
        """The question."""

    @property
    @abstractmethod
    def yes(self) -> str:
        """What its button says."""

    @abstractmethod
    def arrive(self) -> Answer:
        """What comes after the button."""

    @property
    def mark(self) -> Locator:
        """The dialog itself."""
        return self.portal.page.get_by_role("dialog", name=self.title)

    @property
    def go_on(self) -> Locator:
        """The button that does it for good."""
        return self.mark.get_by_role("button", name=self.yes, exact=True)

    def confirm(self) -> Answer:
        """Do it for good."""
        self.go_on.click()
        return self.arrive()


class ResultPage(PortalPage, ABC):
    """A page with a number; where scripts run a dialog says it first. A subclass says that dialog's words."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the dialog is called."""

    @property
    @abstractmethod
    def ok(self) -> str:
        """What its button says."""

    @property
    def mark(self) -> Locator:
        """The heading, also while the dialog before it hides the page from screen readers."""
        heading = self.portal.profile.screen(self.screen).heading
        return self.page.get_by_role("heading", level=1, name=heading, exact=True, include_hidden=True)

    @property
    def result(self) -> Locator:
        """The dialog with the number."""
        return self.page.get_by_role("dialog", name=self.title)

    def acknowledge(self) -> Self:
        """Press OK in the dialog, where there is one."""
        self.wait_for_scripts()
        if self.result.is_visible():
            self.result.get_by_role("button", name=self.ok, exact=True).click()
        return self
