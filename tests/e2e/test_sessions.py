"""A session: the countdown before its end, its end, and what ends it from elsewhere."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from contributions import Language
from harness.control import Login, WorldClock, WorldControl
from harness.pages.change_password import ChangePasswordPage
from harness.pages.contributions import ContributionsPage
from harness.pages.countdown import Countdown
from harness.pages.home import HomePage
from harness.pages.login import EmailPage, PasswordPage, SessionEndedPage
from harness.pages.others import ProfilePage
from harness.pages.portal_page import Portal
from harness.pages.refusals import Refused
from harness.pages.registration import RegistrationPage
from harness.pages.top_bar import TopBar
from harness.tasks import log_in
from tests.e2e.modes import in_modes, with_scripts
from tests.e2e.said import EXPIRED, LOGGED_OUT, LONGEST_LIFE, LOST, OTHER_DEVICE, OVER_IN_OTHER_TAB


def at_the_countdown(site: Portal, employer: Login) -> Countdown:
    """Someone who logged in and then did nothing for more than fourteen minutes."""
    site.page.clock.install()
    log_in(site, employer).wait_for_scripts()
    countdown = Countdown(site)
    expect(countdown.mark).to_be_hidden()
    site.page.clock.fast_forward("14:10")
    expect(countdown.mark).to_be_visible()
    return countdown


@with_scripts
@pytest.mark.browser_matters
def test_a_minute_before_the_end_a_dialog_counts_down_and_stays(site: Portal, employer: Login) -> None:
    countdown = at_the_countdown(site, employer)
    before = countdown.seconds_left
    site.page.clock.run_for(5_000)
    after = countdown.seconds_left

    countdown.stay()

    assert 0 < after <= before - 5 < 60
    expect(countdown.mark).to_be_hidden()
    assert isinstance(site.open(HomePage), HomePage)


@with_scripts
def test_at_zero_the_session_ends_by_itself(site: Portal, employer: Login, language: Language) -> None:
    at_the_countdown(site, employer)

    site.page.clock.fast_forward("01:00")

    assert EXPIRED.in_language(language) in site.arrive(EmailPage).notices()[0]
    assert site.page.url.endswith("&next=/employer/home")


@with_scripts
def test_the_dialog_logs_out(site: Portal, employer: Login, language: Language) -> None:
    countdown = at_the_countdown(site, employer)

    countdown.log_out()

    assert LOGGED_OUT.in_language(language) in site.arrive(EmailPage).notices()[0]


@with_scripts
@pytest.mark.browser_matters
def test_the_back_button_after_a_refused_form_shows_a_page_of_the_portal(site: Portal) -> None:
    page = site.open(RegistrationPage)
    page.go_on()
    page.wait_for_scripts()
    page.choose_new()

    site.page.go_back()

    site.arrive(RegistrationPage)
    expect(Refused(site).mark).to_have_count(0)


@in_modes("ms-javascript-off")
def test_an_expired_session_leads_to_log_in_and_then_to_what_was_wanted(
    site: Portal, clock: WorldClock, employer: Login, language: Language
) -> None:
    log_in(site, employer)
    clock.advance(minutes=16)

    site.page.goto(site.address + site.profile.screen(ProfilePage.screen).path)

    page = site.arrive(EmailPage)
    said = page.notices()[0]
    step = page.go_on(employer.email)
    assert isinstance(step, PasswordPage)
    arrived = step.sign_in_to(ProfilePage, employer.password)

    assert isinstance(arrived, ProfilePage)
    assert EXPIRED.in_language(language) in said


def test_the_newest_log_in_wins(
    site: Portal, employer: Login, new_context: Callable[..., BrowserContext], language: Language
) -> None:
    log_in(site, employer)
    elsewhere = replace(site, page=new_page(new_context))

    log_in(elsewhere, employer)

    site.page.goto(site.address + site.profile.screen(ContributionsPage.screen).path)
    ended = site.arrive(SessionEndedPage)
    expect(ended.page.get_by_role("main")).to_contain_text(OTHER_DEVICE.in_language(language))
    assert isinstance(ended.log_in_again(), EmailPage)
    assert isinstance(elsewhere.open(HomePage), HomePage)


@in_modes("en")
@pytest.mark.browser_matters
def test_after_logging_out_the_back_button_shows_no_page_of_the_session(
    site: Portal, employer: Login, language: Language
) -> None:
    log_in(site, employer)
    site.open(ProfilePage)

    page = TopBar(site).log_out()
    said = page.notices()[0]
    site.page.go_back()

    assert LOGGED_OUT.in_language(language) in said
    site.arrive(EmailPage)
    expect(site.page.get_by_text("B3200000123X")).to_have_count(0)


@in_modes("ms-javascript-off")
def test_a_form_sent_after_the_end_leads_to_log_in_and_back_and_says_what_is_lost(
    site: Portal, clock: WorldClock, employer: Login, language: Language
) -> None:
    log_in(site, employer)
    page = site.open(ChangePasswordPage)
    page.write(page.current, employer.password)
    page.write(page.new, "Berubah#2027")
    page.write(page.confirm, "Berubah#2027")
    clock.advance(minutes=16)

    page.press(page.save)

    login = site.arrive(EmailPage)
    said = login.notices()[0]
    step = login.go_on(employer.email)
    assert isinstance(step, PasswordPage)
    assert EXPIRED.in_language(language) in said
    assert LOST.in_language(language) in said
    assert isinstance(step.sign_in_to(ChangePasswordPage, employer.password), ChangePasswordPage)


@with_scripts
@pytest.mark.browser_matters
def test_a_log_out_in_one_tab_is_told_in_the_other(site: Portal, employer: Login, language: Language) -> None:
    log_in(site, employer)
    other_tab = replace(site, page=site.page.context.new_page())
    site.open(ProfilePage).wait_for_scripts()
    other_tab.open(HomePage).wait_for_scripts()

    TopBar(other_tab).log_out().wait_for_scripts()

    told = Countdown(site)
    expect(told.mark).to_be_visible()
    assert told.sentence == OVER_IN_OTHER_TAB.in_language(language)
    told.log_in_again.click()
    step = site.arrive(EmailPage).go_on(employer.email)
    assert isinstance(step, PasswordPage)
    assert isinstance(step.sign_in_to(ProfilePage, employer.password), ProfilePage)


@with_scripts
@pytest.mark.browser_matters
def test_staying_in_one_tab_closes_the_dialog_of_the_other(site: Portal, employer: Login) -> None:
    site.page.context.clock.install()
    log_in(site, employer).wait_for_scripts()
    other_tab = replace(site, page=site.page.context.new_page())
    other_tab.open(HomePage).wait_for_scripts()
    site.page.context.clock.fast_forward("14:10")
    here, there = Countdown(site), Countdown(other_tab)
    expect(here.mark).to_be_visible()
    expect(there.mark).to_be_visible()

    here.stay()

    expect(here.mark).to_be_hidden()
    expect(there.mark).to_be_hidden()


@with_scripts
def test_at_the_end_of_its_longest_life_nothing_prolongs_a_session(
    site: Portal, control: WorldControl, clock: WorldClock, employer: Login, language: Language
) -> None:
    clock.stop()
    control.change(absolute_seconds=890)
    countdown = at_the_countdown(site, employer)
    clock.advance(seconds=850)

    countdown.stay()

    expect(countdown.problem).to_contain_text(LONGEST_LIFE.in_language(language))
    expect(countdown.mark).to_be_visible()
    assert countdown.seconds_left <= 40


def new_page(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context().new_page()
