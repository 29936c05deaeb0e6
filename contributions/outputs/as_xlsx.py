"""Reports as an Excel workbook: a sheet of findings to filter, a sheet with a row for each file.

Every text is written as text, identity numbers too, so that no zero is lost and nothing is a formula.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from contributions.bilingual import Language, T
from contributions.findings import FileReport, Finding, Place
from contributions.outputs.printable import printable_report
from contributions.outputs.words import SEVERITY_WORDS, VERDICT_WORDS, counted

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["reports_as_xlsx"]

LAST_ROW = 1_048_575
"""A sheet of Excel has no more rows than this below its heading."""
SEN = 100
_FINDINGS: tuple[tuple[T, int], ...] = (
    (T("File", "Fail"), 28),
    (T("Line", "Baris"), 8),
    (T("First column", "Lajur pertama"), 12),
    (T("Last column", "Lajur terakhir"), 12),
    (T("Identity number", "Nombor pengenalan"), 18),
    (T("Name", "Nama"), 28),
    (T("Field", "Medan"), 22),
    (T("Value", "Nilai"), 20),
    (T("Expected", "Dijangka"), 24),
    (T("Code", "Kod"), 8),
    (T("Severity", "Tahap"), 10),
    (T("Explanation", "Penjelasan"), 60),
    (T("What to do", "Tindakan"), 60),
    (T("Places in all", "Jumlah tempat"), 12),
)
_FILES: tuple[tuple[T, int], ...] = (
    (T("File", "Fail"), 28),
    (T("Verdict", "Keputusan"), 20),
    (T("Layout", "Susun atur"), 10),
    (T("Employer code", "Kod majikan"), 18),
    (T("Month", "Bulan"), 16),
    (T("Employees", "Pekerja"), 10),
    (T("Errors", "Ralat"), 8),
    (T("Warnings", "Amaran"), 9),
    (T("Left out", "Ditinggalkan"), 12),
    (T("Wages", "Gaji"), 14),
    (T("SOCSO, employer", "PERKESO, majikan"), 16),
    (T("SOCSO, employee", "PERKESO, pekerja"), 16),
    (T("LINDUNG 24 JAM", "LINDUNG 24 JAM"), 16),
    (T("EIS, employer", "SIP, majikan"), 14),
    (T("EIS, employee", "SIP, pekerja"), 14),
    (T("ACR", "ACR"), 14),
    (T("ECR", "ECR"), 14),
    (T("Total", "Jumlah"), 14),
    (T("SHA-256", "SHA-256"), 66),
)


def reports_as_xlsx(reports: Iterable[FileReport], *, as_of: date, language: Language = "en") -> bytes:
    """The workbook. Its date of making is `as_of`, so that the same reports give the same bytes."""
    from xlsxwriter import Workbook

    listed = [printable_report(report) for report in reports]
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(as_of.year, as_of.month, as_of.day)})  # noqa: DTZ001 - Excel has no zones
    findings = (
        (report, finding, place) for report in listed for finding in report.findings for place in finding.at
    )
    _sheet(
        book,
        T("Findings", "Dapatan"),
        _FINDINGS,
        language,
        (_finding_row(*each, language) for each in findings),
    )
    _sheet(book, T("Files", "Fail"), _FILES, language, (_file_row(report, language) for report in listed))
    book.close()
    return out.getvalue()


def _sheet(
    book: "Workbook",
    name: T,
    columns: Sequence[tuple[T, int]],
    language: Language,
    rows: Iterable[Sequence[str | int | float]],
) -> None:
    heading = book.add_format(
        {"bold": True, "bg_color": "#14304F", "font_color": "#FFFFFF", "text_wrap": True}
    )
    text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    count = book.add_format({"num_format": "0", "valign": "top"})
    money = book.add_format({"num_format": "#,##0.00", "valign": "top"})
    sheet = book.add_worksheet(name.in_language(language))
    for index, (title, width) in enumerate(columns):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, title.in_language(language), heading)
    last = 0
    for last, row in enumerate(rows, start=1):
        if last > LAST_ROW:
            break
        for index, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(last, index, cell, text)
            else:
                sheet.write_number(last, index, cell, money if isinstance(cell, float) else count)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, min(last, LAST_ROW), len(columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _finding_row(
    report: FileReport, finding: Finding, place: Place, language: Language
) -> list[str | int | float]:
    return [
        report.name,
        place.line or "",
        place.column or "",
        place.end_column or "",
        place.employee,
        place.employee_name,
        finding.field_title.in_language(language),
        place.found.in_language(language),
        place.expected.in_language(language),
        finding.code,
        SEVERITY_WORDS[finding.severity].in_language(language),
        place.message.in_language(language),
        place.mend.in_language(language),
        finding.places,
    ]


def _file_row(report: FileReport, language: Language) -> list[str | int | float]:
    totals = report.totals
    errors, warnings = counted(report)
    amounts = (
        totals.wages, totals.socso_employer, totals.socso_employee, totals.lindung,
        totals.eis_employer, totals.eis_employee, totals.acr, totals.ecr, totals.total,
    )  # fmt: skip
    return [
        report.name,
        VERDICT_WORDS[report.verdict].in_language(language),
        report.layout or "",
        ", ".join(report.employer_codes),
        ", ".join(month.mmyyyy for month in report.months),
        totals.heads,
        errors,
        warnings,
        report.left_out,
        *(amount / SEN for amount in amounts),
        report.sha256,
    ]
