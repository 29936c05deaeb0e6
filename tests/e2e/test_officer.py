"""The officer's side in browsers: a queue that waits, decisions with and without scripts, two at once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from contributions import Language, T
from harness.control import Login, World, WorldClock, WorldControl, WorldInbox
from harness.pages.home import HomePage
from harness.pages.officer import (
    ApplicationPage,
    ApproveDialog,
    ApprovedPage,
    ApprovePage,
    OfficerLogInPage,
    QueuePage,
    RejectPage,
)
from harness.pages.officer_desk import AuditPage, PortalIdsPage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.tasks import (
    DecisionRefused,
    LogInRefused,
    approve,
    log_in,
    log_in_officer,
    query,
    reject,
    review,
)
from tests.e2e.journals import methods_at
from tests.e2e.keyboard import Keyboard
from tests.e2e.modes import in_modes, with_scripts, without_scripts
from tests.e2e.said import WRONG_LOG_IN

pytestmark = pytest.mark.world(scenario="queue")

FIRST, SECOND = "PID-20261108-00001", "PID-20261109-00002"
APPLICANT = "faridah@teh-tarik.example"
REASON = "Hantar semula Borang 2: halaman 3 tiada."
OPEN_ELSEWHERE = T(
    en="ROHANI BINTI CONTOH has this application open and decides it. Nothing was changed.",
    ms="ROHANI BINTI CONTOH sedang menyemak permohonan ini dan akan memutuskannya. "
    "Tiada apa-apa yang diubah.",
)
DECIDED = T(
    en="ROHANI BINTI CONTOH decided this application on 10/11/2026",
    ms="ROHANI BINTI CONTOH telah memutuskan permohonan ini pada 10/11/2026",
)
REASON_WANTED = T(
    en="Write what the applicant has to know", ms="Tulis perkara yang perlu diketahui oleh pemohon"
)


@pytest.fixture
def officers(world: World) -> list[Login]:
    """The officers of the world; the first one's name is ROHANI BINTI CONTOH."""
    return [login for login in world.logins if login.role == "officer"]


@pytest.fixture
def officer(officers: list[Login]) -> Login:
    return officers[0]


@in_modes("en", "ms-javascript-off")
def test_an_officer_approves_and_the_applicant_gets_a_password(
    site: Portal, control: WorldControl, inbox: WorldInbox, officer: Login
) -> None:
    given = approve(site, officer, FIRST)

    mail = inbox.wait(to=APPLICANT)
    assert given.portal_id == APPLICANT
    assert given.employer_code in mail.text
    assert (control.registration(FIRST).state, control.registration(FIRST).employer_code) == (
        "approved",
        given.employer_code,
    )


@with_scripts
def test_with_scripts_a_dialog_asks_and_another_tells_the_number(site: Portal, officer: Login) -> None:
    asked = review(site, officer, FIRST).approve()
    assert isinstance(asked, ApproveDialog)

    approved = asked.confirm()

    assert isinstance(approved, ApprovedPage)
    expect(approved.result).to_be_visible()
    code = approved.acknowledge().given().employer_code
    expect(approved.result).to_be_hidden()
    site.page.reload()
    again = site.arrive(ApprovedPage)
    again.wait_for_scripts()
    expect(again.result).to_be_hidden()
    assert again.given().employer_code == code


@with_scripts
def test_the_dialog_can_be_left_and_nothing_is_decided(
    site: Portal, control: WorldControl, officer: Login
) -> None:
    asked = review(site, officer, FIRST).approve()
    assert isinstance(asked, ApproveDialog)

    site.page.keyboard.press("Escape")

    expect(asked.mark).to_be_hidden()
    assert control.registration(FIRST).state == "in_review"


@without_scripts
def test_without_scripts_a_page_asks_and_a_page_tells_the_number(site: Portal, officer: Login) -> None:
    asked = review(site, officer, FIRST).approve()
    assert isinstance(asked, ApprovePage)

    approved = asked.confirm()

    assert isinstance(approved, ApprovedPage)
    expect(approved.result).to_have_count(0)
    assert approved.given().employer_code.startswith("B33")


