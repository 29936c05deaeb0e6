"""Amounts beside their columns, in another unit or order: said once, with the proof, never guessed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from contributions import C2, FileReport, check, write
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN

IN_FIRST = "Put 5685 into columns 215-220 and 1625 into columns 221-226 of line 1."
IN_SECOND = "Put 4060 into columns 215-220 of line 1."
AS_OF = date(2026, 11, 10)
OTHERS = (
    replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
    replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)
LINE = write([SAMPLE]).rstrip(b"\r\n")
ZEROS = LINE[:200] + b"00000000325000" + b"005685001625000650000650002435" + b" " * 34
ELDER = replace(SAMPLE, identity_number="650314025519", eis_employer=0, eis_employee=0)


def beside(line: bytes) -> FileReport:
    """A line after two good ones."""
    return check(write(OTHERS) + line + b"\r\n", as_of=AS_OF)


def codes(report: FileReport) -> list[str]:
    return [finding.code for finding in report.findings]


def with_text(field: str, text: str, line: bytes = LINE) -> bytes:
    columns = C2[field].columns
    return line[: columns.start] + text.rjust(columns.stop - columns.start).encode() + line[columns.stop :]


# Shifted


@pytest.mark.parametrize("line", [pytest.param(LINE, id="spaces"), pytest.param(ZEROS, id="zeros")])
@pytest.mark.parametrize("column", [201, 215, 221, 227, 233, 239])
def test_a_character_put_in_before_an_amount_is_one_finding_with_its_proof(line: bytes, column: int) -> None:
    (finding,) = beside(line[: column - 1] + b" " + line[column - 1 : -1]).findings

    assert (finding.code, finding.line, finding.column) == ("FL25", 3, column)
    assert "on a wage of RM 3,250.00" in finding.message.en
    assert "1 character too many in front of it. Moved back" in finding.message.en
    assert "1 aksara terlebih di hadapannya. Apabila" in finding.message.ms
    assert f"Remove 1 character in front of column {column} " in finding.mend.en


@pytest.mark.parametrize("line", [pytest.param(LINE, id="spaces"), pytest.param(ZEROS, id="zeros")])
@pytest.mark.parametrize("column", [201, 215, 221])
def test_a_character_lost_before_an_amount_is_one_finding_with_its_proof(line: bytes, column: int) -> None:
    (finding,) = beside(line[: column - 1] + line[column:] + b" ").findings

    assert (finding.code, finding.line, finding.column) == ("FL25", 3, column)
    assert finding.mend.en.startswith(f"Add a space in front of column {column} ")
    assert finding.mend.ms.startswith(f"Tambah satu ruang kosong di hadapan lajur {column} ")
    assert "amaun ialah amaun jadual kadar atas gaji RM 3,250.00" in finding.message.ms


@pytest.mark.parametrize(
    ("change", "mend", "in_malay"),
    [
        (
            lambda line: line[:214] + b" " + line[214:],
            "Remove 1 character in front of column 215",
            "Buang 1 aksara di hadapan lajur 215",
        ),
        (
            lambda line: line[:214] + line[215:],
            "Add a space in front of column 215",
            "Tambah satu ruang kosong di hadapan lajur 215",
        ),
        (
            lambda line: line[:214] + line[216:],
            "Add 2 spaces in front of column 215",
            "Tambah 2 ruang kosong di hadapan lajur 215",
        ),
    ],
)
def test_a_line_of_another_width_says_before_which_amount(
    change: Callable[[bytes], bytes], mend: str, in_malay: str
) -> None:
    (finding,) = beside(change(LINE)).findings

    assert (finding.code, finding.column) == ("FL24", 215)
    assert mend in finding.mend.en
    assert in_malay in finding.mend.ms


@pytest.mark.parametrize("text", ["2435  ", " 2435 "])
def test_an_amount_that_is_only_left_justified_is_mended_by_itself(text: str) -> None:
    assert codes(beside(with_text("lindung", text))) == ["AM04"]


def test_what_the_table_does_not_prove_is_no_shift() -> None:
    moved = with_text("socso_employer", "5690")

    assert "FL25" not in codes(beside(moved[:214] + b" " + moved[214:-1]))


def test_digits_behind_the_last_amount_may_be_its_end() -> None:
    finding = next(each for each in beside(LINE[:244] + b"5" + LINE[245:]).findings if each.code == "AM08")

    assert finding.mend.en == (
        "See first whether the digits belong to the amount before them: then the line is shifted. If not, "
        "write spaces."
    )
    assert finding.mend.ms.endswith("jika ya, baris teralih. Jika tidak, tulis ruang kosong.")


def test_letters_behind_the_last_amount_are_replaced_by_spaces() -> None:
    finding = next(each for each in beside(LINE[:244] + b"X" + LINE[245:]).findings if each.code == "AM08")

    assert (finding.mend.en, finding.mend.ms) == ("Write spaces.", "Tulis ruang kosong.")


def test_digits_in_the_blank_columns_may_be_the_amount_that_is_missing_before_them() -> None:
    finding = next(
        each
        for each in beside(LINE[:238] + b" " * 6 + b"  2435" + LINE[250:]).findings
        if each.code == "AM08"
    )

    assert finding.mend.en.startswith("See first whether the digits belong to the amount before them")


@pytest.mark.parametrize(
    "filled",
    [
        pytest.param(LINE[:246] + b"2435" + LINE[250:], id="beside an amount"),
        pytest.param(LINE[:238] + b" " * 8 + b"24X5" + LINE[250:], id="no digits alone"),
        pytest.param(LINE[:260] + b"2435" + LINE[264:], id="farther behind"),
    ],
)
def test_other_things_in_the_blank_columns_are_to_be_removed(filled: bytes) -> None:
    finding = next(each for each in beside(filled).findings if each.code == "AM08")

    assert finding.mend.en == "Write spaces."


# Another unit


IN_RINGGIT = replace(
    SAMPLE, wage=6_000_00, socso_employer=104, socso_employee=29, eis_employer=11, eis_employee=11, lindung=44
)


def test_contributions_in_ringgit_beside_a_wage_in_sen_leave_the_wage_alone() -> None:
    (finding,) = check(write([IN_RINGGIT]), as_of=AS_OF).findings

    assert finding.code == "AM38"
    assert "Leave the wage as it is" in finding.mend.en
    assert "10415 into columns 215-220, 2975 into columns 221-226" in finding.mend.en


@pytest.mark.parametrize(
    ("record", "right"),
    [
        (replace(ELDER, socso_employer=40, socso_employee=0, lindung=24), "4060 into columns 215-220, 0000 "),
        (
            replace(
                SAMPLE,
                socso_employer=568_50,
                socso_employee=162_50,
                eis_employer=65_00,
                eis_employee=65_00,
                lindung=243_50,
            ),
            "5685 into columns 215-220, 1625 ",
        ),
        (
            replace(
                SAMPLE,
                socso_employer=5685_00,
                socso_employee=1625_00,
                eis_employer=650_00,
                eis_employee=650_00,
                lindung=2435_00,
            ),
            "5685 into columns 215-220, 1625 ",
        ),
    ],
)
def test_contributions_in_another_unit_are_named_in_sen(record: object, right: str) -> None:
    (finding,) = check(write([record]), as_of=AS_OF).findings  # type: ignore[list-item]

    assert finding.code == "AM38"
    assert right in finding.mend.en


def test_a_wage_that_explains_the_socso_shares_as_ringgit_is_not_called_wrong() -> None:
    record = replace(IN_RINGGIT, eis_employer=11_90, eis_employee=11_90)

    assert "AM22" not in codes(check(write([record]), as_of=AS_OF))


# Another order


def test_amounts_in_another_order_are_one_finding_that_puts_them_right() -> None:
    record = replace(
        SAMPLE,
        socso_employer=24_35,
        socso_employee=56_85,
        eis_employer=16_25,
        eis_employee=6_50,
        lindung=6_50,
    )

    (finding,) = check(write([record]), as_of=AS_OF).findings

    assert finding.code == "AM39"
    assert "5685 into columns 215-220, 1625 into columns 221-226, 650 into columns 227-232" in finding.mend.en


def test_contributions_in_each_others_columns_are_placed_at_the_first_that_is_wrong() -> None:
    (finding,) = check(write([replace(SAMPLE, eis_employee=24_35, lindung=6_50)]), as_of=AS_OF).findings

    assert (finding.code, finding.column, finding.end_column) == ("AM39", 233, 238)
    assert (finding.found.en, finding.expected.en) == ("RM 24.35", "RM 6.50")


def test_shares_in_each_others_columns_are_told_in_the_second_category_too() -> None:
    (finding,) = check(write([replace(ELDER, socso_employer=0, socso_employee=40_60)]), as_of=AS_OF).findings

    assert (finding.code, finding.column) == ("AM39", 215)
    assert "4060 into columns 215-220, 0000 into columns 221-226" in finding.mend.en


def test_lindung_added_to_a_share_of_nothing_is_still_only_told() -> None:
    record = replace(ELDER, socso_employer=40_60, socso_employee=24_35, lindung=0)

    assert codes(check(write([record]), as_of=AS_OF)) == ["AM19"]


# Nothing in SOCSO


@pytest.mark.parametrize(
    ("identity", "put"),
    [
        ("900101145678", "Put 5685 into columns 215-220 and 1625 into columns 221-226 of line 1."),
        ("720314025519", "Put 5685 into columns 215-220 and 1625 into columns 221-226 of line 1."),
        ("710314025519", "Put 5685 or 4060 into columns 215-220 of line 1."),
        ("670314025519", "Put 5685 or 4060 into columns 215-220 of line 1."),
        ("660314025519", "Put 4060 into columns 215-220 of line 1."),
        ("SSFW12345678", "Put 5685 or 4060 into columns 215-220 of line 1."),
    ],
)
def test_without_any_socso_the_age_alone_tells_the_category(identity: str, put: str) -> None:
    record = replace(SAMPLE, identity_number=identity, socso_employer=0, socso_employee=0)

    finding = next(each for each in check(write([record]), as_of=AS_OF).findings if each.code == "AM09")

    assert finding.mend.en == put


def test_in_malay_both_shares_of_the_first_category_are_named_too() -> None:
    nothing = replace(SAMPLE, socso_employer=0, socso_employee=0)

    finding = next(each for each in check(write([nothing]), as_of=AS_OF).findings if each.code == "AM09")

    assert finding.mend.ms == "Isi 5685 dalam lajur 215-220 dan 1625 dalam lajur 221-226 baris 1."


@pytest.mark.parametrize(
    ("identity", "put"),
    [
        ("900101145678", IN_FIRST),
        ("710314025519", IN_SECOND),
        ("660314025519", IN_SECOND),
        ("SSFW12345678", IN_SECOND),
    ],
)
def test_without_an_employees_share_the_age_shows_the_first_category_or_the_share_the_second(
    identity: str, put: str
) -> None:
    record = replace(SAMPLE, identity_number=identity, socso_employer=70_00, socso_employee=0)

    finding = next(each for each in check(write([record]), as_of=AS_OF).findings if each.code == "AM09")

    assert finding.mend.en == put


@pytest.mark.parametrize(
    ("identity", "put"),
    [
        pytest.param("900101145678", IN_FIRST, id="36 years"),
        pytest.param("710314025519", IN_FIRST, id="55 years"),
        pytest.param("SSFW12345678", IN_FIRST, id="a foreign worker"),
        pytest.param("660314025519", IN_SECOND, id="60 years"),
    ],
)
def test_both_shares_together_in_the_employers_columns_show_the_first_category(
    identity: str, put: str
) -> None:
    record = replace(SAMPLE, identity_number=identity, socso_employer=73_10, socso_employee=0)

    finding = next(each for each in check(write([record]), as_of=AS_OF).findings if each.code == "AM09")

    assert finding.mend.en == put


# Marks in amounts


@pytest.mark.parametrize(
    ("field", "text", "ends"),
    [
        ("wage", "325,000", "sen: 325000."),
        ("wage", "3,250", "sen: 325000."),
        ("wage", "3250,00", "sen: 325000."),
        ("wage", "4,444", "sen: 4444 if 4,444 is in sen, 444400 if it is in ringgit."),
        ("socso_employer", "5,685", "sen: 5685."),
        ("socso_employer", "56.9", "sen: 5690."),
        ("socso_employer", "56 5", "sen."),
        ("socso_employer", "56 85", "sen: 5685."),
        ("socso_employer", "568O", "sen."),
    ],
)
def test_an_amount_with_marks_is_read_as_the_others_prove(field: str, text: str, ends: str) -> None:
    finding = next(each for each in beside(with_text(field, text)).findings if each.field == field)

    assert finding.mend.en.endswith(ends)


def test_without_a_table_both_readings_are_named() -> None:
    old = with_text("wage", "325,000").replace(b"102026", b"101975")

    finding = next(each for each in beside(old).findings if each.code == "AM02")

    assert finding.mend.en.endswith("325000 if 325,000 is in sen, 32500000 if it is in ringgit.")


@pytest.mark.parametrize(
    "lindung", [b"1235  ", b" 1235 "], ids=["in its first column", "a column too far left"]
)
def test_lindung_beside_no_eis_that_ends_too_early_is_mended_by_itself(lindung: bytes) -> None:
    line = write(
        [replace(SAMPLE_FOREIGN, wage=1_700_00, socso_employer=28_85, socso_employee=8_25, lindung=12_35)]
    )

    report = check(line[:238] + lindung + line[244:], as_of=AS_OF)

    assert [(finding.code, finding.column, finding.fixable) for finding in report.findings] == [
        ("AM04", 239, True)
    ]
    assert report.records == 1


@pytest.mark.parametrize("field", ["wage", "socso_employer", "eis_employee", "lindung"])
def test_an_amount_that_alone_ends_a_column_too_early_is_mended_by_itself(field: str) -> None:
    columns = C2[field].columns
    line = LINE[: columns.start] + LINE[columns.start + 1 : columns.stop] + b" " + LINE[columns.stop :]

    report = check(line + b"\r\n", as_of=AS_OF)

    assert [(finding.code, finding.field, finding.fixable) for finding in report.findings] == [
        ("AM04", field, True)
    ]
