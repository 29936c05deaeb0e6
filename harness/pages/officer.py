"""An officer's pages for applications: log-in, queue, one application, decisions and what came of them."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator

from harness.control import Login
from harness.pages.dialogs import Question, ResultPage
from harness.pages.downloads import keep_download
from harness.pages.portal_page import PortalPage, first_of
from harness.pages.reading import read_cells, summary_value
from harness.pages.refusals import Refused

__all__ = [
    "ApplicationPage",
    "ApproveDialog",
    "ApprovePage",
    "ApprovedPage",
    "Given",
    "OfficerLogInPage",
    "QueriedPage",
    "QueryPage",
    "QueuePage",
    "QueuedApplication",
    "RejectPage",
    "RejectedPage",
]

_REFERENCE = r"PID-\d{8}-\d{5}"


@dataclass(frozen=True, slots=True)
class QueuedApplication:
    """One row of the queue; `officer` is who has it open."""

    reference: str
    employer: str
    number: str
    kind: str
    submitted: str
    state: str
    officer: str


@dataclass(frozen=True, slots=True)
class Given:
    """What an approval gave."""

    employer_code: str
    portal_id: str


class OfficerLogInPage(PortalPage, screen="officer.log_in"):
    """The officers' own door."""

    @property
    def email(self) -> Locator:
        """The officer's e-mail address."""
        return self.field(self.words.officer.email)

    @property
    def password(self) -> Locator:
        """The password."""
        return self.field(self.words.login.password)

    def sign_in(self, who: Login) -> "QueuePage | Refused":
        """Give both and log in."""
        self.write(self.email, who.email)
        self.write(self.password, who.password)
        self.press(self.button(self.words.officer.log_in))
        return first_of(self.portal, QueuePage, Refused)


class QueuePage(PortalPage, screen="officer.queue"):
    """The applications of one state, or those that a search found."""

    def applications(self) -> tuple[QueuedApplication, ...]:
        """The rows, in order; none when the queue is empty."""
        table = self.page.get_by_role("table")
        return tuple(QueuedApplication(*cells) for cells in read_cells(table)) if table.count() else ()

    def search(self, text: str) -> "QueuePage":
        """Look for applications in all states."""
        self.write(self.field(self.words.officer.search_for), text)
        self.leave_by(self.button(self.words.officer.search))
        return self.portal.arrive(QueuePage)

    def open(self, reference: str) -> "ApplicationPage":
        """Look at one application."""
        self.link(reference).click()
        return self.portal.arrive(ApplicationPage)


class ApproveDialog(Question["ApprovedPage | Refused"]):
    """The question whether to approve for good, in a dialog."""

    name = "the dialog that asks before an approval"

    @property
    def title(self) -> str:
        """The question."""
        return self.portal.profile.words.officer.ask

    @property
    def yes(self) -> str:
        """Confirm."""
        return self.portal.profile.words.officer.confirm

    def arrive(self) -> "ApprovedPage | Refused":
        """What the approval gave, or why it was not possible."""
        return first_of(self.portal, ApprovedPage, Refused)


class ApprovePage(PortalPage, screen="officer.approve"):
    """The question whether to approve for good, on a page of its own."""

    def confirm(self) -> "ApprovedPage | Refused":
        """Approve for good."""
        self.press(self.button(self.words.officer.confirm))
        return first_of(self.portal, ApprovedPage, Refused)


