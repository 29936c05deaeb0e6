"""An address that leads nowhere: a world that does not exist, a page that does not exist."""

from dataclasses import replace

from playwright.sync_api import expect

from harness.pages.others import NoSuchWorldPage, NotFoundPage
from harness.pages.portal_page import Portal
from tests.e2e.modes import in_modes


@in_modes("en", "ms-javascript-off")
def test_a_world_that_does_not_exist_says_so_and_what_to_do(site: Portal) -> None:
    _scheme, _own, rest = site.address.replace("//", ".", 1).split(".", 2)
    elsewhere = replace(site, address=f"http://no-such-world.{rest}")

    page = elsewhere.open(NoSuchWorldPage)

    expect(page.page.get_by_role("main").get_by_role("link").first).to_be_visible()


def test_a_page_that_does_not_exist_leads_home(site: Portal) -> None:
    page = site.open(NotFoundPage)

    expect(page.page.get_by_role("main").get_by_role("link").first).to_be_visible()
