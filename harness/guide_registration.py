"""Filling in a registration for the pictures of the guide, step by step.

Fields are found by their ids, which are the same in every language of the mock portal: a picture needs no
words. Tests and tasks do it by labels, as people do.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from playwright.sync_api import FilePayload, Page

from harness.pages.portal_page import Portal

__all__ = ["fill_in_registration", "go_to", "save"]

_COMPANY: Final = {
    "entity": "company",
    "registration_no": "202401098765",
    "name": "Baharu Jaya Sdn. Bhd.",
    "sector": "J",
    "industry": "62",
    "first_employee": "01/11/2026",
    "address_1": "1 Jalan Baharu",
    "postcode": "43000",
    "state": "10",
    "city": "10/Kajang",
    "telephone": "03-8000 1234",
    "email": "office@baharu.example",
}
_REPRESENTATIVE: Final = {
    "name": "Siti Contoh binti Teladan",
    "designation": "HR Manager",
    "id_type": "new_ic",
    "id_number": "900101-14-5678",
    "mobile": "012-345 6789",
}
_DOCUMENTS: Final = (
    *("enrolment_form", "borang_1", "borang_2", "identity"),
    *("ssm_certificate", "company_profile"),
)


def fill_in_registration(portal: Portal, *, email: str) -> Iterator[str]:
    """Each step of a new employer as it stands before it is sent: the name of its picture, in turn."""
    page = portal.page
    go_to(portal, "/employer/register")
    page.locator("input[name=kind][value=new]").check()
    yield "register"
    save(portal)
    _fill(page, _COMPANY)
    yield "company"
    save(portal)
    _fill(page, _REPRESENTATIVE | {"email": email, "confirm_email": email})
    page.locator("input[name=acts_as][value=owner]").check()
    yield "representative"
    save(portal)
    for kind in _DOCUMENTS:
        _upload(portal, kind)
        if kind == "borang_1":
            _to_top(page)
            yield "documents"
    save(portal)
    page.locator("input[name=declared]").check()
    yield "declaration"
    save(portal)
    page.locator("dialog[open] [data-go-on]").click()
    page.wait_for_url("**/register/sent*")
    portal.page.locator(portal.profile.scripts_ready).wait_for(state="attached")
    page.keyboard.press("Escape")  # the dialog that tells the number; the page tells it too
    yield "sent"


def go_to(portal: Portal, path: str) -> None:
    """Open a page by its path, in the language of the portal."""
    root = "/ms" if portal.profile.language == "ms" else ""
    portal.page.goto(f"{portal.address}{root}{path}")
    _ready(portal)


def save(portal: Portal) -> None:
    """Press the main button of the page, the last of its kind, and wait for whatever it leads to."""
    before = portal.page.url
    portal.page.locator("main button.btn-primary[type=submit]").last.click()
    if not portal.page.locator("dialog[open]").is_visible():
        portal.page.wait_for_url(lambda url: url != before)
        _ready(portal)


def _fill(page: Page, answers: Mapping[str, str]) -> None:
    for field, value in answers.items():
        place = page.locator(f"[name={field}]")
        if place.evaluate("field => field.tagName") == "SELECT":
            place.select_option(value)
        else:
            place.fill(value)
            place.blur()
    _to_top(page)


def _upload(portal: Portal, kind: str) -> None:
    page = portal.page
    file: FilePayload = {"name": f"{kind}.png", "mimeType": "image/png", "buffer": _png()}
    rows = page.locator("main tbody tr")
    before = rows.count()
    page.locator("[name=kind]").select_option(kind)
    page.locator("input[type=file]").set_input_files(file)
    page.locator("main form button.btn-outline-primary[type=submit]").last.click()
    rows.nth(before).wait_for()
    _ready(portal)


def _png() -> bytes:
    from io import BytesIO

    from PIL import Image

    drawn = BytesIO()
    Image.new("L", (8, 8), 160).save(drawn, "PNG")
    return drawn.getvalue()


def _to_top(page: Page) -> None:
    page.evaluate("scrollTo(0, 0)")


def _ready(portal: Portal) -> None:
    portal.page.locator(portal.profile.scripts_ready).wait_for(state="attached")
