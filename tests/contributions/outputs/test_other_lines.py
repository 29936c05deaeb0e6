"""The lines of a finding besides the first, in the text, and how to see what is not said of them."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import Record, check, write
from contributions.checks.examples import SAMPLE
from contributions.outputs.other_lines import other_lines

AS_OF = date(2026, 11, 10)


def said(*, wrong: dict[int, int], all_places: bool = False, language: str = "en") -> str:
    """What is said of the other lines of 60 on which some have another EIS share, in sen."""
    people = [_person(number, wrong.get(number, SAMPLE.eis_employee)) for number in range(1, 61)]
    report = check(write(people), as_of=AS_OF, all_places=all_places)
    finding = next(each for each in report.findings if each.code == "AM11")
    text = other_lines(finding)
    return text.ms if language == "ms" else text.en


def _person(number: int, share: int) -> Record:
    return replace(
        SAMPLE, identity_number=f"90010114{number:04}", name=f"PEKERJA {number:02}", eis_employee=share
    )


def test_one_line_has_no_others() -> None:
    assert said(wrong={3: 670}) == ""


def test_lines_that_follow_each_other_are_gathered() -> None:
    assert said(wrong=dict.fromkeys([1, 3, 4, 5, 9, 11, 12], 670)) == "lines 3-5, 9, 11, 12"


def test_one_other_line_is_one() -> None:
    assert said(wrong={3: 670, 7: 670}) == "line 7"


def test_where_figures_differ_it_is_said_how_to_see_those_of_each_line() -> None:
    assert said(wrong={3: 670, 7: 680}) == "line 7 (what each has: --format csv)"


def test_more_lines_than_are_described_are_counted() -> None:
    odd = dict.fromkeys(range(1, 60, 2), 670)

    assert said(wrong=odd) == "lines 3, 5, 7, 9, 11, 13, 15, 17 and 21 more (all: --all-places)"
    assert said(wrong=dict.fromkeys(range(1, 60), 670)) == "lines 2-20 and 39 more (all: --all-places)"


def test_all_places_are_all_listed() -> None:
    wrong = dict.fromkeys([*range(1, 40), 45, 50], 670)

    assert said(wrong=wrong, all_places=True) == "lines 2-39, 45, 50"


def test_it_is_said_how_to_see_all_with_their_figures() -> None:
    wrong = {number: 700 + number for number in range(1, 60)}

    assert said(wrong=wrong).endswith("39 more (all, with what each has: --format csv --all-places)")
    assert said(wrong=wrong, all_places=True) == "lines 2-59 (what each has: --format csv)"


@pytest.mark.parametrize("all_places", [False, True])
def test_it_is_said_in_malay(all_places: bool) -> None:
    wrong = {number: 700 + number for number in range(1, 60)}

    text = said(wrong=wrong, all_places=all_places, language="ms")

    assert text.startswith("baris 2-")
    assert "butiran setiap satu: --format csv" in text
