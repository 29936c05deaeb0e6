"""All that is said of damaged files, as it was read: the findings of each, and every sentence once.

`pytest tests/contributions/outputs --update-snapshots` writes both files again; look at the difference.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from contributions import FileReport, Finding
from contributions.checking_many import Source, check_many
from contributions.findings import Place
from contributions.matrix.lines import Context
from tests.contributions.outputs.damaged_files import DamagedFile, damaged_files

FINDINGS = Path(__file__).with_name("snapshots") / "damaged" / "findings.txt"
SENTENCES = FINDINGS.with_name("sentences.txt")


@cache
def reports() -> dict[str, FileReport]:
    alike: dict[Context, list[DamagedFile]] = {}
    for file in damaged_files():
        context = Context(as_of=file.as_of, portal=file.portal, portal_limits=file.portal_limits)
        alike.setdefault(context, []).append(file)
    return {
        file.name: report
        for context, files in alike.items()
        for file, report in zip(
            files, check_many([Source(each.content, each.file_name) for each in files], context), strict=True
        )
    }


def test_each_file_has_the_findings_that_were_read(request: pytest.FixtureRequest) -> None:
    said = "".join(f"{name}: {in_short(report)}\n" for name, report in reports().items())

    assert_as_read(FINDINGS, said, request)


def test_every_sentence_is_one_that_was_read(request: pytest.FixtureRequest) -> None:
    kept: dict[str, str] = {}
    for report in reports().values():
        for finding in report.findings:
            for place in finding.at:
                kept.setdefault(
                    shape(finding, place), "".join(f"{line}\n" for line in in_full(finding, place))
                )

    assert_as_read(SENTENCES, "".join(sorted(kept.values())), request)


def test_no_two_files_have_one_name() -> None:
    assert len(reports()) == sum(1 for _ in damaged_files())


def in_short(report: FileReport) -> str:
    """Verdict, layout, and of each finding its code, first place and number of places."""
    found = (
        f"{each.code}{'' if not each.line else f' {each.line}:{each.column}-{each.end_column}'}"
        f"{'' if each.places == 1 else f' x{each.places}'}"
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


def assert_as_read(path: Path, said: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-snapshots"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8", newline="\n")

    assert path.read_text(encoding="utf-8") == said
