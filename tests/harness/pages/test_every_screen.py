"""What holds on every screen of the portal, in both languages: one walk past all of them."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from assist_data import data_path
from harness.control import World, WorldControl
from harness.gallery import APPROVER
from harness.pages.bank import ApproverLogInPage
from harness.pages.home import HomePage, LandingPage
from harness.pages.inbox import DeleteMailPage, InboxPage, MailPage
from harness.pages.login import EmailPage, PasswordPage, TemporaryPasswordExpiredPage
from harness.pages.payments import PaymentsPage
from harness.pages.portal_page import Portal, PortalPage
from harness.pages.screens import SCREENS, Audience, ScreenFacts
from harness.pages.upload import UploadPage
from harness.profile import load_profile
from harness.tasks import log_in
from harness.touring import PARTS, Walk, walk

# axe needs timers, and Chromium runs none where scripts are off.
pytestmark = [pytest.mark.slow, pytest.mark.with_javascript]

SAMPLE = data_path("files", "contoh-maju-2026-10.txt")
NARROW = 360
# A table shows all its columns, or its rows are cards: what must be scrolled to is not seen.
TABLES_CUT = """[...document.querySelectorAll("table")].map((table) => table.parentElement)
  .filter((frame) => frame.scrollWidth > frame.clientWidth)
  .map((frame) => `a table needs ${frame.scrollWidth} px of ${frame.clientWidth} px`)"""
# Heads stand over their columns only in what is laid out as a table.
TABLES_APART = """[...document.querySelectorAll("table")].map((table) => getComputedStyle(table).display)
  .filter((display) => display !== "table").map((display) => `a table is laid out as ${display}`)"""
# A button outside its form names it; where there is none of that name, a click does nothing.
BUTTONS_DEAD = """[...document.querySelectorAll("button[form]")].filter((button) => button.form === null)
  .map((button) => `no form for the button ${button.textContent.trim()}`)"""
# Every rule of axe, but only what breaks one is described and brought here: naming each of the thousands of
# elements that break none takes longer than judging them.
JUDGE = "axe.run({resultTypes: ['violations']}).then((results) => results.violations)"
# The page of all marks repeats one line a thousand times: of each list there, three stand for the rest.
SHORTEN = """document.querySelectorAll("section[aria-labelledby^='about-'] li:nth-child(n+4)")
  .forEach((line) => line.remove())"""
REACHED_BY_CONTRIBUTING = {EmailPage, PasswordPage, ApproverLogInPage, InboxPage, MailPage, DeleteMailPage}
Steps = Callable[[str, str], Iterator[PortalPage]]

# Firefox blocks what the policy forbids but says nothing on the console; so both are listened to on Chromium.
TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation",
  (event) => window.tellViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture
def steps_of(page: Page, world: World, control: WorldControl) -> Steps:
    """A part of the walk in a language."""

    def begin(part: str, language: str) -> Iterator[PortalPage]:
        portal = Portal(page, load_profile("mock", language=language), world.portal)
        plan = Walk(portal=portal, control=control, employer=world.logins[0], approver=APPROVER, file=SAMPLE)
        return walk(plan, part)

    return begin


@pytest.fixture
def violations(page: Page) -> list[str]:
    """What the pages did against their own security policy, as it happens."""
    seen: list[str] = []

    def tell(violation: str) -> None:
        seen.append(violation)

    def hear(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            tell(message.text)

    page.on("console", hear)
    page.expose_function("tellViolation", tell)
    page.add_init_script(TELL_VIOLATIONS)
    return seen


@pytest.mark.only_target("chrome")
@pytest.mark.parametrize("spoken", ["en", pytest.param("ms", marks=pytest.mark.matrix)])
@pytest.mark.parametrize("part", PARTS)
def test_every_screen_is_whole_accessible_and_within_the_security_policy(
    steps_of: Steps, page: Page, violations: list[str], part: str, spoken: str
) -> None:
    seen: set[str] = set()
    faults: list[tuple[str, str]] = []

    for screen in steps_of(part, spoken):
        seen.add(screen.screen)
        found = [*violations, *_faults_of(page, spoken), *_inaccessible(page)]
        faults += [(screen.screen, fault) for fault in found]
        violations.clear()  # axe itself sets styles, which the policy refuses

    assert faults == []
    assert seen >= {facts.key for facts in SCREENS if _part_of(facts) == part}


@pytest.mark.only_target("chrome")
def test_a_violation_of_the_security_policy_would_be_seen(
    page: Page, site: Portal, violations: list[str]
) -> None:
    site.open(LandingPage)

    page.evaluate("document.body.appendChild(document.createElement('script')).text = 'window.bad = true'")
    page.evaluate("document.body.setAttribute('style', 'color: red')")

    assert any("script-src" in told for told in violations)
    assert any("style-src" in told for told in violations)


@pytest.mark.only_target("firefox")
def test_firefox_finds_the_main_screens_accessible_too(site: Portal, world: World) -> None:
    found = {screen.screen: _inaccessible(site.open(screen).page) for screen in (LandingPage, EmailPage)}
    log_in(site, world.logins[0])

    found |= {
        screen.screen: _inaccessible(site.open(screen).page)
        for screen in (HomePage, UploadPage, PaymentsPage)
    }

    assert {screen: faults for screen, faults in found.items() if faults} == {}


def _part_of(facts: ScreenFacts) -> str:
    """Which part of the walk must pass a screen: each is somebody's."""
    capability = facts.key.partition(".")[0]
    if capability in {"officer", "registration"}:
        return capability
    if capability == "password" or facts.page is TemporaryPasswordExpiredPage:
        return "passwords"
    if facts.audience is not Audience.ANYONE or facts.page in REACHED_BY_CONTRIBUTING:
        return "contributions"
    return "anyone"


def _inaccessible(page: Page) -> list[str]:
    page.evaluate(SHORTEN)
    found = page.evaluate(f"{Axe().axe_script}\n{JUDGE}")
    return [f"{each['id']}: {[node['html'][:120] for node in each['nodes']]}" for each in found]


def _faults_of(page: Page, language: str) -> list[str]:
    faults = []
    title = page.title().rpartition(" - ")[0].removeprefix("Error: ").removeprefix("Ralat: ")
    headings = [text.strip() for text in page.get_by_role("heading", level=1).all_inner_texts()]
    if headings != [title]:
        faults.append(f"title {title!r}, headings {headings}")
    if page.locator("html").get_attribute("lang") != language:
        faults.append("another language")
    if not page.get_by_text("PERKESO").first.is_visible():
        faults.append("does not say that it is a mock")
    found = [fault for look in (TABLES_CUT, TABLES_APART, BUTTONS_DEAD) for fault in page.evaluate(look)]
    return [*faults, *found, *_faults_when_narrow(page)]


def _faults_when_narrow(page: Page) -> list[str]:
    usual = page.viewport_size
    assert usual is not None
    page.set_viewport_size({"width": NARROW, "height": 740})
    needed: int = page.evaluate("document.documentElement.scrollWidth")
    faults: list[str] = page.evaluate(TABLES_CUT)
    page.set_viewport_size(usual)
    return [f"needs {needed} px of {NARROW} px", *faults] if needed > NARROW else faults
