"""Headers, the sandbox of a world without scripts, and the notice for old browsers."""

import pytest

from tests.mock_portal.browsing import parse, words
from tests.mock_portal.conftest import Portal

CSP = "Content-Security-Policy"


def test_a_page_says_what_may_load_and_that_forms_go_to_the_bank_only(portal: Portal) -> None:
    headers = portal.client().get("/employer/login").headers

    assert headers[CSP] == (
        "default-src 'self'; img-src 'self' data:; "
        f"form-action 'self' {portal.origin('bank')}; "
        "frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_pages_of_a_world_without_scripts_are_in_a_sandbox_and_files_are_not(portal: Portal) -> None:
    portal.set(javascript="off")
    visitor = portal.client()

    page, file = visitor.get("/employer/login"), visitor.get("/static/css/theme.css")

    assert page.headers[CSP].endswith(
        "sandbox allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        " allow-top-navigation allow-downloads allow-modals"
    )
    assert CSP not in file.headers


@pytest.mark.parametrize(
    ("agent", "is_old"),
    [("Chrome/113.0", True), ("Chrome/114.0", False), ("Firefox/124.0", True), ("Firefox/125.0", False),
     ("Mozilla/4.0 (MSIE 8.0)", True), ("", False)],
)  # fmt: skip
def test_an_old_browser_is_told_and_nobody_else(portal: Portal, agent: str, *, is_old: bool) -> None:
    page = portal.client().get("/employer/login", headers={"User-Agent": agent})

    [bar] = [div for div in parse(page.text).iter("div") if div.get("id") == "old-browser"]
    assert "Your browser is too old for this portal." in words(bar)
    assert (bar.get("hidden") is None) is is_old
