"""Changing a password: at the first log-in, after it expired, or because somebody wants to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from playwright.sync_api import Locator

from harness.pages.home import HomePage
from harness.pages.portal_page import PortalPage, Screen, first_of
from harness.pages.refusals import Refused

if TYPE_CHECKING:
    from harness.pages.login import EmailPage

__all__ = ["ChangePasswordPage", "Mark", "NewPasswordPage", "PasswordChangedPage", "RuleShown"]


class Mark(StrEnum):
    """How the checklist marks a rule."""

    NOT_MARKED = "not marked"
    MET = "met"
    NOT_MET = "not met"


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule of the checklist, in the portal's words, and how it is marked."""

    words: str
    mark: Mark


class NewPasswordPage(PortalPage):
    """What the pages share that take a new password: two fields, and the rules under the first."""

    @property
    def new(self) -> Locator:
        """The new password."""
        return self.field(self.words.password.new)

    @property
    def confirm(self) -> Locator:
        """The new password again."""
        return self.field(self.words.password.confirm)

    @property
    def save(self) -> Locator:
        """The button that keeps it."""
        return self.button(self.words.password.save)

    def rules(self) -> tuple[RuleShown, ...]:
        """The checklist as it stands."""
        # the list is told by what describes the field: neither it nor its box has a name of its own
        listed = self.page.locator("#password-rules").get_by_role("listitem").all_inner_texts()
        return tuple(self._read_rule(" ".join(text.split())) for text in listed)

    def show(self, field: Locator) -> None:
        """Press the button beside a password field that shows what was typed, or hides it again."""
        # each field has one, named after the field's label
        field.locator("xpath=..").get_by_role("button").click()

    def _read_rule(self, text: str) -> RuleShown:
        words = self.words.password
        for said, mark in ((words.met, Mark.MET), (words.not_met, Mark.NOT_MET)):
            if text.startswith(said):
                return RuleShown(text.removeprefix(said).strip(), mark)
        return RuleShown(text, Mark.NOT_MARKED)


class ChangePasswordPage(NewPasswordPage, screen="password.change"):
    """The password of now, and the new one twice."""

    @property
    def current(self) -> Locator:
        """The password of now, or the temporary one."""
        return self.field(self.words.password.current)

    def change(
        self, current: str, new: str, *, confirm: str | None = None
    ) -> "PasswordChangedPage | Refused":
        """Fill in all three and press Save."""
        self.write(self.current, current)
        self.write(self.new, new)
        self.write(self.confirm, new if confirm is None else confirm)
        self.press(self.save)
        return first_of(self.portal, PasswordChangedPage, Refused)

    def cancel(self) -> "EmailPage":
        """Leave a change that is due: that logs out."""
        from harness.pages.login import EmailPage

        self.button(self.words.password.cancel).click()
        return self.portal.arrive(EmailPage)


class PasswordChangedPage(PortalPage, screen="password.changed"):
    """The confirmation."""

    def go_on(self) -> HomePage:
        """To the home page, when nothing else had been asked for."""
        return self.go_on_to(HomePage)

    def go_on_to(self, screen: type[Screen]) -> Screen:
        """To the page that had been asked for before the password."""
        self.link(self.words.password.go_on).click()
        return self.portal.arrive(screen)
