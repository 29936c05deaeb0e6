"""The findings of a file as the portal's table shows them.

Columns and severities are those of portal-flows 6.3 (assumed there). A cause that occurs in ten thousand
lines is shown at its first places, with the number of the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from contributions import FileReport, Finding, Language, Place, Severity, T
from contributions.identifiers import mykad

__all__ = ["FindingRow", "masked", "rows"]

SHOWN_DIGITS: Final = 4
SEVERITY_WORDS: Final = {
    Severity.FILE: T("Whole file", "Seluruh fail"),
    Severity.ERROR: T("Error", "Ralat"),
    Severity.WARNING: T("Warning", "Amaran"),
    Severity.INFO: T("Information", "Maklumat"),
}


@dataclass(frozen=True)
class FindingRow:
    """One place of one finding, in one language.

    Attributes:
        line: 0 for the whole file.
        columns: `233-238`, or empty.
        identity_number: masked, but for its last digits.
        more: how many further places the finding has, said after its last shown one.
    """

    line: int
    columns: str
    identity_number: str
    name: str
    field: str
    value: str
    expected: str
    code: str
    explanation: str
    mend: str
    severity: Severity
    severity_words: str
    more: int = 0


def rows(report: FileReport, *, language: Language, only: Severity | None = None) -> tuple[FindingRow, ...]:
    """The rows of the table, gravest first and by line within, of one severity when it is named."""
    order = list(Severity)
    wanted = [finding for finding in report.findings if only in {None, finding.severity}]
    found = [row for finding in wanted for row in _rows(finding, language)]
    return tuple(sorted(found, key=lambda row: (order.index(row.severity), row.line, row.code)))


def masked(identity_number: str) -> str:
    """An identity number of which only the last digits show.

    >>> masked("900101145678")
    '********5678'
    """
    hidden = max(len(identity_number) - SHOWN_DIGITS, 0)
    return "*" * hidden + identity_number[hidden:]


def _rows(finding: Finding, language: Language) -> Iterator[FindingRow]:
    for number, place in enumerate(finding.at, start=1):
        is_last = number == len(finding.at)
        identity = place.employee.strip()
        # how a number is written shows what is wrong with it; of one that is well written the end is enough
        hidden = masked(identity) if mykad.is_valid(identity) else identity
        yield FindingRow(
            line=place.line,
            columns=_columns(place),
            identity_number=masked(identity),
            name=place.employee_name.strip(),
            field=finding.field_title.in_language(language),
            value=place.found.in_language(language).replace(identity, hidden),
            expected=place.expected.in_language(language).replace(identity, hidden),
            code=finding.code,
            explanation=place.message.in_language(language).replace(identity, hidden),
            mend=place.mend.in_language(language).replace(identity, hidden),
            severity=finding.severity,
            severity_words=SEVERITY_WORDS[finding.severity].in_language(language),
            more=finding.places - len(finding.at) if is_last else 0,
        )


def _columns(place: Place) -> str:
    if not place.column:
        return ""
    return f"{place.column}-{place.end_column}" if place.end_column > place.column else str(place.column)
