"""Payroll sheets for tests: made from the records of a file, then changed."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import xlsxwriter

from assist_data import data_path
from contributions import Record, YearMonth, read
from contributions.reconciling import (
    Asked,
    Payroll,
    Reconciliation,
    SaidColumns,
    read_file,
    read_payroll,
    reconcile,
)

FILE = data_path("files", "contoh-maju-2026-10.txt")
RECORDS = read(FILE)
AMINAH, TAN = RECORDS[0], RECORDS[1]
OCTOBER = YearMonth(2026, 10)
CODE = "B3200000123X"
ENGLISH = (
    "IC No", "Name", "Wage", "SOCSO Employer", "SOCSO Employee", "EIS Employer", "EIS Employee",
    "LINDUNG 24 JAM",
)  # fmt: skip
AMOUNTS = ("wage", "socso_employer", "socso_employee", "eis_employer", "eis_employee", "lindung")
Rows = list[list[object]]


def rows_of(records: Iterable[Record]) -> Rows:
    """A row for each record: who it is, then the amounts in ringgit."""
    return [
        [record.identity_number, record.name, *(getattr(record, field) / 100 for field in AMOUNTS)]
        for record in records
    ]


def as_csv(rows: Iterable[Sequence[object]], headings: Sequence[str] = ENGLISH) -> str:
    return "".join(",".join(map(str, row)) + "\r\n" for row in [headings, *rows])


def in_csv(folder: Path, text: str) -> Path:
    path = folder / "payroll.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def in_workbook(folder: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    path = folder / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
    book.close()
    return path


def compared(sheet: Path, file: Path = FILE) -> Reconciliation:
    side = read_file(file)
    return reconcile(side, read_payroll(sheet, month=side.month, employer_code=side.employer_code))


def payroll(path: Path, *sheets: str, any_month: bool = False) -> Payroll:
    asked = Asked(sheets=sheets, any_month=any_month)
    return read_payroll(path, month=OCTOBER, employer_code=CODE, asked=asked)


def mapped(path: Path, fields: Mapping[str, str], *, guess: bool = True) -> Payroll:
    asked = Asked(columns=SaidColumns(fields, guess=guess))
    return read_payroll(path, month=OCTOBER, employer_code=CODE, asked=asked)
