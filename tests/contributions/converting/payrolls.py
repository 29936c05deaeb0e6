"""Payroll sheets for tests: CSV text or a workbook, and what is taken from them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from contributions.converting import Conversion, Given, choose_sheet, map_columns, take_rows
from contributions.months import YearMonth
from contributions.sheets import read_sheets

OCTOBER = YearMonth(2026, 10)
GIVEN = Given(employer_code="B3200000123X", ssm_number="202301012345", month=OCTOBER)
AMINAH = "900101145678"


def as_csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "payroll.csv"
    path.write_bytes(text.encode(encoding))
    return path


def as_xlsx(folder: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    path = folder / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for rows in sheets:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    book.close()
    return path


def converted(path: Path, given: Given = GIVEN, said: Mapping[str, str] | None = None) -> Conversion:
    return take_rows(map_columns(choose_sheet(read_sheets(path)), said or {}), given)
