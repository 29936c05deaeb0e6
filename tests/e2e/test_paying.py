"""Paying by FPX: to the bank's own site and back, and every way in which it can end."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from contributions import Language
from harness.control import Control, World, WorldClock, WorldControl, WorldFaults, WorldInbox
from harness.errors import BankNotOffered
from harness.pages.bank import (
    AnswerRefusedPage,
    ApprovePage,
    ApproverLogInPage,
    BankLogIn,
    BankLogInPage,
    BankSessionEndedPage,
    ConnectionLost,
    WaitingPaymentsPage,
)
from harness.pages.payment_status import HistoryPage, PaymentState, PaymentStatusPage, ShownPayment
from harness.pages.payments import CartPage, PaymentInformationPage, PaymentsPage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.pages.top_bar import TopBar
from harness.portals import PortalAddresses
from harness.profile import load_profile
from harness.tasks import Payer, PaymentRefused, log_in, pay, prepare_payment, submit_file
from tests.e2e.journals import methods_at, seen_at
from tests.e2e.modes import in_modes, with_scripts
from tests.e2e.paying import APPROVER, BANK, DUE, OCTOBER_FILE, Visit, go_to_bank
from tests.e2e.said import NOT_CHARGED
from tests.e2e.seeded import begin_session

RETURN = "/employer/payments/fpx/return"
CALLBACK = "/employer/payments/fpx/callback"


@pytest.fixture(scope="session")
def october_submitted(browser: Browser, portal: PortalAddresses) -> Iterator[World]:
    """A world in which an employer has submitted October; made once for each browser of a worker."""
    control = Control(portal.control)
    world = control.new_world()
    context = browser.new_context()
    site = Portal(context.new_page(), load_profile("mock"), world.portal)
    log_in(site, world.logins[0])
    submit_file(site, OCTOBER_FILE)
    context.close()
    yield world
    control.delete_world(world.name)


@pytest.fixture
def origin_world(october_submitted: World) -> World:
    """Each test of this file pays in a copy of that world."""
    return october_submitted


def approve(at_bank: BankLogInPage) -> object:
    """Log in at the bank as the first customer that it names, and approve."""
    inside = at_bank.sign_in(at_bank.hints()[0])
    assert isinstance(inside, ApprovePage)
    return inside.approve()


def newest_payment(site: Portal) -> ShownPayment:
    return site.open(HistoryPage).payments()[0]


@in_modes("en", "en-javascript-off")
@pytest.mark.browser_matters
def test_the_way_home_is_cross_site_and_carries_no_session(visit: Visit) -> None:
    arrived = approve(visit.go_to_bank())

    assert isinstance(arrived, PaymentStatusPage)
    (came_back,) = seen_at(visit.control, RETURN)
    shown = next(seen for seen in visit.control.journal(site="portal") if seen.at > came_back.at)
    assert came_back.method == "POST"
    assert came_back.sec_fetch_site == "cross-site"
    assert came_back.cookies == ()
    assert came_back.status == 303
    assert "assist_session" in shown.cookies
    assert arrived.payment().state is PaymentState.SUCCESSFUL


def test_a_payment_given_up_at_the_bank_is_cancelled_and_can_be_made_again(visit: Visit) -> None:
    at_bank = visit.go_to_bank()

    ended = at_bank.cancel()

    assert isinstance(ended, PaymentStatusPage)
    payment = ended.payment()
    in_cart = {record.number for record in visit.site.open(CartPage).records()}
    assert payment.state is PaymentState.CANCELLED
    assert visit.transaction.status == "cancelled"
    assert in_cart == set(payment.records)


def test_an_account_without_enough_money_declines(visit: Visit, language: Language) -> None:
    at_bank = visit.go_to_bank()
    poor = next(hint for hint in at_bank.hints() if hint.user == "teladan")

    inside = at_bank.sign_in(poor)
    assert isinstance(inside, ApprovePage)
    ended = inside.approve()

    assert isinstance(ended, PaymentStatusPage)
    assert ended.payment().state is PaymentState.UNSUCCESSFUL
    assert NOT_CHARGED.in_language(language) in ended.notices()[0]
    assert visit.transaction.status == "declined"


@in_modes("en")
def test_ten_minutes_at_the_bank_are_all_there_is(visit: Visit, clock: WorldClock) -> None:
    at_bank = visit.go_to_bank()
    clock.advance(minutes=11)

    at_bank.page.reload()
    home = at_bank.portal.arrive(BankSessionEndedPage).go_home()

    assert isinstance(home, PaymentStatusPage)
    assert home.payment().state is PaymentState.UNSUCCESSFUL
    assert visit.transaction.status == "declined"


@in_modes("en")
def test_who_logs_in_too_late_at_the_bank_is_told_that_time_is_up(visit: Visit, clock: WorldClock) -> None:
    at_bank = visit.go_to_bank()
    clock.advance(minutes=11)

    ended = at_bank.sign_in(at_bank.hints()[0])

    assert isinstance(ended, BankSessionEndedPage)
    assert visit.transaction.status == "received"


@in_modes("ms-javascript-off")
def test_who_approves_too_late_at_the_bank_pays_nothing(visit: Visit, clock: WorldClock) -> None:
    at_bank = visit.go_to_bank()
    inside = at_bank.sign_in(at_bank.hints()[0])
    assert isinstance(inside, ApprovePage)
    clock.advance(minutes=11)

    ended = inside.approve()

    assert isinstance(ended, BankSessionEndedPage)
    home = ended.go_home()
    assert isinstance(home, PaymentStatusPage)
    assert home.payment().state is PaymentState.UNSUCCESSFUL


def test_when_nobody_tells_the_portal_requery_settles_it(visit: Visit, faults: WorldFaults) -> None:
    faults.add("bank.callback", "never")
    faults.add("bank.return", "never")
    lost = approve(visit.go_to_bank())
    assert isinstance(lost, ConnectionLost)
    before = newest_payment(visit.site)

    settled = visit.site.open(HistoryPage).requery(before.order)

    assert before.state is PaymentState.IN_PROGRESS
    assert settled.payment().state is PaymentState.SUCCESSFUL
    assert visit.transaction.status == "approved"


def test_a_callback_that_never_comes_is_not_missed_when_the_payer_returns(
    visit: Visit, faults: WorldFaults
) -> None:
    faults.add("bank.callback", "never")

    arrived = approve(visit.go_to_bank())

    assert isinstance(arrived, PaymentStatusPage)
    assert arrived.payment().state is PaymentState.SUCCESSFUL
    assert methods_at(visit.control, CALLBACK) == []


@pytest.mark.parametrize("changed", ["bad_signature", "changed_amount"])
def test_an_answer_that_was_tampered_with_changes_nothing(
    visit: Visit, faults: WorldFaults, changed: str
) -> None:
    faults.add("bank.callback", "never")
    faults.add("bank.return", changed)

    arrived = approve(visit.go_to_bank())
    shown = newest_payment(visit.site)
    settled = visit.site.open(HistoryPage).requery(shown.order)

    assert isinstance(arrived, AnswerRefusedPage)
    assert (shown.state, shown.amount) == (PaymentState.IN_PROGRESS, DUE)
    assert settled.payment().state is PaymentState.SUCCESSFUL
    assert settled.payment().amount == DUE


def test_a_callback_that_comes_twice_makes_one_receipt(
    visit: Visit, faults: WorldFaults, inbox: WorldInbox
) -> None:
    faults.add("bank.callback", "twice")

    arrived = approve(visit.go_to_bank())

    assert isinstance(arrived, PaymentStatusPage)
    order = arrived.payment().order
    inbox.wait(to=visit.employer.email)
    assert methods_at(visit.control, CALLBACK) == ["POST", "POST"]
    assert [order in mail.text for mail in inbox.mail(to=visit.employer.email)].count(True) == 1
    assert len(arrived.open_receipt().receipts()) == 2  # one for ACR, one for ECR
    assert visit.transaction.status == "approved"


def test_a_business_account_needs_two_signatures(visit: Visit) -> None:
    information = visit.go_as_far_as_payment_information()
    sent = approve(go_to_bank(information, visit.employer, business=True))
    assert isinstance(sent, PaymentStatusPage)
    before = sent.payment().state
    bank = visit.at_the_bank

    waiting = bank.open(ApproverLogInPage).sign_in(APPROVER)
    assert isinstance(waiting, WaitingPaymentsPage)
    waiting.approve_first()

    assert before is PaymentState.PENDING_AUTHORISATION
    assert newest_payment(visit.site).state is PaymentState.SUCCESSFUL
    assert visit.transaction.status == "approved"


@in_modes("en", "ms-javascript-off")
@pytest.mark.browser_matters
def test_the_receipt_is_looked_at_in_a_window_of_its_own(visit: Visit) -> None:
    arrived = approve(visit.go_to_bank())
    assert isinstance(arrived, PaymentStatusPage)
    receipt = arrived.open_receipt()

    with receipt.page.context.expect_event("response", lambda answer: "receipt.pdf" in answer.url) as shown:
        window = receipt.view_pdf()

    assert window is not receipt.page
    assert shown.value.header_value("content-disposition").startswith("inline")
    assert receipt.receipts()


@in_modes("en", "ms-javascript-off")
def test_the_terms_open_a_window_of_their_own_and_the_form_stays(visit: Visit) -> None:
    information = visit.go_as_far_as_payment_information()
    information.fill(payer_email=visit.employer.email, bank=BANK, business=False)

    terms = information.read_terms()

    assert terms.page is not information.page
    expect(information.payer_email).to_have_value(visit.employer.email)


@with_scripts
def test_two_clicks_on_proceed_go_to_the_bank_once(visit: Visit) -> None:
    information = visit.go_as_far_as_payment_information()
    information.fill(payer_email=visit.employer.email, bank=BANK, business=False)

    information.wait_for_scripts()
    information.button(information.words.payment.proceed).dblclick()

    visit.site.arrive(BankLogInPage)
    assert methods_at(visit.control, "/employer/payments/information").count("POST") == 1
    assert visit.transaction.status == "received"


@in_modes("ms-javascript-off")
def test_payment_information_is_kept_by_an_error_and_by_the_language_switch(
    visit: Visit, other_language: Portal
) -> None:
    information = visit.go_as_far_as_payment_information()
    offline = information.offline_banks()
    information.fill(payer_email="accounts@contoh-maju.example", bank=BANK, business=False)
    information.terms.uncheck()

    refused = information.proceed()
    TopBar(visit.site).switch_language()

    assert isinstance(refused, Refused)
    assert len(offline) == 1
    switched = other_language.arrive(PaymentInformationPage)
    expect(switched.payer_email).to_have_value("accounts@contoh-maju.example")
    expect(switched.bank).to_have_value("CTH01")
    assert visit.control.ledger() == visit.paid_before


def test_giving_up_before_the_bank_puts_the_records_back(visit: Visit) -> None:
    information = visit.go_as_far_as_payment_information()

    cart = information.give_up()

    assert len(cart.records()) == 2
    emptied = cart.remove(cart.records()[0].number)
    assert len(emptied.records()) == 1
    assert len(visit.site.open(PaymentsPage).records()) == 2


def test_three_wrong_passwords_at_the_bank_end_the_payment(visit: Visit) -> None:
    at_bank = visit.go_to_bank()
    wrong = replace(at_bank.hints()[0], password="Bank#2025")

    answers = [at_bank.sign_in(wrong) for _attempt in range(3)]

    assert isinstance(answers[1], Refused)
    assert newest_payment(visit.site).state is PaymentState.UNSUCCESSFUL
    assert visit.transaction.status == "declined"


def test_a_bank_that_is_not_on_offer_is_said_at_once_with_those_that_are(visit: Visit) -> None:
    information = visit.go_as_far_as_payment_information()
    offered = information.banks()

    with pytest.raises(BankNotOffered) as unknown:
        information.fill(payer_email=visit.employer.email, bank="Bank of the Moon", business=False)

    assert str(unknown.value) == "The Bank List has no Bank of the Moon."
    assert unknown.value.offered == offered
    assert BANK in unknown.value.mend


def test_a_bank_that_is_offline_is_said_to_be_before_anything_is_paid(
    visit: Visit, control: WorldControl
) -> None:
    control.change(offline_banks=["CTH01"])
    begin_session(visit.site, visit.employer)
    unpaid = [record.number for record in visit.site.open(PaymentsPage).records()]
    payer = Payer(email=visit.employer.email, bank=BANK, log_in=BankLogIn("contohmaju", "Bank#2026"))

    with pytest.raises(PaymentRefused) as refused:
        pay(visit.site, unpaid, payer)

    assert f"{BANK} is offline." in refused.value.messages
    assert visit.control.ledger() == visit.paid_before


def test_an_order_that_did_not_go_to_the_bank_is_gone_on_with(visit: Visit) -> None:
    order = visit.go_as_far_as_payment_information().order()
    unpaid = [record.number for record in visit.site.open(PaymentsPage).records()]

    again = prepare_payment(visit.site, unpaid)

    assert again.order() == order


@in_modes("ms-javascript-off")
def test_records_that_cannot_be_paid_are_said_with_what_holds_them(visit: Visit) -> None:
    information = visit.go_as_far_as_payment_information()
    order = information.order()
    unpaid = [record.number for record in visit.site.open(PaymentsPage).records()]

    with pytest.raises(PaymentRefused) as in_part:
        prepare_payment(visit.site, unpaid[:1])
    with pytest.raises(PaymentRefused) as unknown:
        prepare_payment(visit.site, ["ACR-of-the-moon"])

    assert in_part.value.messages == (f"{unpaid[0]}: in payment already, in order {order} (new).",)
    assert unknown.value.messages == ("ACR-of-the-moon is not among the unpaid records.",)


def test_what_is_in_the_cart_already_is_paid_from_there(visit: Visit) -> None:
    begin_session(visit.site, visit.employer)
    page = visit.site.open(PaymentsPage)
    unpaid = [record.number for record in page.records()]
    page.add_to_cart(*unpaid)

    information = prepare_payment(visit.site, unpaid)

    assert information.amount() == DUE
