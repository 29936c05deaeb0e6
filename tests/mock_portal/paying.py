"""Paying without a browser: what tests of payments, of the bank and of faults share."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from werkzeug.test import TestResponse

from contributions import Record, YearMonth
from mock_portal.bank import service as bank
from mock_portal.bank.ledger import LedgerEntry
from mock_portal.fpx.business import BusinessModel
from mock_portal.fpx.signing import KeyRing
from mock_portal.payments import service as payments
from mock_portal.payments.orders import HowToPay
from mock_portal.payments.service import Payment
from mock_portal.submissions import service as submissions
from mock_portal.submissions.recording import keep
from mock_portal.worlds.clock import MALAYSIA
from mock_portal.worlds.models import WorldState
from tests.mock_portal.browsing import FormShown, Visitor, forms, parse
from tests.mock_portal.conftest import Portal

EMPLOYER = "B3200000123X"
BANK = "CTH01"
SCENARIO_BEGINS = datetime(2026, 11, 10, 9, tzinfo=MALAYSIA)
RECORD = Record(
    employer_code=EMPLOYER,
    identity_number="900101105678",
    name="NOR AINI BINTI CONTOH",
    month=YearMonth(2026, 10),
    wage=325_000,
    socso_employer=5_685,
    socso_employee=1_625,
    eis_employer=650,
    eis_employee=650,
    lindung=2_435,
)
OWED = 11_045  # what RECORD asks for in all, in sen
HOW = HowToPay(
    payer_email="aminah@contoh-maju.example",
    business_model=BusinessModel.B2C,
    bank_code=BANK,
    offline_banks=("UJN04",),
    answer_within=timedelta(minutes=30),
    page_url="http://localhost:8000/employer/payments/here",
    language="en",
)
PAYER = {"user": "contohmaju", "password": "Bank#2026"}
APPROVER = {"user": "contohmaju.pengesah", "password": "Sah#2026"}


def submit_october(portal: Portal, *, employer_id: int = 1, times: int = 1) -> tuple[int, ...]:
    """Submit October (the employee's wages `times` over); the ids of its ACR and its ECR."""
    grown = replace(
        RECORD,
        **{
            part: getattr(RECORD, part) * times
            for part in ("socso_employer", "socso_employee", "eis_employer", "eis_employee", "lindung")
        },
    )
    with portal.session(may_write=True) as session:
        submission = keep(
            session, employer_id=employer_id, account_id=None, records=[grown], received_at=clock(portal)
        )
        return tuple(payable.id for payable in submission.payables)


def clock(portal: Portal) -> datetime:
    with portal.session() as session:
        return session.get_one(WorldState, 1).clock.now()


def keys(portal: Portal) -> KeyRing:
    return KeyRing(portal.edge.settings.data, portal.world)


def all_payments(portal: Portal) -> tuple[Payment, ...]:
    """The payments that were made in the test, without those of the scenario."""
    with portal.session() as session:
        return tuple(p for p in payments.all_payments(session) if p.created_at >= SCENARIO_BEGINS)


def ledger(portal: Portal) -> tuple[LedgerEntry, ...]:
    """The bank's books, without what the scenario debited."""
    with portal.session() as session:
        return tuple(entry for entry in bank.ledger(session) if entry.at >= SCENARIO_BEGINS)


def debited(portal: Portal) -> int:
    return sum(entry.debited_sen for entry in ledger(portal))


def statuses(portal: Portal) -> list[str]:
    return [payment.state.value for payment in all_payments(portal)]


def states_of_records(portal: Portal, employer_id: int = 1) -> list[str]:
    """What became of October's ACR and ECR."""
    with portal.session() as session:
        records = submissions.payables(session, employer_id, unpaid_only=False)
        return [record.status.value for record in records if YearMonth(2026, 10) in record.months]


@dataclass
class Payer:
    """Somebody in front of both sites: what the portal's and the bank's pages show, step by step."""

    portal: Portal
    visitor: Visitor
    bank: Visitor

    def information(self) -> TestResponse:
        """Tick everything, add it, go on to Payment Information."""
        page = self.visitor.get("/employer/payments")
        self.visitor.submit(page, {"records": self.ticks()}, button=self.words("Add to Cart"))
        cart = self.visitor.get("/employer/payments/cart")
        return self.visitor.submit(cart, button=self.words("Continue"))

    def proceed(self, *, business_model: str = "B2C", bank: str = BANK) -> TestResponse:
        """Fill Payment Information and press Proceed; the page that leads to the bank, or what was wrong."""
        fields = {"business_model": business_model, "bank": bank, "terms": "y"}
        return self.visitor.submit(self.information(), fields, button=self.words("Proceed"))

    def to_bank(self, **how: str) -> TestResponse:
        """All of that, and on to the bank's log-in."""
        return self.carry(self.proceed(**how), to=self.bank)

    def at_bank(self, **how: str) -> TestResponse:
        """All of that, and log in there."""
        return self.bank.submit(self.to_bank(**how), PAYER)

    def approve(self, **how: str) -> TestResponse:
        """All of that, and approve; the bank's last page, which carries the answer home."""
        return self.bank.submit(self.at_bank(**how), {"account": "514000000001"})

    def carry(self, page: TestResponse, *, to: Visitor, follow_redirects: bool = True) -> TestResponse:
        """Press the button that posts a signed form to the other site; cookies stay with their site."""
        form = self.form_to_bank(page)
        return to.post(form.action, data=form.values, follow_redirects=follow_redirects)

    @staticmethod
    def form_to_bank(page: TestResponse) -> FormShown:
        """The signed form of a page: the one that goes to another origin."""
        return next(form for form in forms(page) if form.action.startswith("http"))

    def home(self, page: TestResponse) -> TestResponse:
        """Carry the answer home as a browser does: a POST without the session cookie, then a GET with it."""
        stranger = self.portal.client()
        answer = self.carry(page, to=stranger, follow_redirects=False)
        assert answer.status_code == 303, answer.status
        return self.visitor.get(answer.headers["Location"])

    def words(self, english: str) -> str:
        malay = {"Add to Cart": "Tambah ke Troli", "Continue": "Teruskan", "Proceed": "Teruskan Bayaran"}
        return malay[english] if self.visitor.language == "ms" else english

    def ticks(self) -> list[str]:
        """The values of the boxes that can be ticked in the list of payments."""
        tree = parse(self.visitor.get("/employer/payments").text)
        boxes = [box for box in tree.iter("input") if box.get("name") == "records"]
        return [box.get("value", "") for box in boxes if box.get("disabled") is None]
