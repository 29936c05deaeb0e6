"""How the portal says no: the summary of errors on top of a form."""

from playwright.sync_api import Locator

from harness.pages.portal_page import Portal

__all__ = ["FileRefused", "Refused"]


class Refused:
    """A form that came back with its errors. The page around it is still the one that was sent."""

    name = "the summary of errors"

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    @property
    def mark(self) -> Locator:
        """The summary, which screen readers are told of at once."""
        return self.portal.page.get_by_role("alert", name=self.portal.profile.words.frame.problem)

    @property
    def messages(self) -> tuple[str, ...]:
        """The errors in the portal's own words, in the order of the fields and without their labels."""
        return tuple(_without_label(item) for item in self.mark.get_by_role("listitem").all())


class FileRefused(Refused):
    """A reason why a file was not taken: in the summary of errors, or beside the field by a script."""

    name = "a reason why the file was not taken"

    @property
    def mark(self) -> Locator:
        """The reason."""
        return self.portal.page.get_by_role("main").get_by_role("alert").first

    @property
    def messages(self) -> tuple[str, ...]:
        """The reason in the portal's own words."""
        return super().messages or (self.mark.inner_text().strip(),)


def _without_label(item: Locator) -> str:
    words = item.inner_text().strip()
    for label in item.get_by_role("strong").all_inner_texts():
        words = words.removeprefix(label).strip()
    return words
