"""Mends that do not contradict each other, and are sure only where the line proves them."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import Record, YearMonth, check, write
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, single
from contributions.layouts import C2, E1
from tests.contributions.test_due_amounts import AS_OF, ELDER, findings, only, without_contributions

PLAIN, OR_NONE = "Write the amount in sen.", "Write the amount in sen, or 0000 for none."
TOP = replace(
    SAMPLE,
    wage=7_000_00,
    socso_employer=104_15,
    socso_employee=29_75,
    eis_employer=11_90,
    eis_employee=11_90,
    lindung=44_65,
)


# Only one mend for a field


@pytest.mark.parametrize("identity", ["SSFW12345678", "090101145678", "640101145678"])
def test_eis_that_is_not_due_is_not_told_to_be_made_equal(identity: str) -> None:
    found = findings(replace(SAMPLE, identity_number=identity, eis_employee=0))

    assert "AM13" in found
    assert "AM11" not in found


def test_a_dash_for_zero_is_no_refund() -> None:
    content = write([SAMPLE_FOREIGN]).replace(b"  0000  0000", b"     -     -")

    found = check(content, as_of=AS_OF).findings

    assert [(finding.code, finding.mend.en) for finding in found] == [
        ("AM01", "Write digits alone, in sen: 0000 if the dash stands for zero.")
    ] * 2
    assert found[0].mend.ms == "Tulis digit sahaja, dalam sen: 0000 jika sempang itu bermaksud sifar."


@pytest.mark.parametrize(
    ("blanked", "record", "mend"),
    [
        pytest.param("wage", SAMPLE, "Write the amount in sen.", id="a wage that was paid on"),
        pytest.param(
            "wage",
            without_contributions(SAMPLE),
            "Write the amount in sen, or 0000 for none.",
            id="nothing paid",
        ),
        pytest.param("eis_employee", SAMPLE, "Write the amount in sen, or 0000 for none.", id="a share"),
    ],
)
def test_a_blank_field_is_zero_only_where_it_may_be(blanked: str, record: Record, mend: str) -> None:
    columns, line = C2[blanked].columns, write([record])
    content = line[: columns.start] + b" " * (columns.stop - columns.start) + line[columns.stop :]

    found = {finding.code: finding for finding in check(content, as_of=AS_OF).findings}

    assert found["AM05"].mend.en == mend


@pytest.mark.parametrize(
    ("record", "mend"),
    [
        pytest.param(SAMPLE, OR_NONE, id="a local"),
        pytest.param(SAMPLE_FOREIGN, PLAIN, id="a foreign worker"),
    ],
)
def test_blank_lindung_is_none_for_locals_alone(record: Record, mend: str) -> None:
    other = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
    line = write([record])

    found = check(line[:238] + b" " * 6 + line[244:] + write([other]), as_of=AS_OF).findings

    assert [(finding.code, finding.mend.en) for finding in found] == [("AM06", mend)]


def test_a_file_of_eis_before_it_began_has_nothing_to_pay() -> None:
    december = YearMonth(2017, 12)
    example = single(13_00, layout=E1, month=december)

    found = {finding.code: finding for finding in check(example.file, as_of=date(2018, 1, 10)).findings}

    assert found["AM26"].mend.en == "Nothing was due then: take the line out."
    assert found["AM26"].mend.ms == "Tiada yang perlu dibayar ketika itu: keluarkan baris ini."


# Wages that the highest band does not prove


def test_a_small_wage_with_the_highest_contributions_may_have_lost_a_digit() -> None:
    found = only(replace(TOP, wage=123_52))

    assert found.code == "AM22"
    assert "the wage meant may be RM 12,352.00." in found.message.en
    assert found.mend.en == (
        "Write the wage in sen: this wage is 1235200, unless a digit was lost: every wage of the highest "
        "band has these contributions."
    )
    assert "mungkin RM 12,352.00" in found.message.ms
    assert "kecuali ada digit yang hilang" in found.mend.ms


def test_several_lines_in_ringgit_prove_the_wage_of_the_highest_band_too() -> None:
    other = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING", wage=3_250)

    found = only(replace(TOP, wage=7_000), other)

    assert "the wage meant is RM 7,000.00. All 2 lines fit" in found.message.en
    assert found.mend.en == "Write the wage in sen: this wage is 700000."


def test_the_same_in_the_second_category() -> None:
    found = only(replace(ELDER, wage=123_52, socso_employer=74_40, lindung=44_65))

    assert "the wage meant may be RM 12,352.00." in found.message.en


def test_a_wage_of_a_band_with_an_end_is_proven() -> None:
    found = only(replace(SAMPLE, wage=3_250))

    assert "the wage meant is RM 3,250.00." in found.message.en
    assert found.mend.en == "Write the wage in sen: this wage is 325000."


@pytest.mark.parametrize(
    ("record", "factor", "begin"),
    [
        pytest.param(
            replace(TOP, wage=61_234_80), 10, "See whether the wage is too large as well", id="tenfold"
        ),
        pytest.param(replace(TOP, wage=7_000_00), 10, "Leave the wage as it is", id="the wage is ordinary"),
        pytest.param(SAMPLE, 10, "Leave the wage as it is", id="no wage of the highest band"),
        pytest.param(SAMPLE, 100, "Leave the wage as it is", id="a hundredfold"),
    ],
)
def test_contributions_that_are_too_large_prove_a_wage_below_the_highest_band(
    record: Record, factor: int, begin: str
) -> None:
    large = replace(
        record,
        socso_employer=record.socso_employer * factor,
        socso_employee=record.socso_employee * factor,
        eis_employer=record.eis_employer * factor,
        eis_employee=record.eis_employee * factor,
        lindung=record.lindung * factor,
    )

    found = findings(large)["AM38"]

    assert found.mend.en.startswith(f"{begin}, and write the contributions in sen.")
