"""What Submit led to: the numbers to keep, and what comes next."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from contributions import YearMonth
from harness.pages.downloads import keep_download, open_window
from harness.pages.payments import PaymentsPage
from harness.pages.portal_page import PortalPage
from harness.pages.reading import months_in, sen_in, summary_value

__all__ = ["Submission", "SubmittedPage"]


@dataclass(frozen=True, slots=True)
class Submission:
    """The records that the portal made of a file; `amount` is what is to be paid, in sen."""

    acr: str | None
    ecr: str | None
    months: tuple[YearMonth, ...]
    employees: int
    amount: int

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the records that there are."""
        return tuple(number for number in (self.acr, self.ecr) if number is not None)


class SubmittedPage(PortalPage, screen="submitted"):
    """The green panel with the numbers of ACR and ECR."""

    def submission(self) -> Submission:
        """What was submitted."""
        main, words = self.page.get_by_role("main"), self.words
        panel = main.get_by_role("status").filter(has_text=words.submitted.panel).inner_text()
        numbers = dict(re.findall(r"\b(ACR|ECR):\s*(\S+)", panel))
        return Submission(
            acr=numbers.get("ACR"),
            ecr=numbers.get("ECR"),
            months=months_in(summary_value(main, words.summary.months)),
            employees=int(summary_value(main, words.summary.employees)),
            amount=sen_in(summary_value(main, words.submitted.amount_payable)),
        )

    def print(self, folder: Path) -> Path:
        """Keep the PDF of ACR and ECR in a folder; the answer is its path."""
        return keep_download(self.link(self.words.submitted.print), folder)

    def view_pdf(self) -> Page:
        """Open the PDF in a window of its own, where a browser has a viewer."""
        return open_window(self.link(self.words.submitted.view_pdf))

    def proceed_to_payment(self) -> PaymentsPage:
        """Go on to pay."""
        self.link(self.words.submitted.pay).click()
        return self.portal.arrive(PaymentsPage)
