"""The way to the bank and back, as the tests of paying take it."""

from dataclasses import dataclass, replace
from typing import Final

from assist_data import data_path
from harness.control import BankTransaction, Login, WorldControl
from harness.pages.bank import BankLogIn, BankLogInPage
from harness.pages.payments import PaymentInformationPage, PaymentsPage
from harness.pages.portal_page import Portal
from harness.tasks import prepare_payment
from tests.e2e.seeded import begin_session

__all__ = ["APPROVER", "BANK", "DUE", "OCTOBER_FILE", "Visit", "go_to_bank"]

APPROVER: Final = BankLogIn("contohmaju.pengesah", "Sah#2026")
BANK: Final = "Bank Contoh"
DUE: Final = 628_20
OCTOBER_FILE: Final = data_path("files", "contoh-maju-2026-10.txt")


@dataclass(frozen=True, slots=True)
class Visit:
    """An employer at the portal, with the controls of the portal's world."""

    site: Portal
    control: WorldControl
    employer: Login
    paid_before: tuple[BankTransaction, ...]

    def go_as_far_as_payment_information(self) -> PaymentInformationPage:
        """Put what is unpaid in an order; October was submitted before the test began."""
        begin_session(self.site, self.employer)
        unpaid = [record.number for record in self.site.open(PaymentsPage).records()]
        return prepare_payment(self.site, unpaid)

    def go_to_bank(self) -> BankLogInPage:
        """Everything up to the bank's log-in, as a person with a private account."""
        return go_to_bank(self.go_as_far_as_payment_information(), self.employer)

    @property
    def at_the_bank(self) -> Portal:
        """The bank of the same world, in the same browser."""
        return replace(self.site, address=self.control.world().bank)

    @property
    def transaction(self) -> BankTransaction:
        """The payment that this visit made in the bank's books; there must be no other."""
        (found,) = [each for each in self.control.ledger() if each not in self.paid_before]
        return found


def go_to_bank(information: PaymentInformationPage, payer: Login, *, business: bool = False) -> BankLogInPage:
    """Fill in Payment Information and go to the bank, which is expected to be reached."""
    arrived = information.fill(payer_email=payer.email, bank=BANK, business=business).proceed()
    assert isinstance(arrived, BankLogInPage)
    return arrived