@with_scripts
def test_two_clicks_approve_once(site: Portal, control: WorldControl, officer: Login) -> None:
    asked = review(site, officer, FIRST).approve()
    assert isinstance(asked, ApproveDialog)

    asked.mark.get_by_role("button", name=site.profile.words.officer.confirm).dblclick()

    site.arrive(ApprovedPage)
    assert methods_at(control, f"/officer/applications/{FIRST}/approve") == ["POST"]


@in_modes("en")
def test_a_query_and_a_rejection_take_their_reason_to_the_applicant(
    site: Portal, control: WorldControl, inbox: WorldInbox, officer: Login
) -> None:
    query(site, officer, FIRST, REASON)
    site.page.context.clear_cookies()
    reject(site, officer, SECOND, "The business is closed.")

    assert REASON in inbox.wait(to=APPLICANT).text
    assert "The business is closed." in inbox.wait(to="ong@runcit-teladan.example").text
    assert [control.registration(one).state for one in (FIRST, SECOND)] == ["query", "rejected"]


@in_modes("en")
def test_a_missing_reason_is_said_and_nothing_is_sent(
    site: Portal, control: WorldControl, officer: Login, language: Language
) -> None:
    answer = review(site, officer, FIRST).reject().send("")

    assert isinstance(answer, Refused)
    assert answer.messages == (REASON_WANTED.in_language(language),)
    expect(RejectPage(site).reason).to_have_attribute("aria-invalid", "true")
    assert control.registration(FIRST).state == "in_review"


@in_modes("ms-javascript-off")
def test_the_second_of_two_officers_is_told_who_has_the_application(  # noqa: PLR0913, PLR0917 - two people
    site: Portal,
    new_context: Callable[..., BrowserContext],
    world: World,
    officers: list[Login],
    control: WorldControl,
    language: Language,
) -> None:
    other = Portal(new_context().new_page(), site.profile, world.portal, scripts=site.scripts)
    seen = log_in_officer(other, officers[1]).open(FIRST)
    review(site, officers[0], FIRST)

    answer = seen.open_for_review()

    assert isinstance(answer, Refused)
    assert answer.messages == (OPEN_ELSEWHERE.in_language(language),)
    assert control.registration(FIRST).taken_by == "ROHANI BINTI CONTOH"


@in_modes("en")
def test_the_queue_is_searched_and_a_document_is_kept(site: Portal, officer: Login, tmp_path: Path) -> None:
    queue = log_in_officer(site, officer)
    waiting = [row.reference for row in queue.applications()]

    page = queue.search("runcit").open(SECOND)
    form = page.keep_document(page.documents()[1], tmp_path)

    assert (len(waiting), waiting[:2]) == (4, [FIRST, SECOND])
    assert (form.name, form.read_bytes()[:4]) == (f"borang-1-{SECOND}.pdf", b"%PDF")


@in_modes("en")
def test_an_identity_number_shows_only_when_asked_for(site: Portal, officer: Login) -> None:
    page = log_in_officer(site, officer).open(FIRST)

    assert page.identity_number() == "********5678"
    assert page.show_numbers().identity_number() == "900101145678"
    assert site.open(AuditPage).lines()[0].about == FIRST


def test_a_locked_portal_id_is_unlocked_before_its_time(
    site: Portal, officer: Login, employer: Login
) -> None:
    for _attempt in range(5):
        with pytest.raises(LogInRefused):
            log_in(site, replace(employer, password="Contoh#2025"))
    log_in_officer(site, officer)

    found_by(site, employer.email).unlock(employer.email)

    assert isinstance(log_in(site, employer), HomePage)


@in_modes("ms-javascript-off")
def test_a_closed_portal_id_cannot_log_in_until_it_is_opened_again(
    site: Portal, officer: Login, employer: Login
) -> None:
    log_in_officer(site, officer)
    open_before = found_by(site, employer.email).ids()
    closed = found_by(site, employer.email).close(employer.email).confirm().ids()
    with pytest.raises(LogInRefused):
        log_in(site, employer)

    opened = found_by(site, employer.email).open_again(employer.email).ids()

    assert (opened == open_before, closed == open_before) == (True, False)
    assert isinstance(log_in(site, employer), HomePage)


