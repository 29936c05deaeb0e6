"""Amounts of a payroll sheet are kept and compared; others come from the tables, where the age is certain."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contributions import compute
from contributions.checks.examples import SAMPLE
from contributions.computing import Person
from contributions.converting import Kind
from contributions.months import YearMonth
from tests.contributions.converting.payrolls import AMINAH, GIVEN, OCTOBER, as_csv, as_xlsx, converted

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
        "900101145678,AMINAH BINTI CONTOH,3250,56.85,16.25,-,-\n",
    )

    result = converted(path)

    assert result.records == [replace(AMINAHS, eis_employer=0, eis_employee=0)]
    assert [remark.kind for remark in result.remarks] == [Kind.DIFFERS]


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
