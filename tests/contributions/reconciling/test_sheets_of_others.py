"""What payroll sheets of others look like, and what is said of those that cannot be compared."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from contributions import YearMonth, read, write
from contributions.converting import map_columns, mapping_as_toml, read_mapping
from contributions.converting.errors import AmbiguousHeading, MissingHeading, UnknownHeading
from contributions.reconciling import Asked, Payroll, SaidColumns, read_file, read_payroll
from contributions.reconciling.errors import (
    AnotherEmployer,
    NobodyListed,
    NoHeadings,
    NoSuchSheet,
    SeveralEmployers,
    SeveralMonths,
    UnreadableCell,
    WrongMonth,
)
from contributions.sheets import UnreadableSheet, read_sheets
from tests.contributions.reconciling.payroll_sheets import (
    CODE,
    ENGLISH,
    FILE,
    OCTOBER,
    Rows,
    as_csv,
    in_csv,
    in_workbook,
    rows_of,
)

RECORDS = read(FILE)


@pytest.fixture
def rows() -> Rows:
    return rows_of(RECORDS)


def payroll(path: Path, *sheets: str, any_month: bool = False) -> Payroll:
    asked = Asked(sheets=sheets, any_month=any_month)
    return read_payroll(path, month=OCTOBER, employer_code=CODE, asked=asked)


def mapped(path: Path, fields: Mapping[str, str], *, guess: bool = True) -> Payroll:
    asked = Asked(columns=SaidColumns(fields, guess=guess))
    return read_payroll(path, month=OCTOBER, employer_code=CODE, asked=asked)


# Headings


def test_malay_headings_in_two_rows_are_understood(tmp_path: Path) -> None:
    text = (
        "Gaji Oktober 2026\n\nBil;No. K/P;Nama;Cawangan;Gaji Kasar (RM);PERKESO;;SIP;;LINDUNG 24 JAM\n"
        ";;;;;Majikan;Pekerja;Majikan;Pekerja;\n"
        "1;900101-14-5678;AMINAH;Ipoh;3,250.00;56.85;16.25;6.50;6.50;24.35\n"
    )

    (person,) = payroll(in_csv(tmp_path, text)).people.values()

    assert (person.identity_number, person.branches, person.places) == ("900101145678", ("Ipoh",), (5,))
    assert person.amounts == {
        "wage": 325000, "socso_employer": 5685, "socso_employee": 1625, "eis_employer": 650,
        "eis_employee": 650, "lindung": 2435,
    }  # fmt: skip


def test_socso_beside_the_share_of_the_employer_is_that_of_the_employee(tmp_path: Path) -> None:
    text = "IC,Name,SOCSO,SOCSO Employer,SIP,SIP Majikan\n900101145678,AMINAH,16.25,56.85,6.50,6.50\n"

    sheet = payroll(in_csv(tmp_path, text))

    assert sheet.titles["socso_employee"] == "SOCSO"
    assert sheet.titles["eis_employee"] == "SIP"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a,b\n1,2\n", id="unknown words"),
        pytest.param("IC No,Name\n900101145678,AMINAH\n", id="no amount"),
        pytest.param("Name,Wage\nAMINAH,1\n", id="no identity number"),
        pytest.param("", id="empty"),
    ],
)
def test_a_sheet_without_headings_is_told_which_to_write(tmp_path: Path, text: str) -> None:
    with pytest.raises(NoHeadings) as refused:
        payroll(in_csv(tmp_path, text))

    assert "SOCSO Employer" in refused.value.mend.en
    assert "PERKESO Majikan" in refused.value.mend.ms


def test_a_sheet_with_headings_alone_lists_nobody(tmp_path: Path) -> None:
    with pytest.raises(NobodyListed):
        payroll(in_csv(tmp_path, as_csv([])))


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


# Which column is what


def test_of_several_columns_that_may_be_the_wage_none_is_taken(tmp_path: Path, rows: Rows) -> None:
    headings = (*ENGLISH[:2], "Gaji", "Gaji", "Jumlah Gaji")
    sheet = in_csv(tmp_path, as_csv([[*row[:2], 1, row[2], row[2]] for row in rows], headings))

    with pytest.raises(AmbiguousHeading) as refused:
        payroll(sheet)

    assert refused.value.reason.en == "several columns could be the wage: C 'Gaji', D 'Gaji', E 'Jumlah Gaji'"
    assert refused.value.mend.en == 'Say which it is, such as --map "C=wage".'
    said = mapped(sheet, {"D": "wage"})
    assert (said.letters["wage"], said.people["900101145678"].amounts) == ("D", {"wage": 325000})


def test_the_basic_wage_alone_is_not_taken_for_the_wage(tmp_path: Path, rows: Rows) -> None:
    sheet = in_csv(tmp_path, as_csv([row[:3] for row in rows], ("No KP", "Nama", "Gaji Pokok")))

    with pytest.raises(MissingHeading) as refused:
        payroll(sheet)

    assert "SOCSO counts overtime" in refused.value.reason.en
    assert '--map "Gaji Pokok=wage"' in refused.value.mend.en
    assert mapped(sheet, {"Gaji Pokok": "wage"}).amounts == ("wage",)


def test_columns_of_another_sheet_do_not_matter(tmp_path: Path, rows: Rows) -> None:
    book = in_workbook(
        tmp_path,
        {"Okt 2026": [ENGLISH, *rows], "Sept 2026": [["IC", "Name", "Gaji", "Wage"], *rows]},
    )

    assert payroll(book).sheets == ("Okt 2026",)


def test_a_mapping_that_convert_kept_serves_a_comparison_too(tmp_path: Path, rows: Rows) -> None:
    headings = ("IC No", "Name", "Pay", "SOCSO", "SOCSO Employer", "SOCSO + LINDUNG", "Cawangan")
    sheet = in_csv(tmp_path, as_csv([[*row[:3], 1, 2, 3, "Ipoh"] for row in rows], headings))
    kept = tmp_path / "kept.toml"
    kept.write_text(
        mapping_as_toml(map_columns(read_sheets(sheet)[0], {"Pay": "wage"})), encoding="utf-8", newline=""
    )

    result = mapped(sheet, read_mapping(kept), guess=False)

    assert result.amounts == ("wage", "socso_employer", "socso_employee_with_lindung")
    assert result.has_branches


@pytest.mark.parametrize("name", ["Cawangan", "D"])
def test_a_column_of_branches_can_be_left_out(tmp_path: Path, rows: Rows, name: str) -> None:
    sheet = in_csv(tmp_path, as_csv([[*row[:3], "Ipoh"] for row in rows], (*ENGLISH[:3], "Cawangan")))

    assert payroll(sheet).has_branches
    assert not mapped(sheet, {name: "-"}).has_branches


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path: Path, rows: Rows) -> None:
    with pytest.raises(UnknownHeading, match="no column has the heading 'Upah'"):
        mapped(in_csv(tmp_path, as_csv(rows)), {"Upah": "wage"})


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
        'Its name says "Okt" without a year: it was taken as October 2026.'
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
