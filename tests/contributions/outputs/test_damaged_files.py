"""All that is said of damaged files, as it was read: the findings of each, and every kind of sentence once.

`pytest tests/contributions/outputs --update-snapshots` writes the files again; look at the difference.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from contributions import FileReport, Finding, check
from contributions.findings import Place
from contributions.matrix.context import PLACES_KEPT
from tests.contributions.outputs.damaged_files import GROUPS, DamagedFile

SNAPSHOTS = Path(__file__).with_name("snapshots") / "damaged"


@pytest.mark.parametrize("group", GROUPS)
def test_what_is_said_of_damaged_files_is_what_was_read(group: str, request: pytest.FixtureRequest) -> None:
    reports = [(file.name, checked(file)) for file in GROUPS[group]()]
    findings = "".join(f"{name}: {in_short(report)}\n" for name, report in reports)
    said = f"{findings}\n{sentences(report for _, report in reports)}"
    findings_of_all = [finding for _, report in reports for finding in report.findings]
    assert all(
        finding.places == len(finding.at) or len(finding.at) == PLACES_KEPT for finding in findings_of_all
    )
    assert "FL90" not in {finding.code for finding in findings_of_all}  # all finished
    path = SNAPSHOTS / f"{group}.txt"
    if request.config.getoption("--update-snapshots"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == said


def test_no_snapshot_is_left_of_a_group_that_went() -> None:
    assert {path.stem for path in SNAPSHOTS.glob("*.txt")} == set(GROUPS)


def checked(file: DamagedFile) -> FileReport:
    return check(
        file.content,
        as_of=file.as_of,
        name=file.file_name,
        portal=file.portal,
        portal_limits=file.portal_limits,
        accept_rule=file.accept_rule,
        all_places=file.all_places,
    )


def sentences(reports: Iterator[FileReport]) -> str:
    kept: dict[str, str] = {}
    for report in reports:
        for finding in report.findings:
            for place in finding.at:
                said = "".join(f"{line}\n" for line in in_full(finding, place))
                kept.setdefault(shape(finding, place), said)
    return "".join(sorted(kept.values()))


def in_short(report: FileReport) -> str:
    """Verdict, layout, and of each finding its code, first place, lines and number of places."""
    found = (
        f"{each.code}{'' if not each.line else f' {each.line}:{each.column}-{each.end_column}'}"
        f"{'' if each.places == 1 else f' x{each.places} {[place.line for place in each.at]}'}"
        for each in report.findings
    )
    return f"{report.verdict.value}, {report.layout}, {report.records} records; {', '.join(found)}"


def shape(finding: Finding, place: Place) -> str:
    """What two sentences have in common that differ in figures, names and fields alone."""
    said = f"{finding.code} {finding.severity} {place.message.en} {place.mend.en}"
    varying = (place.found.en, place.expected.en, place.employee_name, finding.field_title.en)
    for text in filter(None, varying):
        said = said.replace(text, "?")
    return re.sub(r"\d+", "#", said)


def in_full(finding: Finding, place: Place) -> Iterator[str]:
    """What is said at a place, in both languages where they differ."""
    yield f"{finding.code} {finding.severity.value}, {finding.field or 'line'}"
    for text in (place.message, place.mend, place.found, place.expected):
        yield from (f"  {each!r}" for each in dict.fromkeys((text.en, text.ms)) if each)
