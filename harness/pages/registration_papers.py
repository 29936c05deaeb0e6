"""The rest of a registration: documents, declaration, reference number."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Locator

from harness.pages.dialogs import Question, ResultPage
from harness.pages.downloads import keep_download
from harness.pages.portal_page import Portal, PortalPage, first_of
from harness.pages.reading import read_cells, summary_value
from harness.pages.refusals import FileRefused, Refused

if TYPE_CHECKING:
    from harness.pages.registration_answers import Paper
from harness.pages.upload_progress import UploadProgress

__all__ = [
    "DeclarationPage",
    "DocumentRefused",
    "DocumentsPage",
    "SentPage",
    "ShownPaper",
    "SubmitDialog",
    "SubmitPage",
]

_REFERENCE = re.compile(r"PID-\d{8}-\d{5}")


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """One row of the table of documents."""

    what: str
    file: str
    remarks: str


class SentPage(ResultPage, screen="registration.sent"):
    """The reference number."""

    @property
    def title(self) -> str:
        """What the dialog with the number is called."""
        return self.words.registration.result

    @property
    def ok(self) -> str:
        """The dialog's button."""
        return self.words.registration.ok

    def reference(self) -> str:
        """The number to keep."""
        return _reference_on(self)


class SubmitDialog(Question[SentPage]):
    """The question whether to submit, in a dialog where scripts run."""

    name = "the dialog that asks before a registration is submitted"

    @property
    def title(self) -> str:
        """The question."""
        return self.portal.profile.words.registration.proceed

    @property
    def yes(self) -> str:
        """Confirm."""
        return self.portal.profile.words.registration.confirm

    def arrive(self) -> SentPage:
        """The page with the number."""
        return self.portal.arrive(SentPage)


class SubmitPage(PortalPage, screen="registration.confirm"):
    """The question whether to submit, on a page of its own."""

    def confirm(self) -> SentPage:
        """Submit."""
        self.press(self.button(self.words.registration.confirm))
        return self.portal.arrive(SentPage)


class DeclarationPage(PortalPage, screen="registration.declaration"):
    """Step D: all answers, and the tick that they are true."""

    def answer(self, label: str) -> str:
        """What was answered, by its label."""
        return summary_value(self.page.get_by_role("main"), label)

    def change(self, label: str) -> Locator:
        """Press Change beside an answer, by its label; the field where it is changed."""
        self.link(f"{self.words.registration.change} {label}").click()
        return self.field(label)

    def declare(self) -> "DeclarationPage":
        """Tick that all is true."""
        self.field(self.words.registration.declared).check()
        return self

    def submit(self) -> SubmitDialog | SubmitPage | Refused:
        """Press Submit; the portal asks once more, in a dialog or on a page."""
        self.press(self.button(self.words.registration.submit))
        return first_of(self.portal, SubmitDialog, SubmitPage, Refused)


class DocumentRefused(FileRefused):
    """A reason why a document was not taken."""

    name = "a reason why the document was not taken"


class _Added:
    """The notice that a document was added."""

    name = "the notice that the document was added"

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    @property
    def mark(self) -> Locator:
        """The notice."""
        words = self.portal.profile.words.registration.added
        return self.portal.page.get_by_role("main").get_by_role("status").filter(has_text=words)


class DocumentsPage(PortalPage, screen="registration.documents"):
    """Step C: the table of documents."""

    def reference(self) -> str:
        """The number of the application, to ask for it later."""
        return _reference_on(self)

    @property
    def file(self) -> Locator:
        """The field for the file."""
        return self.field(self.words.registration.choose_file)

    def papers(self) -> tuple[ShownPaper, ...]:
        """What is uploaded."""
        table = self.page.get_by_role("table", name=self.words.registration.uploaded, exact=True)
        rows = read_cells(table) if table.count() else []
        return tuple(ShownPaper(what, file, remarks) for what, file, remarks, _date, _action in rows)

    def form_to_sign(self, title: str, folder: Path) -> Path:
        """Download a form by its title and keep it in a folder; the answer is the file's path."""
        return keep_download(self.link(title), folder)

    def begin(self, paper: "Paper") -> UploadProgress:
        """Choose what it is and its file, press Add Document, and look at the progress that scripts show."""
        self._choose(paper)
        self.press(self.button(self.words.registration.add))
        progress = UploadProgress(self.portal)
        progress.mark.wait_for()
        return progress

    def add(self, paper: "Paper") -> "DocumentsPage | DocumentRefused":
        """Choose what it is and its file, and press Add Document."""
        self._choose(paper)
        # A notice of the document before it looks like that of this one.
        for old in _Added(self.portal).mark.all():
            old.evaluate("node => node.remove()")
        self.press(self.button(self.words.registration.add))
        answer = first_of(self.portal, _Added, DocumentRefused)
        return answer if isinstance(answer, DocumentRefused) else self.wait()

    def remove(self, file: str) -> "DocumentsPage":
        """Take a document away, by the name of its file."""
        row = self.page.get_by_role("row").filter(has_text=file)
        self.leave_by(row.get_by_role("button"))
        return self.wait()

    def go_on(self) -> "DeclarationPage | DocumentsMissing":
        """Press Save & Continue."""
        self.press(self.button(self.words.registration.save))
        return first_of(self.portal, DeclarationPage, DocumentsMissing)

    def _choose(self, paper: "Paper") -> None:
        words = self.words.registration
        self.wait_for_scripts()
        # by code and not by words: a task names it alike in every language
        self.field(words.description).select_option(value=paper.kind)
        self.file.set_input_files(paper.file)
        if paper.remarks:
            self.write(self.field(words.remarks), paper.remarks)


class DocumentsMissing:
    """The notice of what has to be uploaded first."""

    name = "the notice of missing documents"

    def __init__(self, portal: Portal) -> None:
        self.portal = portal

    @property
    def mark(self) -> Locator:
        """The notice."""
        words = self.portal.profile.words.registration.missing
        return self.portal.page.get_by_role("main").get_by_role("status").filter(has_text=words)

    @property
    def message(self) -> str:
        """The notice in the portal's own words."""
        return self.mark.inner_text().strip()


def _reference_on(page: PortalPage) -> str:
    found = _REFERENCE.search(page.page.get_by_role("main").inner_text())
    if found is None:
        raise ValueError("the page shows no reference number")
    return found[0]
