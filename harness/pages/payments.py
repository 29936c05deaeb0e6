"""Paying: the list of what is unpaid, the cart, and Payment Information."""

from dataclasses import dataclass, replace

from playwright.sync_api import Locator

from contributions import YearMonth
from harness.errors import BankNotOffered
from harness.pages.bank import BankLogInPage
from harness.pages.downloads import open_window
from harness.pages.others import TermsPage
from harness.pages.payment_status import PaymentStatusPage
from harness.pages.portal_page import PortalPage, first_of
from harness.pages.reading import months_in, read_cells, sen_in, summary_value
from harness.pages.refusals import Refused

__all__ = [
    "CartPage",
    "LeavePage",
    "PaymentInformationPage",
    "PaymentsPage",
    "RemoveRecordsPage",
    "UnpaidRecord",
]


@dataclass(frozen=True, slots=True)
class UnpaidRecord:
    """An ACR or ECR that is not paid; `amount` in sen."""

    number: str
    months: tuple[YearMonth, ...]
    amount: int
    status: str


class LeavePage(PortalPage, screen="payments.leave"):
    """The step to the bank; where scripts run it goes by itself."""

    def go_on(self) -> BankLogInPage:
        """Press the one button."""
        self.page.get_by_role("main").get_by_role("button").click()
        return self.portal.arrive(BankLogInPage)


class PaymentInformationPage(PortalPage, screen="payments.information"):
    """Payer, Business Model and bank, and the tick of the terms."""

    @property
    def payer_email(self) -> Locator:
        """Where the receipt is sent."""
        return self.field(self.words.payment.payer_email)

    @property
    def bank(self) -> Locator:
        """The Bank List."""
        return self.field(self.words.payment.bank_list)

    @property
    def terms(self) -> Locator:
        """The tick."""
        return self.field(self.words.payment.terms)

    def read_terms(self) -> TermsPage:
        """Follow the link to the terms, which opens a window of its own."""
        window = open_window(self.link(self.words.payment.read_terms))
        return replace(self.portal, page=window).arrive(TermsPage)

    def order(self) -> str:
        """The number of the order."""
        return summary_value(self.page.get_by_role("main"), self.words.payment.order)

    def amount(self) -> int:
        """What will be paid, in sen."""
        return sen_in(summary_value(self.page.get_by_role("main"), self.words.payment.amount))

    def banks(self) -> tuple[str, ...]:
        """The banks that can be chosen now, as they are shown."""
        # the first says that one is to be chosen, and has no value
        options = self.bank.locator('option:not([value=""]):enabled')
        return tuple(text.strip() for text in options.all_inner_texts())

    def offline_banks(self) -> tuple[str, ...]:
        """The banks that cannot be chosen now, as they are shown."""
        options = self.bank.get_by_role("option", disabled=True)
        return tuple(text.strip() for text in options.all_inner_texts())

    def fill(self, *, payer_email: str, bank: str, business: bool) -> "PaymentInformationPage":
        """Answer the three questions and tick the terms.

        Raises:
            BankNotOffered: the Bank List has no such bank now; nothing was filled in.
        """
        words = self.words.payment
        if bank not in (offered := self.banks()):
            raise BankNotOffered(bank, offered=offered, offline=self.offline_banks())
        self.write(self.payer_email, payer_email)
        self.field(words.business_account if business else words.personal_account).check()
        self.bank.select_option(label=bank)
        self.terms.check()
        return self

    def proceed(self) -> BankLogInPage | Refused | PaymentStatusPage:
        """Press Proceed and go to the bank, through the page between if there are no scripts."""
        self.press(self.button(self.words.payment.proceed))
        if self.portal.scripts:
            return first_of(self.portal, BankLogInPage, Refused, PaymentStatusPage)
        arrived = first_of(self.portal, LeavePage, Refused, PaymentStatusPage)
        return arrived.go_on() if isinstance(arrived, LeavePage) else arrived

    def give_up(self) -> "CartPage":
        """Press Back: the records are in the cart again."""
        self.button(self.words.frame.back).click()
        return self.portal.arrive(CartPage)


class CartPage(PortalPage, screen="payments.cart"):
    """The records that will be paid together."""

    def records(self) -> tuple[UnpaidRecord, ...]:
        """What is in the cart."""
        table = self.page.get_by_role(
            "table", name=self.portal.profile.screen(self.screen).heading, exact=True
        )
        rows = read_cells(table) if table.count() else []
        return tuple(
            UnpaidRecord(number=number, months=months_in(months), amount=sen_in(amount), status="")
            for number, months, _received, amount, *_ in rows
        )

    def remove(self, number: str) -> "CartPage":
        """Take one record out."""
        self.leave_by(self.button(f"{self.words.payment.remove} {number}"))
        return self.wait()

    def go_on(self) -> PaymentInformationPage | Refused | PaymentStatusPage:
        """Press Continue."""
        self.press(self.button(self.words.payment.go_on))
        return first_of(self.portal, PaymentInformationPage, Refused, PaymentStatusPage)


class RemoveRecordsPage(PortalPage, screen="payments.remove"):
    """Asks whether a submission is to be cancelled with its records."""

    def numbers(self) -> tuple[str, ...]:
        """The records that would go."""
        table = self.page.get_by_role("main").get_by_role("table")
        return tuple(number for number, *_ in read_cells(table))

    def confirm(self) -> "PaymentsPage":
        """Remove them: the month is open again."""
        # the button's words hold the number of records; it is the page's only one
        self.page.get_by_role("main").get_by_role("button").click()
        return self.portal.arrive(PaymentsPage)


class PaymentsPage(PortalPage, screen="payments"):
    """Every ACR and ECR of one employer that is not paid."""

    def records(self) -> tuple[UnpaidRecord, ...]:
        """What is unpaid."""
        rows = read_cells(self._table) if self._table.count() else []
        return tuple(
            UnpaidRecord(number=number, months=months_in(months), amount=sen_in(amount), status=status)
            for number, months, _received, amount, status, *_ in rows
        )

    def in_payment(self) -> tuple[str, ...]:
        """The numbers of those that an order holds already; they cannot be ticked."""
        return tuple(
            record.number
            for record in self.records()
            if self._table.get_by_label(record.number, exact=True).is_disabled()
        )

    def add_to_cart(self, *numbers: str) -> "PaymentsPage | Refused":
        """Tick these records and add them."""
        for number in numbers:
            self._table.get_by_label(number, exact=True).check()
        self.leave_by(self.button(self.words.payment.add_to_cart))
        return first_of(self.portal, Refused, PaymentsPage)

    def remove(self, number: str) -> RemoveRecordsPage:
        """Press Remove beside a record; the portal asks before it does."""
        self.button(f"{self.words.payment.remove} {number}").click()
        return self.portal.arrive(RemoveRecordsPage)

    def open_cart(self) -> CartPage:
        """Proceed to Summary; the button also says how many are in the cart."""
        main = self.page.get_by_role("main")
        main.get_by_role("button", name=self.words.payment.to_summary).click()
        return self.portal.arrive(CartPage)

    @property
    def _table(self) -> Locator:
        return self.page.get_by_role("table", name=self.words.payment.unpaid, exact=True)