def found_by(site: Portal, email: str) -> PortalIdsPage:
    found = site.open(PortalIdsPage).find(email)
    assert isinstance(found, PortalIdsPage)
    return found


def test_a_wrong_password_is_answered_as_an_unknown_officer(
    site: Portal, officer: Login, employer: Login, language: Language
) -> None:
    with pytest.raises(LogInRefused) as refused:
        log_in_officer(site, employer)

    assert refused.value.messages == (WRONG_LOG_IN.in_language(language),)
    expect(OfficerLogInPage(site).email).to_have_value(employer.email)
    expect(OfficerLogInPage(site).password).to_have_value("")


@in_modes("en")
def test_after_log_out_the_back_button_shows_no_application(site: Portal, officer: Login) -> None:
    page = log_in_officer(site, officer).open(FIRST)
    page.wait_for_scripts()
    menu = page.page.get_by_role("banner").get_by_role("group").filter(has_text=page.words.frame.log_out)
    menu.locator("summary").click()
    menu.get_by_role("button", name=page.words.frame.log_out, exact=True).click()
    site.arrive(OfficerLogInPage)

    site.page.go_back()

    site.arrive(OfficerLogInPage)
    expect(site.page.get_by_text("TEH TARIK")).to_have_count(0)


@in_modes("ms-javascript-off")
def test_an_application_that_was_given_back_can_be_opened_again(
    site: Portal, control: WorldControl, officer: Login
) -> None:
    page = review(site, officer, FIRST).give_back()

    assert isinstance(page, ApplicationPage)
    assert page.can_be_opened
    assert control.registration(FIRST).state == "submitted"


@in_modes("ms-javascript-off")
def test_a_session_that_ended_meanwhile_leads_to_the_log_in_and_back(
    site: Portal, clock: WorldClock, officer: Login, control: WorldControl
) -> None:
    page = review(site, officer, FIRST).query()
    page.write(page.reason, REASON)
    clock.advance(minutes=16)

    page.button(page.words.officer.send_query).click()
    answer = site.arrive(OfficerLogInPage).sign_in(officer)

    assert isinstance(answer, QueuePage)
    assert control.registration(FIRST).state == "in_review"


@with_scripts
def test_keys_alone_are_enough_to_approve(site: Portal, control: WorldControl, officer: Login) -> None:
    keys = Keyboard(site.page)
    entrance = site.open(OfficerLogInPage)
    entrance.wait_for_scripts()
    keys.write(entrance.email, officer.email)
    keys.write(entrance.password, officer.password)
    site.page.keyboard.press("Enter")
    queue = site.arrive(QueuePage)
    keys.press(queue.link(FIRST))
    page = site.arrive(ApplicationPage)
    keys.press(page.button(page.words.officer.open_for_review))
    expect(page.button(page.words.officer.approve)).to_be_visible()
    page.wait_for_scripts()
    keys.press(page.button(page.words.officer.approve))
    dialog = ApproveDialog(site)
    keys.press(dialog.mark.get_by_role("button", name=page.words.officer.confirm))
    approved = site.arrive(ApprovedPage)
    keys.press(approved.result.get_by_role("button", name=page.words.officer.ok))

    expect(approved.result).to_be_hidden()
    assert control.registration(FIRST).state == "approved"


@with_scripts
def test_an_officers_countdown_ends_only_the_officers_session(
    site: Portal, page: Page, officer: Login, employer: Login
) -> None:
    log_in(site, employer)
    page.clock.install()
    log_in_officer(site, officer).wait_for_scripts()

    page.clock.fast_forward("15:10")

    site.arrive(OfficerLogInPage)
    page.goto(f"{site.address}{site.profile.screen('home').path}")
    expect(page.get_by_role("heading", level=1, name=site.profile.screen("home").heading)).to_be_visible()


@in_modes("ms-javascript-off")
def test_an_officer_who_comes_too_late_is_told_who_decided(
    site: Portal, control: WorldControl, officers: list[Login], language: Language
) -> None:
    control.reject_registration(FIRST, "Not a business", officer=officers[0].email)

    with pytest.raises(DecisionRefused) as refused:
        approve(site, officers[1], FIRST)

    assert DECIDED.in_language(language) in refused.value.messages[0]
