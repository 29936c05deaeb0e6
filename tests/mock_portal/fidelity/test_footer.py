"""Each page's footer counts its texts and rules by their marks, and leads to the list of them."""

import pytest

from mock_portal.fidelity import footer
from tests.mock_portal.browsing import parse, words
from tests.mock_portal.conftest import Portal


def fidelity_line(html: str) -> tuple[str, str]:
    """What the line says, and where its link leads."""
    line = next(p for p in parse(html).iter("p") if p.get("class") == "fidelity")
    return words(line), next((a.get("href", "") for a in line.iter("a")), "")


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Fidelity of this screen: 4 vendor, 5 seed,"),
        ("ms", "Ketepatan skrin ini: 4 pihak ketiga, 5 teks asal,"),
    ],
)
def test_the_log_in_page_says_how_many_of_its_texts_are_known_from_where(
    portal: Portal, language: str, says: str
) -> None:
    page = portal.client(language=language).get("/employer/login").get_data(as_text=True)

    line, link = fidelity_line(page)

    root = "" if language == "en" else "/ms"
    assert line.startswith(says)
    assert link == f"{root}/help/fidelity#accounts-email"


def test_the_link_of_the_line_leads_to_the_list_of_the_same_screen(portal: Portal) -> None:
    visitor = portal.client()
    _, link = fidelity_line(visitor.get("/employer/login").get_data(as_text=True))
    address, _, anchor = link.partition("#")

    page = parse(visitor.get(address).get_data(as_text=True))

    heading = next(element for element in page.iter() if element.get("id") == anchor)
    assert words(heading) == "Log in, step 1: email address"


def test_an_error_page_has_its_line_too(portal: Portal) -> None:
    line, link = fidelity_line(portal.client().get("/employer/nowhere").get_data(as_text=True))

    assert line.startswith("Fidelity of this screen: ")
    assert link == "/help/fidelity#ui-error"


@pytest.mark.parametrize(
    ("site", "says"),
    [
        ("bank", "This bank is invented. It stands for no bank that exists, and no money moves."),
        ("inbox", "This page belongs to the mock portal alone; the real portal has none like it."),
        ("control", "This page belongs to the mock portal alone; the real portal has none like it."),
    ],
)
def test_what_the_real_portal_has_not_says_so_instead(portal: Portal, site: str, says: str) -> None:
    page = portal.client(site).get("/").get_data(as_text=True)

    assert fidelity_line(page) == (says, "")


def test_the_line_is_made_once_for_each_page_and_language(portal: Portal) -> None:
    visitor = portal.client()
    visitor.get("/employer/login?once")
    before = footer.line_of.cache_info().misses

    visitor.get("/employer/login?twice")

    assert footer.line_of.cache_info().misses == before
