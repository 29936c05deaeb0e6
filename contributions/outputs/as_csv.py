"""Findings as CSV for a spreadsheet: a row for each place that is listed.

It begins with a byte-order mark, so that Excel reads it as UTF-8. A cell that a spreadsheet would take
for a formula gets an apostrophe in front, and identity numbers are written so that they stay text.
"""

import csv
import io

from contributions.bilingual import Language, T
from contributions.findings import FileReport, Severity

__all__ = ["findings_as_csv"]

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
SEVERITY_WORDS = {
    Severity.FILE: T("File", "Fail"),
    Severity.ERROR: T("Error", "Ralat"),
    Severity.WARNING: T("Warning", "Amaran"),
    Severity.INFO: T("Note", "Nota"),
}


def findings_as_csv(report: FileReport, *, language: Language = "en") -> str:
    """The findings of a report as CSV text with a heading, lines ended by CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([heading.in_language(language) for heading in _HEADINGS])
    for finding in report.findings:
        for place in finding.at:
            cells = (
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
            )
            writer.writerow([_harmless(cell) for cell in cells])
    return BYTE_ORDER_MARK + out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA_STARTS) else cell
