"""The menu on a phone opens below its button, which closes it again; nothing of the header goes under it."""

import pytest
from playwright.sync_api import Page, Route

from tests.mock_portal.browsing import Visitor

pytestmark = pytest.mark.slow

# Of the things above the menu, those that something else lies over.
COVERED = """() => [".ribbon strong", ".ribbon a", ".brand a", ".menu-button"].filter((name) => {
  const element = document.querySelector(name);
  return [...element.getClientRects()].some((part) => {
    const inside = [[part.left + 2, part.top + 2], [part.right - 2, part.bottom - 2]];
    return inside.some(([x, y]) => !element.contains(document.elementFromPoint(x, y)));
  });
})"""


@pytest.fixture
def phone(page: Page, signed_in: Visitor) -> Page:
    def answer(route: Route) -> None:
        found = signed_in.get(route.request.url.removeprefix(signed_in.origin), follow_redirects=True)
        route.fulfill(status=found.status_code, body=found.data, content_type=found.content_type)

    page.route("**/*", answer)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{signed_in.origin}/employer/home")
    return page


def test_the_open_menu_covers_neither_the_banner_nor_the_title_nor_its_button(phone: Page) -> None:
    phone.get_by_role("button", name="Menu", exact=True).click()

    assert phone.get_by_role("navigation", name="Portal menu").is_visible()
    assert phone.evaluate(COVERED) == []


def test_the_button_that_opened_the_menu_closes_it(phone: Page) -> None:
    button = phone.get_by_role("button", name="Menu", exact=True)
    button.click()
    button.click()

    assert phone.get_by_role("navigation", name="Portal menu").is_hidden()


def test_the_menu_is_worked_by_keyboard(phone: Page) -> None:
    button = phone.get_by_role("button", name="Menu", exact=True)
    button.focus()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    is_inside = phone.evaluate("document.activeElement.closest('#site-menu') !== null")
    phone.keyboard.press("Escape")

    assert is_inside
    assert phone.get_by_role("navigation", name="Portal menu").is_hidden()
    assert button.evaluate("button => button === document.activeElement")


@pytest.mark.browser_matters
def test_a_long_menu_can_be_scrolled_to_its_end(phone: Page) -> None:
    phone.set_viewport_size({"width": 360, "height": 300})
    phone.get_by_role("button", name="Menu", exact=True).click()
    menu = phone.get_by_role("navigation", name="Portal menu")
    menu.get_by_text("AMINAH BINTI CONTOH").click()

    menu.get_by_role("button", name="Log out").click(trial=True)
    assert menu.get_by_role("button", name="Log out").evaluate(
        "button => button.getBoundingClientRect().bottom <= window.innerHeight"
    )
