"""The report of `assist check --output report.html`, as a browser shows it."""

import pytest
from playwright.sync_api import Page

from contributions import check
from contributions.outputs.as_html import reports_as_html
from tests.check_page.asking import AS_OF, BAD, GOOD

pytestmark = pytest.mark.with_javascript

_ROOM_BESIDE_WORDS = """(cells) => cells.map((cell) => {
  const style = getComputedStyle(cell, "::before");
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const words = cell.dataset[document.documentElement.lang];
  return Number.parseFloat(style.width) - canvas.measureText(words).width;
})"""
BOTH = {"bad": BAD, "good": GOOD}


@pytest.mark.browser_matters
@pytest.mark.parametrize("spoken", ["en", "ms"])
def test_on_a_phone_the_words_beside_a_long_path_stay_whole(page: Page, spoken: str) -> None:
    folder = "exports-of-the-month-of-october/of-all-branches/" * 3
    reports = [check(content, as_of=AS_OF, name=f"{folder}{name}.txt") for name, content in BOTH.items()]
    page.set_viewport_size({"width": 390, "height": 800})
    page.set_content(reports_as_html(reports, as_of=AS_OF, language="ms" if spoken == "ms" else "en"))

    room = page.locator("td.name").evaluate_all(_ROOM_BESIDE_WORDS)

    assert len(room) == 2
    assert all(pixels > -0.5 for pixels in room)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
