"""Text without a blank, as long as a field takes it: it wraps, and no page becomes wider than its window."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import log_in
from tests.mock_portal.officer.waiting import let_apply
from tests.mock_portal.registration.filling import (
    declare,
    fill_company,
    fill_representative,
    upload,
    upload_all,
)

pytestmark = pytest.mark.slow

LONG_EMAIL = f"{'s' * 64}@{'b' * 60}.example"
# What lies beyond the page or its frame, or touches the edge of a card, told by its words.
BEYOND = """() => {
  const seen = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) seen.push(`the page: ${root.scrollWidth}`);
  for (const frame of document.querySelectorAll(".table-frame")) {
    if (frame.scrollWidth > frame.clientWidth) seen.push(`a table: ${frame.scrollWidth}`);
  }
  for (const row of document.querySelectorAll("tbody tr")) {
    if (getComputedStyle(row).display !== "block") continue;
    const edge = row.getBoundingClientRect().right - parseFloat(getComputedStyle(row).paddingRight);
    for (const part of row.querySelectorAll("*")) {
      if (part.getBoundingClientRect().right > edge + 1) seen.push(part.textContent.slice(0, 40));
    }
  }
  return seen;
}"""


def with_a_long_remark(portal: Portal) -> tuple[Visitor, str]:
    visitor = portal.client()
    fill_company(visitor)
    fill_representative(visitor)
    upload(visitor, "identity", remarks="R" * 200)
    return visitor, "/employer/register/documents"


def sent_from_a_long_address(portal: Portal) -> tuple[Visitor, str]:
    visitor = portal.client()
    fill_company(visitor)
    fill_representative(visitor, email=LONG_EMAIL, confirm_email=LONG_EMAIL)
    upload_all(visitor)
    declare(visitor)
    return visitor, "/employer/register/sent"


def queue_of_long_names(portal: Portal) -> tuple[Visitor, str]:
    let_apply(portal, name="K" * 150)
    return log_in(portal.client()), "/officer"


@pytest.mark.browser_matters
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("prepare", [with_a_long_remark, sent_from_a_long_address, queue_of_long_names])
def test_a_long_word_wraps_within_the_page(
    portal: Portal, page: Page, prepare: Callable[[Portal], tuple[Visitor, str]], width: int
) -> None:
    visitor, path = prepare(portal)

    def answer(route: Route) -> None:
        address = route.request.url.removeprefix(portal.origin())
        found = visitor.get(address, buffered=True, follow_redirects=True)
        route.fulfill(status=found.status_code, body=found.data, content_type=found.content_type)

    page.route("**/*", answer)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(portal.origin() + path)

    assert page.evaluate(BEYOND) == []
