"""`python -m harness.screenshots`: takes the pictures of the guides again, report and portal."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from harness.cli.main import run
from harness.control import Control
from harness.errors import HarnessError
from harness.pages.portal_page import Portal
from harness.portals import started_portal
from harness.profile import LANGUAGES, load_profile
from harness.targets import Target, context_options, get_target, launch_options, prepare
from harness.tasks import log_in

__all__ = ["main"]

_SIZE: Final[ViewportSize] = {"width": 1120, "height": 760}
_NAMES: Final = {"en": "portal-home.png", "ms": "portal-home-ms.png"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take every picture; 0 when the demo that the report is about passed too."""
    options = argparse.ArgumentParser(prog="python -m harness.screenshots", description=__doc__)
    options.add_argument(
        "--out", type=Path, default=Path("docs") / "pictures", help="folder for the pictures"
    )
    folder = options.parse_args(arguments).out
    folder.mkdir(parents=True, exist_ok=True)
    try:
        target = get_target("chrome")
    except HarnessError as error:
        sys.stderr.write(f"{error} {error.mend}\n")
        return 2
    with tempfile.TemporaryDirectory() as reports:
        code = run(["demo", "--report", reports])
        with sync_playwright() as playwright:
            browser = getattr(playwright, target.engine.value).launch(**launch_options(target))
            _take_report(browser, Path(reports) / "report.html", folder / "report.png")
            _take_homes(browser, target, folder)
            browser.close()
    return code


def _take_report(browser: Browser, report: Path, picture: Path) -> None:
    page = browser.new_page(viewport=_SIZE, color_scheme="light")
    page.goto(report.as_uri())
    page.screenshot(path=picture)
    page.close()


def _take_homes(browser: Browser, target: Target, folder: Path) -> None:
    with started_portal() as addresses:
        world = Control(addresses.control).new_world()
        for language in LANGUAGES:
            context = browser.new_context(**{**context_options(target, language=language), "viewport": _SIZE})
            prepare(context, target)
            portal = Portal(context.new_page(), load_profile("mock", language=language), world.portal)
            log_in(portal, world.logins[0])
            portal.page.screenshot(path=folder / _NAMES[language])
            context.close()


if __name__ == "__main__":
    sys.exit(main())
