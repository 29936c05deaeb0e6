"""Findings as annotations of GitHub Actions: a line of its log for each finding, or each of its places."""

from collections.abc import Iterable

from contributions.bilingual import Language
from contributions.findings import FileReport, Finding, Place, Severity
from contributions.outputs.printable import printable_report
from contributions.outputs.words import left_out_in_words

__all__ = ["reports_as_annotations"]

_COMMANDS = {
    Severity.FILE: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def reports_as_annotations(
    reports: Iterable[FileReport], *, language: Language = "en", all_places: bool = False
) -> str:
    """One command a finding, at its first place, with its places counted in the text.

    `all_places` gives one for each place instead, of those that the reports list.
    """
    lines: list[str] = []
    for report in map(printable_report, reports):
        lines += [
            _command(report, finding, place, language, is_counted=not all_places)
            for finding in report.findings
            for place in (finding.at if all_places else finding.at[:1])
        ]
        if report.left_out:
            said = left_out_in_words(report.left_out).in_language(language)
            lines.append(f"::notice file={_property(report.name)}::{said}")
    return "".join(f"{line}\n" for line in lines)


def _command(
    report: FileReport, finding: Finding, place: Place, language: Language, *, is_counted: bool
) -> str:
    properties = {"file": report.name, "title": f"{finding.code} {finding.title.in_language(language)}"}
    if place.line:
        properties["line"] = str(place.line)
    if place.column:
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    command = _COMMANDS[finding.severity]
    words = [place.message.in_language(language), place.mend.in_language(language)]
    if is_counted and finding.places > 1:
        words.append(f"({finding.places:,} {'tempat' if language == 'ms' else 'places'})")
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {named}::{_data(' '.join(word for word in words if word))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
