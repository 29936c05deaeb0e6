"""`python -m harness.gallery`: every screen in each language and width, and one contact sheet of them."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from assist_data import data_path
from harness.contact_sheet import Picture, paste_sheet, write_sheet
from harness.control import Control
from harness.errors import HarnessError
from harness.pages.bank import BankLogIn
from harness.pages.portal_page import Portal
from harness.portals import started_portal
from harness.profile import LANGUAGES, load_profile
from harness.targets import context_options, get_target, launch_options, prepare
from harness.touring import Walk, walk

__all__ = ["APPROVER", "main", "take_pictures"]

APPROVER: Final = BankLogIn("contohmaju.pengesah", "Sah#2026")
_WIDTHS: Final = {"desktop": (1280, 800), "phone": (360, 740)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures and make the contact sheet; prints where they are."""
    options = argparse.ArgumentParser(prog="python -m harness.gallery", description=__doc__)
    options.add_argument("--out", type=Path, default=Path("out") / "gallery", help="folder for the pictures")
    options.add_argument("--target", default="chrome", help="the browser that takes them")
    asked = options.parse_args(arguments)
    try:
        pictures = list(take_pictures(asked.out, target=asked.target))
    except HarnessError as error:
        sys.stderr.write(f"{error} {error.mend}\n")
        return 2
    paste_sheet(pictures, asked.out / "contact-sheet.png")
    sheet = write_sheet(pictures, asked.out / "index.html")
    sys.stdout.write(f"{len(pictures)} pictures\nContact sheet: {sheet.absolute().as_uri()}\n")
    return 0


def take_pictures(folder: Path, *, target: str) -> Iterator[Picture]:
    """Walk through every screen once for each language, and take it in each width."""
    found = get_target(target)
    with started_portal() as addresses, sync_playwright() as playwright:
        browser = getattr(playwright, found.engine.value).launch(**launch_options(found))
        control = Control(addresses.control)
        for language in LANGUAGES:
            world = control.new_world()
            context = browser.new_context(**context_options(found, language=language))
            prepare(context, found)
            portal = Portal(context.new_page(), load_profile("mock", language=language), world.portal)
            plan = Walk(
                portal=portal,
                control=control.of(world),
                employer=world.logins[0],
                approver=APPROVER,
                file=data_path("files", "contoh-maju-2026-10.txt"),
            )
            for number, screen in enumerate(walk(plan), 1):
                yield from _both_widths(portal.page, folder, f"{number:02}-{screen.screen}", language)
            context.close()
        browser.close()


def _both_widths(page: Page, folder: Path, name: str, language: str) -> Iterator[Picture]:
    for width, (across, down) in _WIDTHS.items():
        page.set_viewport_size({"width": across, "height": down})
        path = folder / f"{language}-{width}" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path, full_page=True)
        yield Picture(name, language, width, path)
    page.set_viewport_size({"width": _WIDTHS["desktop"][0], "height": _WIDTHS["desktop"][1]})


if __name__ == "__main__":
    sys.exit(main())
