"""What a target is launched with, and that a stand-in takes the whole of Edge's name."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from harness.targets import Engine, Target, TargetName, context_options, find_target, launch_options, prepare
from harness.targets.compatibility import playwright_fault
from harness.targets.launching import needs_world_without_javascript, without_javascript


def chromium(name: TargetName) -> Target:
    return Target(
        name=name,
        engine=Engine.CHROMIUM,
        product="Chromium",
        executable=Path("/usr/bin/chromium"),
        version="156.0.8078.79",
        genuine=False,
        channel=None,
        protocol="Chrome DevTools Protocol",
        why="",
    )


def firefox(version: str) -> Target:
    return Target(
        name="firefox",
        engine=Engine.FIREFOX,
        product="Firefox ESR",
        executable=Path("/usr/bin/firefox-esr"),
        version=version,
        genuine=True,
        channel="moz-firefox",
        protocol="WebDriver BiDi",
        why="",
    )


def test_a_stand_in_for_edge_takes_its_name_at_launch_and_in_each_context() -> None:
    target = chromium("edge")

    flags, options = launch_options(target)["args"], context_options(target)

    assert options["user_agent"].endswith("Safari/537.36 Edg/156.0.0.0")
    assert f"--user-agent={options['user_agent']}" in flags


def test_a_stand_in_for_chrome_keeps_its_own_name() -> None:
    assert "user_agent" not in context_options(chromium("chrome"))


def test_firefox_keeps_no_page_in_memory_so_that_going_back_does_not_hang() -> None:
    options = launch_options(firefox("153.7.0"))

    assert options["firefox_user_prefs"]["browser.sessionhistory.max_total_viewers"] == 0
    assert options["channel"] == "moz-firefox"


def test_every_context_is_a_malaysian_readers() -> None:
    options = context_options(firefox("153.7.0"), language="ms")

    assert (options["locale"], options["timezone_id"]) == ("ms-MY", "Asia/Kuala_Lumpur")


def test_scripts_are_switched_off_in_the_browser_or_else_by_the_world() -> None:
    assert without_javascript(chromium("edge")) == {"java_script_enabled": False}
    assert not needs_world_without_javascript(chromium("edge"))
    assert without_javascript(firefox("153.7.0")) == {}
    assert needs_world_without_javascript(firefox("153.7.0"))


@pytest.mark.parametrize(
    ("playwright", "version", "is_fault"),
    [
        pytest.param("1.64.1", "153.7.0", False, id="the pinned pair"),
        pytest.param("1.65.0", "153.7.0", True, id="a Playwright too new for the ESR"),
        pytest.param("1.66.2", "", False, id="a Firefox of unknown version"),
        pytest.param("1.65.0", "157.0", False, id="both new"),
    ],
)
def test_a_playwright_that_cannot_drive_the_firefox_found_is_known(
    playwright: str, version: str, *, is_fault: bool
) -> None:
    fault = playwright_fault(firefox(version), playwright)

    assert (fault is not None) is is_fault
    if fault is not None:
        assert fault.mend == 'pip install "playwright==1.64.1"'


@pytest.mark.slow
def test_pages_popups_and_brands_of_the_stand_in_say_edge(playwright: Playwright) -> None:
    target = find_target("edge")
    if target is None or target.genuine:
        pytest.skip("there is no stand-in for Edge on this machine")
    browser = playwright.chromium.launch(**launch_options(target))
    context = browser.new_context(**context_options(target))
    prepare(context, target)
    page = context.new_page()
    page.route(
        "http://w1.localhost/", lambda route: route.fulfill(body="<title>x</title>", content_type="text/html")
    )
    page.goto("http://w1.localhost/")

    said = page.evaluate("[navigator.userAgent, navigator.userAgentData.brands.map(b => b.brand)]")
    browser.close()

    assert "Edg/" in said[0]
    assert "Microsoft Edge" in said[1]
