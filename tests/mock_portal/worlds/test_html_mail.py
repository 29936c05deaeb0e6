"""The HTML of the portal's mail on a phone: a link is longer than the screen is wide, and is not cut off."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from playwright.sync_api import Page

from tests.mock_portal.accounts.logging_in import EMAIL
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    declare,
    fill_company,
    fill_representative,
    upload_all,
)

pytestmark = pytest.mark.slow

FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def reset_link(portal: Portal, spoken: str) -> EmailMessage:
    visitor = portal.client(language=spoken)
    visitor.submit(visitor.get("/employer/forgot-password"), {"email": EMAIL})
    return portal.mail()[-1]


def verification(portal: Portal, spoken: str) -> EmailMessage:
    visitor = portal.client(language=spoken)
    fill_company(visitor)
    fill_representative(visitor)
    upload_all(visitor)
    declare(visitor)
    return portal.mail()[-1]


@pytest.mark.browser_matters
@pytest.mark.parametrize("spoken", ["en", "ms"])
@pytest.mark.parametrize("send", [reset_link, verification])
def test_a_mail_with_a_long_link_fits_a_phone(
    portal: Portal, page: Page, send: Callable[[Portal, str], EmailMessage], spoken: str
) -> None:
    html = send(portal, spoken).get_body(("html",))
    assert html is not None
    page.set_viewport_size({"width": 360, "height": 740})

    page.set_content(html.get_content())

    link = page.get_by_role("link")
    assert len(link.inner_text()) > 80
    assert page.evaluate(FITS)
