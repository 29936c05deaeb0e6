"""An amount that is not written is none only where none is due; an empty cell is never RM 0.00 unsaid."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from contributions.checks.examples import SAMPLE
from contributions.converting import Kind, choose_sheet, map_columns
from contributions.months import YearMonth
from contributions.sheets import read_sheets
from tests.contributions.converting.payrolls import AMINAH, GIVEN, as_csv, as_xlsx, converted

AMINAHS = replace(SAMPLE, name="AMINAH BINTI CONTOH")
HEADINGS = (
    "IC", "Nama", "Gaji", "PERKESO Majikan", "PERKESO Pekerja", "SIP Majikan", "SIP Pekerja",
    "LINDUNG 24 JAM",
)  # fmt: skip
PAID = (AMINAH, AMINAHS.name, 3250, 56.85, 16.25, 6.50, 6.50, 24.35)
TAN = ("880515105437", "TAN WEI MING", 4800, 83.15, 23.75, 9.50, 9.50, 35.65)


def sheet(folder: Path, *rows: Sequence[object], headings: Sequence[object] = HEADINGS) -> Path:
    text = "".join(",".join(map(str, row)) + "\n" for row in (headings, *rows))
    return as_csv(folder, text)


def with_empty(row: Sequence[object], *columns: int, cell: str = "") -> list[object]:
    return [cell if index in columns else value for index, value in enumerate(row)]


def test_a_column_that_is_empty_for_everybody_is_computed_like_one_that_is_not_there(tmp_path: Path) -> None:
    path = sheet(tmp_path, with_empty(PAID, 7), with_empty(TAN, 7), ["", "JUMLAH", 8050, 0, 0, 0, 0, 60])

    result = converted(path)

    assert [record.lindung for record in result.records] == [24_35, 35_65]
    assert result.of_kind(Kind.DIFFERS) == result.of_kind(Kind.WRONG) == []


def test_formulas_without_a_value_are_such_a_column(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path, [HEADINGS, with_empty(PAID, 3, 4, 5, 6, 7)])

    assert converted(path).records == [AMINAHS]


def test_a_column_that_is_empty_is_told_and_keeps_what_it_is_for_next_month(tmp_path: Path) -> None:
    columns = map_columns(choose_sheet(read_sheets(sheet(tmp_path, with_empty(PAID, 7)))), {})

    assert [column.heading for column in columns.columns if column.is_empty] == ["LINDUNG 24 JAM"]
    assert "lindung" not in columns.by_field
    assert columns.said["LINDUNG 24 JAM"] == "lindung"


def test_a_sum_of_both_is_taken_where_the_columns_of_its_parts_are_empty(tmp_path: Path) -> None:
    headings = ("IC", "Nama", "Gaji", "PERKESO + SKBBK Pekerja", "PERKESO Pekerja", "SKBBK")
    path = sheet(tmp_path, [AMINAH, AMINAHS.name, 3250, 40.60, "", ""], headings=headings)

    assert converted(path).records == [AMINAHS]


def test_a_share_with_lindung_in_it_is_divided_beside_an_empty_column_for_lindung(tmp_path: Path) -> None:
    result = converted(sheet(tmp_path, [*with_empty(PAID, 4, 7, cell="")[:4], 40.60, 6.50, 6.50, ""]))

    assert result.records == [AMINAHS]


def test_a_sheet_without_people_has_no_empty_columns(tmp_path: Path) -> None:
    columns = map_columns(choose_sheet(read_sheets(sheet(tmp_path))), {})

    assert not any(column.is_empty for column in columns.columns)


def test_an_empty_cell_among_others_is_refused_where_the_tables_give_an_amount(tmp_path: Path) -> None:
    result = converted(sheet(tmp_path, TAN, with_empty(PAID, 7)))

    assert [record.name for record in result.records] == ["TAN WEI MING"]
    (remark,) = result.remarks
    assert (remark.kind, remark.row, remark.column) == (Kind.WRONG, 3, "H")
    assert remark.message.en == "column H is empty here, and the tables give RM 24.35"
    assert remark.message.ms == "lajur H kosong di sini, dan jadual memberi RM 24.35"
    assert remark.mend.en == (
        "Write the amount, or 0 for none; where a formula stands, open the workbook in Excel and save it."
    )


def test_all_empty_cells_of_a_row_are_told_at_once(tmp_path: Path) -> None:
    result = converted(sheet(tmp_path, TAN, with_empty(PAID, 3, 5, 6)))

    (remark,) = result.remarks
    assert remark.column == "D"
    assert remark.message.en == (
        "columns D, F, G are empty here, and the tables give RM 56.85, RM 6.50, RM 6.50"
    )
    assert remark.message.ms == "lajur D, F, G kosong di sini, dan jadual memberi RM 56.85, RM 6.50, RM 6.50"


def test_an_empty_cell_of_a_sum_is_refused_too(tmp_path: Path) -> None:
    headings = ("IC", "Nama", "Gaji", "PERKESO + SKBBK Pekerja")
    rows = ([AMINAH, AMINAHS.name, 3250, ""], [*TAN[:3], 59.40])

    result = converted(sheet(tmp_path, *rows, headings=headings))

    assert [each.message.en for each in result.of_kind(Kind.WRONG)] == [
        "column D is empty here, and the tables give RM 40.60"
    ]


@pytest.mark.parametrize("cell", ["-", "nil", "0", "Tiada", "0.00"])
def test_none_that_is_written_is_kept_and_told(tmp_path: Path, cell: str) -> None:
    result = converted(sheet(tmp_path, TAN, with_empty(PAID, 7, cell=cell)))

    assert [record.lindung for record in result.records] == [35_65, 0]
    assert [each.message.en for each in result.of_kind(Kind.DIFFERS)] == [
        "LINDUNG 24 JAM RM 0.00, by the tables RM 24.35"
    ]


def test_an_empty_cell_is_none_where_the_tables_give_nothing(tmp_path: Path) -> None:
    older = ("640101145678", "LIM SIEW CHOO", 3250, 40.60, "", "", "", 24.35)
    on_leave = ("791123086211", "SURESH", 0, "", "", "", "", "")

    result = converted(sheet(tmp_path, PAID, older, on_leave))

    assert [record.socso_employee for record in result.records] == [16_25, 0, 0]
    assert result.remarks == []


def test_where_no_age_is_known_an_empty_cell_is_none_and_a_doubt(tmp_path: Path) -> None:
    passport = ("A1234567", "RAM CONTOH", 3250, 56.85, 16.25, "", "", 24.35)

    result = converted(sheet(tmp_path, PAID, passport))

    assert [record.eis_employer for record in result.records] == [6_50, 0]
    (doubt,) = result.remarks
    assert (doubt.kind, doubt.row, doubt.column) == (Kind.DOUBT, 3, "F")
    assert doubt.message.en == (
        "columns F, G are empty here: taken as RM 0.00, since it cannot be told what the tables give"
    )
    assert doubt.message.ms == (
        "lajur F, G kosong di sini: diambil sebagai RM 0.00, kerana amaun menurut jadual tidak dapat "
        "ditentukan"
    )


def test_a_foreign_worker_of_unknown_age_pays_no_eis_and_lindung_all_the_same(tmp_path: Path) -> None:
    worker = ("SSFW12345678", "RAM CONTOH", 3250, 56.85, 16.25, "", "", 24.35)

    assert converted(sheet(tmp_path, PAID, worker)).remarks == []
    (wrong,) = converted(sheet(tmp_path, PAID, with_empty(worker, 7))).remarks
    assert wrong.message.en == "column H is empty here, and the tables give RM 24.35"


def test_a_month_without_rates_leaves_an_empty_cell_in_doubt(tmp_path: Path) -> None:
    path = sheet(tmp_path, with_empty(PAID, 7, cell="0"), with_empty(TAN, 3, 7))

    result = converted(path, replace(GIVEN, month=YearMonth(2015, 1)))

    assert [(each.kind, each.row) for each in result.remarks] == [(Kind.DOUBT, 3)]
    assert result.remarks[0].message.en.startswith("columns D, H are empty here")
