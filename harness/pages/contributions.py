"""SOCSO + EIS: the months to submit, the drafts, and what was submitted."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator

from contributions import YearMonth
from harness.pages.downloads import keep_download
from harness.pages.portal_page import PortalPage, first_of
from harness.pages.reading import months_in, read_cells, sen_in
from harness.pages.upload import FindingsPage, SummaryPage, UploadPage

__all__ = [
    "ContributionsPage",
    "Draft",
    "PendingMonth",
    "SubmissionPage",
    "SubmittedListPage",
    "SubmittedRecord",
]


@dataclass(frozen=True, slots=True)
class PendingMonth:
    """A month that is not submitted yet."""

    month: YearMonth
    due: str
    employees: int
    status: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that was uploaded and not submitted."""

    file_name: str
    months: tuple[YearMonth, ...]
    records: int
    total: int
    status: str


@dataclass(frozen=True, slots=True)
class SubmittedRecord:
    """An ACR or ECR with what it asks for, in sen."""

    number: str
    months: tuple[YearMonth, ...]
    employees: int
    amount: int
    status: str


class ContributionsPage(PortalPage, screen="contributions"):
    """The list of months and drafts of one employer."""

    @property
    def employer(self) -> Locator:
        """The employer that the page is about."""
        return self.field(self.words.contributions.select_employer)

    def choose_employer(self, code: str) -> "ContributionsPage":
        """Show another employer of this ID."""
        self.employer.select_option(code)
        self.leave_by(self.button(self.words.contributions.show))
        return self.wait()

    def pending(self) -> tuple[PendingMonth, ...]:
        """The months that are to be submitted."""
        table = self.page.get_by_role("table", name=self.words.contributions.pending_list, exact=True)
        rows = read_cells(table) if table.count() else []
        return tuple(
            PendingMonth(month=months_in(month)[0], due=due, employees=int(employees), status=status)
            for month, due, employees, status, *_ in rows
        )

    def drafts(self) -> tuple[Draft, ...]:
        """The files that wait to be submitted."""
        table = self._drafts
        rows = read_cells(table) if table.count() else []
        return tuple(
            Draft(
                file_name=name,
                months=months_in(months),
                records=int(records),
                total=sen_in(total),
                status=status,
            )
            for name, months, _uploaded, records, total, status, *_ in rows
        )

    def open_text_file(self) -> UploadPage:
        """Press TEXT FILE."""
        self.link(self.words.contributions.text_file).click()
        return self.portal.arrive(UploadPage)

    def open_submitted(self) -> "SubmittedListPage":
        """Look at what was submitted."""
        self.link(self.words.contributions.submitted).click()
        return self.portal.arrive(SubmittedListPage)

    def edit_draft(self, file_name: str) -> SummaryPage | FindingsPage:
        """Take up a draft again."""
        name = f"{self.words.contributions.edit} {file_name}"
        self.press(self._drafts.get_by_role("link", name=name, exact=True))
        return first_of(self.portal, SummaryPage, FindingsPage)

    def remove_draft(self, file_name: str) -> "ContributionsPage":
        """Throw a draft away."""
        name = f"{self.words.contributions.remove} {file_name}"
        self.leave_by(self._drafts.get_by_role("button", name=name, exact=True))
        return self.wait()

    @property
    def _drafts(self) -> Locator:
        return self.page.get_by_role("table", name=self.words.contributions.drafts, exact=True)


class SubmittedListPage(PortalPage, screen="contributions.submitted_list"):
    """Every ACR and ECR of one employer."""

    def records(self) -> tuple[SubmittedRecord, ...]:
        """The records, newest first."""
        table = self.page.get_by_role("main").get_by_role("table")
        rows = read_cells(table) if table.count() else []
        return tuple(
            SubmittedRecord(
                number=number,
                months=months_in(months),
                employees=int(employees),
                amount=sen_in(amount),
                status=status,
            )
            for number, _scheme, months, _received, employees, amount, status, *_ in rows
        )

    def view(self, number: str) -> "SubmissionPage":
        """Look at one record in full."""
        self.link(f"{self.words.submitted.view} {number}").click()
        return self.portal.arrive(SubmissionPage)


class SubmissionPage(PortalPage, screen="contributions.submission"):
    """One submission with its records and what was declared for each employee."""

    @property
    def mark(self) -> Locator:
        """The heading, which ends with a moment that no profile knows."""
        begin = self.portal.profile.screen(self.screen).heading
        return self.page.get_by_role("heading", level=1, name=begin)

    def print(self, folder: Path) -> Path:
        """Keep the PDF of ACR and ECR in a folder; the answer is its path."""
        return keep_download(self.link(self.words.submitted.print), folder)
