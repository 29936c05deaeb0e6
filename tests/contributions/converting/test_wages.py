"""A wage sheet gives the wages of its month, and none of another."""

from pathlib import Path

import pytest

from contributions.converting import Kind, NotConvertible, choose_sheet, map_columns
from contributions.converting.result import Remark
from contributions.converting.wages import Wage, wages_in
from contributions.months import YearMonth
from contributions.sheets import read_sheets
from tests.contributions.converting.payrolls import AMINAH, as_csv

APRIL = YearMonth(2026, 4)
NEEDED = ("identity_number", "wage")


def read_wages(folder: Path, text: str) -> tuple[dict[str, Wage], list[Remark]]:
    columns = map_columns(choose_sheet(read_sheets(as_csv(folder, text))), {}, needed=NEEDED)
    return wages_in(columns, APRIL)


def test_a_wage_sheet_gives_wages_and_says_what_it_cannot(tmp_path: Path) -> None:
    text = (
        f"IC,Gaji\n{AMINAH},3250\n880515105437,lots\n880515105439,4.800\n{AMINAH},1\n,\n,100\n"
        "Jumlah,3250\n791123086211,\nDisediakan oleh,Disahkan oleh\n,#N/A\n"
    )

    wages, remarks = read_wages(tmp_path, text)

    assert wages == {AMINAH: Wage(2, 3250_00)}
    assert [(each.row, each.message.en) for each in remarks] == [
        (3, "'lots' is no amount in ringgit"),
        (4, "'4.800' may be RM 4,800.00 or RM 4.80: a point stands before three digits"),
        (5, "the same person as in row 2"),
        (7, "identity number missing"),
        (9, "wage missing"),
        (11, "identity number missing"),
    ]


@pytest.mark.parametrize(
    ("above", "says"),
    [
        pytest.param("Gaji Mei 2026\n", "the wage sheet is of May 2026 (cell A1)", id="title"),
        pytest.param("Bulan:,05/2026\n", "the wage sheet is of May 2026 (cell B1)", id="label"),
    ],
)
def test_a_sheet_that_says_another_month_is_refused(tmp_path: Path, above: str, says: str) -> None:
    with pytest.raises(NotConvertible) as refused:
        read_wages(tmp_path, f"{above}IC,Gaji\n{AMINAH},3250\n")

    assert refused.value.reason.en == f"{says}, and the files are of April 2026"
    assert refused.value.reason.ms.endswith("manakala fail bagi April 2026")
    assert refused.value.mend.en == "Give the wages of April 2026, or correct the month in the sheet."


def test_wages_may_be_sen(tmp_path: Path) -> None:
    wages, _ = read_wages(tmp_path, f"IC,Gaji (sen)\n{AMINAH},325000\n")

    assert wages == {AMINAH: Wage(2, 3250_00)}


def test_what_stands_below_the_wages_is_nobody(tmp_path: Path) -> None:
    below = "Tarikh: 31/10/2026,\n31/10/2026,31/10/2026\n6 orang,3250\n6,\n"

    wages, remarks = read_wages(tmp_path, f"IC,Gaji\n{AMINAH},3250\n{below}")
    assert ([*wages], remarks) == ([AMINAH], [])

    wages, remarks = read_wages(tmp_path, f"IC,Gaji\n{AMINAH},3250\n6,\nA1234567,10\n,5\n")
    assert ([*wages], [each.row for each in remarks]) == ([AMINAH, "A1234567"], [3, 5])


def test_rows_of_another_month_are_left_out_and_told(tmp_path: Path) -> None:
    text = (
        f"Gaji Mei 2026\nIC,Gaji,Bulan\n{AMINAH},3250,04/2026\n{AMINAH},99,Mei 2026\n880515105437,4800,\n"
        "791123086211,1,soon\n"
    )

    wages, remarks = read_wages(tmp_path, text)

    assert wages == {AMINAH: Wage(3, 3250_00), "880515105437": Wage(5, 4800_00)}
    assert [(each.kind, each.row, each.message.en) for each in remarks] == [
        (Kind.LEFT_OUT, 4, "of May 2026: left out"),
        (Kind.WRONG, 6, "'soon' is no month"),
    ]


def test_a_column_of_another_month_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        NotConvertible, match=r"the wage sheet is of May 2026, and the files are of April 2026"
    ):
        read_wages(tmp_path, f"IC,Gaji,Bulan\n{AMINAH},3250,05/2026\n")


def test_a_title_of_the_month_and_another_is_taken(tmp_path: Path) -> None:
    wages, _ = read_wages(tmp_path, f"Gaji April & bonus Mei 2026\nIC,Gaji\n{AMINAH},3250\n")

    assert wages == {AMINAH: Wage(3, 3250_00)}
