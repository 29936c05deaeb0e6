"""Of which month and employer a payroll sheet is, and what is said where it is another, or not told."""

from datetime import datetime
from pathlib import Path

import pytest

from contributions import YearMonth
from contributions.reconciling.errors import (
    AnotherEmployer,
    WrongMonth,
)
from tests.contributions.reconciling.payroll_sheets import (
    CODE,
    ENGLISH,
    RECORDS,
    Rows,
    as_csv,
    in_csv,
    in_workbook,
    payroll,
)

# Month and employer


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Payroll for September 2026", id="English"),
        pytest.param("Gaji bulan Sept. 2026", id="short"),
        pytest.param("Penyata Gaji 09/2026", id="figures"),
    ],
)
def test_a_sheet_of_another_month_is_refused(tmp_path: Path, rows: Rows, title: str) -> None:
    sheet = in_csv(tmp_path, f"{title}\n{as_csv(rows)}")

    with pytest.raises(WrongMonth) as refused:
        payroll(sheet)

    assert refused.value.found == (YearMonth(2026, 9),)
    assert "--any-month" in refused.value.mend.en
    assert len(payroll(sheet, any_month=True).people) == 6


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Printed on 3 November 2026", id="a day in words"),
        pytest.param("Printed 03/11/2026", id="a day in figures"),
        pytest.param("Payroll October 2026 printed 1st November 2026", id="the month too"),
        pytest.param("Ogos-Oktober 2026", id="several months"),
        pytest.param("Payroll of the year 2026", id="a year"),
        pytest.param("Tel 03-2026 1234", id="a telephone number"),
    ],
)
def test_a_day_of_printing_is_no_month(tmp_path: Path, rows: Rows, title: str) -> None:
    assert len(payroll(in_csv(tmp_path, f"{title}\n{as_csv(rows)}")).people) == 6


@pytest.mark.parametrize(
    ("above", "says"),
    [
        pytest.param("Bulan,Sep-26", "it is of September 2026 (cell B1)", id="two digits of the year"),
        pytest.param("Bulan,202609", "it is of September 2026 (cell B1)", id="digits"),
        pytest.param("Bulan,September", 'it is of "September" (cell B1)', id="no year"),
        pytest.param("Tempoh Gaji,01/09/2026 - 30/09/2026", "it is of September 2026 (cell B1)", id="days"),
        pytest.param("CONTOH MAJU SEPT 2026", "it is of September 2026 (cell A1)", id="any line"),
        pytest.param(
            "Gaji September 2026\nDibayar Oktober 2026", "it is of September 2026 (cell A1)", id="paid later"
        ),
    ],
)
def test_a_month_that_is_not_the_files_is_named_with_its_cell(
    tmp_path: Path, rows: Rows, above: str, says: str
) -> None:
    with pytest.raises(WrongMonth) as refused:
        payroll(in_csv(tmp_path, f"{above}\n{as_csv(rows)}"))

    assert refused.value.reason.en == f"{says}, and the file of October 2026"
    assert refused.value.reason.ms.endswith("manakala fail bagi Oktober 2026")


@pytest.mark.parametrize(
    ("above", "says", "malay"),
    [
        pytest.param(
            "Gaji September (dibayar Oktober 2026)",
            "The sheet speaks of more than one month: October 2026 (cell A1), September 2026 (cell A1). "
            "It was compared as that of October 2026.",
            "lebih daripada satu bulan",
            id="two months",
        ),
        pytest.param(
            "Bulan,Oktober",
            'Cell B1 says "Oktober" without a year: it was taken as October 2026.',
            "tanpa tahun",
            id="no year",
        ),
        pytest.param(
            "Bulan,Q4",
            'The month of the sheet was not understood: cell B1 says "Q4". '
            "Look whether it is of October 2026.",
            "tidak difahami",
            id="no month",
        ),
    ],
)
def test_a_month_understood_in_part_is_told(
    tmp_path: Path, rows: Rows, above: str, says: str, malay: str
) -> None:
    path = in_csv(tmp_path, f"{above}\n{as_csv(rows)}")

    (note,) = payroll(path).on_months
    assert note.en == says
    assert malay in note.ms
    assert payroll(path, any_month=True).on_months == ()