class ApplicationPage(PortalPage, screen="officer.application"):
    """One application with its documents and its history."""

    @property
    def mark(self) -> Locator:
        """The heading, which ends with a reference number that no profile knows."""
        begin = re.escape(self.portal.profile.screen(self.screen).heading)
        heading = re.compile(rf"^{begin} {_REFERENCE}$")
        return self.page.get_by_role("heading", level=1, name=heading)

    @property
    def reference(self) -> str:
        """The reference number."""
        found = re.search(_REFERENCE, self.mark.inner_text())
        return found[0] if found else ""

    @property
    def can_be_opened(self) -> bool:
        """Whether it waits for an officer to take it."""
        return self.button(self.words.officer.open_for_review).is_visible()

    @property
    def can_be_decided(self) -> bool:
        """Whether this officer has it open."""
        return self.button(self.words.officer.approve).is_visible()

    def open_for_review(self) -> "ApplicationPage | Refused":
        """Take it, so that nobody else decides it."""
        self.leave_by(self.button(self.words.officer.open_for_review))
        return first_of(self.portal, Refused, ApplicationPage)

    def give_back(self) -> "ApplicationPage | Refused":
        """Put it back into the queue, for any officer."""
        self.leave_by(self.button(self.words.officer.give_back))
        return first_of(self.portal, Refused, ApplicationPage)

    def identity_number(self) -> str:
        """The representative's identity number as it is shown."""
        return summary_value(self.page.get_by_role("main"), self.words.officer.identity_number)

    def show_numbers(self) -> "ApplicationPage":
        """Let identity numbers be shown in full."""
        self.leave_by(self.button(self.words.officer.show_numbers))
        return self.portal.arrive(ApplicationPage)

    def keep_document(self, name: str, folder: Path) -> Path:
        """Keep a document in a folder; the answer is its path."""
        return keep_download(self.link(name), folder)

    def documents(self) -> tuple[str, ...]:
        """The names of its files."""
        table = self.page.get_by_role("table", name=self.words.officer.documents)
        return tuple(table.get_by_role("link").all_inner_texts())

    def approve(self) -> ApproveDialog | ApprovePage:
        """Press Approve; the portal asks once more, in a dialog or on a page."""
        self.press(self.button(self.words.officer.approve))
        return first_of(self.portal, ApproveDialog, ApprovePage)

    def query(self) -> "QueryPage":
        """Begin a query."""
        self.link(self.words.officer.query).click()
        return self.portal.arrive(QueryPage)

    def reject(self) -> "RejectPage":
        """Begin a rejection."""
        self.link(self.words.officer.reject).click()
        return self.portal.arrive(RejectPage)


class QueryPage(PortalPage, screen="officer.query"):
    """What the applicant is asked."""

    @property
    def reason(self) -> Locator:
        """What the applicant will read."""
        return self.field(self.words.officer.reason)

    def send(self, reason: str) -> "QueriedPage | Refused":
        """Write it and send it."""
        self.write(self.reason, reason)
        self.press(self.button(self.words.officer.send_query))
        return first_of(self.portal, QueriedPage, Refused)


class RejectPage(PortalPage, screen="officer.reject"):
    """Why the application is refused."""

    @property
    def reason(self) -> Locator:
        """What the applicant will read."""
        return self.field(self.words.officer.reason)

    def send(self, reason: str) -> "RejectedPage | Refused":
        """Write it and reject for good."""
        self.write(self.reason, reason)
        self.press(self.button(self.words.officer.reject_application))
        return first_of(self.portal, RejectedPage, Refused)


class ApprovedPage(ResultPage, screen="officer.approved"):
    """What an approval gave."""

    @property
    def title(self) -> str:
        """What the dialog with the result is called."""
        return self.words.officer.result

    @property
    def ok(self) -> str:
        """The dialog's button."""
        return self.words.officer.ok

    def given(self) -> Given:
        """Employer code and Portal ID."""
        words = self.words.officer
        return Given(self._number(words.employer_code), self._number(words.portal_id))

    def next_one(self) -> ApplicationPage:
        """Go on with the next application that waits."""
        self.link(self.words.officer.next_one).click()
        return self.portal.arrive(ApplicationPage)

    def _number(self, label: str) -> str:
        panel = self.page.get_by_role("main").get_by_role("status")
        line = panel.get_by_role("paragraph").filter(has_text=re.compile(rf"^\s*{re.escape(label)} "))
        return line.get_by_role("strong").inner_text()


class QueriedPage(PortalPage, screen="officer.queried"):
    """A query has been sent."""


class RejectedPage(PortalPage, screen="officer.rejected"):
    """An application has been rejected."""
