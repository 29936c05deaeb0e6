"""Rows of a payroll sheet become records; what cannot be taken is told at its row and column."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contributions import compute
from contributions.checks.examples import SAMPLE
from contributions.computing import Person
from contributions.converting import Given, Kind
from contributions.converting.errors import MissingHeading
from contributions.converting.rows import EXAMPLE_NAME
from contributions.months import YearMonth
from tests.contributions.converting.payrolls import AMINAH, GIVEN, OCTOBER, as_csv, as_xlsx, converted

MONTHLESS = Given(employer_code="B3200000123X")
AMINAHS = replace(SAMPLE, name="AMINAH BINTI CONTOH")


def test_amounts_that_the_sheet_lacks_come_from_the_tables_of_the_month(tmp_path: Path) -> None:
    path = as_csv(tmp_path, 'No. KP,Nama,Gaji\n900101-14-5678,Aminah binti Contoh,"RM 3,250.00"\n')

    result = converted(path)

    assert (result.records, result.remarks) == ([AMINAHS], [])


def test_amounts_of_the_sheet_are_kept_and_differences_told(tmp_path: Path) -> None:
    path = as_csv(
        tmp_path,
        "IC No,Name,Wages,SOCSO Employer,SOCSO Employee,EIS Employer,EIS Employee,SKBBK\n"
        "900101145678,AMINAH BINTI CONTOH,3250,56.90,16.25,6.50,6.50,24.35\n",
    )

    result = converted(path)

    assert result.records == [replace(AMINAHS, socso_employer=56_90)]
    (remark,) = result.remarks
    assert (remark.kind, remark.row) == (Kind.DIFFERS, 2)
    assert remark.message.en == "SOCSO employer share RM 56.90, by the tables RM 56.85"


def test_lindung_inside_the_socso_share_is_taken_out_and_told(tmp_path: Path) -> None:
    path = as_csv(
        tmp_path, f"IC,Nama,Gaji,PERKESO Majikan,PERKESO Pekerja\n{AMINAH},{AMINAHS.name},3250,56.85,40.60\n"
    )

    result = converted(path)

    assert result.records == [AMINAHS]
    assert [(remark.kind, remark.message.en) for remark in result.remarks] == [
        (Kind.MENDED, "RM 40.60 has LINDUNG 24 JAM in it: taken as RM 16.25 + RM 24.35")
    ]


@pytest.mark.parametrize(
    ("together", "socso", "lindung"),
    [pytest.param("40.60", 16_25, 24_35, id="both"), pytest.param("16.25", 16_25, 0, id="released")],
)
def test_a_column_of_both_is_divided_by_the_tables(
    tmp_path: Path, together: str, socso: int, lindung: int
) -> None:
    text = f"IC,Nama,Gaji,PERKESO + SKBBK Pekerja\n{AMINAH},{AMINAHS.name},3250,{together}\n"

    (record,) = converted(as_csv(tmp_path, text)).records

    assert (record.socso_employee, record.lindung, record.socso_employer) == (socso, lindung, 56_85)


def test_a_column_of_both_that_the_tables_do_not_give_is_not_divided(tmp_path: Path) -> None:
    text = f"IC,Nama,Gaji,PERKESO + SKBBK Pekerja\n{AMINAH},{AMINAHS.name},3250,40.00\n"

    result = converted(as_csv(tmp_path, text))

    assert ["cannot be divided" in remark.message.en for remark in result.of_kind(Kind.WRONG)] == [True]


def test_a_column_of_both_beside_one_of_them_needs_no_tables(tmp_path: Path) -> None:
    text = f"IC,Nama,Gaji,PERKESO + SKBBK Pekerja,SKBBK\n{AMINAH},{AMINAHS.name},3250,40.00,24.35\n"

    (record,) = converted(as_csv(tmp_path, text)).records

    assert (record.socso_employee, record.lindung) == (15_65, 24_35)


def test_lindung_needs_no_age(tmp_path: Path) -> None:
    text = (
        "IC,Nama,Gaji,PERKESO Majikan,PERKESO Pekerja,SIP Majikan,SIP Pekerja\n"
        "SSFW12345678,RAM CONTOH,3250,56.85,16.25,0,0\nSSFW12345679,BABU CONTOH,3250,56.85,40.60,0,0\n"
    )

    records = converted(as_csv(tmp_path, text)).records

    assert [(record.socso_employee, record.lindung) for record in records] == [(16_25, 24_35)] * 2


def test_a_sum_beside_its_parts_is_left_out(tmp_path: Path) -> None:
    text = (
        "IC,Nama,Gaji,PERKESO + SKBBK Pekerja,PERKESO Pekerja,SKBBK\n"
        f"{AMINAH},{AMINAHS.name},3250,1,16.25,24.35\n"
    )

    assert converted(as_csv(tmp_path, text)).records == [AMINAHS]


def test_only_the_amounts_that_are_missing_are_computed(tmp_path: Path) -> None:
    path = as_csv(
        tmp_path,
        "IC,Name,Wages,SOCSO Employer,SOCSO Employee,EIS Employer,EIS Employee\n"
        "900101145678,AMINAH BINTI CONTOH,3250,56.85,16.25,-,\n",
    )

    result = converted(path)

    assert result.records == [replace(AMINAHS, eis_employer=0, eis_employee=0)]
    assert [remark.kind for remark in result.remarks] == [Kind.DIFFERS]


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


def test_a_foreign_worker_needs_a_date_of_birth(tmp_path: Path) -> None:
    path = as_csv(
        tmp_path,
        "IC,Name,Wages,Date of Birth\n"
        "SSFW12345678,RAM CONTOH,3250,09/08/1994\nSSFW12345679,BABU CONTOH,1700,\n",
    )

    result = converted(path)

    assert [(each.name, each.eis_employee) for each in result.records] == [("RAM CONTOH", 0)]
    (remark,) = result.remarks
    assert (remark.kind, remark.row, remark.column) == (Kind.WRONG, 3, "A")
    assert "the age of SSFW12345679 is not known" in remark.message.en
    assert "Date of Birth" in remark.mend.en


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        pytest.param(",A,100", "A", "identity number missing", id="no number"),
        pytest.param(f"{AMINAH},,100", "B", "employee name missing", id="no name"),
        pytest.param(f"{AMINAH},A,", "C", "wage missing", id="no wage"),
        pytest.param(f"{AMINAH},A,lots", "C", "'lots' is no amount in ringgit", id="words for a wage"),
        pytest.param(f"{AMINAH},A,-5", "C", "-5 is no amount: it is negative", id="a negative wage"),
        pytest.param(f"{AMINAH},A,#REF!", "C", "the formula gives #REF!", id="a broken formula"),
        pytest.param("9.00101E+11,A,100", "A", "shortened the identity number", id="a shortened number"),
        pytest.param("9001011456,A,100", "A", "has 10 digits", id="digits missing"),
        pytest.param("901301145678,A,100", "A", "no MyKad number", id="a date that does not exist"),
        pytest.param("A1234567,A,100", "A", "neither a MyKad number nor", id="a passport"),
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
    for row in (",,1499", ",,lots", ",C,1500"):
        assert converted(as_csv(tmp_path, f"{rows}{row}\n")).remarks[0].kind is Kind.WRONG


def test_sum_is_a_surname_too(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, "IC,Name,Wages\n,SUM WAI KIT,1000\n"))

    assert [remark.message.en for remark in result.remarks] == ["identity number missing"]


def test_a_row_of_sums_may_say_so_in_the_column_of_numbers(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"IC,Name,Wages\n{AMINAH},A,1000\nJumlah besar,,1000\nTotal,,\n"))

    assert len(result.records) == 1
    assert [remark.kind for remark in result.remarks] == [Kind.LEFT_OUT] * 2


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


def test_a_release_from_lindung_is_said_by_a_column_or_beside_the_sheet(tmp_path: Path) -> None:
    text = (
        f"IC,Nama,Gaji,Pelepasan LINDUNG\n{AMINAH},A,1000,ya\n"
        "880515105437,B,1000,tidak\n791123086211,C,1000,\n"
    )
    given = replace(GIVEN, released=frozenset({"791123086211"}))

    assert [record.lindung > 0 for record in converted(as_csv(tmp_path, text), given).records] == [
        False,
        True,
        False,
    ]


def test_what_a_release_says_otherwise_is_wrong(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"IC,Nama,Gaji,Pelepasan\n{AMINAH},A,1000,maybe\n"))

    assert [remark.message.en for remark in result.remarks] == ["'maybe' is neither yes nor no"]


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


def test_a_code_missing_in_one_row_is_told_there(tmp_path: Path) -> None:
    text = f"IC,Nama,Gaji,Kod Majikan\n{AMINAH},A,1000,\n880515105437,B,1000,B3200000123X\n"

    result = converted(as_csv(tmp_path, text), Given(month=OCTOBER))

    assert [(each.row, each.message.en) for each in result.remarks] == [(2, "employer code missing")]


def test_a_birthday_in_the_month_and_another_day_in_the_sheet_are_doubts(tmp_path: Path) -> None:
    text = "IC,Nama,Gaji,Tarikh Lahir\n661005145678,A,1000,\n900101145678,B,1000,02/01/1990\n"

    result = converted(as_csv(tmp_path, text))

    assert ["becomes 60 in this month" in remark.message.en for remark in result.of_kind(Kind.DOUBT)] == [
        True
    ]
    (differs,) = result.of_kind(Kind.DIFFERS)
    assert "born on 02/01/1990 by the sheet" in differs.message.en


def test_parts_of_a_sen_are_rounded_and_told(tmp_path: Path) -> None:
    path = as_xlsx(
        tmp_path, [["IC", "Name", "Wages"], [AMINAH, "A", 1000 / 3], ["880515105437", "B", 0.1 + 0.2]]
    )

    result = converted(path)

    assert [record.wage for record in result.records] == [333_33, 30]
    assert [remark.message.en for remark in result.remarks] == ["333.3333333333333 rounded to 333.33"]


def test_an_old_month_keeps_the_amounts_that_stand_there(tmp_path: Path) -> None:
    text = (
        "IC,Nama,Gaji,PERKESO Majikan,PERKESO Pekerja,SIP Majikan,SIP Pekerja,SKBBK\n"
        f"{AMINAH},A,1000,1,2,0,0,0\n"
    )

    result = converted(as_csv(tmp_path, text), replace(GIVEN, month=YearMonth(2015, 1)))

    assert [(record.socso_employer, record.socso_employee) for record in result.records] == [(1_00, 2_00)]
    assert result.remarks == []


def test_seven_digits_with_a_date_of_birth_are_an_old_identity_card(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, "IC,Nama,Gaji,DOB\n1234567,A,1000,1970-05-01\n"))

    due = compute(1000_00, month=OCTOBER, person=Person(born=date(1970, 5, 1)))
    assert [record.eis_employee for record in result.records] == [due.eis_employee]
