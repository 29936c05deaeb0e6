"""Headings of Malaysian payroll programs and lists, by the words that people put above their columns."""

import pytest

from contributions.sheets import field_named
from contributions.sheets.headings import is_in_sen


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (
            "identity_number",
            (
                "No. K/P Baru; No K/P Baru; No KP Baru; No. K.P. Baru; No. Kad Pengenalan (Baru); "
                "New I/C No.; New NRIC; No. KPT; Employee IC; Identity Card No.; I.C. No. (New)"
            ),
        ),
        (
            "name",
            (
                "Employee's Name; Emp. Name; Name as in IC; Name (as per NRIC); Nama Penuh Pekerja; "
                "Nama Pekerja (Seperti Dalam K/P)"
            ),
        ),
        (
            "wage",
            (
                "Jumlah Pendapatan; Gaji Layak PERKESO; Gaji Layak SOCSO; Jumlah Gaji; Gaji Kasar; Gross; "
                "Gaji Bulanan Kasar; Total Gross Pay; Total Earnings; Monthly Gross Salary; "
                "Gross Remuneration; SOCSO Wages; Wages (SOCSO); SOCSO-able Wages; Gaji SOCSO (RM)"
            ),
        ),
        ("month", "Payroll Period; Payroll Month; Bulan Gaji"),
        ("employer_code", "Kod Majikan SOCSO; SOCSO Employer Code"),
        ("started", "Date Join; Joined Date; Tarikh Mula Khidmat"),
        ("resigned", "Resign Date; Date of Resignation; Last Working Date"),
    ],
)
def test_what_payroll_programs_write_above_a_column_is_known(field: str, headings: str) -> None:
    assert {heading: field_named(heading) for heading in headings.split("; ")} == dict.fromkeys(
        headings.split("; "), field
    )


@pytest.mark.parametrize(
    ("heading", "is_sen"),
    [
        ("Wage (sen)", True),
        ("Gaji (Sen)", True),
        ("Gaji Kasar sen", True),
        ("SOCSO Employer (SEN)", True),
        ("Gaji (RM)", False),
        ("Gaji (RM & sen)", False),
        ("Gaji", False),
        ("Senarai Gaji", False),
    ],
)
def test_a_heading_may_say_sen(heading: str, is_sen: bool) -> None:
    assert is_in_sen(heading) is is_sen


def test_a_heading_with_sen_is_known_like_one_without() -> None:
    assert [field_named(heading) for heading in ("Wage (sen)", "Gaji Kasar sen", "SOCSO Employer (sen)")] == [
        "wage", "wage", "socso_employer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("Gaji Pokok", id="a part of the wage"),
        pytest.param("Gaji Bersih", id="what is left of the wage"),
        pytest.param("EPF Wages", id="the wage of another scheme"),
        pytest.param("Pendapatan", id="any income"),
        pytest.param("No. Pekerja", id="the employer's own number"),
        pytest.param("SOCSO No.", id="the employer's number or the employee's"),
        pytest.param("Passport No", id="no number that the portal knows"),
    ],
)
def test_what_may_mean_something_else_is_not_taken(heading: str) -> None:
    assert field_named(heading) is None
