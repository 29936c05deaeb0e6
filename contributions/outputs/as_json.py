"""Reports as JSON, version 1: fields are only added, codes are never used again.

Line 0 is the whole file; columns are 1-based and inclusive; amounts are sen.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from contributions.bilingual import Language
from contributions.findings import FileReport, Finding, Place, Severity, Totals
from contributions.outputs.masking import masked
from contributions.outputs.version import tool_version
from contributions.printable_json import printable_json
from contributions.rates import current
from contributions.selecting import Selection

__all__ = ["reports_as_json", "totals_for_json"]

JSON_VERSION = 1
_ALL = Selection()
Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"


def reports_as_json(
    reports: Iterable[FileReport],
    *,
    as_of: date,
    mask: bool = False,
    language: Language = "en",
    selection: Selection = _ALL,
) -> str:
    """The reports of one run as a JSON document on one line.

    `selection` is what was applied to them already; it is only told. The shape is published as a JSON
    Schema: `contributions/outputs/check-1.schema.json`.
    """
    pack = current()
    document: dict[str, Value] = {
        "version": JSON_VERSION,
        "tool": {"name": "assist", "version": tool_version()},
        "ruleset": {
            "version": pack.version,
            "known_from": str(pack.known_from),
            "known_until": str(pack.known_until),
        },
        "as_of": as_of.isoformat(),
        "masked": mask,
        "language": language,
        "selection": {
            "select": list(selection.select),
            "ignore": list(selection.ignore),
            "strict": selection.strict.value,
        },
        "files": [_file(masked(report) if mask else report, language) for report in reports],
    }
    return printable_json(document)


def _file(report: FileReport, language: Language) -> dict[str, Value]:
    return {
        "path": report.name,
        "sha256": report.sha256,
        "layout": report.layout,
        "verdict": report.verdict.value,
        "records": report.records,
        "employer_codes": list(report.employer_codes),
        "months": [str(month) for month in report.months],
        "totals": totals_for_json(report.totals),
        "summary": _summary(report),
        "findings": [_finding(finding, language) for finding in report.findings],
    }


def totals_for_json(totals: Totals) -> dict[str, Value]:
    """Heads and sen of each scheme, as the key `totals` of the report has them."""
    return {
        "heads": totals.heads,
        "wages": totals.wages,
        "socso_employer": totals.socso_employer,
        "socso_employee": totals.socso_employee,
        "eis_employer": totals.eis_employer,
        "eis_employee": totals.eis_employee,
        "lindung": totals.lindung,
        "socso_both": totals.socso_both,
        "eis_both": totals.eis_both,
        "acr": totals.acr,
        "ecr": totals.ecr,
        "total": totals.total,
    }


def _summary(report: FileReport) -> dict[str, Value]:
    """Findings of each severity, their places, those that rest on assumptions, those left out."""
    return {
        **{severity.value: report.count(severity) for severity in Severity},
        "places": {severity.value: report.count_places(severity) for severity in Severity},
        "assumed": report.assumed,
        "left_out": report.left_out,
    }


def _finding(finding: Finding, language: Language) -> dict[str, Value]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "title": finding.title.in_language(language),
        "line": finding.line,
        "column": finding.column,
        "end_column": finding.end_column,
        "byte_offset": finding.byte_offset,
        "field": finding.field or None,
        "employee": finding.employee or None,
        "found": finding.found.in_language(language) or None,
        "expected": finding.expected.in_language(language) or None,
        "message": finding.message.in_language(language),
        "mend": finding.mend.in_language(language),
        "places": finding.places,
        "at": [_place(place, language) for place in finding.at],
        "fixable": finding.fixable,
        "source": finding.source_mark,
        "source_entry": finding.source,
    }


def _place(place: Place, language: Language) -> dict[str, Value]:
    return {
        "line": place.line,
        "column": place.column,
        "end_column": place.end_column,
        "employee": place.employee or None,
        "found": place.found.in_language(language) or None,
        "expected": place.expected.in_language(language) or None,
        "message": place.message.in_language(language),
        "mend": place.mend.in_language(language),
    }
