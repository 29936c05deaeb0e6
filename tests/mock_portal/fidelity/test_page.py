"""The page that lists every text and rule with its mark."""

from xml.etree.ElementTree import Element

import pytest

from tests.mock_portal.browsing import parse, words
from tests.mock_portal.conftest import Portal

PAGE = "/help/fidelity"


def page_of(portal: Portal, language: str = "en") -> Element:
    return parse(portal.client(language=language).get(PAGE).get_data(as_text=True))


@pytest.mark.parametrize("language", ["en", "ms"])
def test_every_anchor_that_the_page_links_to_is_on_it(portal: Portal, language: str) -> None:
    page = page_of(portal, language)
    there = {element.get("id") for element in page.iter()}

    linked = {
        a.get("href", "").removeprefix("#") for a in page.iter("a") if a.get("href", "").startswith("#")
    }

    assert linked - there == set()


def test_a_quoted_label_is_listed_with_its_mark_and_source(portal: Portal) -> None:
    listed = {words(item) for item in page_of(portal).iter("li")}

    assert "seed NEXT SEED" in listed


def test_in_malay_the_words_of_the_source_stand_beside_the_translation(portal: Portal) -> None:
    listed = {words(item) for item in page_of(portal, "ms").iter("li")}

    assert "teks asal SETERUSNYA (NEXT) SEED" in listed


def test_assumed_texts_are_listed_too(portal: Portal) -> None:
    assert "Enter your email address" in {words(item) for item in page_of(portal).iter("li")}


def test_rules_have_the_figures_of_this_world(portal: Portal) -> None:
    portal.set(upload_limit_bytes=2_621_440)

    assert "A file is a .txt of at most 2.5 MB (of 1,048,576 bytes, as Windows counts)." in words(
        page_of(portal)
    )


def test_nothing_on_the_page_leads_out_of_the_mock_portal(portal: Portal) -> None:
    links = [a.get("href", "") for a in page_of(portal).iter("a")]

    assert [link for link in links if "perkeso.gov.my" in link or link.startswith("https:")] == []


def test_what_stands_for_nothing_in_the_real_portal_says_so(portal: Portal) -> None:
    assert "This bank is invented." in words(page_of(portal))
