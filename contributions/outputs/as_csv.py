"""Findings as CSV for a spreadsheet: a row for each place that is listed.

It begins with a byte-order mark, so that Excel reads it as UTF-8. A cell that a spreadsheet would take
for a formula gets an apostrophe in front, and identity numbers are written so that they stay text.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from contributions.bilingual import Language, T
from contributions.findings import FileReport
from contributions.outputs.printable import printable_report
from contributions.outputs.words import SEVERITY_WORDS

__all__ = ["findings_as_csv", "reports_as_csv"]

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_HEADINGS = (
    T("Line", "Baris"),
    T("First column", "Lajur pertama"),
    T("Last column", "Lajur terakhir"),
    T("Identity number", "Nombor pengenalan"),
    T("Name", "Nama"),
    T("Field", "Medan"),
    T("Value", "Nilai"),
    T("Expected", "Dijangka"),
    T("Code", "Kod"),
    T("Severity", "Tahap"),
    T("Explanation", "Penjelasan"),
    T("What to do", "Tindakan"),
    T("Places in all", "Jumlah tempat"),
)
_FILE = T("File", "Fail")


def findings_as_csv(report: FileReport, *, language: Language = "en") -> str:
    """The findings of a report as CSV text with a heading, lines ended by CRLF."""
    return _written(_HEADINGS, _rows(printable_report(report), language), language)


def reports_as_csv(reports: Iterable[FileReport], *, language: Language = "en") -> str:
    """The findings of several reports, the file's name first in each row."""
    rows = (
        [report.name, *row] for report in map(printable_report, reports) for row in _rows(report, language)
    )
    return _written((_FILE, *_HEADINGS), rows, language)


def _written(headings: tuple[T, ...], rows: Iterable[list[str]], language: Language) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([heading.in_language(language) for heading in headings])
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def _rows(report: FileReport, language: Language) -> Iterator[list[str]]:
    for finding in report.findings:
        for place in finding.at:
            yield [
                str(place.line) if place.line else "",
                str(place.column) if place.column else "",
                str(place.end_column) if place.end_column else "",
                f"'{place.employee}" if place.employee.isdigit() else place.employee,
                place.employee_name,
                finding.field_title.in_language(language),
                place.found.in_language(language),
                place.expected.in_language(language),
                finding.code,
                SEVERITY_WORDS[finding.severity].in_language(language),
                place.message.in_language(language),
                place.mend.in_language(language),
                str(finding.places),
            ]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA_STARTS) else cell
