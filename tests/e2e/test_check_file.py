"""The checker under Help of the portal, with scripts and without."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from assist_data import data_path
from contributions import Language, T
from harness.control import Login
from harness.pages.check_file import CheckFilePage
from harness.pages.checker import ShownPlace
from harness.pages.help import HelpPage
from harness.pages.portal_page import Portal
from harness.pages.upload import UploadPage
from harness.tasks import log_in
from tests.e2e.modes import in_modes, with_scripts, without_scripts

BAD = data_path("files", "bad-eis-shares-differ-2026-10.txt")
GOOD = data_path("files", "contoh-maju-2026-10.txt")
VALID = T(en="Valid", ms="Sah")
# Each time a list says which of its rows is chosen, a reader of screens looks for that row.
TELL_CHOSEN = """
window.chosenRows = [];
new MutationObserver((changes) => {
  for (const { target } of changes) {
    const row = target.getAttribute("aria-activedescendant");
    if (row !== null) {
      window.chosenRows.push(target.querySelector(`#${row}`) !== null);
    }
  }
}).observe(document, { subtree: true, attributeFilter: ["aria-activedescendant"] });
"""
WHY = T(en="Employer and employee pay the same", ms="Majikan dan pekerja membayar")


@in_modes("ms", possible=("en", "ms"))
def test_a_finding_is_shown_at_its_line_and_columns(site: Portal) -> None:
    page = site.open(CheckFilePage)

    page.checker.give(BAD)
    page.checker.choose(page.checker.findings, "AM11")

    assert page.checker.place() == ShownPlace(line=3, content="  1210")


@with_scripts
def test_a_list_points_only_at_a_row_that_is_there(site: Portal, page: Page) -> None:
    page.add_init_script(TELL_CHOSEN)
    checker = site.open(CheckFilePage).checker
    lines = GOOD.read_bytes().splitlines(keepends=True)
    checker.give(
        {"name": "october.txt", "mimeType": "text/plain", "buffer": BAD.read_bytes() + lines[0] * 40}
    )
    checker.choose(checker.findings, "ID09")
    checker.places.press("End")
    checker.places.press("Home")

    expect(checker.places).to_have_attribute("aria-activedescendant", re.compile("-0$"))

    told = page.evaluate("window.chosenRows")
    assert told
    assert all(told)


@without_scripts
def test_without_scripts_the_findings_are_a_page(site: Portal, language: Language) -> None:
    findings = site.open(CheckFilePage).send(BAD, GOOD)

    said = findings.text()
    assert "AM11" in said
    assert VALID.in_language(language) in said


@with_scripts
def test_a_file_is_mended_and_kept(site: Portal, tmp_path: Path) -> None:
    trimmed = tmp_path / "october.txt"
    trimmed.write_bytes(b"\n".join(line.rstrip() for line in GOOD.read_bytes().split(b"\r\n")))
    page = site.open(CheckFilePage)
    page.checker.give(trimmed)

    saved = page.checker.mend(tmp_path)

    assert saved.name == "october.fixed.txt"
    assert saved.read_bytes() == GOOD.read_bytes()


@in_modes("ms-javascript-off")
def test_help_and_the_upload_lead_to_it(site: Portal, employer: Login) -> None:
    help_page = site.open(HelpPage)
    help_page.link(site.profile.words.check_file.link).click()
    site.arrive(CheckFilePage)
    log_in(site, employer)

    site.open(UploadPage).link(site.profile.words.upload.check_first).click()

    site.arrive(CheckFilePage)
