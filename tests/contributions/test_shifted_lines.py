"""Lines of the right width whose month and amounts stand beside their places."""

from datetime import date

import pytest

from contributions import C2, FileReport, Verdict, check, write
from contributions.checks.examples import SAMPLE
from tests.contributions.people import person

AS_OF = date(2026, 11, 10)
LINE = write([SAMPLE])


def codes(report: FileReport) -> list[str]:
    return [finding.code for finding in report.findings]


def test_shifted_lines_are_one_finding_and_judged_by_nothing_else() -> None:
    lines = write([person(number) for number in range(50)]).splitlines()
    name_end = C2["name"].columns.stop
    shifted = b"".join(line[:name_end] + b"   " + line[name_end:-3] + b"\r\n" for line in lines)

    report = check(shifted, as_of=AS_OF)

    assert [(finding.code, finding.places) for finding in report.findings] == [("FL25", 50)]
    assert "3 columns too far right" in report.findings[0].message.en


def test_a_line_shifted_to_the_left_says_so() -> None:
    name_end = C2["name"].columns.stop

    report = check(LINE[: name_end - 2] + LINE[name_end:278] + b"  \r\n", as_of=AS_OF)

    assert codes(report) == ["FL25"]
    assert "2 columns too far left" in report.findings[0].message.en


@pytest.mark.parametrize(
    ("shifted", "cause", "mend"),
    [
        pytest.param(
            b" " + LINE[:277] + b"\r\n",
            "1 column too far right: 1 character too many at the beginning.",
            "Remove 1 character at the beginning of line 1, and add 1 character at its end.",
            id="a blank before the line",
        ),
        pytest.param(
            LINE[1:278] + b" \r\n",
            "1 column too far left: 1 character too few at the beginning.",
            "Add 1 character at the beginning of line 1, and remove 1 character at its end.",
            id="the first letter lost",
        ),
        pytest.param(
            LINE[:24] + b"  " + LINE[24:276] + b"\r\n",
            "2 columns too far right: 2 characters too many in columns 13-32 (SSM number).",
            "Remove 2 characters in columns 13-32 (SSM number) of line 1, and add 2 characters at its end.",
            id="a wider SSM number",
        ),
    ],
)
def test_a_shift_is_told_from_where_it_begins(shifted: bytes, cause: str, mend: str) -> None:
    finding = check(shifted, as_of=AS_OF).findings[0]

    assert finding.code == "FL25"
    assert cause in finding.message.en
    assert finding.mend.en == mend


@pytest.mark.parametrize("length", [40, 60, 100])
def test_a_short_name_field_is_one_cause_however_short_it_is(length: int) -> None:
    short = LINE[: 44 + length] + LINE[194:244]
    content = short.ljust(C2.width) + b"\r\n"

    (padded,) = check(content * 3, as_of=AS_OF).findings
    (trimmed,) = check((short + b"\r\n") * 3, as_of=AS_OF).findings

    assert (padded.code, padded.places, trimmed.code) == ("FL25", 3, "FL06")
    assert f"{150 - length} characters too few in columns 45-194 (name)" in padded.message.en
    assert f"{150 - length} characters too few in columns 45-194 (name)" in trimmed.message.en


def test_lines_with_names_of_several_widths_are_told_apart() -> None:
    lines = [(LINE[: 44 + length] + LINE[194:244]).ljust(C2.width) for length in (40, 60, 40, 80, 60)]

    (finding,) = check(b"\r\n".join(lines), as_of=AS_OF).findings[:1]

    assert [place.message.en.split(" columns too far left")[0][-3:] for place in finding.at] == [
        "110", " 90", "110", " 70", " 90"
    ]  # fmt: skip


def test_of_lines_without_any_month_only_some_are_looked_at_one_by_one() -> None:
    lines = [b"B3200000123X".ljust(100) + b"%d" % (at + 70) * 89 for at in range(12)]
    short = (LINE[:104] + LINE[194:244]).ljust(C2.width)

    assert "FL25" not in codes(check(b"\r\n".join([*lines, short, b""]), as_of=AS_OF))


