"""Findings as SARIF 2.1.0, which code hosts and editors read: a result for each place that is listed."""

import os
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TypeAlias
from urllib.parse import quote

from contributions.bilingual import Language
from contributions.checks.registry import get_check
from contributions.field_reports.evidence import known_by
from contributions.findings import FileReport, Finding, Place, Severity
from contributions.outputs.version import tool_version
from contributions.outputs.words import left_out_in_words
from contributions.printable_json import printable_json

__all__ = ["reports_as_sarif"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.FILE: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"


def reports_as_sarif(reports: Iterable[FileReport], *, language: Language = "en") -> str:
    """The reports of one run as a SARIF log on one line."""
    listed = list(reports)
    codes = sorted({finding.code for report in listed for finding in report.findings})
    indices = {code: index for index, code in enumerate(codes)}
    run: dict[str, Value] = {
        "tool": {
            "driver": {
                "name": "assist check",
                "version": tool_version(),
                "language": language,
                "rules": [_rule(code, language) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report) for report in listed],
        "results": [
            _result(finding, place, location, indices[finding.code], language)
            for location, report in zip(_locations(listed), listed, strict=True)
            for finding in report.findings
            for place in finding.at
        ],
    }
    told = [
        _left_out(report, location, language)
        for location, report in zip(_locations(listed), listed, strict=True)
        if report.left_out
    ]
    if told:
        run["invocations"] = [{"executionSuccessful": True, "toolConfigurationNotifications": told}]
    log: dict[str, Value] = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return printable_json(log)


def _rule(code: str, language: Language) -> dict[str, Value]:
    check = get_check(code)
    return {
        "id": code,
        "shortDescription": {"text": check.title.in_language(language)},
        "fullDescription": {"text": check.why.in_language(language)},
        "help": {"text": f"assist explain {code}"},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"source": known_by(check), "entry": check.source},
    }


def _locations(reports: Iterable[FileReport]) -> Iterator[dict[str, Value]]:
    """Where each file is: its address too, which code hosts ask for though the artifact has it."""
    for index, report in enumerate(reports):
        yield {"uri": _uri(report.name), "index": index}


def _artifact(report: FileReport) -> dict[str, Value]:
    artifact: dict[str, Value] = {"location": {"uri": _uri(report.name)}}
    if report.sha256:
        artifact["hashes"] = {"sha-256": report.sha256}
    return artifact


def _result(
    finding: Finding, place: Place, location: dict[str, Value], rule: int, language: Language
) -> dict[str, Value]:
    words = (place.message.in_language(language), place.mend.in_language(language))
    physical: dict[str, Value] = {"artifactLocation": location}
    if place.line:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.end_column + 1,  # SARIF's is the one after the last
        }
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(word for word in words if word)},
        "locations": [{"physicalLocation": physical}],
        "properties": {"places": finding.places, "field": finding.field, "fixable": finding.fixable},
    }


def _left_out(report: FileReport, location: dict[str, Value], language: Language) -> Value:
    """That not all that was found in a file is here."""
    return {
        "level": "note",
        "message": {"text": left_out_in_words(report.left_out).in_language(language)},
        "locations": [{"physicalLocation": {"artifactLocation": location}}],
    }


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
