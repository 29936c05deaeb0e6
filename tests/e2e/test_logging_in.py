"""Logging in: e-mail, NEXT, password; what is refused; the older form."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from contributions import Language
from harness.control import Login, WorldClock, WorldControl
from harness.pages.home import HomePage, LandingPage
from harness.pages.login import EmailPage, PasswordPage, UserIdPage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.pages.top_bar import TopBar
from harness.tasks import AlreadyLoggedIn, LogInRefused, log_in, log_in_with_user_id
from tests.e2e.journals import methods_at
from tests.e2e.modes import ALL_MODES, in_modes, with_scripts, without_scripts
from tests.e2e.said import EMAIL_WANTED, LOCKED, WRONG_LOG_IN, WRONG_USER_ID

SOMEBODY = Login(role="", email="nobody@nowhere.example", password="Contoh#2026")


def password_step(site: Portal, email: str) -> PasswordPage:
    arrived = site.open(EmailPage).go_on(email)
    assert isinstance(arrived, PasswordPage)
    return arrived


@in_modes(*ALL_MODES)
def test_an_employer_logs_in_from_the_landing_page(site: Portal, employer: Login) -> None:
    step = site.open(LandingPage).choose_employer().go_on(employer.email)
    assert isinstance(step, PasswordPage)

    home = step.sign_in(employer.password)

    assert isinstance(home, HomePage)
    assert [desk.employer for desk in home.desks()] == ["CONTOH MAJU SDN. BHD."]


@with_scripts
@pytest.mark.browser_matters
def test_next_reveals_the_password_in_place(site: Portal, control: WorldControl, employer: Login) -> None:
    step = password_step(site, employer.email)

    expect(step.password).to_be_focused()
    expect(step.email).to_have_attribute("readonly", "")
    expect(step.email).to_have_value(employer.email)
    assert methods_at(control, "/employer/login") == ["GET"]
    assert methods_at(control, "/employer/login/password") == []


@without_scripts
@pytest.mark.browser_matters
def test_without_scripts_next_leads_to_a_page_of_its_own(
    site: Portal, control: WorldControl, employer: Login
) -> None:
    password_step(site, employer.email)

    assert methods_at(control, "/employer/login") == ["GET", "POST"]
    assert methods_at(control, "/employer/login/password") == ["GET"]


def test_a_wrong_password_and_an_unknown_email_get_the_same_answer(
    site: Portal, employer: Login, language: Language
) -> None:
    answers = []
    for who in (replace(employer, password="Contoh#2025"), SOMEBODY):
        with pytest.raises(LogInRefused) as refused:
            log_in(site, who)
        answers.append(refused.value.messages)

    assert answers == [(WRONG_LOG_IN.in_language(language),)] * 2


def test_the_fifth_failure_locks_the_account_for_half_an_hour(
    site: Portal, clock: WorldClock, employer: Login, language: Language
) -> None:
    clock.stop()
    step = password_step(site, employer.email)
    answers = [step.sign_in("Contoh#2025") for _attempt in range(5)]
    assert isinstance(answers[-1], Refused)

    locked = answers[-1].messages
    with pytest.raises(LogInRefused) as refused:
        log_in(site, employer)
    clock.advance(minutes=31)
    home = log_in(site, employer)

    assert locked == refused.value.messages == (LOCKED.in_language(language),)
    assert isinstance(home, HomePage)


def test_the_way_back_leads_to_another_email(site: Portal, employer: Login) -> None:
    first = password_step(site, SOMEBODY.email).choose_other_email()

    arrived = first.go_on(employer.email)

    assert isinstance(arrived, PasswordPage)
    assert isinstance(arrived.sign_in(employer.password), HomePage)


def test_an_address_that_is_none_stays_on_the_first_step(site: Portal, language: Language) -> None:
    answer = site.open(EmailPage).go_on("aminah")

    assert isinstance(answer, Refused)
    assert answer.messages == (EMAIL_WANTED.in_language(language),)
    expect(EmailPage(site).email).to_have_value("aminah")


@with_scripts
def test_a_mended_address_takes_the_error_out_of_page_and_title(site: Portal, employer: Login) -> None:
    refused = site.open(EmailPage).go_on("aminah")
    title = site.page.title()

    step = EmailPage(site).go_on(employer.email)

    assert isinstance(refused, Refused)
    assert isinstance(step, PasswordPage)
    assert title.endswith(site.page.title())
    assert title != site.page.title()
    expect(site.page.get_by_role("alert")).to_have_count(0)


@pytest.mark.world(login_form="user_id")
def test_the_older_form_takes_a_user_id(site: Portal, employer: Login, language: Language) -> None:
    with pytest.raises(LogInRefused) as refused:
        log_in_with_user_id(site, replace(employer, password="Contoh#2025"))

    home = log_in_with_user_id(site, employer)

    assert refused.value.messages == (WRONG_USER_ID.in_language(language),)
    assert isinstance(home, HomePage)


@pytest.mark.world(login_form="user_id")
@in_modes("ms-javascript-off")
def test_the_older_form_keeps_the_user_id_after_an_error(site: Portal, employer: Login) -> None:
    site.open(UserIdPage).sign_in(employer.user_id or "", "Contoh#2025")

    expect(UserIdPage(site).user_id).to_have_value("CONTOHMAJU")
    expect(UserIdPage(site).password).to_have_value("")


@in_modes("en", "ms-javascript-off")
def test_the_language_switch_keeps_what_was_typed(site: Portal, other_language: Portal) -> None:
    page = site.open(EmailPage)
    page.write(page.email, "aminah@contoh-maju.example")

    TopBar(site).switch_language()

    expect(other_language.arrive(EmailPage).email).to_have_value("aminah@contoh-maju.example")


@in_modes("en", "ms-javascript-off")
def test_the_language_switch_stays_at_the_password(
    site: Portal, other_language: Portal, employer: Login
) -> None:
    password_step(site, employer.email)

    TopBar(site).switch_language()

    page = other_language.arrive(PasswordPage)
    expect(EmailPage(other_language).email).to_have_value(employer.email)
    assert isinstance(page.sign_in(employer.password), HomePage)


@with_scripts
@pytest.mark.browser_matters
def test_two_clicks_log_in_once(site: Portal, control: WorldControl, employer: Login) -> None:
    step = password_step(site, employer.email)
    step.write(step.password, employer.password)

    step.button(step.words.login.log_in).dblclick()

    site.arrive(HomePage)
    assert methods_at(control, "/employer/login/password") == ["POST"]


def test_who_is_logged_in_already_is_told_to_log_out_first(site: Portal, employer: Login) -> None:
    log_in(site, employer)

    with pytest.raises(AlreadyLoggedIn, match="Somebody is logged in already"):
        log_in(site, employer)

    TopBar(site).log_out()
    assert isinstance(log_in(site, employer), HomePage)
