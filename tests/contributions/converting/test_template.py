"""The workbook to fill in: headings that are known, numbers kept as text, an example that converts."""

from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from contributions import Verdict, YearMonth, check, write
from contributions.converting import Given, choose_sheet, map_columns, take_rows
from contributions.converting.template import template_as_xlsx
from contributions.sheets import read_sheets

OCTOBER, MADE_ON = YearMonth(2026, 10), date(2026, 11, 10)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "payroll.xlsx"
    path.write_bytes(template_as_xlsx(month=OCTOBER, made_on=MADE_ON))
    return path


def test_every_column_is_known_and_the_example_is_valid(template: Path) -> None:
    columns = map_columns(choose_sheet(read_sheets(template)), {})

    result = take_rows(columns, Given())

    assert [column.field for column in columns.columns] == [
        "employer_code", "ssm_number", "month", "identity_number", "name", "wage", "born", "released",
    ]  # fmt: skip
    assert [record.month for record in result.records] == [OCTOBER]
    assert result.remarks == []
    assert check(write(result.records), as_of=MADE_ON).verdict is Verdict.VALID


def test_it_tells_in_both_languages_what_to_do(template: Path) -> None:
    with CalamineWorkbook.from_path(template) as book:
        names = book.sheet_names
        rows = book.get_sheet_by_name("Arahan - Instructions").to_python()

    assert names == ["Payroll", "Arahan - Instructions"]
    assert rows[0] == ["Arahan", "Instructions"]
    assert all(malay and english and malay != english for malay, english in rows[2:])


def test_excel_refuses_while_typing_what_cannot_be_and_keeps_zeros(template: Path) -> None:
    from zipfile import ZipFile

    with ZipFile(template) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()

    assert sheet.count("<dataValidation ") == 8
    assert 'type="list"' in sheet
    assert 'type="decimal"' in sheet
    assert 'formatCode="@"' in styles  # text


def test_the_same_day_gives_the_same_workbook(template: Path) -> None:
    assert template.read_bytes() == template_as_xlsx(month=OCTOBER, made_on=MADE_ON)