def test_a_column_of_months_decides_whatever_stands_above(tmp_path: Path, rows: Rows) -> None:
    october = [[*row, "10/2026"] for row in rows]
    path = in_csv(tmp_path, f"Bulan,Oktober\n{as_csv(october, (*ENGLISH, 'Month'))}")

    assert payroll(path).on_months == ()


@pytest.mark.parametrize("name", ["Sep-26", "Sept 2026", "September", "Gaji Sept 2026"])
def test_a_sheet_named_after_another_month_is_refused(tmp_path: Path, rows: Rows, name: str) -> None:
    with pytest.raises(WrongMonth):
        payroll(in_workbook(tmp_path, {name: [ENGLISH, *rows]}))


def test_the_sheet_of_a_year_that_is_named_after_the_month_is_chosen_and_said(
    tmp_path: Path, rows: Rows
) -> None:
    sheet = payroll(in_workbook(tmp_path, {"Sept": [ENGLISH, *rows[:2]], "Okt": [ENGLISH, *rows]}))

    assert sheet.sheets == ("Okt",)
    assert [note.en for note in sheet.on_months] == [
        'The name of the sheet says "Okt" without a year: it was taken as October 2026.'
    ]


def test_a_date_beside_the_word_month_counts(tmp_path: Path, rows: Rows) -> None:
    import xlsxwriter

    path = tmp_path / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "mmm yyyy"})
    sheet.write_string(0, 0, "Month")
    sheet.write_datetime(0, 1, datetime(2026, 9, 1), day)  # noqa: DTZ001 - a cell has no zone
    for index, row in enumerate([ENGLISH, *rows], start=2):
        sheet.write_row(index, 0, row)
    book.close()

    with pytest.raises(WrongMonth):
        payroll(path)


def test_rows_of_other_months_are_left_out_and_told(tmp_path: Path, rows: Rows) -> None:
    september = [[*row, "09/2026"] for row in rows]
    october = [[*row, "Okt 2026"] for row in rows]
    sheet = payroll(in_csv(tmp_path, as_csv([*september, *october], (*ENGLISH, "Bulan"))))

    assert sheet.people[RECORDS[0].identity_number].amounts["wage"] == 325000
    assert [note.en for note in sheet.notes] == ["6 rows of other months were left out."]


def test_a_column_of_other_months_alone_is_the_wrong_month(tmp_path: Path, rows: Rows) -> None:
    sheet = in_csv(tmp_path, as_csv([[*row, "2026-09"] for row in rows], (*ENGLISH, "Month")))

    with pytest.raises(WrongMonth):
        payroll(sheet)


def test_a_sheet_of_another_employer_is_refused(tmp_path: Path, rows: Rows) -> None:
    above = in_csv(tmp_path, f"Kod majikan: B3200000456Y\n{as_csv(rows)}")

    with pytest.raises(AnotherEmployer) as refused:
        payroll(above)

    assert (refused.value.found, refused.value.wanted) == (("B3200000456Y",), CODE)


def test_rows_of_other_employers_are_left_out_and_told(tmp_path: Path, rows: Rows) -> None:
    mixed = [[*row, CODE.lower() if index else "B3200000456Y"] for index, row in enumerate(rows)]
    sheet = payroll(in_csv(tmp_path, as_csv(mixed, (*ENGLISH, "Employer Code"))))

    assert len(sheet.people) == 5
    assert [note.en for note in sheet.notes] == ["1 row of other employers was left out."]


def test_a_column_of_other_employers_alone_is_another_employer(tmp_path: Path, rows: Rows) -> None:
    sheet = in_csv(tmp_path, as_csv([[*row, "B3200000456Y"] for row in rows], (*ENGLISH, "Kod Majikan")))

    with pytest.raises(AnotherEmployer):
        payroll(sheet)