@pytest.mark.parametrize(
    ("number", "says"),
    [
        pytest.param(b"900101-14-5678", "2 characters too many", id="dashes"),
        pytest.param(b"900101 145678", "1 character too many", id="a space"),
        pytest.param(b"9001O01145678", "1 character too many", id="a letter"),
        pytest.param(b"90010114567.8", "1 character too many", id="a point near its end"),
        pytest.param(b"SSFW-12345678", "1 character too many", id="a foreign worker"),
        pytest.param(b"9-00101145678", "1 character too many", id="a dash behind the first digit"),
        pytest.param(b"9X00101145678", "1 character too many", id="a letter behind the first digit"),
        pytest.param(b"X900101145678", "1 character too many", id="a letter in front"),
    ],
)
def test_what_is_too_much_inside_an_identity_number_is_not_blamed_on_the_name(
    number: bytes, says: str
) -> None:
    (finding,) = check(LINE[:32] + number + LINE[44 : 278 - len(number) + 12] + b"\r\n", as_of=AS_OF).findings

    assert finding.code == "FL25"
    assert f"{says} in columns 33-44 (identity number)" in finding.message.en


def test_what_is_too_much_between_two_full_fields_may_belong_to_either() -> None:
    line = LINE[:12] + b"2" * 20 + b"X" + LINE[32:277] + b"\r\n"

    (finding,) = check(line, as_of=AS_OF).findings

    assert "1 character too many in columns 13-44 (SSM number or identity number)" in finding.message.en


def test_signs_in_an_identity_number_that_shift_a_line_are_shown_beside_it_without_them() -> None:
    (finding,) = check(LINE[:32] + b"900101-14-5678" + LINE[44:276] + b"\r\n", as_of=AS_OF).findings

    assert "Its signs do it: 900101-14-5678 is written for 900101145678." in finding.message.en
    assert "900101-14-5678 ditulis bagi 900101145678." in finding.message.ms


def test_a_name_that_begins_with_more_is_no_fault_of_the_identity_number() -> None:
    (finding,) = check(LINE[:44] + b"X" + LINE[44:277] + b"\r\n", as_of=AS_OF).findings

    assert "1 character too many in columns 45-194 (name)" in finding.message.en


def moved_to_the_month(line: bytes, by: int) -> bytes:
    """A line whose SSM number is filled to another width, which is made good behind the name."""
    front = line[: 32 + min(by, 0)] + b" " * max(by, 0) + line[32:194]
    return front.ljust(194)[:194] + line[194:]


@pytest.mark.parametrize("who", [b"900101145678AMINAH", b"SSFW12345678RAM BA"], ids=["MyKad", "foreign"])
@pytest.mark.parametrize(
    ("by", "says", "mend"),
    [
        pytest.param(
            -1,
            "1 column too far left: 1 character too few in columns 13-32 (SSM number). {} begins in",
            "Add 1 character in columns 13-32 (SSM number) of line 1, and remove 1 character behind its "
            "name.",
            id="a column to the left",
        ),
        pytest.param(
            1,
            "1 column too far right: 1 character too many in columns 13-32 (SSM number). {} begins in",
            "Remove 1 character in columns 13-32 (SSM number) of line 1, and add 1 character behind its "
            "name.",
            id="a column to the right",
        ),
        pytest.param(
            3,
            "3 columns too far right: 3 characters too many in columns 13-32 (SSM number).",
            "Remove 3 characters in columns 13-32 (SSM number) of line 1, and add 3 characters behind its "
            "name.",
            id="three columns to the right",
        ),
    ],
)
def test_a_shift_that_is_made_good_behind_the_name_is_told_by_the_identity_number(
    who: bytes, by: int, says: str, mend: str
) -> None:
    line = moved_to_the_month(LINE[:32] + who + LINE[50:], by)

    finding = check(line * 2, as_of=AS_OF).findings[0]

    assert (finding.code, finding.places, finding.field) == ("FL25", 2, "identity_number")
    assert says.format(who[:12].decode()) in finding.message.en
    assert finding.mend.en == mend
    assert check(line, as_of=AS_OF).verdict is Verdict.INVALID
    assert codes(check(line, as_of=AS_OF)) == ["FL25"]


