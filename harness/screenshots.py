"""`python -m harness.screenshots`: takes the pictures of the README and the guides again."""

import sys
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from PIL import Image
from playwright.sync_api import Page, Playwright, sync_playwright

from assist_data import data_path
from check_page import Asked
from check_page.server import CheckServer
from harness.control import Control
from harness.errors import HarnessError
from harness.guide_pictures import take_guide_pictures
from harness.pages.checker import Checker
from harness.pages.portal_page import Portal
from harness.portals import PortalAddresses, started_portal
from harness.profile import LANGUAGES, load_profile
from harness.report import RunFacts, clear_parts, write_report
from harness.showcase import Showcase
from harness.targets import Target, context_options, find_targets, get_target, launch_options
from harness.targets.machine import playwright_version
from harness.tasks import log_in

__all__ = ["main"]

_COLOURS = 128  # of the palette: a repository keeps every version of a picture
_UPLOADED = date(2026, 11, 10)
_CHECKED = ("bad-eis-shares-differ", "bad-shifted-line", "warning-same-name", "contoh-maju")
_FOLDER = Path(__file__).parents[1] / "docs" / "pictures"


def main() -> int:
    """Take the pictures: home page, guide, the checker's page and the report of the main job."""
    try:
        with started_portal() as portal, sync_playwright() as playwright:
            _take_home_pages(playwright, portal, get_target("chrome"))
            _take_guide(playwright, portal, get_target("chrome"))
            _take_checker(playwright, get_target("chrome"))
            _take_report(playwright, portal, get_target("chrome"))
    except HarnessError as error:
        sys.stderr.write(f"{error} {error.mend}\n")
        return 2
    sys.stdout.write(f"Pictures: {_FOLDER}\n")
    return 0


def _take_home_pages(playwright: Playwright, portal: PortalAddresses, target: Target) -> None:
    browser = playwright.chromium.launch(**launch_options(target))
    for language in LANGUAGES:
        world = Control(portal.control).new_world()
        page = browser.new_context(**context_options(target, language=language)).new_page()
        log_in(Portal(page, load_profile("mock", language=language), world.portal), world.logins[0])
        _take(page, "portal-home.png" if language == "en" else f"portal-home-{language}.png")
    browser.close()


def _take_guide(playwright: Playwright, portal: PortalAddresses, target: Target) -> None:
    browser = playwright.chromium.launch(**launch_options(target))
    take_guide_pictures(browser, Control(portal.control), target)
    browser.close()


def _take_checker(playwright: Playwright, target: Target) -> None:
    server = CheckServer(0, defaults=lambda: Asked(as_of=_UPLOADED))
    Thread(target=server.serve_forever, daemon=True).start()
    browser = playwright.chromium.launch(**launch_options(target))
    page = browser.new_page(viewport={"width": 1280, "height": 1100})
    page.goto(server.address)
    checker = Checker(page, load_profile("mock", language="en").words.check_file)
    checker.give(*(data_path("files", f"{name}-2026-10.txt") for name in _CHECKED))
    checker.place()
    _take(page, "checker.png")
    browser.close()
    server.shutdown()
    server.server_close()


def _take_report(playwright: Playwright, portal: PortalAddresses, target: Target) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        clear_parts(folder)
        showcase = Showcase(playwright=playwright, portal=portal, report=folder)
        cases = [showcase.run(each, told=lambda _: None) for each in find_targets()]
        facts = RunFacts(
            started=datetime.now(tz=UTC).astimezone().isoformat(timespec="seconds"),
            portal="a mock portal of its own",
            language="English",
            playwright=playwright_version() or "unknown",
            system="the machine that took this picture",
        )
        report = write_report(folder, cases, facts)
        browser = playwright.chromium.launch(**launch_options(target))
        page = browser.new_page(viewport={"width": 1280, "height": 1200})
        page.goto(report.as_uri())
        _take(page, "report.png")
        browser.close()


def _take(page: Page, name: str) -> None:
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with Image.open(BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").quantize(_COLOURS).save(_FOLDER / name, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
