"""An officer's session in several tabs, and beside an employer's in the same browser."""

from dataclasses import replace

from playwright.sync_api import expect

from contributions import Language
from harness.control import Login, World
from harness.pages.countdown import Countdown
from harness.pages.home import HomePage
from harness.pages.officer import OfficerLogInPage, QueuePage
from harness.pages.portal_page import Portal
from harness.pages.top_bar import TopBar
from harness.tasks import log_in, log_in_officer
from tests.e2e.modes import with_scripts
from tests.e2e.said import OVER_IN_OTHER_TAB


@with_scripts
def test_an_officers_log_out_is_told_in_the_officers_other_tab_and_not_in_an_employers(
    site: Portal, world: World, employer: Login, language: Language
) -> None:
    officer = next(login for login in world.logins if login.role == "officer")
    log_in(site, employer).wait_for_scripts()
    tab, other_tab = (replace(site, page=site.page.context.new_page()) for _ in range(2))
    log_in_officer(tab, officer).wait_for_scripts()
    other_tab.open(QueuePage).wait_for_scripts()

    TopBar(other_tab).log_out_officer().wait_for_scripts()

    told = Countdown(tab)
    expect(told.mark).to_be_visible()
    assert told.sentence == OVER_IN_OTHER_TAB.in_language(language)
    expect(Countdown(site).mark).to_be_hidden()
    assert isinstance(site.open(HomePage), HomePage)
    told.log_in_again.click()
    assert isinstance(tab.arrive(OfficerLogInPage), OfficerLogInPage)


@with_scripts
def test_an_employers_log_out_is_not_told_to_an_officer(site: Portal, world: World, employer: Login) -> None:
    officer = next(login for login in world.logins if login.role == "officer")
    log_in(site, employer)
    tab = replace(site, page=site.page.context.new_page())
    log_in_officer(tab, officer).wait_for_scripts()

    TopBar(site).log_out().wait_for_scripts()

    expect(Countdown(tab).mark).to_be_hidden()
    assert isinstance(tab.open(QueuePage), QueuePage)
