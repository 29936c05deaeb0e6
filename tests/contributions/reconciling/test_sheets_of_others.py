"""What payroll sheets of others look like, and what is said of those that cannot be compared."""

from pathlib import Path

import pytest

from contributions import YearMonth, read, write
from contributions.reconciling import read_file
from contributions.reconciling.errors import (
    NoSuchSheet,
    SeveralEmployers,
    SeveralMonths,
    UnreadableCell,
    WrongMonth,
)
from contributions.sheets import UnreadableSheet
from tests.contributions.reconciling.payroll_sheets import (
    CODE,
    ENGLISH,
    FILE,
    OCTOBER,
    RECORDS,
    Rows,
    as_csv,
    in_csv,
    in_workbook,
    payroll,
)

# Cells


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        pytest.param(2, "abc", "row 3, column \"Wage\": 'abc' is no amount in ringgit", id="words"),
        pytest.param(3, "#REF!", 'row 3, column "SOCSO Employer": the formula gives #REF!', id="formula"),
        pytest.param(2, "4.800", "row 3, column \"Wage\": '4.800' may be RM 4,800.00", id="thousands or sen"),
        pytest.param(4, -5, 'row 3, column "SOCSO Employee"', id="negative"),
        pytest.param(8, "13/2026", 'row 3, column "Month"', id="month"),
        pytest.param(0, "9.00101E+11", 'row 3, column "IC No"', id="shortened number"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(
    tmp_path: Path, rows: Rows, column: int, cell: object, says: str
) -> None:
    of_month = [[*row, "10/2026"] for row in rows]
    of_month[1][column] = cell

    with pytest.raises(UnreadableCell, match="row 3") as refused:
        payroll(in_csv(tmp_path, as_csv(of_month, (*ENGLISH, "Month"))))

    assert refused.value.row == 3
    assert says in refused.value.reason.en
    assert refused.value.mend.ms


def test_parts_of_a_sen_are_rounded_and_told(tmp_path: Path, rows: Rows) -> None:
    rows[1][2] = 4799.99967

    sheet = payroll(in_csv(tmp_path, as_csv(rows)))

    assert sheet.people[RECORDS[1].identity_number].amounts["wage"] == 480000
    assert [note.en for note in sheet.notes] == [
        "1 amount with parts of a sen was rounded; the first is in row 3 of the sheet."
    ]


def test_a_column_of_sen_is_read_as_such(tmp_path: Path, rows: Rows) -> None:
    for row in rows:
        row[2] = round(float(str(row[2])) * 100)

    sheet = payroll(in_csv(tmp_path, as_csv(rows, (*ENGLISH[:2], "Wage (sen)", *ENGLISH[3:]))))

    assert sheet.people[RECORDS[1].identity_number].amounts["wage"] == 480000
    assert sheet.people[RECORDS[1].identity_number].amounts["socso_employer"] == 8315


def test_a_number_with_too_few_digits_is_somebody_all_the_same(tmp_path: Path, rows: Rows) -> None:
    rows[0][0] = "9001011456"

    assert "9001011456" in payroll(in_csv(tmp_path, as_csv(rows))).people


# Workbooks of several sheets


def test_the_sheet_of_the_month_is_chosen(tmp_path: Path, rows: Rows) -> None:
    book = in_workbook(
        tmp_path,
        {
            "Notes": [["Remember the bonus"]],
            "Sept 2026": [ENGLISH, *rows[:2]],
            "Okt 2026": [ENGLISH, *rows],
        },
    )

    sheet = payroll(book)

    assert (sheet.sheets, len(sheet.people)) == (("Okt 2026",), 6)
    assert sheet.not_read == ("Sept 2026",)


def test_hidden_rows_are_read_and_told(tmp_path: Path, rows: Rows) -> None:
    import xlsxwriter

    path = tmp_path / "payroll.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for index, row in enumerate([ENGLISH, *rows]):
        sheet.write_row(index, 0, row)
    sheet.set_row(2, None, None, {"hidden": True})
    book.close()

    read_of_it = payroll(path)

    assert len(read_of_it.people) == 6
    assert [note.en for note in read_of_it.notes] == ["1 hidden row was read too; the first is row 3."]


def test_sheets_of_branches_are_added_up_when_they_are_named(tmp_path: Path, rows: Rows) -> None:
    book = in_workbook(
        tmp_path, {"Ipoh": [ENGLISH, *rows[:3]], "Klang": [ENGLISH[:7], *(r[:7] for r in rows[3:])]}
    )

    sheet = payroll(book, "ipoh", "Klang")

    assert (sheet.sheets, len(sheet.people)) == (("Ipoh", "Klang"), 6)
    assert "lindung" not in sheet.amounts  # which the sheet of Klang lacks


def test_of_sheets_that_are_named_none_is_dropped_for_its_month(tmp_path: Path, rows: Rows) -> None:
    title: list[object] = ["Gaji Oktober 2026"]
    of_both = in_workbook(tmp_path, {"Ipoh": [title, ENGLISH, *rows[:3]], "Klang": [ENGLISH, *rows[3:]]})
    assert len(payroll(of_both, "Ipoh", "Klang").people) == 6

    other = in_workbook(tmp_path, {"Okt 2026": [ENGLISH, *rows[:3]], "Sept 2026": [ENGLISH, *rows[3:]]})
    with pytest.raises(WrongMonth) as refused:
        payroll(other, "Okt 2026", "Sept 2026")
    assert refused.value.found == (YearMonth(2026, 9),)


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(tmp_path: Path, rows: Rows) -> None:
    with pytest.raises(NoSuchSheet, match="it has no sheet 'Mei'") as refused:
        payroll(in_workbook(tmp_path, {"Okt": [ENGLISH, *rows]}), "Mei")

    assert refused.value.mend.en == "Its sheets are: Okt."
    with pytest.raises(NoSuchSheet) as refused:
        payroll(in_csv(tmp_path, as_csv(rows)), "Mei")
    assert refused.value.mend.en == "A CSV file has no named sheets."


# Files that cannot be opened, and contribution files that do not say what to compare


def test_a_workbook_with_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "payroll.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    )

    with pytest.raises(UnreadableSheet, match="protected by a password"):
        payroll(path)


def test_a_file_of_two_employers_is_split_first(tmp_path: Path) -> None:
    other = read(FILE.with_name("teladan-niaga-2026-10.txt"))
    file = tmp_path / "both.txt"
    write([*RECORDS, *other], file)

    with pytest.raises(SeveralEmployers) as refused:
        read_file(file)

    assert refused.value.codes == (CODE, "B3200000456Y")
    assert "assist split" in refused.value.mend.en


def test_one_month_of_several_is_chosen(tmp_path: Path) -> None:
    file = FILE.with_name("bad-two-months.txt")

    with pytest.raises(SeveralMonths) as refused:
        read_file(file)

    assert refused.value.mend.en == "Add --month 2026-09 to compare one of them."
    october = read_file(file, month=OCTOBER)
    assert [person.places for person in october.people.values()] == [(2,), (3,), (4,), (5,), (6,)]
    with pytest.raises(SeveralMonths):
        read_file(file, month=YearMonth(2026, 1))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        pytest.param("陈伟明".encode(), "陈伟明NTI YUSOF", id="UTF-8"),
        pytest.param(b"JOS\xc9 JOS\xc9", "JOSÉ JOSÉNTI YUSOF", id="of an old Windows program"),
    ],
)
def test_a_name_of_other_letters_is_read_as_it_was_written(
    tmp_path: Path, written: bytes, read_as: str
) -> None:
    file = tmp_path / "october.txt"
    write(RECORDS[:1], file)
    file.write_bytes(file.read_bytes().replace(b"AMINAH BI", written))

    assert next(iter(read_file(file).people.values())).name == read_as
