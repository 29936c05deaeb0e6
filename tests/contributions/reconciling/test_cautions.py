"""What is told beside the answer of a reconciliation: sums that are others, and people on several lines."""

from pathlib import Path

import pytest

from contributions import Record, write
from contributions.reconciling.outputs.words import cautions
from tests.contributions.reconciling.payroll_sheets import (
    AMINAH,
    ENGLISH,
    RECORDS,
    TAN,
    Rows,
    as_csv,
    compared,
    in_csv,
    rows_of,
)


@pytest.mark.parametrize(
    ("added", "en", "ms"),
    [
        pytest.param(
            [AMINAH],
            "1 person in the file has several lines, which were added up (lines 1, 7). A person has one line",
            "1 orang dalam fail ada beberapa baris, dan amaunnya dijumlahkan (baris 1, 7). Seorang",
            id="one",
        ),
        pytest.param(
            [TAN, AMINAH],
            "2 people in the file have several lines, which were added up (the first: lines 1, 8). A person",
            "2 orang dalam fail ada beberapa baris, dan amaunnya dijumlahkan (yang pertama: baris 1, 8).",
            id="two",
        ),
    ],
)
def test_who_has_several_lines_of_the_file_is_told_beside_the_answer(
    added: list[Record], en: str, ms: str, tmp_path: Path, rows: Rows
) -> None:
    path = tmp_path / "october.txt"
    write([*RECORDS, *added], path)

    (said,) = cautions(compared(in_csv(tmp_path, as_csv([*rows, *rows_of(added)])), path))

    assert said.en.startswith(en)
    assert said.ms.startswith(ms)
    assert "assist check october.txt" in said.en


def sums(rows: Rows, label: str = "JUMLAH") -> list[object]:
    """A row with the sums of all amounts of others."""
    return [label, "", *(round(sum(float(str(row[at])) for row in rows), 2) for at in range(2, 8))]


def test_a_row_of_sums_that_says_something_else_is_told_beside_the_answer(tmp_path: Path, rows: Rows) -> None:
    wrong = sums(rows)
    wrong[2] = 99999

    result = compared(in_csv(tmp_path, as_csv([*rows, wrong])))

    (said,) = cautions(result)
    assert said.en == (
        'Row 8 of the sheet ("JUMLAH") says RM 99,999.00 in "Wage", and the rows above it come to '
        "RM 21,350.00."
    )
    assert 'Baris 8 hamparan ("JUMLAH") menyatakan RM 99,999.00 dalam "Wage"' in said.ms


def test_sums_of_a_part_and_of_all_are_both_right(tmp_path: Path, rows: Rows) -> None:
    listed = [*rows[:2], sums(rows[:2], "Subtotal"), *rows[2:], sums(rows[2:], "Subtotal"), sums(rows)]

    assert [*cautions(compared(in_csv(tmp_path, as_csv(listed))))] == []


@pytest.mark.parametrize("cell", ["", "#N/A"])
def test_a_row_of_sums_without_an_amount_that_is_understood_says_nothing(
    tmp_path: Path, rows: Rows, cell: str
) -> None:
    assert [*cautions(compared(in_csv(tmp_path, as_csv([*rows, ["Jumlah", "", *[cell] * 6]]))))] == []


def test_sums_over_rows_of_another_month_are_not_compared(tmp_path: Path, rows: Rows) -> None:
    listed = [[*row, "2026-10"] for row in rows] + [[*rows[0], "2026-09"], ["Jumlah", "", 99999, *[""] * 6]]

    assert [*cautions(compared(in_csv(tmp_path, as_csv(listed, (*ENGLISH, "Month")))))] == []
