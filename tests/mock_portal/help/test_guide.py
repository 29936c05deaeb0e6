"""The Quick Reference Guide: a page for each flow, with pictures that were taken from it."""

import struct
from pathlib import Path

import pytest

from contributions import Language
from mock_portal.help.guide import FLOWS, picture_file
from mock_portal.registration.papers import PAPERS
from tests.mock_portal.browsing import parse, words
from tests.mock_portal.conftest import Portal

PICTURES = Path(__file__).parents[3] / "mock_portal" / "help" / "pictures"
LARGEST_PICTURE_BYTES = 40_000
WANTED = {step.picture for flow in FLOWS for step in flow.steps if step.picture}
KEYS = [flow.key for flow in FLOWS]


@pytest.mark.parametrize("language", ["en", "ms"])
def test_help_leads_to_a_page_for_each_flow(portal: Portal, language: str) -> None:
    root = "" if language == "en" else "/ms"
    page = parse(portal.client(language=language).get("/help").get_data(as_text=True))

    links = [a.get("href", "").removeprefix(f"{root}/help/guide/") for a in page.iter("a")]

    assert [link for link in links if link in KEYS] == KEYS


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("key", KEYS)
def test_each_step_says_what_to_do_and_shows_its_picture(portal: Portal, key: str, language: str) -> None:
    visitor = portal.client(language=language)
    [flow] = [flow for flow in FLOWS if flow.key == key]

    page = parse(visitor.get(f"/help/guide/{key}").get_data(as_text=True))

    steps = page.findall(".//ol[@class='guide-steps']/li")
    pictures = [image.get("src", "") for image in page.iter("img")]
    assert len(steps) == len(flow.steps)
    assert all(words(step) for step in steps)
    assert [src.rpartition("/")[2] for src in pictures] == [
        f"{s.picture}.png" for s in flow.steps if s.picture
    ]
    assert [visitor.get(f"{visitor.origin}{src}").mimetype for src in pictures] == ["image/png"] * len(
        pictures
    )


def test_the_guide_ends_where_the_last_page_is(portal: Portal) -> None:
    last = parse(portal.client().get(f"/help/guide/{KEYS[-1]}").get_data(as_text=True))

    assert not [a for a in last.iter("a") if "Next page" in words(a)]


@pytest.mark.parametrize(
    "path",
    [
        "/help/guide/nothing",
        "/help/pictures/en/nothing.png",
        "/help/pictures/de/landing.png",
        "/help/pictures/en/..%2Fms%2Flanding.png",
        "/help/pictures/../guide.png",
    ],
)
def test_what_is_not_in_the_guide_is_not_found(portal: Portal, path: str) -> None:
    assert portal.client().get(path).status_code == 404


@pytest.mark.parametrize("language", ["en", "ms"])
def test_every_picture_is_of_a_step_small_and_of_one_size(language: str) -> None:
    files = {file.stem: file for file in (PICTURES / language).glob("*")}

    assert set(files) == WANTED
    assert {file.suffix for file in files.values()} == {".png"}
    assert [f.name for f in files.values() if f.stat().st_size > LARGEST_PICTURE_BYTES] == []
    assert {size_of(file) for file in files.values()} == {(800, 520)}


def test_the_two_languages_have_pictures_of_their_own() -> None:
    same = [
        name
        for name in sorted(WANTED)
        if (PICTURES / "en" / f"{name}.png").read_bytes() == (PICTURES / "ms" / f"{name}.png").read_bytes()
    ]

    assert same == []


def test_a_name_that_no_step_has_is_no_picture() -> None:
    assert picture_file("en", "../ms/landing") is None


def size_of(picture: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_guide_names_every_form_that_has_to_be_signed(portal: Portal, language: Language) -> None:
    page = portal.client(language=language).get("/help/guide/first-time").get_data(as_text=True).lower()

    for paper in ("enrolment_form", "borang_1", "borang_2", "employer_letter", "identity"):
        name = PAPERS[paper].in_language(language).lower()
        assert name.partition(",")[0].partition(" (")[0] in page


def test_the_guide_to_read_names_every_form_that_has_to_be_signed() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "first-time.md").read_text(encoding="utf-8")

    words_of_it = " ".join(guide.split()).lower()
    for paper in ("enrolment_form", "borang_1", "borang_2", "employer_letter", "identity"):
        assert PAPERS[paper].en.lower().partition(",")[0].partition(" (")[0] in words_of_it
