"""What holds on every screen of the portal, in both languages: one walk past all of them."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from assist_data import data_path
from harness.control import World, WorldControl
from harness.gallery import APPROVER
from harness.pages.portal_page import Portal
from harness.pages.screens import SCREENS
from harness.profile import load_profile
from harness.touring import Walk, walk

pytestmark = [pytest.mark.slow, pytest.mark.only_target("chrome")]

SAMPLE = data_path("files", "contoh-maju-2026-10.txt")


@pytest.fixture
def steps_of(page: Page, world: World, control: WorldControl) -> Any:
    """A walk in a language."""

    def begin(language: str) -> Any:
        portal = Portal(page, load_profile("mock", language=language), world.portal)
        return walk(
            Walk(portal=portal, control=control, employer=world.logins[0], approver=APPROVER, file=SAMPLE)
        )

    return begin


@pytest.mark.parametrize("spoken", ["en", "ms"])
def test_every_screen_is_whole_accessible_and_within_the_security_policy(
    steps_of: Any, page: Page, spoken: str
) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.extend(_policy_violation(message)))
    seen: list[str] = []
    faults: list[tuple[str, object]] = []

    for screen in steps_of(spoken):
        seen.append(screen.screen)
        faults += [(screen.screen, violation) for violation in refused]
        faults += [(screen.screen, fault) for fault in _faults_of(page, spoken)]
        refused.clear()  # axe itself sets styles, which the policy refuses

    assert faults == []
    assert set(seen) == {facts.key for facts in SCREENS}


def _faults_of(page: Page, language: str) -> list[object]:
    heading = page.get_by_role("heading", level=1)
    faults: list[object] = [
        (each["id"], [node["html"][:120] for node in each["nodes"]])
        for each in Axe().run(page).response["violations"]
    ]
    if page.locator("html").get_attribute("lang") != language:
        faults.append("another language")
    if heading.count() != 1 or heading.inner_text().strip() not in page.title():
        faults.append(f"title {page.title()!r}")
    if not page.get_by_text("PERKESO").first.is_visible():
        faults.append("does not say that it is a mock")
    return faults


def _policy_violation(message: ConsoleMessage) -> list[str]:
    return [message.text] if "Content Security Policy" in message.text else []
