"""Check contribution files, under Help: with scripts beside the lines, without them on a page of findings."""

from pathlib import Path

from harness.pages.checker import Checker
from harness.pages.portal_page import PortalPage

__all__ = ["CheckFilePage", "CheckFindingsPage"]


class CheckFindingsPage(PortalPage, screen="help.check_file_findings"):
    """What is wrong in the files, for whoever has no scripts."""

    def text(self) -> str:
        """All that it says."""
        return self.page.get_by_role("main").inner_text()


class CheckFilePage(PortalPage, screen="help.check_file"):
    """Drop files, see what is wrong."""

    @property
    def checker(self) -> Checker:
        """The part that it has in common with the page of `assist check --serve`."""
        return Checker(self.page, self.words.check_file)

    def send(self, *files: Path) -> CheckFindingsPage:
        """Choose files and press Check, as whoever has no scripts does."""
        self.checker.chooser.set_input_files(list(files))
        self.button(self.words.check_file.check).click()
        return self.portal.arrive(CheckFindingsPage)
