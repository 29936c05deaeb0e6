"""Every entry of the catalogue of checks is implemented, or left out for a reason; none is graver than known.

The catalogue is section 10 of the contribution-files notes; `section_10.txt` lists its entries.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from contributions import Severity, all_checks, get_check
from contributions.checks.check import Check

ENTRY = re.compile(r"(?P<number>[FLW]\d{2})\s+(?P<severity>file|error|warn|info)\s+(?P<rest>.+)")
SECTION = re.compile(r"## (10\.\d)")
IMPLEMENTED = re.compile(r"([A-Z]{2}\d{2}) ([=<>])")
NUMBERS = re.compile(r"[FLW]\d{2}")
GRAVITY = [Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.FILE]
NAMES = {
    "file": Severity.FILE,
    "error": Severity.ERROR,
    "warn": Severity.WARNING,
    "info": Severity.INFO,
}
MAY_BE_AN_ERROR = {"official", "official-2nd", "code", "unreadable"}
"""An official source at first or second hand, programs that agree, or a line that cannot be read."""


@dataclass(frozen=True)
class Entry:
    """A row of the catalogue, and what is made of it."""

    section: str
    number: str
    severity: Severity
    checks: tuple[tuple[str, str], ...]
    reason: str


def entries() -> list[Entry]:
    found, section = [], ""
    for line in Path(__file__).with_name("section_10.txt").read_text(encoding="utf-8").splitlines():
        if heading := SECTION.match(line):
            section = heading[1]
        elif line and not line.startswith("#"):
            match = ENTRY.fullmatch(line)
            assert match, f"not an entry: {line}"
            made, _, reason = match["rest"].partition(" - ")
            found.append(
                Entry(
                    section,
                    match["number"],
                    NAMES[match["severity"]],
                    tuple(IMPLEMENTED.findall(made)),
                    reason or made.partition("left out:")[2].strip(),
                )
            )
    return found


CATALOGUE = entries()
ENTRIES = [pytest.param(entry, id=entry.number) for entry in CATALOGUE]
CHECKS = [pytest.param(each, id=each.code) for each in all_checks()]


def named_in(check: Check) -> set[str]:
    """The entries that a check says it implements."""
    return set(NUMBERS.findall(check.source)) if check.source.startswith("contribution-files 10.") else set()


def test_the_catalogue_is_whole() -> None:
    counted = Counter(entry.section for entry in CATALOGUE)

    assert counted == {"10.1": 20, "10.2": 18, "10.3": 10, "10.4": 30, "10.5": 8}
    assert len({entry.number for entry in CATALOGUE}) == len(CATALOGUE)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_implemented_or_left_out_for_a_reason(entry: Entry) -> None:
    assert entry.checks or entry.reason


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_checks_of_an_entry_say_that_they_implement_it(entry: Entry) -> None:
    assert {code for code, _ in entry.checks} == {
        each.code for each in all_checks() if entry.number in named_in(each)
    }


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_check_is_as_grave_as_its_entry_or_there_is_a_reason(entry: Entry) -> None:
    for code, relation in entry.checks:
        check = get_check(code)
        difference = GRAVITY.index(check.severity) - GRAVITY.index(entry.severity)
        expected = "=" if difference == 0 else "<" if difference < 0 else ">"
        assert (code, relation) == (code, expected)
        if relation != "=":
            assert entry.reason or check.mark == "assumed"


@pytest.mark.parametrize("each", CHECKS)
def test_no_error_rests_on_an_assumption_or_on_one_vendor(each: Check) -> None:
    if each.severity in {Severity.ERROR, Severity.FILE}:
        assert each.mark in MAY_BE_AN_ERROR


@pytest.mark.parametrize("each", CHECKS)
def test_only_a_warning_that_rests_on_an_assumption_becomes_an_error_where_that_is_trusted(
    each: Check,
) -> None:
    if each.if_trusted is not None:
        assert (each.mark, each.if_trusted) == ("assumed", Severity.ERROR)
        assert each.severity in {Severity.WARNING, Severity.INFO}


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_the_catalogue_calls_an_error_becomes_one_where_assumptions_are_trusted(entry: Entry) -> None:
    if entry.severity in {Severity.ERROR, Severity.FILE}:
        for code, relation in entry.checks:
            check = get_check(code)
            if relation == "<" and check.mark == "assumed":
                assert check.if_trusted is Severity.ERROR
