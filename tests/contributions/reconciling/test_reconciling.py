"""A file beside its payroll sheet: who is on one side alone, and which amounts differ, to the sen."""

from dataclasses import replace
from pathlib import Path

import pytest

from assist_data import data_path
from contributions import YearMonth, write
from contributions.reconciling import Reconciliation, read_file
from contributions.reconciling.errors import SeveralNames
from contributions.reconciling.outputs.words import notes
from contributions.reconciling.totals import branches_of
from tests.contributions.reconciling.payroll_sheets import (
    AMINAH,
    ENGLISH,
    RECORDS,
    TAN,
    Rows,
    as_csv,
    compared,
    in_csv,
    in_workbook,
)


def told(result: Reconciliation) -> list[tuple[str, str]]:
    """Each difference: what it is, and whose."""
    return [
        *(("only in file", person.name) for person in result.only_in_file),
        *(("only in sheet", person.name) for person in result.only_in_sheet),
        *(("number", pair.in_file.name) for pair in result.renumbered),
        *(
            (field, pair.in_file.name)
            for pair in (*result.pairs, *result.renumbered)
            for field in pair.fields
        ),
    ]


def test_a_sheet_of_the_same_people_and_amounts_agrees(tmp_path: Path, rows: Rows) -> None:
    result = compared(in_csv(tmp_path, as_csv(rows)))

    assert result.agrees
    assert result.compared == (
        "wage", "socso_employer", "socso_employee", "lindung", "eis_employer", "eis_employee",
    )  # fmt: skip


def test_a_workbook_with_numbers_for_identity_numbers_agrees(tmp_path: Path, rows: Rows) -> None:
    for row in rows[:5]:
        row[0] = int(str(row[0]))  # the zero in front of 090228140124 is gone

    assert compared(in_workbook(tmp_path, {"Oct 2026": [ENGLISH, *rows]})).agrees


def test_who_is_on_one_side_alone_is_told(tmp_path: Path, rows: Rows) -> None:
    new = ["950212105443", "FARID BIN CONTOH", *rows[1][2:]]

    assert told(compared(in_csv(tmp_path, as_csv([*rows[1:], new])))) == [
        ("only in file", "AMINAH BINTI YUSOF"),
        ("only in sheet", "FARID BIN CONTOH"),
    ]


@pytest.mark.parametrize("column", range(2, 8))
def test_one_sen_is_a_difference(tmp_path: Path, rows: Rows, column: int) -> None:
    rows[1][column] = round(float(str(rows[1][column])) + 0.01, 2)

    (pair,) = compared(in_csv(tmp_path, as_csv(rows))).differing

    (field,) = pair.fields
    assert pair.in_sheet.amounts[field] - pair.in_file.amounts[field] == 1


def test_a_person_in_two_branches_is_added_up_before_comparing(tmp_path: Path, rows: Rows) -> None:
    halves = [["Ipoh", *rows[0][:2], 1000, *rows[0][3:]], ["Klang", *rows[0][:2], 2250, 0, 0, 0, 0, 0]]
    others = [["Ipoh", *row] for row in rows[1:]]
    sheet = in_csv(tmp_path, as_csv([*halves, *others], ("Branch", *ENGLISH)))

    result = compared(sheet)

    assert result.agrees
    assert result.sheet.people[AMINAH.identity_number].branches == ("Ipoh", "Klang")


def test_two_people_under_one_number_are_named_and_not_added_up(tmp_path: Path, rows: Rows) -> None:
    other = [rows[0][0], "LIM AH KOW", *[0] * 6]
    sheet = in_csv(tmp_path, as_csv([rows[0], other, *rows[1:]]))

    with pytest.raises(SeveralNames) as refused:
        compared(sheet)

    assert refused.value.reason.en == (
        "900101145678 stands with different names: AMINAH BINTI YUSOF (row 2), LIM AH KOW (row 3)"
    )
    assert refused.value.reason.ms.endswith("AMINAH BINTI YUSOF (baris 2), LIM AH KOW (baris 3)")
    assert "--same 900101145678" in refused.value.mend.en


@pytest.mark.parametrize("name", ["", "aminah  binti yusof"])
def test_no_name_and_the_same_name_written_otherwise_are_nobody_else(
    tmp_path: Path, rows: Rows, name: str
) -> None:
    again = [rows[0][0], name, *[0] * 6]

    assert compared(in_csv(tmp_path, as_csv([rows[0], again, *rows[1:]]))).agrees


