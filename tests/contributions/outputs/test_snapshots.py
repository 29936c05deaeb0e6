"""The diagnostic of every check as people see it, compared with a file that was read by a person.

`pytest tests/contributions/outputs --update-snapshots` writes the files again; look at the difference.
"""

from pathlib import Path

import pytest

from contributions import Finding, Style, all_checks, check, report_as_text
from contributions.checks.check import Check
from contributions.outputs.masking import masked

SNAPSHOTS = Path(__file__).with_name("snapshots")
NARROW, WIDE = 72, 110
NOT_MADE_BY_A_FILE = {"FL90", "FL91"}
CHECKS = [pytest.param(each, id=each.code) for each in all_checks() if each.code not in NOT_MADE_BY_A_FILE]


def shown(each: Check) -> str:
    """The report of the bad example: wide in English, narrow in Malay, masked in plain ASCII."""
    example = each.bad
    report = check(
        example.file,
        as_of=example.as_of,
        name=example.name or f"{each.code}.txt",
        portal=example.portal,
        portal_limits=example.portal_limits,
    )
    return "\n".join(
        (
            report_as_text(report, Style(width=WIDE)),
            report_as_text(report, Style(width=NARROW, language="ms")),
            report_as_text(masked(report), Style(width=WIDE, ascii_only=True)),
        )
    )


@pytest.mark.parametrize("each", CHECKS)
def test_the_diagnostic_of_a_check_is_the_one_that_was_read(
    each: Check, request: pytest.FixtureRequest
) -> None:
    path = SNAPSHOTS / f"{each.code}.txt"
    text = shown(each)
    if request.config.getoption("--update-snapshots"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("each", CHECKS)
def test_a_diagnostic_shows_its_code_and_keeps_within_the_width(each: Check) -> None:
    text = shown(each)

    assert each.code in text
    assert [line for line in text.splitlines() if len(line) > WIDE and ".txt   " not in line] == []


def test_no_snapshot_is_left_of_a_check_that_went() -> None:
    there = {path.stem for path in SNAPSHOTS.glob("*.txt")}

    assert there == {each.code for each in all_checks()} - NOT_MADE_BY_A_FILE


def test_colour_goes_with_a_word_and_changes_none() -> None:
    for each in all_checks():
        if each.code in NOT_MADE_BY_A_FILE:
            continue
        report = check(each.bad.file, as_of=each.bad.as_of, portal=each.bad.portal)
        plain = report_as_text(report, Style(width=400))
        coloured = report_as_text(report, Style(width=400, colour=True))

        assert without_colour(coloured) == plain


def without_colour(text: str) -> str:
    import re

    return re.sub("\x1b\\[[0-9;]*m", "", text)


def test_a_finding_says_its_exact_count_when_repeats_are_folded() -> None:
    folded = [
        (finding, text)
        for each in all_checks()
        if each.code not in NOT_MADE_BY_A_FILE
        for report in (check(each.bad.file, as_of=each.bad.as_of, portal=each.bad.portal),)
        for finding in report.findings
        if finding.places > 1 and finding.line
        for text in (report_as_text(report, Style(width=200)),)
    ]

    assert folded
    assert [finding.code for finding, text in folded if not says_count(finding, text)] == []


def says_count(finding: Finding, text: str) -> bool:
    """Whether the lines listed and those counted as more are all of the other places."""
    listed = text.partition("also on")[2].splitlines()[0] if "also on" in text else ""
    numbers, _, more = listed.partition(" and ")
    others = numbers.removeprefix("    lines ").removeprefix("    line ").count(",") + 1
    if "more lines" in listed:
        return True
    return others + int(more.removesuffix(" more").replace(",", "") or 0) == finding.places - 1
