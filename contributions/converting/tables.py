"""A contribution file as a table for people: a workbook, or CSV that Excel opens without harm.

Identity numbers are text, so that no zero is lost; amounts are ringgit. The headings are those that are known
when a sheet is read, so what is written can be converted back.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO

from contributions.bilingual import Language, T
from contributions.converting.errors import NotConvertible
from contributions.layouts import Field, Kind, Layout
from contributions.months import YearMonth
from contributions.record import Record, SingleRecord
from contributions.sheets.cells import guarded

__all__ = ["LAST_ROW", "heading_of", "records_as_csv", "records_as_xlsx"]

LAST_ROW = 1_048_574
"""A sheet of Excel has no more rows than this between its headings and a row of sums."""
SEN = 100
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_WIDTHS = {Kind.TEXT: 20, Kind.MONTH: 12, Kind.SEN: 15, Kind.DATE: 14, Kind.STATUS: 10}
_SHEET = T("Contributions", "Caruman")
_TOTAL = T("TOTAL", "JUMLAH")
Line = Record | SingleRecord
_NUMBERS = frozenset({"ssm_number", "identity_number"})


def heading_of(field: Field) -> T:
    """The heading of a field's column."""
    unit = " (RM)" if field.kind is Kind.SEN else ""
    return T(*(f"{title[0].upper()}{title[1:]}{unit}" for title in (field.title.en, field.title.ms)))


def records_as_xlsx(
    records: Sequence[Line], layout: Layout, *, language: Language = "en", made_on: date
) -> bytes:
    """The workbook: headings that stay, one row for each record, a row of sums.

    Raises:
        NotConvertible: a sheet cannot hold as many.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.utility import xl_range

    if len(records) > LAST_ROW:
        raise NotConvertible(
            T(
                f"{len(records):,} records are more than a sheet holds",
                f"{len(records):,} rekod melebihi had satu helaian",
            ),
            T("Divide the file first: assist split FILE.", "Bahagikan fail dahulu: assist split FAIL."),
        )
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(made_on.year, made_on.month, made_on.day)})  # noqa: DTZ001 - Excel has no zones
    head = book.add_format({"bold": True, "bg_color": "#14304F", "font_color": "#FFFFFF", "text_wrap": True})
    text = book.add_format({"num_format": "@"})
    money = book.add_format({"num_format": "#,##0.00"})
    total = book.add_format({"num_format": "#,##0.00", "bold": True, "top": 1})
    month = book.add_format({"num_format": "mm/yyyy", "align": "left"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    sheet = book.add_worksheet(_SHEET.in_language(language))
    fields = _fields(layout)
    last = len(records)
    for index, field in enumerate(fields):
        sheet.set_column(index, index, 40 if field.name == "name" else _WIDTHS[field.kind])
        sheet.write_string(0, index, heading_of(field).in_language(language), head)
        for row, record in enumerate(records, start=1):
            value = getattr(record, field.name)
            if field.kind is Kind.SEN:
                sheet.write_number(row, index, value / SEN, money)
            elif isinstance(value, YearMonth):
                sheet.write_datetime(row, index, value.first_day, month)
            elif isinstance(value, date):
                sheet.write_datetime(row, index, value, day)
            elif value:
                sheet.write_string(row, index, value, text)
        if field.kind is Kind.SEN:
            sums = sum(getattr(record, field.name) for record in records) / SEN
            sheet.write_formula(last + 1, index, f"=SUM({xl_range(1, index, last, index)})", total, sums)
        else:
            label = _TOTAL.in_language(language) if index == 0 else ""
            sheet.write_string(last + 1, index, label, total)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(fields) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return out.getvalue()


def records_as_csv(records: Iterable[Line], layout: Layout, *, language: Language = "en") -> bytes:
    """CSV with a byte-order mark for Excel; numbers that are names keep an apostrophe in front."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    fields = _fields(layout)
    writer.writerow([heading_of(field).in_language(language) for field in fields])
    writer.writerows(
        [_shown(field.name, getattr(record, field.name)) for field in fields] for record in records
    )
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _fields(layout: Layout) -> list[Field]:
    return [field for field in layout if field.kind is not Kind.FILLER]


def _shown(name: str, value: object) -> str:
    if isinstance(value, YearMonth):
        return f"{value.month:02}/{value.year}"
    if isinstance(value, int):
        return f"{value // SEN}.{value % SEN:02}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    text = str(value or "")
    return f"'{text}" if text.isdigit() and name in _NUMBERS else guarded(text)