def test_two_names_under_one_number_in_the_file_are_told_with_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "october.txt"
    write([AMINAH, replace(AMINAH, name="LIM AH KOW")], file)

    with pytest.raises(SeveralNames, match=r"AMINAH BINTI YUSOF \(line 1\), LIM AH KOW \(line 2\)"):
        read_file(file)


def test_a_person_on_two_lines_of_the_file_is_added_up_too(tmp_path: Path, rows: Rows) -> None:
    file = tmp_path / "october.txt"
    halves = [replace(AMINAH, wage=100000), replace(AMINAH, wage=225000, socso_employer=0, socso_employee=0)]
    halves[1] = replace(halves[1], eis_employer=0, eis_employee=0, lindung=0)
    write([*halves, *RECORDS[1:]], file)

    assert compared(in_csv(tmp_path, as_csv(rows)), file).agrees


def test_another_number_under_the_same_name_is_one_difference(tmp_path: Path, rows: Rows) -> None:
    rows[5][0] = "A1234567"  # the passport where the file has the SSFW number

    result = compared(in_csv(tmp_path, as_csv(rows)))

    assert told(result) == [("number", "MD RAFIQUL ISLAM")]
    assert result.differences == 1


def test_a_row_without_a_number_is_found_by_its_name(tmp_path: Path, rows: Rows) -> None:
    rows[0][0] = ""

    assert told(compared(in_csv(tmp_path, as_csv(rows)))) == [("number", "AMINAH BINTI YUSOF")]


def test_two_of_one_name_are_never_taken_for_each_other(tmp_path: Path, rows: Rows) -> None:
    rows[0][0], rows[1][0], rows[1][1] = "900101145699", "900101145691", AMINAH.name

    assert [what for what, _ in told(compared(in_csv(tmp_path, as_csv(rows))))] == [
        "only in file", "only in file", "only in sheet", "only in sheet",
    ]  # fmt: skip


def test_names_that_differ_are_told_and_are_no_difference(tmp_path: Path, rows: Rows) -> None:
    rows[0][1], rows[1][1] = "AMINAH BT YUSOFF", "tan wei-ming"

    result = compared(in_csv(tmp_path, as_csv(rows)))

    assert result.agrees
    assert [pair.in_sheet.name for pair in result.renamed] == ["AMINAH BT YUSOFF"]


def test_accents_that_the_file_cannot_hold_make_no_other_name(tmp_path: Path, rows: Rows) -> None:
    file = tmp_path / "october.txt"
    write([replace(AMINAH, name="MARIA JOSE D'CRUZ"), *RECORDS[1:]], file)
    rows[0][1] = "María José D\u2019Cruz"

    result = compared(in_csv(tmp_path, as_csv(rows)), file)

    assert (result.agrees, result.renamed) == (True, ())
    rows[0][0] = ""
    assert [pair.in_sheet.name for pair in compared(in_csv(tmp_path, as_csv(rows)), file).renumbered] == [
        "María José D\u2019Cruz"
    ]


def test_somebody_with_nothing_to_pay_may_be_missing_from_the_file(tmp_path: Path, rows: Rows) -> None:
    on_leave: list[object] = ["010203105778", "LINA BINTI CONTOH", 0, 0, "-", "", 0, 0]

    result = compared(in_csv(tmp_path, as_csv([*rows, on_leave])))

    assert result.agrees
    assert [person.name for person in result.paid_nothing] == ["LINA BINTI CONTOH"]


@pytest.mark.parametrize("share", ["", 0])
def test_who_earns_and_has_no_contribution_is_missing_from_the_file(
    tmp_path: Path, rows: Rows, share: object
) -> None:
    forgotten: list[object] = ["850101105551", "TERTINGGAL BIN FAIL", 3000, *[share] * 5]

    result = compared(in_csv(tmp_path, as_csv([*rows, forgotten])))

    assert told(result) == [("only in sheet", "TERTINGGAL BIN FAIL")]
    assert result.paid_nothing == ()


def test_without_wages_it_is_not_said_that_somebody_is_rightly_missing(tmp_path: Path, rows: Rows) -> None:
    unpaid: list[object] = ["850101105551", "TERTINGGAL BIN FAIL", *[0] * 5]
    wageless: Rows = [[*row[:2], *row[3:]] for row in rows]

    result = compared(in_csv(tmp_path, as_csv([*wageless, unpaid], (*ENGLISH[:2], *ENGLISH[3:]))))

    (note,) = (note for note in notes(result) if "line in the file" in note.en)
    assert "cannot be told whether rightly" in note.en
    assert "tidak dapat ditentukan" in note.ms


