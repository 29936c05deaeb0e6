"""Words and numbers stay whole where there is room to have them so, on a phone and in wide tables."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import log_in as log_in_officer
from tests.mock_portal.officer.waiting import let_apply
from tests.mock_portal.paying import Payer, submit_october
from tests.mock_portal.registration.filling import (
    fill_company,
    fill_representative,
    upload_all,
)

pytestmark = pytest.mark.slow

Prepare = Callable[[Portal, Callable[..., Visitor]], tuple[Visitor, str]]
# Words of which one part is on one line and another part on the next.
BROKEN = """() => {
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const word of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((part) => Math.round(part.bottom)));
      if (lines.size > 1) seen.push(word[0]);
    }
  }
  return seen;
}"""

CUT = """() => [...document.querySelectorAll(".table-frame")]
  .filter((frame) => frame.scrollWidth > frame.clientWidth).map((frame) => frame.scrollWidth)"""


def unpaid_records(portal: Portal, log_in: Callable[..., Visitor]) -> tuple[Visitor, str]:
    submit_october(portal)
    return log_in(), "/employer/payments"


def malay_documents(portal: Portal, log_in: Callable[..., Visitor]) -> tuple[Visitor, str]:
    del log_in
    visitor = portal.client(language="ms")
    fill_company(visitor)
    fill_representative(visitor)
    upload_all(visitor)
    return visitor, "/ms/employer/register/documents"


def malay_officer(portal: Portal, log_in: Callable[..., Visitor]) -> tuple[Visitor, str]:
    del log_in
    reference = let_apply(portal)
    return log_in_officer(portal.client(language="ms")), f"/ms/officer/applications/{reference}"


def payments(portal: Portal, log_in: Callable[..., Visitor]) -> tuple[Visitor, str]:
    submit_october(portal)
    visitor = log_in()
    payer = Payer(portal, visitor, portal.client("bank"))
    payer.home(payer.approve())
    return visitor, "/employer/payments/history"


def malay_submissions(portal: Portal, log_in: Callable[..., Visitor]) -> tuple[Visitor, str]:
    submit_october(portal)
    return log_in(), "/ms/employer/submissions"


@pytest.mark.browser_matters
@pytest.mark.parametrize("prepare", [unpaid_records, malay_documents, malay_officer])
def test_no_word_or_number_is_broken_on_a_phone(
    portal: Portal, log_in: Callable[..., Visitor], page: Page, prepare: Prepare
) -> None:
    show(page, *prepare(portal, log_in), width=360)

    assert page.evaluate(BROKEN) == []


@pytest.mark.only_target("chrome")
@pytest.mark.parametrize("prepare", [payments, malay_submissions, malay_officer])
def test_no_word_or_number_of_a_wide_table_is_broken(
    portal: Portal, log_in: Callable[..., Visitor], page: Page, prepare: Prepare
) -> None:
    show(page, *prepare(portal, log_in), width=1280)

    assert page.evaluate(BROKEN) == []
    assert page.evaluate(CUT) == []


def show(page: Page, visitor: Visitor, path: str, *, width: int) -> None:
    def answer(route: Route) -> None:
        address = route.request.url.removeprefix(visitor.origin)
        found = visitor.get(address, buffered=True, follow_redirects=True)
        assert found.status_code == 200, address
        route.fulfill(status=found.status_code, body=found.data, content_type=found.content_type)

    page.route("**/*", answer)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(visitor.origin + path)


def test_no_word_of_a_mail_is_broken_on_a_phone_but_its_link(
    portal: Portal, log_in: Callable[..., Visitor], page: Page
) -> None:
    submit_october(portal)
    payer = Payer(portal, log_in(), portal.client("bank"))
    payer.home(payer.approve())
    (mail,) = portal.mail()
    body = mail.get_body(("html",))
    assert body is not None

    page.set_viewport_size({"width": 300, "height": 900})  # what a frame on a phone leaves
    page.set_content(body.get_content())

    assert page.evaluate("document.documentElement.scrollWidth") <= 300
    page.get_by_role("link").evaluate("link => link.remove()")
    assert page.evaluate(BROKEN) == []
