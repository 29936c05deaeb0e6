"""Findings as annotations of GitHub Actions: a line of its log for each finding."""

from collections.abc import Iterable

from contributions.bilingual import Language
from contributions.findings import FileReport, Finding, Severity
from contributions.outputs.printable import printable_report

__all__ = ["reports_as_annotations"]

_COMMANDS = {
    Severity.FILE: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def reports_as_annotations(reports: Iterable[FileReport], *, language: Language = "en") -> str:
    """One command a finding, at its first place; more places are counted in the text."""
    lines = [
        _command(report, finding, language)
        for report in map(printable_report, reports)
        for finding in report.findings
    ]
    return "".join(f"{line}\n" for line in lines)


def _command(report: FileReport, finding: Finding, language: Language) -> str:
    properties = {"file": report.name, "title": f"{finding.code} {finding.title.in_language(language)}"}
    if finding.line:
        properties["line"] = str(finding.line)
    if finding.column:
        properties |= {"col": str(finding.column), "endColumn": str(finding.end_column)}
    command = _COMMANDS[finding.severity]
    words = [finding.message.in_language(language), finding.mend.in_language(language)]
    if finding.places > 1:
        words.append(f"({finding.places:,} {'tempat' if language == 'ms' else 'places'})")
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {named}::{_data(' '.join(word for word in words if word))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