def test_a_wage_alone_can_be_compared_and_the_rest_is_said_to_be_missing(tmp_path: Path, rows: Rows) -> None:
    result = compared(in_csv(tmp_path, as_csv([row[:3] for row in rows], ENGLISH[:3])))

    assert (result.agrees, result.compared) == (True, ("wage",))
    assert result.not_compared == (
        "socso_employer", "socso_employee", "lindung", "eis_employer", "eis_employee",
    )  # fmt: skip


def test_sums_signatures_and_headings_again_on_a_later_page_are_nobody(tmp_path: Path, rows: Rows) -> None:
    total: list[object] = ["", "JUMLAH BESAR", *range(6)]
    printed: Rows = [*rows[:3], list(ENGLISH), *rows[3:], ["TOTAL", "", *range(6)], total]
    printed += [["", "Prepared by: SITI", *[""] * 6], ["Checked by", "", *[""] * 6]]
    printed += [["", "Disediakan oleh: Puan Ros", "", "", "Disahkan oleh:", "", "", ""]]
    printed += [["CAWANGAN KLANG", "", *["-"] * 6], ["Prepared by", "Checked by", *[""] * 6]]
    printed += [["", "Subtotal", *range(6)]]

    result = compared(in_csv(tmp_path, as_csv(printed)))

    assert result.agrees
    assert len(result.sheet.people) == 6


@pytest.mark.parametrize("at", [pytest.param(0, id="identity number"), pytest.param(1, id="name")])
@pytest.mark.parametrize(
    "words",
    [
        "Jumlah", "JUMLAH KESELURUHAN", "Jumlah Kecil", "Jumlah Besar", "Jumlah Cawangan Ipoh", "Sub Total",
        "Sub-total", "Subtotal:", "Grand Total", "TOTAL :", "Total for Ipoh", "Jumlah (6 orang)", "Overall",
        "Page total", "Jumlah/Total", "Muka surat 1", "Keseluruhan",
    ],
)  # fmt: skip
def test_a_row_of_sums_is_nobody_whatever_it_is_called(
    tmp_path: Path, rows: Rows, words: str, at: int
) -> None:
    sums: list[object] = ["", "", 21350, 335.95, 87.25, 27.90, 27.90, 149.20]
    sums[at] = words

    result = compared(in_csv(tmp_path, as_csv([*rows, sums])))

    assert (result.agrees, len(result.sheet.people)) == (True, 6)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["", "Disediakan", "31/10/2026"], id="a day in the column of wages"),
        pytest.param(["6 orang", "", "21350"], id="a count and the sum"),
        pytest.param(["Tarikh: 31/10/2026"], id="a day in the column of numbers"),
        pytest.param(["Bilangan pekerja", "6"], id="a count"),
    ],
)
def test_what_stands_below_the_people_is_left_out_and_told(
    tmp_path: Path, rows: Rows, row: list[object]
) -> None:
    result = compared(in_csv(tmp_path, as_csv([*rows, row])))

    assert result.agrees
    (note,) = result.sheet.notes
    assert note.en == "Row 8 was left out: it is nobody's (sums, counts, dates, who signed)."
    assert note.ms.startswith("Baris 8 ditinggalkan")


def test_rows_that_are_left_out_are_listed_but_for_empty_ones(tmp_path: Path, rows: Rows) -> None:
    jumlah: list[object] = ["Jumlah"]
    bare: Rows = [["", "", "-"], ["", "", "21350"], *[jumlah] * 13]

    (note,) = compared(in_csv(tmp_path, as_csv([*rows, *bare]))).sheet.notes

    assert note.en.startswith("Rows 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, ... were left out: they")


def test_somebody_without_a_number_below_the_others_is_not_left_out(tmp_path: Path, rows: Rows) -> None:
    result = compared(in_csv(tmp_path, as_csv([*rows, ["", "LIM AH KOW", 1000, *[0] * 5]])))

    assert told(result) == [("only in sheet", "LIM AH KOW")]


# Whether the SOCSO share of the employee has LINDUNG 24 JAM in it


def with_lindung(rows: Rows) -> Rows:
    return [[*row[:4], round(float(str(row[4])) + float(str(row[7])), 2), *row[5:]] for row in rows]


def test_a_share_with_lindung_in_it_is_known_without_a_column_for_lindung(tmp_path: Path, rows: Rows) -> None:
    sheet = in_csv(tmp_path, as_csv([row[:7] for row in with_lindung(rows)], ENGLISH[:7]))

    result = compared(sheet)

    assert (result.with_lindung, result.agrees, result.not_compared) == (True, True, ())


