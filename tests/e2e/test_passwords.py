"""Passwords: the first log-in, a change, a forgotten one; with scripts and without."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import BrowserContext, expect

from contributions import Language
from harness.control import Login, World, WorldClock, WorldControl, WorldFaults, WorldInbox
from harness.pages.change_password import ChangePasswordPage, Mark, PasswordChangedPage
from harness.pages.forgot_password import ForgotPasswordPage, LinkSentPage
from harness.pages.home import HomePage
from harness.pages.login import (
    EmailPage,
    PasswordPage,
    SessionEndedPage,
    TemporaryPasswordExpiredPage,
)
from harness.pages.others import ProfilePage
from harness.pages.portal_page import Portal, PortalPage
from harness.pages.refusals import Refused
from harness.pages.reset_password import (
    LinkAlteredPage,
    LinkExpiredPage,
    LinkReplacedPage,
    LinkUsedPage,
    ResetPasswordPage,
)
from harness.pages.top_bar import TopBar
from harness.tasks import LogInRefused, activate, ask_for_reset_link, log_in, reset_password
from tests.e2e.journals import methods_at
from tests.e2e.modes import in_modes, with_scripts, without_scripts
from tests.e2e.said import FORMER_PASSWORD, MAIL_WAITS, NOT_THE_SAME, PASSWORD_SET, WRONG_LOG_IN

NEW = "Berubah#2027"


@pytest.fixture
def newcomer(world: World) -> Login:
    """Who was approved yesterday, with a temporary password."""
    return next(login for login in world.logins if login.role == "new")


def first_log_in(site: Portal, newcomer: Login) -> ChangePasswordPage:
    step = site.open(EmailPage).go_on(newcomer.email)
    assert isinstance(step, PasswordPage)
    answer = step.sign_in(newcomer.password)
    assert isinstance(answer, ChangePasswordPage)
    return answer


def change_page(site: Portal, employer: Login) -> ChangePasswordPage:
    log_in(site, employer)
    return site.open(ChangePasswordPage)


def follow(site: Portal, link: str, screen: type[PortalPage]) -> PortalPage:
    site.page.goto(link)
    return site.arrive(screen)


@in_modes("en", "ms-javascript-off")
def test_the_first_log_in_changes_the_temporary_password_and_leads_home(
    site: Portal, newcomer: Login
) -> None:
    home = activate(site, newcomer, new_password=NEW)

    assert [desk.employer for desk in home.desks()] == ["TELADAN NIAGA ENTERPRISE"]
    TopBar(site).log_out()
    assert isinstance(log_in(site, replace(newcomer, password=NEW)), HomePage)


@in_modes("ms-javascript-off")
def test_before_that_every_address_leads_to_the_change_and_then_on(site: Portal, newcomer: Login) -> None:
    first_log_in(site, newcomer)

    site.page.goto(site.address + site.profile.screen(ProfilePage.screen).path)
    changed = site.arrive(ChangePasswordPage).change(newcomer.password, NEW)

    assert isinstance(changed, PasswordChangedPage)
    assert isinstance(changed.go_on_to(ProfilePage), ProfilePage)


@in_modes("en")
def test_cancel_logs_out(site: Portal, newcomer: Login) -> None:
    first_log_in(site, newcomer).cancel()

    site.page.goto(site.address + site.profile.screen(HomePage.screen).path)
    assert isinstance(site.arrive(EmailPage), EmailPage)


def test_a_temporary_password_of_a_week_leads_to_forgot_password(
    site: Portal, clock: WorldClock, newcomer: Login
) -> None:
    clock.advance(days=7)
    step = site.open(EmailPage).go_on(newcomer.email)
    assert isinstance(step, PasswordPage)

    answer = step.sign_in(newcomer.password)

    assert isinstance(answer, TemporaryPasswordExpiredPage)
    assert isinstance(answer.ask_for_link(), ForgotPasswordPage)


@with_scripts
def test_the_checklist_follows_what_is_typed(site: Portal, employer: Login) -> None:
    page = change_page(site, employer)
    page.wait_for_scripts()
    before = [rule.mark for rule in page.rules()]
    page.new.press_sequentially("abc1")
    typed = [rule.mark for rule in page.rules()]
    page.write(page.new, NEW)
    page.write(page.confirm, NEW)
    complete = [rule.mark for rule in page.rules()]

    met, not_met, left = Mark.MET, Mark.NOT_MET, Mark.NOT_MARKED
    assert before == [left] * 8
    # length, capital, small, number, symbol, own name; what only the server knows; both fields the same
    assert typed == [not_met, not_met, met, met, not_met, met, left, not_met]
    assert complete == [met] * 6 + [left, met]


@with_scripts
@pytest.mark.browser_matters
def test_a_password_can_be_pasted_and_the_checklist_follows(site: Portal, employer: Login) -> None:
    page = change_page(site, employer)
    page.wait_for_scripts()
    page.show(page.new)
    page.write(page.new, NEW)

    page.new.select_text()
    page.new.press("ControlOrMeta+c")
    page.confirm.focus()
    page.confirm.press("ControlOrMeta+v")

    expect(page.confirm).to_have_value(NEW)
    assert page.rules()[-1].mark is Mark.MET


@with_scripts
def test_a_button_shows_what_was_typed_and_hides_it_again(site: Portal, employer: Login) -> None:
    page = change_page(site, employer)
    page.wait_for_scripts()
    page.write(page.new, NEW)

    page.show(page.new)
    expect(page.new).to_have_attribute("type", "text")
    page.show(page.new)

    expect(page.new).to_have_attribute("type", "password")
    expect(page.new).to_have_value(NEW)


@without_scripts
def test_without_scripts_the_rules_are_listed_and_the_server_marks_those_not_met(
    site: Portal, employer: Login
) -> None:
    page = change_page(site, employer)
    listed = page.rules()
    expect(page.page.get_by_role("main").get_by_role("button")).to_have_count(
        1
    )  # Save; none that does nothing

    answer = page.change(employer.password, "abcdefgh")

    assert isinstance(answer, Refused)
    assert [rule.mark for rule in listed] == [Mark.NOT_MARKED] * 7
    marks = [rule.mark for rule in site.arrive(ChangePasswordPage).rules()]
    left, not_met = Mark.NOT_MARKED, Mark.NOT_MET
    assert marks == [left, not_met, left, not_met, not_met, left, left]


@in_modes("ms-javascript-off")
def test_a_refusal_keeps_no_password_and_says_what_to_do_at_the_field(
    site: Portal, employer: Login, language: Language
) -> None:
    page = change_page(site, employer)

    answer = page.change(employer.password, NEW, confirm=NEW + "x")

    assert isinstance(answer, Refused)
    assert answer.messages == (NOT_THE_SAME.in_language(language),)
    for field in (page.current, page.new, page.confirm):
        expect(field).to_have_value("")
    expect(page.confirm).to_have_attribute("aria-invalid", "true")
    expect(page.confirm).to_have_accessible_description(re.compile(NOT_THE_SAME.in_language(language)))


@with_scripts
def test_the_focus_goes_to_the_summary_of_errors_and_from_there_into_the_field(
    site: Portal, employer: Login
) -> None:
    page = change_page(site, employer)
    answer = page.change(employer.password, NEW, confirm=NEW + "x")
    assert isinstance(answer, Refused)

    expect(answer.mark).to_be_focused()
    answer.mark.get_by_role("link").click()

    expect(page.confirm).to_be_focused()


@with_scripts
def test_two_clicks_change_the_password_once(site: Portal, control: WorldControl, employer: Login) -> None:
    page = change_page(site, employer)
    page.wait_for_scripts()
    page.write(page.current, employer.password)
    page.write(page.new, NEW)
    page.write(page.confirm, NEW)

    page.save.dblclick()

    site.arrive(PasswordChangedPage)
    assert methods_at(control, "/employer/change-password") == ["GET", "POST"]


@in_modes("en-javascript-off")
def test_a_change_inside_ends_the_other_sessions(
    site: Portal,
    employer: Login,
    inbox: WorldInbox,
    new_context: Callable[..., BrowserContext],
) -> None:
    log_in(site, employer)
    copied = new_context(storage_state=site.page.context.storage_state())
    elsewhere = replace(site, page=copied.new_page())
    elsewhere.open(HomePage)

    changed = TopBar(site).change_password().change(employer.password, NEW)

    elsewhere.page.goto(site.address + site.profile.screen(HomePage.screen).path)
    assert isinstance(changed, PasswordChangedPage)
    assert isinstance(changed.go_on(), HomePage)
    assert isinstance(elsewhere.arrive(SessionEndedPage), SessionEndedPage)
    assert inbox.wait(to=employer.email).text.count(NEW) == 0


def test_a_former_password_is_refused(site: Portal, employer: Login, language: Language) -> None:
    answer = change_page(site, employer).change(employer.password, employer.password)

    assert isinstance(answer, Refused)
    assert answer.messages == (FORMER_PASSWORD.in_language(language),)


@in_modes("en", "ms-javascript-off")
def test_a_forgotten_password_is_set_by_the_link_in_the_mail(
    site: Portal, employer: Login, inbox: WorldInbox, language: Language
) -> None:
    home = reset_password(site, employer, inbox, new_password=NEW)

    assert isinstance(home, HomePage)
    TopBar(site).log_out()
    with pytest.raises(LogInRefused) as refused:
        log_in(site, employer)
    assert refused.value.messages == (WRONG_LOG_IN.in_language(language),)


def test_after_the_link_the_log_in_says_that_the_password_is_set(
    site: Portal, employer: Login, inbox: WorldInbox, language: Language
) -> None:
    page = follow(site, ask_for_reset_link(site, employer.email, inbox), ResetPasswordPage)
    assert isinstance(page, ResetPasswordPage)

    login = page.choose(NEW)

    assert isinstance(login, EmailPage)
    assert PASSWORD_SET.in_language(language) in login.notices()[0]


@in_modes("en")
def test_a_link_is_used_once_and_dies_by_a_newer_one_or_a_changed_letter(
    site: Portal, employer: Login, inbox: WorldInbox
) -> None:
    older = ask_for_reset_link(site, employer.email, inbox)
    link = ask_for_reset_link(site, employer.email, inbox)

    follow(site, older, LinkReplacedPage)
    follow(site, link[:-1] + ("A" if link[-1] != "A" else "B"), LinkAlteredPage)
    page = follow(site, link, ResetPasswordPage)
    assert isinstance(page, ResetPasswordPage)
    page.choose(NEW)
    used = follow(site, link, LinkUsedPage)

    assert isinstance(used, LinkUsedPage)
    assert isinstance(used.ask_again(), ForgotPasswordPage)


@in_modes("en-javascript-off")
def test_a_link_is_over_after_an_hour(
    site: Portal, employer: Login, inbox: WorldInbox, clock: WorldClock
) -> None:
    link = ask_for_reset_link(site, employer.email, inbox)
    clock.advance(minutes=61)

    assert isinstance(follow(site, link, LinkExpiredPage), LinkExpiredPage)


def test_an_unknown_email_gets_the_same_page_and_no_mail(site: Portal, inbox: WorldInbox) -> None:
    answer = site.open(ForgotPasswordPage).ask("nobody@nowhere.example")

    assert isinstance(answer, LinkSentPage)
    assert inbox.mail() == ()


def test_while_the_mail_server_is_down_the_page_says_that_the_mail_waits(
    site: Portal, employer: Login, faults: WorldFaults, inbox: WorldInbox, language: Language
) -> None:
    faults.add("smtp", "down")

    answer = site.open(ForgotPasswordPage).ask(employer.email)
    faults.clear()

    assert isinstance(answer, LinkSentPage)
    assert MAIL_WAITS.in_language(language) in answer.notices()[0]
    assert inbox.wait(to=employer.email).to == employer.email


@in_modes("en", "ms-javascript-off")
def test_the_language_switch_keeps_the_email_that_was_typed(site: Portal, other_language: Portal) -> None:
    page = site.open(ForgotPasswordPage)
    page.write(page.email, "aminah@contoh-maju.example")

    TopBar(site).switch_language()

    expect(other_language.arrive(ForgotPasswordPage).email).to_have_value("aminah@contoh-maju.example")


@with_scripts
def test_the_first_log_in_needs_no_mouse(site: Portal, newcomer: Login) -> None:
    first_log_in(site, newcomer).wait_for_scripts()
    keyboard = site.page.keyboard
    page = ChangePasswordPage(site)

    page.current.focus()
    keyboard.type(newcomer.password)
    for _ in range(2):  # past the button that shows the password
        keyboard.press("Tab")
    keyboard.type(NEW)
    for _ in range(2):
        keyboard.press("Tab")
    keyboard.type(NEW)
    keyboard.press("Enter")
    changed = site.arrive(PasswordChangedPage)
    changed.link(changed.words.password.go_on).focus()
    keyboard.press("Enter")

    assert isinstance(site.arrive(HomePage), HomePage)
