"""JUnit XML: a suite a file, a failed case a grave finding, an error where nobody could tell."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from contributions import Language, check, write
from contributions.checks.examples import SAMPLE
from contributions.outputs.as_junit import reports_as_junit
from contributions.selecting import Selection, Strict
from tests.contributions.outputs import samples

SCHEMA = xmlschema.XMLSchema10(str(Path(__file__).with_name("junit.xsd")))


def suites(text: str) -> list[ET.Element]:
    return list(ET.fromstring(text))  # noqa: S314 - our own document


@pytest.mark.parametrize("language", ["en", "ms"])
def test_reports_of_every_verdict_fit_the_strict_schema(language: Language) -> None:
    text = reports_as_junit([*samples.every(), samples.warned()], as_of=samples.AS_OF, language=language)

    SCHEMA.validate(text)


def test_each_file_is_a_suite_that_passes_fails_or_could_not_be_told() -> None:
    found = suites(reports_as_junit(samples.every(), as_of=samples.AS_OF))

    assert [
        (suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in found
    ] == [
        ("good.txt", "1", "0", "0"),
        ("bad <1>, 50%.txt", "1", "1", "0"),
        ("sheet.txt", "1", "1", "0"),
        ("no-such-file.txt", "1", "0", "1"),
    ]


def test_a_failure_says_what_is_wrong_and_lists_its_places() -> None:
    suite = suites(reports_as_junit([samples.bad()], as_of=samples.AS_OF))[0]

    case = suite.find("testcase")
    assert case is not None
    failure = case.find("failure")
    assert failure is not None
    assert case.get("name") == "AM11 EIS shares differ, line 2, columns 233-238"
    assert failure.get("type") == "AM11"
    assert failure.get("message") == "EIS employer share RM 6.50 and employee share RM 6.70 must be equal."
    assert [line.split(":")[0].strip() for line in (failure.text or "").splitlines()] == [
        "Error AM11 EIS shares differ",
        "line 2, columns 233-238",
        "line 3, columns 233-238",
    ]


def test_a_warning_is_told_beside_a_case_that_passes_unless_warnings_fail() -> None:
    report = samples.warned()

    passed = suites(reports_as_junit([report], as_of=samples.AS_OF))[0]
    strict = Selection(strict=Strict.WARNINGS)
    failed = suites(reports_as_junit([report], as_of=samples.AS_OF, selection=strict))[0]

    assert (passed.get("failures"), failed.get("failures")) == ("0", "1")
    assert "Warning ID10" in (passed.findtext("system-out") or "")


def test_more_places_than_are_listed_are_counted_in_both_languages() -> None:
    wrong = replace(SAMPLE, eis_employee=6_70)
    report = check(write([wrong] * 30), as_of=samples.AS_OF, name="many.txt")

    for language, words in (("en", "  and 10 more places"), ("ms", "  dan 10 tempat lagi")):
        assert words in reports_as_junit([report], as_of=samples.AS_OF, language=language)  # type: ignore[arg-type]


def test_a_letter_that_xml_cannot_hold_does_not_break_the_document() -> None:
    report = samples.bad()
    object.__setattr__(report, "name", "a\x00b\x1b.txt")

    assert suites(reports_as_junit([report], as_of=samples.AS_OF))[0].get("name") == r"a\u0000b\u001b.txt"