def test_a_share_with_lindung_in_it_is_known_beside_a_column_for_lindung(tmp_path: Path, rows: Rows) -> None:
    result = compared(in_csv(tmp_path, as_csv(with_lindung(rows))))

    assert (result.with_lindung, result.agrees) == (True, True)


def test_a_heading_that_says_so_is_believed(tmp_path: Path, rows: Rows) -> None:
    headings = (*ENGLISH[:4], "SOCSO + SKBBK (EE)", *ENGLISH[5:7])
    sheet = in_csv(tmp_path, as_csv([row[:7] for row in with_lindung(rows)], headings))

    assert compared(sheet).agrees


def test_one_person_with_lindung_in_the_share_is_a_difference(tmp_path: Path, rows: Rows) -> None:
    rows[1] = with_lindung(rows)[1]

    result = compared(in_csv(tmp_path, as_csv(rows)))

    assert not result.with_lindung
    assert told(result) == [("socso_employee", TAN.name)]


def test_a_sheet_without_lindung_says_that_it_was_not_compared(tmp_path: Path, rows: Rows) -> None:
    result = compared(in_csv(tmp_path, as_csv([row[:7] for row in rows], ENGLISH[:7])))

    assert (result.with_lindung, result.agrees, result.not_compared) == (False, True, ("lindung",))


@pytest.mark.parametrize(
    ("share", "has_it"),
    [
        pytest.param(74.40, True, id="with LINDUNG"),
        pytest.param(29.75, False, id="without"),
        pytest.param(10.00, False, id="neither"),
    ],
)
def test_where_no_share_fits_the_file_the_tables_decide(
    tmp_path: Path, rows: Rows, share: float, *, has_it: bool
) -> None:
    raised: Rows = [[row[0], row[1], 5950, 104.15, share, 11.90, 11.90] for row in rows[:2]]
    raised.append([*rows[4][:2], 0, 0, 0, 0, 0])

    assert compared(in_csv(tmp_path, as_csv(raised, ENGLISH[:7]))).with_lindung is has_it


def test_where_nothing_fits_and_no_tables_are_known_the_share_is_taken_without(
    tmp_path: Path, rows: Rows
) -> None:
    file = tmp_path / "far.txt"
    write([replace(record, month=YearMonth(2099, 1)) for record in RECORDS], file)
    raised = [[*row[:4], 1.00] for row in rows]

    assert not compared(in_csv(tmp_path, as_csv(raised, ENGLISH[:5])), file).with_lindung


@pytest.mark.parametrize(
    ("name", "differences"), [("payroll-2026-10.csv", 0), ("gaji-berbeza-2026-10.csv", 7)]
)
def test_the_sheets_that_ship_give_what_the_guide_says(name: str, differences: int) -> None:
    assert compared(data_path("sheets", name)).differences == differences


def test_who_is_in_several_branches_or_in_none_has_a_line_of_their_own(tmp_path: Path, rows: Rows) -> None:
    half: list[object] = ["Klang", *rows[0][:2], 0, 0, 0, 0, 0, 0]
    of_ipoh: Rows = [["Ipoh", *row] for row in rows[:5]]
    sheet = in_csv(tmp_path, as_csv([*of_ipoh, half, ["", *rows[5]]], ("Cawangan", *ENGLISH)))

    branches = branches_of(compared(sheet))

    assert [(branch.title.en, branch.rows[0].in_sheet) for branch in branches] == [
        ("In several branches", 1), ("Branch: Ipoh", 4), ("Without a branch", 1),
    ]  # fmt: skip
    assert all(branch.agrees for branch in branches)


def test_a_branch_is_one_whatever_its_capitals_and_spaces(tmp_path: Path, rows: Rows) -> None:
    names = ["Ipoh", "ipoh ", "IPOH", "Kota  Bharu", "kota bharu", "Ipoh"]
    other: list[object] = ["ipoh", *rows[0][:2], *[0] * 6]
    of_branches: Rows = [[name, *row] for name, row in zip(names, rows, strict=True)]
    sheet = in_csv(tmp_path, as_csv([*of_branches, other], ("Cawangan", *ENGLISH)))

    branches = branches_of(compared(sheet))

    assert [(branch.title.en, branch.rows[0].in_sheet) for branch in branches] == [
        ("Branch: Ipoh", 4), ("Branch: Kota Bharu", 2),
    ]  # fmt: skip
