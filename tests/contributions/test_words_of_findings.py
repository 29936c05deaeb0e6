"""What findings say: mends that name the value, names as people write them, Malay throughout."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import C2, Finding, Style, all_checks, check, get_check, report_as_text, write
from contributions.bilingual import NOTHING, T
from contributions.checks.examples import SAMPLE, with_field
from contributions.checks.file.letters import of_letters
from contributions.checks.pages import check_as_text
from contributions.outputs.masking import masked

AS_OF = date(2026, 11, 10)


def found(content: bytes, code: str) -> Finding:
    report = check(content, as_of=AS_OF)
    return next(finding for finding in report.findings if finding.code == code)


@pytest.mark.parametrize(
    ("number", "fits", "lost"),
    [
        pytest.param("50101145678", "050101145678", "a zero", id="one zero"),
        pytest.param("1231145678", "001231145678", "2 zeros", id="two zeros"),
    ],
)
def test_a_zero_lost_in_a_spreadsheet_is_put_back_in_the_mend(number: str, fits: str, lost: str) -> None:
    finding = found(write([replace(SAMPLE, identity_number=number)]), "ID23")

    assert finding.expected.en == fits
    assert f"has lost {lost} in front" in finding.message.en
    assert finding.mend.en.startswith(f"Compare {fits} with the card, write that,")
    assert finding.mend.ms.startswith(f"Bandingkan {fits} dengan kad,")


@pytest.mark.parametrize("number", ["51301145678", "50101005678", "7", "9001011456789"[:8]])
def test_no_number_is_suggested_where_a_zero_would_not_make_a_mykad(number: str) -> None:
    finding = found(write([replace(SAMPLE, identity_number=number)]), "ID06")

    assert finding.expected.en == ""
    assert finding.mend.en.startswith("Copy the number from the card again")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("202609", "092026"), ("202610", "102026"), ("92026", "092026"), (" 92026", "092026")],
)
def test_a_month_turned_round_or_without_its_zero_is_put_right(written: str, meant: str) -> None:
    finding = found(with_field("month", written).file, "MO09" if written.startswith("20") else "MO01")

    assert finding.mend.en == f"Write the month into columns 195-200 as {meant}."


@pytest.mark.parametrize("written", ["12026", " 12026", "10226"])
def test_a_month_that_has_lost_a_digit_is_that_of_the_other_lines(written: str) -> None:
    other = write([replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")])

    finding = found(other + with_field("month", written).file, "MO01")

    assert finding.mend.en == "Write the month into columns 195-200 as 102026."


@pytest.mark.parametrize("written", ["12026", "101926", "132026", "1026"])
def test_a_month_that_may_be_several_or_none_is_not_guessed(written: str) -> None:
    finding = found(with_field("month", written).file, "MO01")

    assert finding.mend.en == "Write the month into columns 195-200 as MMYYYY, such as 102026."
    assert finding.mend.ms == "Tulis bulan dalam lajur 195-200 sebagai BBTTTT, seperti 102026."


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("101926", "The month October 1926 is too early: there were no contributions before 1969."),
        ("121968", "The month December 1968 is too early: there were no contributions before 1969."),
        ("012101", "The month January 2101 is too late: months are taken up to 2100."),
        ("102126", "The month October 2126 is too late: months are taken up to 2100."),
    ],
)
def test_a_month_without_contributions_says_why(written: str, says: str) -> None:
    finding = found(with_field("month", written).file, "MO01")

    assert finding.message.en == says
    assert "wujud" not in finding.message.ms


def test_a_name_is_shown_with_its_spaces() -> None:
    finding = found(write([SAMPLE, replace(SAMPLE, identity_number="880515105437")]), "ID10")

    assert finding.found.en == "AMINAH BINTI CONTOH"
    assert "AMINAH BINTI CONTOH is also on line 1" in finding.message.en


def test_a_name_beyond_ascii_is_shown_as_it_is_written() -> None:
    line = write([replace(SAMPLE, lindung=0)])
    name = C2["name"].columns
    saved = line[: name.start] + "JOSÉ".encode().ljust(150) + line[name.stop :]

    finding = found(saved, "AM18")

    assert "JOSÉ" in finding.message.en
    assert finding.first.employee_name == "JOSÉ"


@pytest.mark.parametrize(
    ("field", "written", "code", "shown"),
    [
        pytest.param("name", "  AMINAH BINTI CONTOH", "ID14", "__AMINAH BINTI CONTOH", id="spaces in front"),
        pytest.param("identity_number", "900101 14 56", "ID02", "900101_14_56", id="spaces in a number"),
        pytest.param("socso_employer", "5685  ", "AM04", "5685__", id="spaces after an amount"),
    ],
)
def test_spaces_can_be_counted_where_they_are_the_point(
    field: str, written: str, code: str, shown: str
) -> None:
    assert found(with_field(field, written).file, code).found.en == shown


def test_the_report_in_malay_has_no_english_source() -> None:
    marks = {each.mark for each in all_checks()}
    shown = [
        report_as_text(check(each.bad.file, as_of=each.bad.as_of), Style(language="ms"))
        for each in all_checks()
        if each.severity.value != "info"
    ]

    assert "official" in marks
    assert any("sumber: rasmi" in text for text in shown)
    for text in shown:
        for mark in marks - {"vendor"}:
            assert f"sumber: {mark}" not in text


def test_an_explanation_in_malay_names_its_source_in_malay() -> None:
    assert "sumber      rasmi (contribution-files 10.4 L50)" in check_as_text(get_check("AM11"), "ms", 90)
    assert "sumber      andaian (" in check_as_text(get_check("ID05"), "ms", 90)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(write([replace(SAMPLE, identity_number="50101145678")]), id="a lost zero"),
        pytest.param(write([SAMPLE])[2:], id="shifted"),
        pytest.param(b"X" + write([SAMPLE])[:277] + b"\r\n", id="shifted, of the right length"),
        pytest.param(b"\t".join(write([SAMPLE]).split()), id="tabs"),
    ],
)
def test_nobody_can_be_told_from_a_masked_report(content: bytes) -> None:
    report = masked(check(content, as_of=AS_OF))
    shown = report_as_text(report, Style()) + repr(report)

    assert "1014567" not in shown
    assert "0101145" not in shown
    assert "MINAH" not in shown
    assert "ONTOH" not in shown


@pytest.mark.parametrize(
    ("employer", "employee", "expected"),
    [
        pytest.param(6_50, 6_70, "RM 6.50, the same as the employer's share", id="the employer's is right"),
        pytest.param(6_70, 6_50, "RM 6.50 in both fields", id="the employee's is right"),
        pytest.param(6_70, 6_90, "RM 6.50", id="neither is right"),
    ],
)
def test_of_two_eis_shares_that_differ_the_right_one_is_told(
    employer: int, employee: int, expected: str
) -> None:
    content = write([replace(SAMPLE, eis_employer=employer, eis_employee=employee)])

    assert found(content, "AM11").expected.en == expected


@pytest.mark.parametrize(
    ("number", "says", "meant"),
    [
        pytest.param(
            "9OO101145678",
            "has O in column 34 (looks like 0) and O in column 35 (looks like 0).",
            "900101145678",
            id="two",
        ),
        pytest.param("90010I145678", "has I in column 38 (looks like 1).", "900101145678", id="an I"),
        pytest.param("90010114S678", "has S in column 41 (looks like 5).", "900101145678", id="an S"),
        pytest.param("90010114567B", "has B in column 44 (looks like 8).", "900101145678", id="a B"),
    ],
)
def test_a_letter_in_a_mykad_number_is_told_with_the_digit_that_it_looks_like(
    number: str, says: str, meant: str
) -> None:
    finding = found(write([replace(SAMPLE, identity_number=number)]), "ID24")

    assert finding.message.en.endswith(says)
    assert finding.expected.en == meant
    assert finding.mend.en == f"Look at the card: write {meant} if that is its number."
    assert f"tulis {meant} jika itu nombornya" in finding.mend.ms


def test_twelve_characters_that_no_look_makes_a_mykad_are_told_as_probably_one() -> None:
    finding = found(write([replace(SAMPLE, identity_number="A00101145678")]), "ID24")

    assert finding.message.en.endswith(
        "has A in column 33 among its 12 characters: probably a MyKad number, mistyped."
    )
    assert finding.message.ms.endswith(
        "mempunyai A pada lajur 33 antara 12 aksaranya: mungkin nombor MyKad yang tersalah taip."
    )
    assert finding.mend == T(
        "Look at the card: copy its twelve digits.", "Lihat kad: salin dua belas digitnya."
    )
    assert finding.expected == NOTHING


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        pytest.param(
            "900101-14-56",
            "Write letters and digits alone, before the number is cut to twelve characters: here its last 2 "
            "digits are lost.",
            id="cut",
        ),
        pytest.param("900101-14567", "Write letters and digits alone.", id="one sign"),
        pytest.param("9001-14-56", "Write letters and digits alone.", id="short"),
        pytest.param(
            "9.00101E+11",
            "Write letters and digits alone: a spreadsheet shortened the number, and its last digits are "
            "gone. Set the column to Text there and enter the number again.",
            id="shortened",
        ),
    ],
)
def test_digits_that_signs_in_an_identity_number_have_cost_are_named(number: str, mend: str) -> None:
    assert found(with_field("identity_number", number).file, "ID02").mend.en == mend


@pytest.mark.parametrize("name", ["?????", "??? ??", "-", ".", "NULL", "#N/A", "TIADA"])
def test_what_is_no_name_is_told(name: str) -> None:
    finding = found(with_field("name", name).file, "ID29")

    assert finding.message.en == f"{name} is no name."
    assert finding.message.ms == f"{name} bukan nama."


@pytest.mark.parametrize(
    "name", ["M", "NULLA", "NULL BINTI CONTOH", "12", "'ABDUL", "\xc9LODIE", "? TAN", "z", ""]
)
def test_a_name_with_a_letter_is_one(name: str) -> None:
    report = check(with_field("name", name).file, as_of=AS_OF)

    assert "ID29" not in {finding.code for finding in report.findings}


@pytest.mark.parametrize("space", [b"\xa0", b"\xc2\xa0"])
def test_a_space_that_is_not_plain_is_to_be_a_plain_one(space: bytes) -> None:
    line = write([SAMPLE])
    finding = found(line[:50] + space + line[50 + len(space) :], "FL04")

    assert finding.mend == T("Write a plain space.", "Tulis ruang kosong biasa.")
    assert "no encoding" not in finding.message.en


def test_an_ssm_number_that_a_spreadsheet_shortened_has_no_shape() -> None:
    assert found(with_field("ssm_number", "2.02301E+11").file, "ID27").places == 1


def test_the_second_letter_in_a_mykad_number_has_its_column_too() -> None:
    said = found(write([replace(SAMPLE, identity_number="90A101B45678")]), "ID24").message

    assert "has A in column 35 and B in column 39 among" in said.en
    assert "mempunyai A pada lajur 35 dan B pada lajur 39 antara" in said.ms


def test_another_ssm_number_is_told_with_that_of_the_other_lines() -> None:
    other = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
    third = replace(other, identity_number="791123086211", name="SURESH A/L RAMASAMY")
    wrong = replace(SAMPLE, ssm_number="201501054321")

    said = [found(write(records), "ID28").message.en for records in ([wrong, other, third], [other, wrong])]

    assert said == [
        "Employer B3200000123X has SSM number 201501054321 here and 202301012345 on 2 other lines.",
        "Employer B3200000123X has SSM number 201501054321 here and 202301012345 on 1 other line.",
    ]


def test_a_blank_month_is_told_as_blank() -> None:
    blank, none = (found(with_field("month", month).file, "MO01") for month in ("", "132026"))

    assert (blank.message.en, blank.message.ms) == ("The month is blank.", "Bulan kosong.")
    assert (none.message.en, none.message.ms) == (
        "The month 132026 does not exist.",
        "Bulan 132026 tidak wujud.",
    )


@pytest.mark.parametrize(
    ("begins", "is_sheet"),
    [
        pytest.param(b"PK\x03\x04", True, id="workbook"),
        pytest.param(b"\xd0\xcf\x11\xe0", True, id="old workbook"),
        pytest.param(b"\r\n PK\x03\x04", True, id="workbook after a line"),
        pytest.param(b"PK\x05\x06", False, id="empty zip"),
        pytest.param(b"%PDF-1.7", False, id="PDF"),
    ],
)
def test_a_payroll_sheet_is_shown_the_way_to_a_contribution_file(begins: bytes, is_sheet: bool) -> None:
    mend = found(begins + bytes(100), "FL02").mend

    assert mend.en.endswith("convert FILE makes a contribution file of it." if is_sheet else "from Excel.")
    assert mend.ms.endswith("membuat fail caruman daripadanya." if is_sheet else "daripada Excel.")


def test_one_character_is_one() -> None:
    finding = found(write([SAMPLE]) * 2 + b"x\r\n" + write([SAMPLE]), "FL24")

    assert finding.found.en == "1 character"
    assert finding.message == T(
        "Line 3 has 1 character, not 278. It was not read.",
        "Baris 3 mempunyai 1 aksara, bukan 278. Ia tidak dibaca.",
    )


@pytest.mark.parametrize(
    ("at", "plain"), [(215, "plain digits, 0 to 9"), (50, "the nearest plain letter, A to Z")]
)
def test_what_to_write_for_a_letter_that_is_not_plain_depends_on_its_field(at: int, plain: str) -> None:
    line = write([SAMPLE])

    finding = found(line[:at] + b"\x96" + line[at + 1 :], "FL04")

    assert finding.mend.en == f"Write {plain}."


@pytest.mark.parametrize(
    ("column", "plain"),
    [
        pytest.param(194, "plain letters, A to Z,", id="the last of the name"),
        pytest.param(195, "plain digits, 0 to 9,", id="the first of the month"),
        pytest.param(244, "plain digits, 0 to 9,", id="the last of the amounts"),
        pytest.param(245, "plain letters, A to Z,", id="behind them"),
    ],
)
def test_digits_are_asked_for_from_the_first_column_of_the_month_to_the_last_of_the_amounts(
    column: int, plain: str
) -> None:
    line = write([SAMPLE]).rstrip(b"\r\n")
    wide = line[: column - 1] + "\u2212".encode() + line[column:]

    cause = of_letters(wide, len(wide), C2)

    assert cause is not None
    assert (cause.mend.en, cause.column) == (f"Write {plain} in place of \u2212.", column)


def test_a_minus_of_several_bytes_in_an_amount_is_no_letter_to_write() -> None:
    line = write([SAMPLE])

    finding = found(line[:216] + "\u2212".encode() + line[217:], "FL06")

    assert finding.mend.en.startswith("Write plain digits, 0 to 9, in place of \u2212.")
    assert finding.mend.ms.startswith("Tulis digit biasa, 0 hingga 9, menggantikan \u2212.")
