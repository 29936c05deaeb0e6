"""Contributions of another wage are mended for this person, whosever amounts are written."""

from dataclasses import replace

import pytest

from contributions import Record
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN
from tests.contributions.test_due_amounts import ELDER, LINDUNG, OF_57, SECOND, findings, only


def with_contributions(record: Record, *shares: int) -> Record:
    """The record with others than those of its wage, RM 3,250.00, in the order of their columns."""
    socso_employer, socso_employee, eis_employer, eis_employee, lindung = shares
    return replace(
        record,
        socso_employer=socso_employer,
        socso_employee=socso_employee,
        eis_employer=eis_employer,
        eis_employee=eis_employee,
        lindung=lindung,
    )


FIRST_OF_BOTH = "5685 into columns 215-220, 1625 into columns 221-226 (first category)"
SECOND_OF_BOTH = "4060 into columns 215-220, 0000 into columns 221-226 (second category)"
EIS_ALONE = "650 into columns 227-232, 650 into columns 233-238"
NO_EIS_PUT = "0000 into columns 227-232, 0000 into columns 233-238, "


@pytest.mark.parametrize(
    ("record", "right"),
    [
        pytest.param(
            with_contributions(SAMPLE, 74_40, 0, 0, 0, 44_65),
            f"{FIRST_OF_BOTH}; and {LINDUNG}; and, if EIS covers the person, {EIS_ALONE}",
            id="36 years, amounts of an elder",
        ),
        pytest.param(
            with_contributions(ELDER, 104_15, 29_75, 11_90, 11_90, 44_65),
            f"{SECOND_OF_BOTH}; and {NO_EIS_PUT}{LINDUNG}",
            id="62 years, amounts of a younger person",
        ),
        pytest.param(
            with_contributions(ELDER, 74_40, 0, 0, 0, 44_65),
            f"{SECOND}; and {LINDUNG}",
            id="62 years, amounts of an elder",
        ),
        pytest.param(
            with_contributions(SAMPLE, 104_15, 29_75, 11_90, 11_90, 44_65),
            f"{FIRST_OF_BOTH}; and {EIS_ALONE}, {LINDUNG}",
            id="36 years",
        ),
        pytest.param(
            with_contributions(SAMPLE, 104_15, 29_75, 11_90, 0, 44_65),
            f"{FIRST_OF_BOTH}; and {EIS_ALONE}, {LINDUNG}",
            id="EIS of the employer alone",
        ),
        pytest.param(
            with_contributions(SAMPLE, 104_15, 29_75, 0, 11_90, 44_65),
            f"{FIRST_OF_BOTH}; and {EIS_ALONE}, {LINDUNG}",
            id="EIS of the employee alone",
        ),
        pytest.param(
            with_contributions(OF_57, 104_15, 29_75, 11_90, 11_90, 44_65),
            f"{FIRST_OF_BOTH}, or {SECOND_OF_BOTH}; and {EIS_ALONE}, {LINDUNG}",
            id="57 years",
        ),
        pytest.param(
            with_contributions(SAMPLE_FOREIGN, 104_15, 29_75, 0, 0, 44_65),
            f"{FIRST_OF_BOTH}, or {SECOND_OF_BOTH}; and {LINDUNG}",
            id="a foreign worker",
        ),
        pytest.param(
            with_contributions(SAMPLE_FOREIGN, 104_15, 29_75, 0, 0, 0),
            f"{FIRST_OF_BOTH}, or {SECOND_OF_BOTH}; and {LINDUNG}",
            id="a foreign worker without LINDUNG 24 JAM",
        ),
        pytest.param(
            with_contributions(SAMPLE, 104_15, 29_75, 11_90, 11_90, 0),
            f"{FIRST_OF_BOTH}; and {EIS_ALONE}",
            id="released from LINDUNG 24 JAM",
        ),
        pytest.param(
            with_contributions(SAMPLE, 104_15, 29_75, 0, 0, 0),
            f"{FIRST_OF_BOTH}; and, if EIS covers the person, {EIS_ALONE}",
            id="SOCSO alone",
        ),
    ],
)
def test_contributions_of_another_wage_are_mended_for_this_person(record: Record, right: str) -> None:
    found = findings(record)["AM40"]

    assert found.mend.en.endswith(
        f" in sen, if it was more; or, if RM 3,250.00 is right, put {right} of line 1."
    )


def test_in_malay_contributions_of_another_wage_are_mended_for_this_person_too() -> None:
    found = only(with_contributions(SAMPLE, 74_40, 0, 0, 0, 44_65))

    assert found.mend.ms.endswith(
        "jika RM 3,250.00 betul, letakkan 5685 dalam lajur 215-220, 1625 dalam lajur 221-226 (kategori "
        "pertama); dan 2435 dalam lajur 239-244; dan, jika SIP melindungi orang itu, 650 dalam lajur "
        "227-232, 650 dalam lajur 233-238 bagi baris 1."
    )
