"""Rows of a payroll sheet become records; what cannot be taken is told at its row and column."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from contributions.checks.examples import SAMPLE
from contributions.converting import Given, Kind
from contributions.converting.errors import MissingHeading
from contributions.converting.rows import EXAMPLE_NAME
from tests.contributions.converting.payrolls import AMINAH, GIVEN, OCTOBER, as_csv, as_xlsx, converted

MONTHLESS = Given(employer_code="B3200000123X")
AMINAHS = replace(SAMPLE, name="AMINAH BINTI CONTOH")


def test_numbers_and_days_of_a_workbook_are_read_as_they_are_meant(tmp_path: Path) -> None:
    path = as_xlsx(
        tmp_path,
        [
            ["No KP", "Nama", "Upah", "Bulan Caruman", "Kod Majikan"],
            [50101145678, "FARID BIN CONTOH", 3250.0, 102026, "b3200000123x"],
        ],
    )

    result = converted(path, Given())

    (record,) = result.records
    assert (record.identity_number, record.month, record.employer_code) == (
        "050101145678",
        OCTOBER,
        "B3200000123X",
    )
    assert [(remark.kind, remark.message.en) for remark in result.remarks] == [
        (Kind.MENDED, "1 zero lost in the spreadsheet put back: 050101145678")
    ]


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        pytest.param(",A,100", "A", "identity number missing", id="no number"),
        pytest.param(f"{AMINAH},,100", "B", "employee name missing", id="no name"),
        pytest.param(f"{AMINAH},A,", "C", "wage missing", id="no wage"),
        pytest.param(f"{AMINAH},A,lots", "C", "'lots' is no amount in ringgit", id="words for a wage"),
        pytest.param(
            f"{AMINAH},A,3.250", "C", "'3.250' may be RM 3,250.00 or RM 3.25", id="thousands or sen"
        ),
        pytest.param(f"{AMINAH},A,-5", "C", "-5 is no amount: it is negative", id="a negative wage"),
        pytest.param(f"{AMINAH},A,#REF!", "C", "the formula gives #REF!", id="a broken formula"),
        pytest.param("#N/A,A,100", "A", "the formula gives #N/A", id="a number not found"),
        pytest.param(f"{AMINAH},#NAME?,100", "B", "the formula gives #NAME?", id="a broken name"),
        pytest.param("9.00101E+11,A,100", "A", "shortened the identity number", id="a shortened number"),
        pytest.param("9001011456,A,100", "A", "has 10 digits", id="digits missing"),
        pytest.param("901301145678,A,100", "A", "no MyKad number", id="a date that does not exist"),
        pytest.param("A1234567,A,100", "A", "a letter and digits may be a passport", id="a passport"),
        pytest.param("TIDAK1ADA,A,100", "A", "neither a MyKad number nor", id="words"),
        pytest.param(f"{AMINAH},陈伟明,100", "B", "which the file cannot hold", id="a name in Chinese"),
        pytest.param(f"{AMINAH},{'A' * 151},100", "B", "does not fit: 150", id="a name too long"),
        pytest.param(f"{AMINAH},A,9999999999999", "C", "does not fit the file", id="an amount too long"),
    ],
)
def test_what_cannot_be_taken_is_told_with_row_and_column(
    tmp_path: Path, row: str, column: str, message: str
) -> None:
    path = as_csv(tmp_path, f"IC,Name,Wages\n880515105437,TAN WEI MING,4800\n{row}\n")

    result = converted(path)

    assert [record.name for record in result.records] == ["TAN WEI MING"]
    (remark,) = result.remarks
    assert (remark.kind, remark.row, remark.column) == (Kind.WRONG, 3, column)
    assert message in remark.message.en
    assert remark.message.ms != remark.message.en
    assert remark.mend.en.endswith(".")


def test_somebody_in_two_rows_is_told_and_not_paid_twice(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"IC,Name,Wages\n{AMINAH},A,1000\n{AMINAH},A,500\n"))

    assert len(result.records) == 1
    assert [remark.message.en for remark in result.of_kind(Kind.WRONG)] == ["the same person as in row 2"]


def test_rows_of_sums_and_rows_without_wage_are_left_out_and_told(tmp_path: Path) -> None:
    path = as_csv(tmp_path, f"IC,Name,Wages\n{AMINAH},A,1000\n880515105437,B,0\n\n,JUMLAH,1500\n")

    result = converted(path)

    assert len(result.records) == 1
    assert [(remark.row, remark.message.en) for remark in result.of_kind(Kind.LEFT_OUT)] == [
        (3, "no wage, so nothing is due: left out"),
        (
            5,
            (
                "'JUMLAH' is a row of sums: left out; "
                "it says wages of RM 1,500.00, and the rows above have RM 1,000.00"
            ),
        ),
    ]


def test_a_sum_without_a_word_is_known_by_its_amount(tmp_path: Path) -> None:
    rows = f"IC,Name,Wages\n{AMINAH},A,1000\n880515105437,B,500\n"

    assert converted(as_csv(tmp_path, f"{rows},,1500\n")).remarks[0].kind is Kind.LEFT_OUT
    for row in (",,1499", ",,1.2.3", ",C,1500"):
        assert converted(as_csv(tmp_path, f"{rows}{row}\n")).remarks[0].kind is Kind.WRONG


def test_words_below_the_sums_are_nobody(tmp_path: Path) -> None:
    text = f"IC,Name,Wages\n{AMINAH},A,1000\n,JUMLAH,1000\n,Disediakan oleh: Siti,\n,LIM AH KOW,500\n"

    result = converted(as_csv(tmp_path, text))

    assert [(each.row, each.message.en) for each in result.remarks] == [
        (3, "'JUMLAH' is a row of sums: left out"),
        (4, "'Disediakan oleh: Siti' has no identity number and no amount: left out"),
        (5, "identity number missing"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(",Disediakan oleh: Puan Ros,Disahkan oleh:,", id="words in the column of wages"),
        pytest.param("CAWANGAN KLANG,,,", id="a branch in the column of numbers"),
        pytest.param(",CAWANGAN KLANG,,", id="a branch in the column of names"),
        pytest.param("Nota: bonus dibayar bulan depan,,-,-", id="a note, with dashes"),
    ],
)
def test_words_without_a_number_and_an_amount_are_nobody_wherever_they_stand(
    tmp_path: Path, row: str
) -> None:
    text = f"IC,Nama,Gaji,SIP Pekerja\n{row}\n{AMINAH},A,3250,6.50\n{row}\n"

    result = converted(as_csv(tmp_path, text))

    assert [record.name for record in result.records] == ["A"]
    assert [(each.kind, each.row) for each in result.remarks] == [(Kind.LEFT_OUT, 2), (Kind.LEFT_OUT, 4)]
    assert "has no identity number and no amount: left out" in result.remarks[0].message.en


@pytest.mark.parametrize(
    "row", [",LIM AH KOW,,4.00", ",LIM AH KOW,#N/A,", "#N/A,LIM AH KOW,,", ",LIM AH KOW,0,"],
    ids=["a share", "a wage that a formula did not find", "a number that a formula did not find", "a nought"],
)  # fmt: skip
def test_somebody_with_an_amount_or_a_formula_is_never_left_out_as_words(tmp_path: Path, row: str) -> None:
    result = converted(as_csv(tmp_path, f"IC,Nama,Gaji,SIP Pekerja\n{AMINAH},A,3250,6.50\n{row}\n"))

    assert [(each.kind, each.row) for each in result.remarks] == [(Kind.WRONG, 3)]


def test_below_the_sums_a_day_of_signing_is_no_amount(tmp_path: Path) -> None:
    text = (
        f"IC,Nama,Gaji,SIP Pekerja\n{AMINAH},A,3250,6.50\n,JUMLAH,3250,6.50\n,Disahkan oleh,,Tarikh: 5/11\n"
    )

    assert [each.kind for each in converted(as_csv(tmp_path, text)).remarks] == [Kind.LEFT_OUT] * 2


@pytest.mark.parametrize("cells", [",6.50", ",RM 6.50", ",#VALUE!", "#VALUE!,"])
def test_below_the_sum_of_a_part_somebody_with_an_amount_is_not_left_out(tmp_path: Path, cells: str) -> None:
    text = f"IC,Nama,Gaji,SIP Pekerja\n{AMINAH},A,3250,6.50\n,Subtotal,3250,6.50\n,LIM AH KOW,{cells}\n"

    result = converted(as_csv(tmp_path, text))

    assert [(each.row, each.message.en) for each in result.of_kind(Kind.WRONG)] == [
        (4, "identity number missing")
    ]


def test_the_sum_of_a_part_is_as_right_as_that_of_all(tmp_path: Path) -> None:
    text = (
        f"Nama,IC,Gaji\nHQ,,\nA,{AMINAH},3000\nSubtotal,,3000\nKLANG,,\nB,880515105437,4800\n"
        "Sub-total,,4800\nC,791123086211,200\n,,200\nSubtotals,,1\nGRAND TOTAL,,8000\n"
    )

    result = converted(as_csv(tmp_path, text))

    assert len(result.records) == 3
    assert [(each.row, each.message.en) for each in result.remarks if "sum" in each.message.en] == [
        (4, "'Subtotal' is a row of sums: left out"),
        (7, "'Sub-total' is a row of sums: left out"),
        (9, "nobody, and the sum of the wages above: left out"),
        (
            10,
            (
                "'Subtotals' is a row of sums: left out; it says wages of RM 1.00, and the rows above have "
                "RM 8,000.00"
            ),
        ),
        (11, "'GRAND TOTAL' is a row of sums: left out"),
    ]


def test_sum_is_a_surname_too(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, "IC,Name,Wages\n,SUM WAI KIT,1000\n"))

    assert [remark.message.en for remark in result.remarks] == ["identity number missing"]


def test_a_row_of_sums_may_say_so_in_the_column_of_numbers(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"IC,Name,Wages\n{AMINAH},A,1000\nJumlah besar,,1000\nTotal,,\n"))

    assert len(result.records) == 1
    assert [remark.kind for remark in result.remarks] == [Kind.LEFT_OUT] * 2


@pytest.mark.parametrize("words", ["Overall", "Page total", "Muka surat 1", "Keseluruhan", "Jumlah Kecil"])
def test_sums_of_a_page_or_of_all_are_sums(tmp_path: Path, words: str) -> None:
    result = converted(as_csv(tmp_path, f"IC,Name,Wages\n{AMINAH},A,1000\n{words},,1000\n,{words},1000\n"))

    assert [remark.message.en for remark in result.remarks] == [f"{words!r} is a row of sums: left out"] * 2


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param(["Tarikh:", datetime(2026, 10, 31)], "'Tarikh:' has no identity", id="a date"),  # noqa: DTZ001
        pytest.param(["", "Tarikh: 31/10/2026"], "'Tarikh: 31/10/2026' has no identity", id="a day in words"),
        pytest.param(
            ["Disediakan oleh", "Siti", "Tarikh", "31/10/2026"],
            "'Disediakan oleh' has no id",
            id="all in a row",
        ),
        pytest.param(["Bilangan pekerja", 6], "'Bilangan pekerja' has no identity", id="a count"),
        pytest.param(["", "6 orang", "", 3250], "'6 orang' counts people", id="a count with the sum"),
        pytest.param(["6 employees"], "'6 employees' has no identity", id="in a column that is not taken"),
    ],
)
def test_what_stands_below_the_people_is_left_out_and_told(
    tmp_path: Path, row: list[object], says: str
) -> None:
    path = as_xlsx(tmp_path, [["Bil", "IC", "Nama", "Gaji"], [1, AMINAH, "A", 3250], row, [2, "", "", ""]])

    result = converted(path)

    assert [record.name for record in result.records] == ["A"]
    (told,) = result.remarks
    assert (told.kind, told.row) == (Kind.LEFT_OUT, 3)
    assert told.message.en.startswith(says)
    assert told.message.ms.endswith(": ditinggalkan")


def test_a_count_between_people_is_not_below_them(tmp_path: Path) -> None:
    text = f"IC,Name,Wages\n{AMINAH},A,1000\n6 orang,,1000\n880515105437,B,500\n"

    assert [each.kind for each in converted(as_csv(tmp_path, text)).remarks] == [Kind.WRONG]


def test_a_row_of_sums_without_a_readable_sum_is_left_out_too(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"IC,Name,Wages\n{AMINAH},A,1000\n,Total,#REF!\n"))

    assert [remark.message.en for remark in result.remarks] == ["'Total' is a row of sums: left out"]


def test_the_example_of_the_template_is_not_paid_among_people(tmp_path: Path) -> None:
    text = f"IC,Name,Wages\n{AMINAH},{EXAMPLE_NAME},3250\n880515105437,TAN WEI MING,4800\n"

    result = converted(as_csv(tmp_path, text))

    assert [record.name for record in result.records] == ["TAN WEI MING"]
    assert [(each.row, each.message.en) for each in result.of_kind(Kind.WRONG)] == [
        (2, "the example of the template is still here")
    ]


def test_a_day_that_is_none_is_told(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"IC,Name,Wages,Tarikh Mula\n{AMINAH},A,1000,soon\n"))

    assert [remark.message.en for remark in result.remarks] == ["'soon' is no day"]


def test_accents_and_marks_of_word_processors_become_plain_letters(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"IC,Name,Wages\n{AMINAH},José D\u2019Cruz,1000\n"))

    assert [record.name for record in result.records] == ["JOSE D'CRUZ"]
    assert [remark.kind for remark in result.remarks] == [Kind.MENDED]


def test_who_joined_or_left_in_the_month_is_to_be_registered(tmp_path: Path) -> None:
    path = as_csv(
        tmp_path,
        "IC,Nama,Gaji,Tarikh Mula Kerja,Tarikh Berhenti\n"
        f"{AMINAH},A,1000,05/10/2026,\n880515105437,B,1000,01/01/2020,20/10/2026\n"
        "791123086211,C,1000,01/11/2026,\n850707075114,D,1000,,30/09/2026\n",
    )

    remarks = converted(path).of_kind(Kind.REGISTER)

    assert [remark.message.en for remark in remarks] == [
        "joined on 05/10/2026",
        "left on 20/10/2026",
        "joined only on 01/11/2026, after the month",
        "left on 30/09/2026, before the month",
    ]
    assert "Registration > Update" in remarks[0].mend.en


def test_code_and_month_above_the_table_are_found(tmp_path: Path) -> None:
    path = as_csv(
        tmp_path,
        "CONTOH MAJU\nKod Majikan: B3200000123X\nBulan:,,Okt 2026\n\nNo KP,Nama,Gaji\n"
        f"{AMINAH},AMINAH BINTI CONTOH,3250\n",
    )

    assert converted(path, Given(ssm_number="202301012345")).records == [AMINAHS]


@pytest.mark.parametrize(
    ("text", "given", "message"),
    [
        pytest.param(
            "Kod Majikan", GIVEN, "the sheet says B3200000456Y, and --employer B3200000123X", id="code"
        ),
        pytest.param("MyCoID", GIVEN, "the sheet says B3200000456Y, and --mycoid 202301012345", id="MyCoID"),
    ],
)
def test_an_option_that_contradicts_the_sheet_is_told(
    tmp_path: Path, text: str, given: Given, message: str
) -> None:
    result = converted(as_csv(tmp_path, f"IC,Nama,Gaji,{text}\n{AMINAH},A,1000,B3200000456Y\n"), given)

    assert [message in remark.message.en for remark in result.remarks] == [True]


@pytest.mark.parametrize(
    ("month", "given", "message"),
    [
        pytest.param(
            "09/2026", GIVEN, "the sheet says September 2026, and --month 2026-10", id="contradicted"
        ),
        pytest.param("soon", MONTHLESS, "'soon' is no month", id="no month"),
        pytest.param("", MONTHLESS, "contribution month missing", id="none"),
        pytest.param("05/2016", MONTHLESS, "no rates are known for May 2016", id="old"),
    ],
)
def test_a_month_that_cannot_be_is_told(tmp_path: Path, month: str, given: Given, message: str) -> None:
    result = converted(as_csv(tmp_path, f"IC,Nama,Gaji,Bulan\n{AMINAH},A,1000,{month}\n"), given)

    assert [message in remark.message.en for remark in result.of_kind(Kind.WRONG)] == [True]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(Given(month=OCTOBER), "the sheet has no employer code", id="employer code"),
        pytest.param(MONTHLESS, "the sheet has no contribution month", id="month"),
    ],
)
def test_what_nobody_said_is_asked_for_once_and_not_row_by_row(
    tmp_path: Path, given: Given, words: str
) -> None:
    with pytest.raises(MissingHeading, match=words) as caught:
        converted(as_csv(tmp_path, f"IC,Nama,Gaji\n{AMINAH},A,1000\n"), given)

    assert "by an option, such as --" in caught.value.mend.en


def test_a_code_that_a_formula_did_not_find_is_told(tmp_path: Path) -> None:
    result = converted(
        as_csv(tmp_path, f"Kod Majikan:,#N/A\nIC,Nama,Gaji\n{AMINAH},A,1000\n"), Given(month=OCTOBER)
    )

    assert [remark.message.en for remark in result.remarks] == ["the formula gives #N/A"]


def test_a_code_missing_in_one_row_is_told_there(tmp_path: Path) -> None:
    text = f"IC,Nama,Gaji,Kod Majikan\n{AMINAH},A,1000,\n880515105437,B,1000,B3200000123X\n"

    result = converted(as_csv(tmp_path, text), Given(month=OCTOBER))

    assert [(each.row, each.message.en) for each in result.remarks] == [(2, "employer code missing")]
