"""What a finding says is due: for this person, and sure only where the line proves it."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import Finding, Record, YearMonth, check, write
from contributions.bilingual import T
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, single

AS_OF = date(2026, 11, 10)
ELDER = replace(
    SAMPLE,
    identity_number="640101145678",
    socso_employer=40_60,
    socso_employee=0,
    eis_employer=0,
    eis_employee=0,
)
OF_54 = replace(SAMPLE, identity_number="711101105678")
OF_55 = replace(SAMPLE, identity_number="711031105678")
OF_59 = replace(SAMPLE, identity_number="661101105678")
OF_60 = replace(SAMPLE, identity_number="661031105678")
OF_57 = replace(SAMPLE, identity_number="690101105678")


def without_contributions(record: Record) -> Record:
    return replace(record, socso_employer=0, socso_employee=0, eis_employer=0, eis_employee=0, lindung=0)


def findings(*records: Record, as_of: date = AS_OF) -> dict[str, Finding]:
    return {finding.code: finding for finding in check(write(records), as_of=as_of).findings}


def only(*records: Record, as_of: date = AS_OF) -> Finding:
    (finding,) = findings(*records, as_of=as_of).values()
    return finding


# A wage without contributions


FIRST = "5685 into columns 215-220, 1625 into columns 221-226 (first category)"
SECOND = "4060 into columns 215-220 (second category)"
EIS, LINDUNG = "650 into columns 227-232, 650 into columns 233-238, ", "2435 into columns 239-244"


@pytest.mark.parametrize(
    ("person", "right"),
    [
        pytest.param(SAMPLE, f"{FIRST}; and {EIS}{LINDUNG}", id="36 years"),
        pytest.param(ELDER, f"{SECOND}; and {LINDUNG}", id="62 years"),
        pytest.param(SAMPLE_FOREIGN, f"{FIRST}, or {SECOND}; and {LINDUNG}", id="a foreign worker"),
        pytest.param(
            replace(SAMPLE, identity_number="090101145678"), f"{FIRST}; and {LINDUNG}", id="17 years"
        ),
        pytest.param(
            replace(SAMPLE, identity_number="A1234567"),
            f"{FIRST}, or {SECOND}; and {EIS}{LINDUNG}",
            id="of no known age",
        ),
    ],
)
def test_a_wage_without_contributions_says_what_is_due_to_this_person(person: Record, right: str) -> None:
    found = findings(without_contributions(person))["AM43"]

    assert f"In line 1: {right}. If there were none, write 0" in found.mend.en


def test_a_foreign_worker_without_contributions_was_in_the_second_category_until_june_2024() -> None:
    month = YearMonth(2024, 6)

    found = findings(without_contributions(replace(SAMPLE_FOREIGN, month=month)), as_of=month.due_date)[
        "AM43"
    ]

    assert "In line 1: 4060 into columns 215-220 (second category). If there were none" in found.mend.en
    assert "(kategori kedua). Jika tiada gaji" in found.mend.ms


def test_wages_without_contributions_are_one_finding_with_their_count() -> None:
    other = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")

    found = only(*(without_contributions(person) for person in (SAMPLE, other)))

    assert (found.code, found.places, found.field) == ("AM43", 2, "socso_employer")
    assert found.message.en == (
        "A wage of RM 3,250.00 is written for AMINAH BINTI CONTOH in October 2026, and every contribution "
        "is zero. So it is on all 2 lines."
    )


def test_a_month_without_wages_has_nothing_to_pay() -> None:
    found = only(without_contributions(replace(SAMPLE, wage=0)))

    assert found.code == "AM24"
    assert found.message == T(
        "Nothing is paid for AMINAH BINTI CONTOH: every contribution is zero.",
        "Tiada bayaran bagi AMINAH BINTI CONTOH: setiap caruman ialah sifar.",
    )


def test_a_line_of_one_scheme_without_an_amount_has_nothing_to_pay() -> None:
    found = check(single(0).file, as_of=single(0).as_of).findings

    assert [finding.code for finding in found] == ["AM24"]


# Shares of two categories


@pytest.mark.parametrize(
    ("person", "employer", "employee", "put"),
    [
        pytest.param(SAMPLE, 40_60, 16_25, "5685 into columns 215-220 (first category)", id="36: employer's"),
        pytest.param(SAMPLE, 56_85, 0, "1625 into columns 221-226 (first category)", id="36: employee's"),
        pytest.param(ELDER, 40_60, 16_25, "0000 into columns 221-226 (second category)", id="62: employee's"),
        pytest.param(ELDER, 56_85, 0, "4060 into columns 215-220 (second category)", id="62: employer's"),
        pytest.param(
            OF_57,
            40_60,
            16_25,
            "5685 into columns 215-220 (first category), or 0000 into columns 221-226 (second category)",
            id="57: either",
        ),
        pytest.param(
            SAMPLE_FOREIGN,
            56_85,
            0,
            "1625 into columns 221-226 (first category), or 4060 into columns 215-220 (second category)",
            id="foreign: either",
        ),
        pytest.param(OF_54, 40_60, 16_25, "5685 into columns 215-220 (first category)", id="54: employer's"),
        pytest.param(
            OF_55,
            40_60,
            16_25,
            "5685 into columns 215-220 (first category), or 0000 into columns 221-226 (second category)",
            id="55: either",
        ),
        pytest.param(
            OF_59,
            40_60,
            16_25,
            "5685 into columns 215-220 (first category), or 0000 into columns 221-226 (second category)",
            id="59: either",
        ),
        pytest.param(OF_60, 40_60, 16_25, "0000 into columns 221-226 (second category)", id="60: employee's"),
        pytest.param(SAMPLE, 56_85, 16_35, "1625 into columns 221-226", id="a share of no category"),
        pytest.param(ELDER, 40_60, 16_35, "0000 into columns 221-226", id="a share of no category, second"),
    ],
)
def test_shares_of_two_categories_are_mended_by_the_age(
    person: Record, employer: int, employee: int, put: str
) -> None:
    found = findings(replace(person, socso_employer=employer, socso_employee=employee))["AM10"]

    assert found.mend.en == f"Put {put} of line 1."


def test_a_foreign_worker_may_be_in_either_category_from_july_2024_on() -> None:
    july = YearMonth(2024, 7)
    contested = replace(SAMPLE_FOREIGN, month=july, socso_employer=40_60, lindung=0)

    found = findings(contested, as_of=july.due_date)["AM10"]

    assert found.mend.en == (
        "Put 5685 into columns 215-220 (first category), or 0000 into columns 221-226 (second category) "
        "of line 1."
    )


def test_in_malay_both_categories_are_named_too() -> None:
    found = findings(replace(OF_57, socso_employer=40_60))["AM10"]

    assert found.mend.ms == (
        "Isi 5685 dalam lajur 215-220 (kategori pertama), atau 0000 dalam lajur 221-226 (kategori kedua) "
        "baris 1."
    )


# Shares of no category


BOTH = "5685 or 4060"


@pytest.mark.parametrize(
    ("person", "employer", "employee"),
    [
        pytest.param(SAMPLE, "5685", "1625", id="36 years"),
        pytest.param(OF_54, "5685", "1625", id="54 years"),
        pytest.param(OF_55, BOTH, "1625", id="55 years"),
        pytest.param(OF_59, BOTH, "1625", id="59 years"),
        pytest.param(OF_60, "4060", "0000", id="60 years"),
        pytest.param(SAMPLE_FOREIGN, BOTH, "1625", id="a foreign worker"),
    ],
)
def test_shares_of_no_category_are_mended_by_the_age(person: Record, employer: str, employee: str) -> None:
    found = findings(replace(person, socso_employer=50_00, socso_employee=10_00))

    assert found["AM09"].mend.en == f"Put {employer} into columns 215-220 of line 1."
    assert found["AM10"].mend.en == f"Put {employee} into columns 221-226 of line 1."


def test_shares_of_two_categories_to_choose_from_are_named_in_malay_too() -> None:
    found = findings(replace(OF_55, socso_employer=50_00, socso_employee=10_00))

    assert found["AM09"].mend.ms == "Isi 5685 atau 4060 dalam lajur 215-220 baris 1."


def test_what_is_expected_of_shares_of_no_category_is_of_the_age_too() -> None:
    found = findings(replace(OF_60, socso_employer=50_00, socso_employee=10_00))

    assert found["AM09"].expected == T.same("RM 40.60")
    assert found["AM10"].expected == T.same("RM 0.00")
    assert found["AM10"].message.en == (
        "Beside an employer share of RM 50.00 the employee pays RM 0.00, not RM 10.00."
    )


def test_a_right_employee_share_shows_the_first_category_whatever_the_age() -> None:
    found = findings(replace(OF_60, socso_employer=56, eis_employer=0, eis_employee=0))

    assert found["AM09"].mend.en == "Put 5685 into columns 215-220 of line 1."
    assert "AM10" not in found


@pytest.mark.parametrize(
    ("person", "employer", "employee", "put"),
    [
        pytest.param(SAMPLE, 40_60, 16_35, "0000", id="the second category at 36"),
        pytest.param(OF_60, 56_85, 16_35, "1625", id="the first category at 60"),
    ],
)
def test_a_right_employer_share_shows_the_category_whatever_the_age(
    person: Record, employer: int, employee: int, put: str
) -> None:
    found = findings(replace(person, socso_employer=employer, socso_employee=employee))

    assert found["AM10"].mend.en == f"Put {put} into columns 221-226 of line 1."
    assert "AM09" not in found


# The table of another year


@pytest.mark.parametrize(
    ("record", "right"),
    [
        pytest.param(
            replace(ELDER, wage=5_500_00, socso_employer=61_90, lindung=40_85),
            "6810 into columns 215-220, 0000 into columns 221-226, 0000 into columns 227-232, 0000 into",
            id="62 years",
        ),
        pytest.param(
            replace(SAMPLE_FOREIGN, wage=5_500_00, socso_employer=86_65, socso_employee=24_75, lindung=40_85),
            "9535 into columns 215-220, 2725 into columns 221-226, 0000 into columns 227-232, 0000 into",
            id="a foreign worker",
        ),
    ],
)
def test_a_table_of_another_year_is_mended_for_this_person(record: Record, right: str) -> None:
    found = findings(record)["AM34"]

    assert found.mend.en == (
        "Put the table of October 2026 into the payroll system and export again. In line 1: "
        f"{right} columns 233-238, 4085 into columns 239-244."
    )
    assert "amounts of SOCSO are those of the table of September 2022" in found.message.en


def test_only_lindung_of_a_later_phase_is_told_at_lindung() -> None:
    found = only(replace(SAMPLE, lindung=32_50))

    assert (found.code, found.first.column, found.expected.en) == ("AM34", 239, "RM 24.35")
    assert "the amounts of LINDUNG 24 JAM are those of the table of June 2028" in found.message.en
    assert "2435 into columns 239-244" in found.mend.en


def test_lines_of_their_own_month_are_not_counted_for_another_table() -> None:
    others = (
        replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
        replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
    )

    found = only(replace(SAMPLE, lindung=32_50), *others)

    assert "All 1 line" not in found.message.en
    assert found.message.en.endswith(
        "The line that does not fit its own month has amounts of the table of June 2028."
    )


@pytest.mark.parametrize("wages", [(4_500_00, 6_500_00), (6_500_00, 4_500_00)], ids=str)
def test_of_several_tables_the_one_next_in_time_is_named_whatever_the_order(wages: tuple[int, int]) -> None:
    august = YearMonth(2022, 8)
    shares = {4_500_00: (77_85, 22_25, 8_90), 6_500_00: (86_65, 24_75, 9_90)}
    people = (("900101145678", "AMINAH BINTI CONTOH"), ("880515105437", "TAN WEI MING"))
    records = [
        replace(
            SAMPLE,
            identity_number=number,
            name=name,
            month=august,
            ssm_number="1312525-A",
            wage=wage,
            socso_employer=shares[wage][0],
            socso_employee=shares[wage][1],
            eis_employer=shares[wage][2],
            eis_employee=shares[wage][2],
            lindung=0,
        )
        for wage, (number, name) in zip(wages, people, strict=True)
    ]

    found = findings(*records, as_of=august.due_date)["AM34"]

    assert found.places == 2
    assert found.message.en.endswith(
        "the amounts of SOCSO and EIS are those of the table of September 2022. All 2 lines fit that table."
    )
    assert "amaun PERKESO dan SIP ialah daripada jadual September 2022" in found.message.ms
