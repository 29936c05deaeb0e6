"""Months and identity numbers in another form than the layout has, and names that are not filled up."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import Finding, check, write
from contributions.checks.examples import SAMPLE

AS_OF = date(2026, 11, 10)
OTHERS = (
    replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
    replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)
LINE = write([SAMPLE]).rstrip(b"\r\n")


def beside(line: bytes) -> Finding:
    """What is said of a line after two good ones, gravest first."""
    return check(write(OTHERS) + line + b"\r\n", as_of=AS_OF).findings[0]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31102026", "102026"),
        ("1/10/2026", "102026"),
        ("20261031", "102026"),
        ("31/10/2026", "102026"),
        ("10/2026", "102026"),
        ("2026-10", "102026"),
        ("2026-10-31", "102026"),
        ("1026", "102026"),
        ("2610", "102026"),
    ],
)
def test_a_month_in_another_form_is_named_and_not_blamed_on_the_name(written: str, meant: str) -> None:
    finding = beside(LINE[:194] + written.encode() + LINE[200:])

    assert (finding.code, finding.line, finding.column) == ("FL24", 3, 195)
    assert f"the month in another form: {written} for {meant}; with that, month" in finding.message.en
    assert f"bulan dalam bentuk lain: {written} bagi {meant}; dengan itu, bulan" in finding.message.ms
    assert finding.mend.en.endswith(f"Write the month as MMYYYY into columns 195-200: {meant}.")
    assert finding.mend.ms.endswith(f"Tulis bulan sebagai BBTTTT dalam lajur 195-200: {meant}.")


@pytest.mark.parametrize("written", ["12026", "02026", "10206"])
def test_a_month_that_has_lost_a_digit_is_that_of_the_other_lines(written: str) -> None:
    finding = beside(LINE[:194] + written.encode() + LINE[200:])

    assert (finding.code, finding.line, finding.column) == ("FL24", 3, 195)
    assert f"It has lost a digit of the month: {written}; with six digits, month" in finding.message.en
    assert finding.mend.en.endswith("Write the month as MMYYYY into columns 195-200: 102026.")
    assert finding.mend.ms.endswith("Tulis bulan sebagai BBTTTT dalam lajur 195-200: 102026.")


def test_a_month_that_may_have_lost_any_digit_is_not_guessed() -> None:
    (finding,) = check(LINE[:194] + b"12026" + LINE[200:] + b"\r\n", as_of=AS_OF).findings

    assert "The line has lost a digit of the month: 12026;" in finding.message.en
    assert finding.mend.en.startswith("Write the month as MMYYYY into columns 195-200. Then")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(LINE[:194] + b"1011" + LINE[200:], id="month and year may be each other"),
        pytest.param(LINE[:194] + b"2026-13" + LINE[200:], id="no such month"),
        pytest.param(LINE[:194] + b"0" + LINE[194:], id="a zero in front"),
        pytest.param(LINE[:194] + b"12026" + LINE[200:233] + b"x" + LINE[234:], id="a digit lost as well"),
        pytest.param(LINE[:194] + b"2026-10" + LINE[200:233] + b"x" + LINE[234:], id="amounts of letters"),
        pytest.param(LINE[:193] + b"112026" + LINE[200:], id="the name has lost a space"),
        pytest.param(LINE[:100] + b" " + LINE[100:], id="the name has a space more"),
    ],
)
def test_what_is_no_month_in_another_form_is_told_otherwise(line: bytes) -> None:
    assert "in another form" not in beside(line).message.en
    assert "lost a digit" not in beside(line).message.en


@pytest.mark.parametrize("written", ["900101-14-5678", "900101 14 5678", "900101.145678"])
def test_signs_in_an_identity_number_are_named_and_not_blamed_on_the_name(written: str) -> None:
    finding = beside(LINE[:32] + written.encode() + LINE[44:])

    assert (finding.code, finding.line, finding.column) == ("FL24", 3, 33)
    assert f"signs in the identity number: {written} for 900101145678; without" in finding.message.en
    assert f"tanda dalam nombor pengenalan: {written} bagi 900101145678; tanpanya" in finding.message.ms
    assert finding.mend.en.endswith("number without signs into columns 33-44: 900101145678.")
    assert finding.mend.ms.endswith("pengenalan tanpa tanda dalam lajur 33-44: 900101145678.")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(LINE[:32] + b"900101-14-567" + LINE[44:], id="a digit lost"),
        pytest.param(LINE[:32] + b"900101--145678" + LINE[44:], id="two signs together"),
        pytest.param(LINE[:32] + b"900101-145678" + LINE[44:194] + b"13" + LINE[196:], id="no month either"),
    ],
)
def test_other_identity_numbers_with_signs_are_told_otherwise(line: bytes) -> None:
    assert "signs in the identity number" not in beside(line).message.en


def test_a_digit_too_many_in_the_number_of_a_foreign_worker_is_placed_there() -> None:
    assert "1 character too many in columns 33-44 (identity number)" in (
        beside(LINE[:32] + b"SSFW123456789" + LINE[44:]).message.en
    )


def test_a_day_before_the_month_is_placed_there_in_lines_of_the_right_width() -> None:
    (finding,) = check(LINE[:194] + b"31" + LINE[194:276] + b"\r\n", as_of=AS_OF).findings

    assert finding.code == "FL25"
    assert "2 characters too many in columns 195-200 (month)" in finding.message.en


def test_names_that_are_not_filled_with_spaces_are_one_cause_whatever_their_lengths() -> None:
    lines = [LINE[:44] + name + LINE[194:] for name in (b"TAN WEI M", b"AMINAH", b"SURESH A/L RAMASAMY")]

    (finding,) = check(b"\r\n".join([*lines, b""]), as_of=AS_OF).findings

    assert (finding.code, finding.places, finding.column) == ("FL06", 3, 45)
    assert "All 3 lines have no spaces behind the name; filled with spaces to column 194, month" in (
        finding.message.en
    )
    assert "tiada ruang kosong selepas nama; setelah dipenuhkan hingga lajur 194, bulan" in finding.message.ms
    assert finding.mend.en.startswith("Fill every name with spaces to 150 characters, columns 45-194.")
    assert finding.mend.ms.startswith("Penuhkan setiap nama dengan ruang kosong hingga 150 aksara")
