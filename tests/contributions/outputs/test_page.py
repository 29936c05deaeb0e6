"""The page: whole in itself, both languages in it, safe whatever a file holds."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import html5lib
import pytest

from contributions import FileReport, Language, check, write
from contributions.checks.examples import SAMPLE
from contributions.outputs.as_html import reports_as_html, reports_as_part
from contributions.outputs.masking import masked
from tests.contributions.outputs import samples


class Page(HTMLParser):
    """The words of a page by language, and its tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {"en": [], "ms": []}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "span" or self._open:
            self._open.append(dict(attrs).get("lang") or (self._open[-1] if self._open else ""))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as HTMLParser calls it
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in self.words:
            self.words[self._open[-1]].append(data)


def page(language: Language = "en") -> str:
    return reports_as_html(samples.every(), as_of=samples.AS_OF, language=language)


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_page_is_strict_html_in_the_language_asked_for(language: Language) -> None:
    text = page(language)

    html5lib.HTMLParser(strict=True).parse(text)
    assert text.startswith(f'<!DOCTYPE html>\n<html lang="{language}">')
    assert f'id="show-{language}" checked' in text


def test_it_asks_for_nothing_from_elsewhere_and_runs_no_script() -> None:
    tags = Page(page()).tags

    assert not [tag for tag, _ in tags if tag in {"script", "link", "img", "iframe"}]
    assert not [
        value
        for _, attributes in tags
        for name, value in attributes.items()
        if name.startswith("on") or (name in {"src", "href", "action"} and not (value or "").startswith("#"))
    ]


@pytest.mark.parametrize(
    ("reports", "english"),
    [
        pytest.param([samples.good(), samples.warned()], "2 of 2 files are valid.", id="all valid"),
        pytest.param([samples.good(), samples.bad()], "1 of 2 files are valid, 1 invalid.", id="one invalid"),
        pytest.param([samples.bad()], "Invalid", id="one file"),
    ],
)
def test_the_first_sentence_says_how_it_stands(reports: list[FileReport], english: str) -> None:
    words = Page(reports_as_html(reports, as_of=samples.AS_OF)).words["en"]

    assert words[2] == english or words[1] == english


def test_a_long_list_of_places_says_how_many_more_there_are_and_a_line_of_another_width_is_shown() -> None:
    line = write([replace(SAMPLE, eis_employee=6_70)])
    report = check(line * 30 + line[:100] + b"\r\n", as_of=samples.AS_OF, name="many.txt")

    text = reports_as_html([report], as_of=samples.AS_OF)

    assert "and 10 more" in text
    assert "   31 | B3200000123X" in text


def test_a_cell_of_a_card_says_its_title_in_both_languages() -> None:
    titled = [attributes for tag, attributes in Page(page()).tags if tag == "td" and "data-en" in attributes]

    assert {("Verdict", "Keputusan"), ("Place", "Tempat")} <= {
        (cell["data-en"], cell["data-ms"]) for cell in titled
    }


def test_a_table_of_thousands_of_places_stays_one() -> None:
    content = write([replace(SAMPLE, eis_employee=6_70, name=f"PERSON {number}") for number in range(1_100)])

    text = reports_as_html([check(content, as_of=samples.AS_OF, all_places=True)], as_of=samples.AS_OF)

    assert "line 1100, columns" in text
    assert 'data-en="Place"' not in text


def test_every_link_leads_somewhere() -> None:
    tags = Page(page()).tags

    ids = {attributes["id"] for _, attributes in tags if "id" in attributes}
    links = [(attributes["href"] or "")[1:] for tag, attributes in tags if tag == "a"]
    assert len(links) == 3
    assert set(links) <= ids


def test_both_languages_say_the_same_things() -> None:
    words = Page(page()).words

    assert len(words["en"]) == len(words["ms"]) > 40
    assert "1 of 4 files are valid, 2 invalid, 1 could not be told." in words["en"]
    assert "1 daripada 4 fail sah, 2 tidak sah, 1 tidak dapat ditentukan." in words["ms"]


def test_a_name_with_a_tag_in_it_is_shown_and_never_run() -> None:
    text = page()

    assert "<B>" not in text
    assert "=&lt;B&gt;&quot;&amp;&#x27;" in text
    assert "bad &lt;1&gt;, 50%.txt" in text


def test_a_finding_is_folded_under_its_ruler_with_all_its_places() -> None:
    text = page()

    assert len(re.findall(r"<details", text)) == 4  # three findings, one of them with a list of places
    assert "<b>^^^</b>" in text
    assert "line 3, columns 233-238" in text


def test_what_is_due_is_shown_as_the_contribution_summary_shows_it() -> None:
    text = reports_as_html([samples.good()], as_of=samples.AS_OF)

    for shown in ("ACR, SOCSO with LINDUNG 24 JAM", "RM 194.90", "ECR, EIS", "RM 26.00", "RM 220.90"):
        assert shown in text


def test_a_masked_page_says_so_and_names_nobody() -> None:
    text = reports_as_html([masked(samples.bad())], as_of=samples.AS_OF, mask=True)

    assert "Identity numbers and names are hidden." in text
    assert [secret for secret in ("880515105437", "TAN WEI", "010515105437") if secret in text] == []


def test_a_part_of_another_page_says_the_same_of_the_files_without_a_frame() -> None:
    whole = reports_as_html(samples.every(), as_of=samples.AS_OF)

    part = reports_as_part(samples.every())

    assert all(line in whole for line in part.splitlines())
    assert not {"html", "main", "h1", "style", "footer"} & {tag for tag, _ in Page(part).tags}
