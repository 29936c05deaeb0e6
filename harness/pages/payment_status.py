"""What became of a payment, its receipts, and the history of all payments."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Page

from harness.errors import MissingWord
from harness.pages.downloads import keep_download, open_window
from harness.pages.portal_page import PortalPage
from harness.pages.reading import read_cells, sen_in, summary_value
from harness.words import PaymentStateWords

if TYPE_CHECKING:
    from harness.pages.payments import PaymentInformationPage

__all__ = ["HistoryPage", "PaymentState", "PaymentStatusPage", "Receipt", "ReceiptPage", "ShownPayment"]


class PaymentState(StrEnum):
    """Where a payment stands; the names are those of the profile's words."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    PENDING_AUTHORISATION = "pending_authorisation"
    UNKNOWN = "unknown"
    SUCCESSFUL = "successful"
    UNSUCCESSFUL = "unsuccessful"
    CANCELLED = "cancelled"
    EXPIRED = "expired"

    @classmethod
    def read(cls, text: str, words: PaymentStateWords, *, profile: str) -> "PaymentState":
        """The state that the portal shows with these words."""
        for state in cls:
            if getattr(words, state.value) == text.strip():
                return state
        raise MissingWord(f"payment_states, for {text.strip()!r}", profile=profile)


@dataclass(frozen=True, slots=True)
class ShownPayment:
    """A payment as the portal shows it; `amount` in sen, `fpx_id` None until the bank has told it."""

    order: str
    state: PaymentState
    amount: int
    fpx_id: str | None
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of a payment for one scheme; `amount` in sen."""

    number: str
    order: str
    fpx_id: str
    amount: int
    records: tuple[str, ...]


class ReceiptPage(PortalPage, screen="payments.receipt"):
    """The receipts of one payment."""

    def receipts(self) -> tuple[Receipt, ...]:
        """One for each scheme that was paid."""
        words, found = self.words.payment, []
        for part in self.page.get_by_role("main").get_by_role("region").all():
            lines = read_cells(part.get_by_role("table"))
            found.append(
                Receipt(
                    number=summary_value(part, words.receipt_number),
                    order=summary_value(part, words.order),
                    fpx_id=summary_value(part, words.fpx_id),
                    amount=sum(sen_in(amount) for *_, amount in lines),
                    records=tuple(dict.fromkeys(record for _item, record, *_ in lines)),
                )
            )
        return tuple(found)

    def download(self, folder: Path) -> Path:
        """Keep the receipt as PDF in a folder; the answer is its path."""
        return keep_download(self.link(self.words.payment.download_receipt), folder)

    def view_pdf(self) -> Page:
        """Open the PDF in a window of its own, where a browser has a viewer."""
        return open_window(self.link(self.words.payment.view_pdf))


class PaymentStatusPage(PortalPage, screen="payments.status"):
    """What became of one payment."""

    def payment(self) -> ShownPayment:
        """The payment."""
        main, words, profile = self.page.get_by_role("main"), self.words.payment, self.portal.profile
        keys = [text.strip() for text in main.locator("dt").all_inner_texts()]
        table = main.get_by_role("table", name=words.records_in_payment, exact=True)
        return ShownPayment(
            order=summary_value(main, words.order),
            state=PaymentState.read(
                summary_value(main, words.status), self.words.payment_states, profile=profile.name
            ),
            amount=sen_in(summary_value(main, words.amount)),
            fpx_id=summary_value(main, words.fpx_id) if words.fpx_id in keys else None,
            records=tuple(number for number, *_ in read_cells(table)),
        )

    def open_receipt(self) -> ReceiptPage:
        """Look at the receipts of a payment that succeeded."""
        self.link(self.words.payment.view_receipt).click()
        return self.portal.arrive(ReceiptPage)

    def download_receipt(self, folder: Path) -> Path:
        """Keep the receipt as PDF in a folder; the answer is its path."""
        return keep_download(self.link(self.words.payment.download_receipt), folder)

    def requery(self) -> "PaymentStatusPage":
        """Let the portal ask the bank what became of it."""
        self.leave_by(self.button(f"{self.words.payment.requery} {self.payment().order}"))
        return self.wait()

    def go_on(self) -> "PaymentInformationPage":
        """Go on with an order that was not sent to the bank yet."""
        from harness.pages.payments import PaymentInformationPage

        self.link(self.words.payment.to_information).click()
        return self.portal.arrive(PaymentInformationPage)

    def open_history(self) -> "HistoryPage":
        """Look at all payments."""
        self.link(self.portal.profile.screen(HistoryPage.screen).heading).click()
        return self.portal.arrive(HistoryPage)


class HistoryPage(PortalPage, screen="payments.history"):
    """Every payment by FPX, newest first."""

    def payments(self) -> tuple[ShownPayment, ...]:
        """The payments."""
        table = self.page.get_by_role("main").get_by_role("table")
        return tuple(self._read(row) for row in (read_cells(table) if table.count() else []))

    def open(self, order: str) -> PaymentStatusPage:
        """Look at one payment."""
        self.link(order).click()
        return self.portal.arrive(PaymentStatusPage)

    def requery(self, order: str) -> PaymentStatusPage:
        """Let the portal ask the bank what became of one payment."""
        self.button(f"{self.words.payment.requery} {order}").click()
        return self.portal.arrive(PaymentStatusPage)

    def _read(self, row: list[str]) -> ShownPayment:
        order, _at, fpx_id, _model, _bank, records, amount, status, *_ = row
        states, profile = self.words.payment_states, self.portal.profile
        # beside an order that was not sent is the way to go on with it, which ends in the order's number
        status = status.removesuffix(order).strip().removesuffix(self.words.payment.go_on_with_payment)
        return ShownPayment(
            order=order,
            state=PaymentState.read(status, states, profile=profile.name),
            amount=sen_in(amount),
            fpx_id=None if fpx_id == "-" else fpx_id,
            records=tuple(records.split(", ")),
        )
