"""A contribution by text file: choose the file, read the findings, check the totals, confirm."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FilePayload, Locator

from contributions import YearMonth
from harness.pages.dialogs import Question
from harness.pages.downloads import keep_download
from harness.pages.portal_page import PortalPage, first_of
from harness.pages.reading import months_in, read_cells, sen_in, summary_value
from harness.pages.refusals import FileRefused, Refused
from harness.pages.submitted import SubmittedPage
from harness.pages.upload_progress import UploadProgress

__all__ = [
    "ConfirmDialog",
    "ConfirmPage",
    "FindingsPage",
    "ShownFinding",
    "ShownTotals",
    "SummaryPage",
    "UploadPage",
    "UploadRefused",
]


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding as the portal shows it.

    `line` is its number, or the portal's words for the whole file; `columns` are in the portal's words too.
    """

    line: str
    columns: str
    field: str
    value: str
    code: str
    explanation: str
    severity: str


@dataclass(frozen=True, slots=True)
class ShownTotals:
    """The totals of a file as the portal shows them, in sen."""

    employees: int
    months: tuple[YearMonth, ...]
    acr: int
    ecr: int
    lindung: int

    @property
    def total(self) -> int:
        """What is due in all."""
        return self.acr + self.ecr


class FindingsPage(PortalPage, screen="upload.findings"):
    """What is wrong in the file; it cannot be submitted."""

    def findings(self) -> tuple[ShownFinding, ...]:
        """The findings that are shown."""
        return _findings(self)

    @property
    def messages(self) -> tuple[str, ...]:
        """Each finding on one line: its code, where it is, and what is wrong."""
        return tuple(
            f"{each.code} {_place(each, self.words.upload.line)}: {each.explanation}"
            for each in self.findings()
        )

    def download(self, folder: Path) -> Path:
        """Keep the findings as CSV in a folder; the answer is the file's path."""
        return keep_download(self.link(self.words.upload.download), folder)

    def upload_another(self) -> "UploadPage":
        """Go back to choose a corrected file."""
        self.link(self.words.upload.another).click()
        return self.portal.arrive(UploadPage)


class ConfirmDialog(Question[SubmittedPage]):
    """The question whether to submit for good, in a dialog where scripts run."""

    @property
    def title(self) -> str:
        """The question."""
        return self.portal.profile.words.summary.proceed

    @property
    def yes(self) -> str:
        """Confirm."""
        return self.portal.profile.words.summary.confirm

    def arrive(self) -> SubmittedPage:
        """The page with the numbers."""
        return self.portal.arrive(SubmittedPage)


class ConfirmPage(PortalPage, screen="upload.confirm"):
    """The question whether to submit for good, on a page of its own."""

    def confirm(self) -> SubmittedPage:
        """Submit for good."""
        self.button(self.words.summary.confirm).click()
        return self.portal.arrive(SubmittedPage)


class SummaryPage(PortalPage, screen="upload.summary"):
    """The Contribution Summary: check the totals, then submit."""

    def totals(self) -> ShownTotals:
        """The totals of the file."""
        words, main = self.words.summary, self.page.get_by_role("main")
        due = read_cells(self.page.get_by_role("table", name=words.what_is_due))
        lindung = next(amount for line, _record, amount in due if line == words.lindung)
        return ShownTotals(
            employees=int(summary_value(main, words.employees)),
            months=months_in(summary_value(main, words.months)),
            acr=sen_in(summary_value(main, words.acr)),
            ecr=sen_in(summary_value(main, words.ecr)),
            lindung=sen_in(lindung),
        )

    def findings(self) -> tuple[ShownFinding, ...]:
        """The warnings and remarks that are shown; none when there is nothing to say."""
        return _findings(self)

    def accept_warnings(self) -> "SummaryPage":
        """Tick that the warnings were read."""
        self.field(self.words.summary.accept_warnings).check()
        return self

    def submit(self) -> ConfirmDialog | ConfirmPage | Refused:
        """Press Submit; the portal asks once more, in a dialog or on a page."""
        self.press(self.button(self.words.summary.submit))
        return first_of(self.portal, ConfirmDialog, ConfirmPage, Refused)


class UploadRefused(FileRefused):
    """The page for the upload with a reason."""


class UploadPage(PortalPage, screen="upload"):
    """Choose File, Next."""

    @property
    def file(self) -> Locator:
        """The field for the file."""
        return self.field(self.words.upload.choose_file)

    def upload(self, file: Path | FilePayload) -> SummaryPage | FindingsPage | UploadRefused:
        """Choose a file (a path, or content with a name) and press Next."""
        self.file.set_input_files(file)
        return self.go_on()

    def begin(self, file: Path | FilePayload) -> UploadProgress:
        """Choose a file, press Next, and look at the progress that scripts show."""
        self.file.set_input_files(file)
        self.press(self.button(self.words.upload.next))
        progress = UploadProgress(self.portal)
        progress.mark.wait_for()
        return progress

    def go_on(self) -> SummaryPage | FindingsPage | UploadRefused:
        """Press Next with whatever is chosen."""
        self.press(self.button(self.words.upload.next))
        return first_of(self.portal, SummaryPage, FindingsPage, UploadRefused)


def _findings(page: PortalPage) -> tuple[ShownFinding, ...]:
    table = page.page.get_by_role("table", name=page.words.upload.findings, exact=True)
    rows = read_cells(table) if table.count() else []
    return tuple(
        ShownFinding(
            line=place.partition("\n")[0],
            columns=place.partition("\n")[2],
            field=field,
            value=value,
            code=code,
            explanation=explanation.replace("\n", " "),
            severity=severity,
        )
        for place, _identity, _name, field, value, code, explanation, severity in rows
    )


def _place(finding: ShownFinding, heading: str) -> str:
    where = f"{heading.lower()} {finding.line}" if finding.line.isdecimal() else finding.line
    return ", ".join(filter(None, (where, finding.columns)))
