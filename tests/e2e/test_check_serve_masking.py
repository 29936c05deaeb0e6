"""The page of `assist check --serve --mask`: nobody on it, the mended file as it is."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assist_data import data_path
from check_page.answering import Asked
from tests.check_page.asking import AS_OF, GOOD, serving
from tests.e2e.checking import opened, payload

pytestmark = pytest.mark.with_javascript

WARNED = data_path("files", "warning-same-name-2026-10.txt").read_bytes()


@pytest.mark.browser_matters
@pytest.mark.parametrize("spoken", ["en", "ms"])
def test_a_masking_page_shows_nobody_and_its_mended_file_is_the_users_own(
    page: Page, tmp_path: Path, spoken: str
) -> None:
    lowered = WARNED.lower()
    with serving(defaults=lambda: Asked(as_of=AS_OF, mask=True)) as masking:
        checker = opened(page, masking, spoken)
        checker.give(payload("october.txt", lowered))
        expect(checker.lines.get_by_role("row")).to_have_count(len(WARNED.splitlines()) + 1)
        before = page.content()
        saved = checker.mend(tmp_path)
        expect(page.get_by_role("heading", level=2)).to_contain_text("october.fixed.txt")
        expect(checker.lines).to_contain_text("*" * 8)
        after = page.content()

    assert saved.read_bytes() == WARNED
    for line in WARNED.decode().splitlines():
        for shown in (before.upper(), after.upper()):
            assert line[32:44] not in shown
            assert line[44:194].strip() not in shown
            assert line[:12] in shown


def test_a_masking_page_whose_program_has_ended_says_so_instead_of_lines(page: Page) -> None:
    with serving(defaults=lambda: Asked(as_of=AS_OF, mask=True)) as masking:
        checker = opened(page, masking)
        page.route("**/lines", lambda route: route.abort())

        checker.give(payload("good.txt", GOOD))

        expect(checker.lines).to_contain_text("No answer came.")