def test_such_a_shift_says_where_the_number_begins_in_both_languages() -> None:
    finding = check(moved_to_the_month(LINE, 3), as_of=AS_OF).findings[0]

    assert finding.message.en == (
        "From the identity number on, line 1 stands 3 columns too far right: 3 characters too many in "
        "columns 13-32 (SSM number). 900101145678 begins in column 36, and from the month on the line stands "
        "right again. Such a shift is on this line."
    )
    assert finding.message.ms == (
        "Mulai nombor pengenalan, baris 1 teralih 3 lajur ke kanan: 3 aksara terlebih dalam lajur 13-32 "
        "(nombor SSM). 900101145678 bermula pada lajur 36, dan mulai bulan baris ini berada di tempatnya. "
        "Anjakan begini ada pada baris ini."
    )
    assert finding.mend.ms == (
        "Buang 3 aksara dalam lajur 13-32 (nombor SSM) baris 1, dan tambah 3 aksara selepas namanya."
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(LINE[:32] + b"9OO101145678" + LINE[44:], id="letters typed for digits"),
        pytest.param(LINE[:32] + b" 90010114567" + LINE[44:], id="a digit lost and a space in front"),
        pytest.param(LINE[:31] + b"1900101145678" + LINE[44:], id="an SSM number of the whole field"),
        pytest.param(LINE[:31] + b"991301145678A" + LINE[44:], id="across the border stands no number"),
        pytest.param(LINE[:30] + b"4900101145678" + LINE[43:], id="more digits before it"),
        pytest.param(LINE[:31] + b"900101145678 " + LINE[44:], id="no name right behind it"),
    ],
)
def test_without_a_whole_number_across_the_border_no_shift_is_told(line: bytes) -> None:
    assert "FL25" not in codes(check(line, as_of=AS_OF))


SEPTEMBER = LINE.replace(b"102026", b"092026")
_START = C2["month"].columns.start
ZERO_FILLED = SEPTEMBER[: _START + 6] + SEPTEMBER[_START + 6 : 244].replace(b" ", b"0") + SEPTEMBER[244:]


def without_zero(line: bytes, end: bytes = b" ") -> bytes:
    return line[:_START] + line[_START + 1 : 278] + end + b"\r\n"


@pytest.mark.parametrize(
    "line", [pytest.param(ZERO_FILLED, id="filled with zeros"), pytest.param(SEPTEMBER, id="with spaces")]
)
def test_a_month_without_its_zero_in_lines_of_full_width_is_the_one_thing_told(line: bytes) -> None:
    report = check(without_zero(line), as_of=AS_OF)

    assert codes(report) == ["FL25"]
    assert (report.findings[0].column, report.findings[0].end_column) == (195, 200)
    assert report.findings[0].message.en == (
        "From the month on, line 1 stands 1 column too far left: 1 character too few in front of 92026. "
        "A zero of the month was lost: as 092026, month and amounts stand at their places. Such a shift is "
        "on this line."
    )
    assert report.findings[0].mend.en == (
        "Add 0 in front of 92026 in column 195 of line 1, and remove 1 character at its end."
    )
    assert report.findings[0].message.ms == (
        "Mulai bulan, baris 1 teralih 1 lajur ke kiri: 1 aksara terkurang di hadapan 92026. Satu sifar bulan "
        "hilang: sebagai 092026, bulan dan amaun berada di tempatnya. Anjakan begini ada pada baris ini."
    )
    assert report.findings[0].mend.ms == (
        "Tambah 0 di hadapan 92026 pada lajur 195 baris 1, dan buang 1 aksara di hujungnya."
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(without_zero(ZERO_FILLED, b"X"), id="something stands in the last column"),
        pytest.param(
            without_zero(ZERO_FILLED[: _START - 1] + b"X" + ZERO_FILLED[_START:]), id="the name touches it"
        ),
        pytest.param(without_zero(ZERO_FILLED.replace(b"092026", b"002026")), id="no month with a zero"),
    ],
)
def test_a_lost_zero_is_told_only_where_it_mends_the_line(line: bytes) -> None:
    report = check(line, as_of=AS_OF)

    assert not any("zero of the month" in finding.message.en for finding in report.findings)
