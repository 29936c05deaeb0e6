"""Cells in which nothing is written: not compared where they are a whole column, else told."""

from pathlib import Path

import pytest

from contributions import read
from contributions.reconciling.errors import NothingFilledIn
from contributions.reconciling.outputs.words import columns_read, notes
from contributions.reconciling.people import WITH_LINDUNG
from tests.contributions.reconciling.payroll_sheets import (
    ENGLISH,
    FILE,
    Rows,
    as_csv,
    compared,
    in_csv,
    in_workbook,
    rows_of,
)

LINDUNG = 7


@pytest.fixture
def rows() -> Rows:
    return rows_of(read(FILE))


def emptied(rows: Rows, *columns: int) -> Rows:
    return [["" if index in columns else cell for index, cell in enumerate(row)] for row in rows]


def test_a_column_of_amounts_that_is_empty_for_everybody_is_not_compared(tmp_path: Path, rows: Rows) -> None:
    result = compared(in_workbook(tmp_path, {"Okt": [ENGLISH, *emptied(rows, LINDUNG)]}))

    assert (result.agrees, result.not_compared) == (True, ("lindung",))
    assert [note.en for note in notes(result)][-1] == (
        'Not compared, since nobody has an amount in it: "LINDUNG 24 JAM". '
        "Where formulas stand there, open the workbook in Excel and save it."
    )
    assert not any("no column" in note.en for note in notes(result))


def test_an_amount_without_a_column_is_told_beside_an_empty_one(tmp_path: Path, rows: Rows) -> None:
    without_eis = [row[:6] + row[7:] for row in emptied(rows, LINDUNG)]

    result = compared(in_csv(tmp_path, as_csv(without_eis, ENGLISH[:6] + ENGLISH[7:])))

    told = [note.en for note in notes(result)]
    assert "Not compared, since the sheet has no column for it: EIS, employee." in told


def test_a_share_with_lindung_in_it_is_known_beside_an_empty_column_of_both(
    tmp_path: Path, rows: Rows
) -> None:
    both: Rows = [
        [*row[:4], round(float(str(row[4])) + float(str(row[LINDUNG])), 2), "", *row[5:7]] for row in rows
    ]
    headings = (*ENGLISH[:5], "SOCSO + SKBBK (EE)", *ENGLISH[5:7])

    result = compared(in_csv(tmp_path, as_csv(both, headings)))

    assert (result.agrees, result.with_lindung) == (True, True)
    assert [heading for title, heading in columns_read(result) if "LINDUNG" in title.en] == [
        'E "SOCSO Employee"'
    ]
    assert result.sheet.empty == (WITH_LINDUNG,)


def test_a_sheet_without_any_amount_cannot_be_compared(tmp_path: Path, rows: Rows) -> None:
    path = in_csv(tmp_path, as_csv([row[:3] for row in emptied(rows, 2)], ENGLISH[:3]))

    with pytest.raises(NothingFilledIn) as refused:
        compared(path)

    assert refused.value.reason.en == 'nobody has an amount in it: "Wage" is empty'
    assert "Excel" in refused.value.mend.ms


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        pytest.param(
            (LINDUNG,), "1 empty cell of amounts was taken as nothing; the first is in row 3", id="one"
        ),
        pytest.param(
            (6, LINDUNG), "2 empty cells of amounts were taken as nothing; the first is in row 3", id="two"
        ),
    ],
)
def test_single_empty_cells_are_nothing_and_told(
    tmp_path: Path, rows: Rows, columns: tuple[int, ...], says: str
) -> None:
    rows[1:2] = emptied(rows[1:2], *columns)

    result = compared(in_csv(tmp_path, as_csv(rows)))

    assert [pair.fields for pair in result.differing] == [
        tuple({6: "eis_employee", LINDUNG: "lindung"}[column] for column in reversed(columns))
    ]
    assert any(note.en.startswith(says) for note in result.sheet.notes)


def test_a_dash_is_none_and_is_not_told(tmp_path: Path, rows: Rows) -> None:
    rows[1][LINDUNG] = "-"

    assert compared(in_csv(tmp_path, as_csv(rows))).sheet.notes == ()


def test_a_column_that_one_of_the_named_sheets_fills_is_compared(tmp_path: Path, rows: Rows) -> None:
    from contributions.reconciling import Asked, read_file, read_payroll

    book = in_workbook(
        tmp_path, {"Ipoh": [ENGLISH, *rows[:3]], "Klang": [ENGLISH, *emptied(rows[3:], LINDUNG)]}
    )
    side = read_file(FILE)

    sheet = read_payroll(
        book,
        month=side.month,
        employer_code=side.employer_code,
        asked=Asked(sheets=["Ipoh", "Klang"]),
    )

    assert "lindung" in sheet.amounts
    assert [note.en.split(";")[0] for note in sheet.notes] == [
        "3 empty cells of amounts were taken as nothing"
    ]
