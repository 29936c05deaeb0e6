"""A visitor without a mouse: keys are pressed, and nothing is focused or clicked by a program."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Locator, Page, expect

__all__ = ["Keyboard"]

# No page of the portal has as many stops; whoever presses Tab more often went round.
_MOST_STOPS: Final = 150


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Keys on one page. Each act first goes to its place with Tab, as a person would."""

    page: Page

    def go_to(self, place: Locator) -> None:
        """Press Tab until a place has the focus; then it must be seen to have it."""
        expect(place).to_be_visible()
        for _ in range(_MOST_STOPS):
            if place.evaluate("node => node === document.activeElement"):
                self._expect_a_visible_focus(place)
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never comes to {place}")

    def write(self, field: Locator, text: str) -> None:
        """Write into a field instead of what is in it."""
        self.go_to(field)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
        expect(field).to_have_value(text)

    def press(self, button: Locator) -> None:
        """Press a button or follow a link."""
        self.go_to(button)
        self.page.keyboard.press("Enter")

    def tick(self, box: Locator) -> None:
        """Tick a box."""
        self.go_to(box)
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def select(self, box: Locator, label: str) -> None:
        """Choose an entry of a list by typing its beginning."""
        self.go_to(box)
        self.page.keyboard.type(label)
        expect(box.locator("option:checked")).to_have_text(re.compile(re.escape(label)))

    def choose(self, box: Locator, value: str) -> None:
        """Choose an entry by its value: what stands there, in whichever language, is read and typed."""
        entry = "(list, value) => [...list.options].find(entry => entry.value === value).label"
        self.select(box, box.evaluate(entry, value))

    def attach(self, chooser: Locator, file: Path) -> None:
        """Go to a file field and give it a file; the dialog behind it is the system's."""
        self.go_to(chooser)
        chooser.set_input_files(file)

    @staticmethod
    def _expect_a_visible_focus(place: Locator) -> None:
        shown = place.evaluate(
            "node => { const s = getComputedStyle(node);"
            " return s.outlineStyle !== 'none' || s.boxShadow !== 'none' }"
        )
        assert shown, f"{place} has the focus, and nothing shows it"
