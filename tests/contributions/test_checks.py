"""Every check is complete: its examples are its tests, its code is its own, its texts fit each other."""

import re
import string
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from contributions import FileReport, Language, Severity, UnknownCheck, all_checks, check, get_check
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, Example
from contributions.checks.registry import shipped_codes
from contributions.layouts import C2, LAYOUTS, READ, layout_named
from contributions.writing import write

CHECKS = [pytest.param(each, id=each.code) for each in all_checks()]
SELF_MADE = {"FL90", "FL91"}  # about the checker and the disk: tested in test_checking.py
WITH_EXAMPLES = [pytest.param(each, id=each.code) for each in all_checks() if each.code not in SELF_MADE]
MARKS = {"official", "official-2nd", "vendor", "code", "assumed", "unreadable"}


def checked(example: Example) -> FileReport:
    return check(
        example.file,
        as_of=example.as_of,
        name=example.name,
        portal=example.portal,
        portal_limits=example.portal_limits,
        accept_rule=example.accept_rule,
    )


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("each", WITH_EXAMPLES)
def test_the_bad_example_gives_exactly_this_code(each: Check) -> None:
    codes = {finding.code for finding in checked(each.bad).findings}

    assert codes == {each.code} | each.bad.also


@pytest.mark.parametrize("each", WITH_EXAMPLES)
def test_the_good_example_gives_nothing(each: Check) -> None:
    assert checked(each.good).findings == ()


@pytest.mark.parametrize("each", WITH_EXAMPLES)
def test_the_bad_example_is_found_at_the_field_that_the_check_points_at(each: Check) -> None:
    report = checked(each.bad)
    finding = next(finding for finding in report.findings if finding.code == each.code)

    fields = set(each.fields) or {each.points_at}
    layout = layout_named(report.layout) if report.layout in READ else C2
    place = layout[finding.field] if finding.field else None
    assert finding.field in fields
    if place:
        assert (finding.column, finding.end_column) == (place.start, place.end)
    assert finding.places >= len(finding.at) >= 1


@pytest.mark.parametrize("each", WITH_EXAMPLES)
@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_words_of_a_finding_are_complete_sentences(each: Check, language: Language) -> None:
    finding = next(finding for finding in checked(each.bad).findings if finding.code == each.code)

    for text in (finding.message.in_language(language), finding.mend.in_language(language)):
        assert text.endswith(".")
        assert not re.search(r"[{}]|\bNone\b|  ", text)
        assert "!" not in text
        assert "please" not in text.lower()


@pytest.mark.parametrize("each", CHECKS)
def test_both_languages_speak_of_the_same_things(each: Check) -> None:
    for text in each.explanation():
        assert text.en.strip()
        assert text.ms.strip()
        assert text.en != text.ms
        assert placeholders(text.en) == placeholders(text.ms)


@pytest.mark.parametrize("each", CHECKS)
def test_a_check_says_where_its_rule_comes_from(each: Check) -> None:
    assert each.mark in MARKS
    assert each.layouts <= LAYOUTS
    assert re.fullmatch(r"(contribution-files|rates|design) [0-9.]+( [FLW0-9]+)?(, .+)?", each.source)


@pytest.mark.parametrize("each", CHECKS)
def test_no_error_rests_on_an_assumption(each: Check) -> None:
    assert each.mark != "assumed" or each.severity in {Severity.WARNING, Severity.INFO}


def test_codes_are_unique_and_name_their_module() -> None:
    codes = [each.code for each in all_checks()]

    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"(FL|ID|MO|AM|ST)[0-9]{2}", code) for code in codes)


def test_every_code_is_in_the_list_of_codes_that_were_ever_released() -> None:
    codes = shipped_codes()

    assert sorted(codes) == sorted(set(codes))
    assert all(re.fullmatch(r"[A-Z]{2}[0-9]{2}", code) for code in codes)
    assert {each.code for each in all_checks()} <= set(codes)


def test_a_check_is_found_by_its_code_in_any_case() -> None:
    assert get_check(" am11 ").code == "AM11"


@pytest.mark.parametrize(("given", "named"), [(5, "an int"), (None, "None"), (b"AM11", "a bytes")])
def test_what_is_no_code_is_refused_in_words(given: Any, named: str) -> None:
    with pytest.raises(TypeError, match=f'^code is a str, not {named}; write "AM11"$'):
        get_check(given)


def test_an_unknown_code_names_its_neighbours() -> None:
    with pytest.raises(UnknownCheck) as caught:
        get_check("AM99")

    assert "AM11" in caught.value.near


def test_portal_limits_turn_a_note_into_a_warning() -> None:
    example = get_check("FL21").bad

    severities = [
        checked(replace(example, portal_limits=limits)).findings[0].severity for limits in (False, True)
    ]

    assert severities == [Severity.INFO, Severity.WARNING]


@pytest.mark.parametrize(
    ("size", "is_large"),
    [
        pytest.param(5_242_880, False, id="5 MB as Windows counts"),
        pytest.param(5_242_881, True, id="a byte more"),
    ],
)
def test_5_mb_are_those_that_windows_shows(size: int, is_large: bool) -> None:
    lines = write([SAMPLE])

    codes = {finding.code for finding in check(lines + b" " * (size - len(lines))).findings}

    assert ("FL21" in codes) is is_large


def test_the_day_of_the_check_decides_what_is_late() -> None:
    example = get_check("MO04").good

    findings = [
        [finding.code for finding in checked(replace(example, as_of=day)).findings]
        for day in (date(2026, 11, 15), date(2026, 11, 16))
    ]

    assert findings == [[], ["MO04"]]
