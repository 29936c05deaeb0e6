"""The checker's part of a page: under the portal's Help, and on the page of `assist check --serve`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page

from harness.pages.downloads import keep_download
from harness.words import CheckFileWords

__all__ = ["Checker", "ShownPlace"]

File = Path | FilePayload
_DONE_SECONDS = 60
_CELLS_IN_SIGHT = """(box) => {
  const row = box.querySelector("mark").closest("[role=row]");
  const edges = (cell) => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return [left + 4, right - 4].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
  };
  return [...row.children].filter((cell) => edges(cell).every((each) => cell.contains(each)))
    .map((cell) => cell.textContent.trim());
}"""
_DRAG = """(element, [event, kind]) => {
  const held = new DataTransfer();
  held.items.add(...(kind === "Files" ? [new File(["x"], "held.txt")] : ["words", kind]));
  return element.dispatchEvent(
    new DragEvent(event, { bubbles: true, cancelable: true, dataTransfer: held }));
}"""


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """Where the lines of the file were brought to: the line, and the columns' content that is marked."""

    line: int
    content: str


class Checker:
    """Files in, findings beside the lines. Whoever has no scripts uses the buttons of the form instead."""

    def __init__(self, page: Page, words: CheckFileWords) -> None:
        self.page = page
        self.words = words

    @property
    def chooser(self) -> Locator:
        """The field for files."""
        return self.page.get_by_label(self.words.choose, exact=True)

    @property
    def day(self) -> Locator:
        """The field for the day of the upload."""
        return self.page.get_by_label(self.words.day, exact=True)

    @property
    def status(self) -> Locator:
        """What happens to the files, in words."""
        return self.page.locator("[data-status]")  # one status of several; nobody names it

    @property
    def files(self) -> Locator:
        """The list of the files, where there are several."""
        return self.page.get_by_role("listbox", name=self.words.files, exact=True)

    @property
    def findings(self) -> Locator:
        """The list of the findings."""
        return self.page.get_by_role("listbox", name=self.words.findings, exact=True)

    @property
    def places(self) -> Locator:
        """The list of the places of the chosen finding."""
        return self.page.get_by_role("listbox", name=self.words.places, exact=True)

    @property
    def lines(self) -> Locator:
        """The lines of the file under their ruler."""
        return self.page.get_by_role("table", name=self.words.lines, exact=True)

    @property
    def severity(self) -> Locator:
        """The filter by severity."""
        return self.page.get_by_label(self.words.severity, exact=True)

    @property
    def search(self) -> Locator:
        """The filter by code or text."""
        return self.page.get_by_label(self.words.search, exact=True)

    def give(self, *files: File) -> None:
        """Choose files and wait until they are checked."""
        self.wait_for_scripts()
        paths = [file for file in files if isinstance(file, Path)]
        self.chooser.set_input_files(paths or _payloads(files))
        self.wait_until_checked()

    def drop(self, *files: FilePayload) -> None:
        """Drop files on the page and wait until they are checked."""
        self.wait_for_scripts()
        self.page.locator("[data-drop]").drop(payload={"files": list(files)})  # an area without a name
        self.wait_until_checked()

    def drop_beside(self, *files: FilePayload) -> None:
        """Drop files far from the box, at the foot of the page, and wait until they are checked."""
        self.wait_for_scripts()
        self.page.get_by_role("contentinfo").drop(payload={"files": list(files)})
        self.wait_until_checked()

    @property
    def drop_sign(self) -> Locator:
        """What is shown over the page while files are held over it."""
        return self.page.locator("[data-drop-sign]")  # its words are of each language

    def hold(self) -> None:
        """Hold a file over the page, at its foot, without dropping it."""
        self.wait_for_scripts()
        self._drag("dragover", "Files")

    def drag_away(self) -> None:
        """Take out of the window what was held over the page."""
        self._drag("dragleave", "Files")

    def drag_text(self) -> bool:
        """Drag words over the page; whether the browser is left to do what it does with them."""
        self.wait_for_scripts()
        return self._drag("dragover", "text/plain")

    def _drag(self, event: str, kind: str) -> bool:
        """Send what a browser sends while something is dragged; whether nobody took it from the browser."""
        foot = self.page.get_by_role("contentinfo")
        return bool(foot.evaluate(_DRAG, [event, kind]))

    def drop_from_disk(self, *paths: Path, on: Locator | None = None) -> None:
        """Drop files or folders as a file manager does, on the box or elsewhere; wait until they are checked.

        Chromium only: a script cannot make such a drop, the browser's own protocol can.
        """
        self.wait_for_scripts()
        zone = (on or self.page.locator("[data-drop]")).bounding_box()  # an area without a name
        if zone is None:
            raise LookupError("the page shows no place to drop files on")
        session = self.page.context.new_cdp_session(self.page)
        held = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        at = {"x": zone["x"] + zone["width"] / 2, "y": zone["y"] + zone["height"] / 2}
        for kind in ("dragEnter", "dragOver", "drop"):
            session.send("Input.dispatchDragEvent", {"type": kind, "data": held, **at})
        session.detach()
        self.wait_until_checked()

    def wait_for_scripts(self) -> None:
        """Wait until the page's scripts run."""
        self.page.locator("[data-started]").wait_for(state="attached")

    def wait_until_checked(self) -> None:
        """Wait until no file is being checked."""
        progress = self.page.get_by_role("progressbar", name=self.words.progress)
        progress.wait_for(state="hidden", timeout=_DONE_SECONDS * 1000)

    def ruler(self) -> tuple[str, ...]:
        """The names of the fields over the lines."""
        return tuple(self.lines.get_by_role("columnheader").all_inner_texts())

    def choose(self, choices: Locator, text: str) -> None:
        """Choose a row of a list that is in sight."""
        choices.get_by_role("option").filter(has_text=text).first.click()

    def place(self) -> ShownPlace:
        """Where the lines were brought to."""
        row = self.lines.get_by_role("row").filter(has=self.page.locator("mark"))  # ARIA has no name for it
        row.wait_for()
        number = row.get_by_role("rowheader").inner_text().replace(",", "")
        return ShownPlace(int(number), row.locator("mark").inner_text())

    def in_sight(self) -> tuple[str, ...]:
        """What stands in the cells of the chosen line that nothing covers, from its number on."""
        self.place()
        shown = self.lines.evaluate(_CELLS_IN_SIGHT)
        return tuple(str(text) for text in shown)

    def mend(self, folder: Path) -> Path:
        """Mend the file that is shown; keeps it in a folder."""
        return keep_download(self.page.get_by_role("button", name=self.words.mend, exact=True), folder)


def _payloads(files: Sequence[File]) -> list[FilePayload]:
    return [file for file in files if not isinstance(file, Path)]
