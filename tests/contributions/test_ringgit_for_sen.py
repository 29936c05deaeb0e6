"""A file in ringgit instead of sen: one finding names the cause, proves it and says what to do."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import FileReport, Record, check, write
from contributions.bilingual import T
from contributions.checks.examples import SAMPLE

AS_OF = date(2026, 11, 10)
MONEY = ("wage", "socso_employer", "socso_employee", "eis_employer", "eis_employee", "lindung")
PEOPLE = (
    SAMPLE,
    replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
    replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)
HIGHEST = replace(
    SAMPLE, socso_employer=104_15, socso_employee=29_75, eis_employer=11_90, eis_employee=11_90, lindung=44_65
)


def in_ringgit(record: Record) -> Record:
    return replace(record, **{name: getattr(record, name) // 100 for name in MONEY})


def checked(*records: Record) -> FileReport:
    return check(write(records), as_of=AS_OF)


def test_a_file_wholly_in_ringgit_is_one_finding_with_its_proof_and_mend() -> None:
    report = checked(*map(in_ringgit, PEOPLE))

    (finding,) = report.findings
    assert (finding.code, finding.places) == ("AM22", 3)
    assert finding.message.en == (
        "A wage of RM 32.50 with contributions of RM 1.08 was written; the wage meant is RM 3,250.00. "
        "All 3 lines fit the rate table when multiplied by 100."
    )
    assert "Kesemua 3 baris sepadan dengan jadual kadar apabila didarab dengan 100." in finding.message.ms
    assert finding.mend.en == (
        "Export the file again with the wage and all contributions in sen, not in ringgit: "
        "this wage is 325000."
    )


def test_a_file_partly_in_ringgit_says_how_many_lines_are() -> None:
    report = checked(PEOPLE[0], in_ringgit(PEOPLE[1]), in_ringgit(PEOPLE[2]))

    (finding,) = report.findings
    assert [place.line for place in finding.at] == [2, 3]
    assert "2 of 3 lines fit the rate table when multiplied by 100." in finding.message.en


def test_lines_too_small_and_too_large_are_told_apart() -> None:
    small, large = replace(PEOPLE[0], wage=3_250), replace(PEOPLE[1], wage=32_500_000)

    (finding,) = checked(small, large).findings

    assert "1 of 2 lines fits the rate table when multiplied by 100" in finding.message.en
    assert "1 of 2 lines fits the rate table when divided by 100" in finding.message.en
    assert [place.mend.en for place in finding.at] == [
        "Write the wage in sen: this wage is 325000.",
        "Divide the wage by 100: this wage is 325000.",
    ]


def test_no_other_amount_is_said_to_be_wrong_on_a_line_in_ringgit() -> None:
    uneven = replace(in_ringgit(SAMPLE), eis_employee=7)

    assert [finding.code for finding in checked(uneven).findings] == ["AM22"]


def test_what_is_wrong_beside_the_wage_is_told_all_the_same() -> None:
    content = write([replace(SAMPLE, wage=3_250)]).replace(b"AMINAH", b"AMI\xd1AH")

    report = check(content, as_of=AS_OF)

    assert {finding.code for finding in report.findings} == {"AM22", "FL04"}


def test_a_wage_in_ringgit_that_has_lost_its_sen_says_so() -> None:
    (finding,) = checked(replace(SAMPLE, wage=3_200)).findings

    assert finding.code == "AM22"
    assert "the wage meant is RM 3,200.00 and the sen that were cut off." in finding.message.en
    assert "ialah RM 3,200.00 serta sen yang terpotong." in finding.message.ms
    assert finding.mend.en == "Write the wage in sen: this wage is 320000 and the sen that were cut off."


@pytest.mark.parametrize(
    ("wage", "code"),
    [
        pytest.param(200_00, "AM22", id="twenty thousand ringgit may be meant"),
        pytest.param(200_01, "AM40", id="more is rather a wage that was cut"),
        pytest.param(5_000_00, "AM40", id="half a million is not"),
    ],
)
def test_the_highest_band_alone_does_not_make_a_wage_a_hundred_times_larger(wage: int, code: str) -> None:
    (finding,) = checked(replace(HIGHEST, wage=wage)).findings

    assert finding.code == code


def test_contributions_of_another_wage_say_of_which_and_what_would_be_right() -> None:
    (finding,) = checked(replace(SAMPLE, wage=2_800_00)).findings

    assert finding.expected == T("RM 3,200.01 to RM 3,300.00", "RM 3,200.01 hingga RM 3,300.00")
    assert "those of a wage of RM 3,200.01 to RM 3,300.00" in finding.message.en
    assert "caruman bagi gaji RM 3,200.01 hingga RM 3,300.00" in finding.message.ms
    assert "if RM 2,800.00 is right, put 4815 into columns 215-220, 1375 into columns 221-226" in (
        finding.mend.en
    )


@pytest.mark.parametrize(
    ("record", "but", "along", "right"),
    [
        pytest.param(
            replace(SAMPLE, wage=5_000_00, lindung=37_15),
            T("LINDUNG 24 JAM", "LINDUNG 24 JAM"),
            T("2435 into columns 239-244", "2435 dalam lajur 239-244"),
            "8665 into columns 215-220",
            id="LINDUNG 24 JAM",
        ),
        pytest.param(
            replace(SAMPLE, wage=5_000_00, eis_employer=9_90, eis_employee=9_90),
            T("EIS", "SIP"),
            T(
                "650 into columns 227-232, 650 into columns 233-238",
                "650 dalam lajur 227-232, 650 dalam lajur 233-238",
            ),
            "8665 into columns 215-220",
            id="EIS",
        ),
    ],
)
def test_a_scheme_of_the_wage_that_is_written_is_named_beside_the_others_of_another(
    record: Record, but: T, along: T, right: str
) -> None:
    (finding,) = checked(record).findings

    assert finding.expected == T("RM 3,200.01 to RM 3,300.00", "RM 3,200.01 hingga RM 3,300.00")
    assert f"RM 3,200.01 to RM 3,300.00, but for {but.en}, which is that of the wage written. " in (
        finding.message.en
    )
    assert f"kecuali {but.ms}, iaitu caruman bagi gaji yang ditulis. " in finding.message.ms
    assert f"in sen, if it was more, and then {along.en} too; or, if RM 5,000.00 is right, put {right}" in (
        finding.mend.en
    )
    assert f"jika lebih, dan kemudian {along.ms} juga; atau" in finding.mend.ms


def test_where_all_schemes_are_of_another_wage_none_is_left_out() -> None:
    (finding,) = checked(replace(SAMPLE, wage=2_800_00)).findings

    assert "to RM 3,300.00. So it is on this line." in finding.message.en
    assert "in sen, if it was more; or, if" in finding.mend.en


def test_contributions_of_the_highest_band_have_no_upper_end() -> None:
    (finding,) = checked(replace(HIGHEST, wage=5_000_00)).findings

    assert finding.expected == T("more than RM 5,900.00", "lebih daripada RM 5,900.00")
    assert "lebih daripada RM 5,900.00" in finding.message.ms


def test_contributions_of_another_wage_in_the_second_category_are_told_by_its_table() -> None:
    elder = replace(SAMPLE, identity_number="650314025519", wage=5_000_00, eis_employer=0, eis_employee=0)

    (finding,) = checked(replace(elder, socso_employer=40_60, socso_employee=0)).findings

    assert (finding.code, finding.expected.en) == ("AM40", "RM 3,200.01 to RM 3,300.00")
