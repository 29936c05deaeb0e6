"""Submit a contribution file: upload, look at the totals, confirm, keep the numbers."""

from pathlib import Path

from playwright.sync_api import FilePayload

from harness.pages.contributions import ContributionsPage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.pages.submitted import Submission
from harness.pages.upload import FindingsPage, SummaryPage
from harness.tasks.errors import FileRefused

__all__ = ["confirm_submission", "submit_file", "upload_file"]


def submit_file(portal: Portal, file: Path | FilePayload, *, accept_warnings: bool = False) -> Submission:
    """Upload a file and submit it for good.

    Raises:
        FileRefused: the portal found errors, or warnings that were not accepted.
    """
    summary = upload_file(portal, file)
    if accept_warnings and any(summary.findings()):
        summary.accept_warnings()
    return confirm_submission(summary)


def upload_file(portal: Portal, file: Path | FilePayload) -> SummaryPage:
    """Upload a file and stop at the Contribution Summary; nothing is submitted.

    Raises:
        FileRefused: with the portal's findings.
    """
    answer = portal.open(ContributionsPage).open_text_file().upload(file)
    if isinstance(answer, Refused):
        raise FileRefused(answer.messages)
    if isinstance(answer, FindingsPage):
        raise FileRefused(answer.messages)
    return answer


def confirm_submission(summary: SummaryPage) -> Submission:
    """Submit what the summary shows, and read the numbers that the portal gives it.

    Raises:
        FileRefused: warnings were not accepted, or the month was taken meanwhile.
    """
    question = summary.submit()
    if isinstance(question, Refused):
        raise FileRefused(question.messages)
    return question.confirm().submission()
