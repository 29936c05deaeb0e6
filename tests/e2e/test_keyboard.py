"""Keys alone are enough for each flow; no mouse is needed anywhere."""

from harness.pages.bank import ApprovePage, BankLogInPage
from harness.pages.contributions import ContributionsPage
from harness.pages.home import HomePage, LandingPage
from harness.pages.login import EmailPage, PasswordPage
from harness.pages.payment_status import PaymentState, PaymentStatusPage
from harness.pages.payments import CartPage, PaymentInformationPage, PaymentsPage
from harness.pages.submitted import SubmittedPage
from harness.pages.upload import SummaryPage, UploadPage
from tests.e2e.keyboard import Keyboard
from tests.e2e.modes import in_modes
from tests.e2e.paying import BANK, DUE, OCTOBER_FILE, Visit


def log_in(visit: Visit, keys: Keyboard) -> None:
    words = visit.site.profile.words
    email = visit.site.open(EmailPage)
    keys.write(email.email, visit.employer.email)
    keys.page.keyboard.press("Enter")
    password = visit.site.arrive(PasswordPage)
    keys.write(password.password, visit.employer.password)
    keys.press(password.button(words.login.log_in))
    visit.site.arrive(HomePage)


@in_modes("en", "ms-javascript-off")
def test_the_first_stop_leads_past_the_menus(visit: Visit) -> None:
    visit.site.open(LandingPage)

    visit.site.page.keyboard.press("Tab")
    visit.site.page.keyboard.press("Enter")

    assert visit.site.page.url.endswith("#main")


@in_modes("en", "en-javascript-off")
def test_a_month_is_submitted_and_paid_by_keys(visit: Visit) -> None:
    site, words = visit.site, visit.site.profile.words
    keys = Keyboard(site.page)
    log_in(visit, keys)

    keys.press(site.open(ContributionsPage).link(words.contributions.text_file))
    upload = site.arrive(UploadPage)
    keys.attach(upload.file, OCTOBER_FILE)
    keys.press(upload.button(words.upload.next))
    summary = site.arrive(SummaryPage)
    keys.press(summary.button(words.summary.submit))
    keys.press(site.page.get_by_role("button", name=words.summary.confirm, exact=True))
    numbers = site.arrive(SubmittedPage).submission().numbers

    payments = site.open(PaymentsPage)
    for number in numbers:
        keys.tick(payments.field(number))
    keys.press(payments.button(words.payment.add_to_cart))
    keys.press(site.page.get_by_role("button", name=words.payment.to_summary))
    keys.press(site.arrive(CartPage).button(words.payment.go_on))
    information = site.arrive(PaymentInformationPage)
    keys.write(information.payer_email, visit.employer.email)
    keys.tick(information.field(words.payment.personal_account))
    keys.select(information.bank, BANK)
    keys.tick(information.terms)
    keys.press(information.button(words.payment.proceed))
    if not site.scripts:
        keys.press(site.page.get_by_role("main").get_by_role("button").first)
    at_bank = site.arrive(BankLogInPage)
    who = at_bank.hints()[0]
    keys.write(at_bank.user, who.user)
    keys.write(at_bank.password, who.password)
    keys.press(at_bank.button(words.bank.log_in))
    keys.press(site.arrive(ApprovePage).page.get_by_role("main").get_by_role("button").first)
    if not site.scripts:
        keys.press(site.page.get_by_role("main").get_by_role("button", name=words.bank.go_home, exact=True))
    paid = site.arrive(PaymentStatusPage).payment()

    assert (paid.state, paid.amount) == (PaymentState.SUCCESSFUL, DUE)
