"""Lines of a wrong length: the cause is named, with its lines, its proof and what to do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from contributions import C2, Finding, Style, check, report_as_text, write
from contributions.checks.examples import SAMPLE

AS_OF = date(2026, 11, 10)
PEOPLE = (
    SAMPLE,
    replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
    replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)
NAME = C2["name"].columns


def changed(change: Callable[[bytes], bytes], *, people: int = 3) -> bytes:
    lines = write(PEOPLE[:people]).splitlines()
    return b"".join(change(line) + b"\r\n" for line in lines)


def found(content: bytes) -> Finding:
    (finding,) = check(content, as_of=AS_OF).findings
    return finding


def fields(line: bytes) -> list[bytes]:
    return [line[field.columns].strip() for field in C2]


def renamed(name: str, encoding: str = "utf-8") -> Callable[[bytes], bytes]:
    """A program that counts letters, not bytes, when it fills the name."""
    return lambda line: line[: NAME.start] + name.ljust(150).encode(encoding) + line[NAME.stop :]


@pytest.mark.parametrize(
    ("change", "says", "mend"),
    [
        pytest.param(
            lambda line: line[2:],
            "All 3 lines have 2 characters too few at the beginning; with that added, month and amounts "
            "stand at their places.",
            "Add 2 characters at the beginning. Then check the file again.",
            id="characters lost at the beginning",
        ),
        pytest.param(
            lambda line: b"1;" + line,
            "All 3 lines have 2 characters too many at the beginning; without that, month and amounts stand "
            "at their places.",
            "Remove 2 characters at the beginning. Then check the file again.",
            id="characters put in at the beginning",
        ),
        pytest.param(
            lambda line: line[:31] + line[32:],
            "All 3 lines have 1 character too few in columns 13-32 (SSM number);",
            "Add 1 character in columns 13-32 (SSM number).",
            id="a short SSM number",
        ),
        pytest.param(
            lambda line: line[: NAME.stop] + b"   " + line[NAME.stop :],
            "All 3 lines have 3 characters too many in columns 45-194 (name);",
            "Remove 3 characters in columns 45-194 (name).",
            id="a long name",
        ),
        pytest.param(
            lambda line: b"\t".join(fields(line)),
            "All 3 lines have fields that are separated by tabs (12 in a line) and not set in columns.",
            "Export the file in fixed columns, 278 characters a line, without tabs.",
            id="tabs",
        ),
        pytest.param(
            lambda line: b"|".join(fields(line)),
            "separated by bars (|)",
            "without bars (|).",
            id="bars",
        ),
        pytest.param(
            lambda line: b",".join(fields(line)),
            "separated by commas (12 in a line)",
            "without commas.",
            id="commas",
        ),
        pytest.param(
            lambda line: line[:260],
            "All 3 lines have lost 18 spaces at the end; month and amounts stand at their places.",
            "Fill the lines with spaces to 278 characters.",
            id="spaces cut at the end",
        ),
        pytest.param(
            lambda line: line + b"  ",
            "All 3 lines have 2 characters too many at the end;",
            "End the lines after column 278.",
            id="spaces put in at the end",
        ),
    ],
)
def test_a_cause_that_all_lines_share_is_named_once(
    change: Callable[[bytes], bytes], says: str, mend: str
) -> None:
    finding = found(changed(change))

    assert (finding.code, finding.places, [place.line for place in finding.at]) == ("FL06", 3, [1, 2, 3])
    assert says in finding.message.en
    assert mend in finding.mend.en


def test_a_file_of_one_line_names_its_cause_as_well() -> None:
    finding = found(changed(lambda line: line[1:], people=1))

    assert "The line has 1 character too few at the beginning;" in finding.message.en
    assert "Baris ini terkurang 1 aksara di permulaan;" in finding.message.ms


@pytest.mark.parametrize(
    ("name", "encoding", "says", "mend"),
    [
        pytest.param(
            "JOSÉ BIN CONTOH",
            "utf-8",
            "(UTF-8): É in column 48 takes 2 bytes, so that 278 letters become 279 bytes.",
            "Write E in place of É.",
            id="one accent",
        ),
        pytest.param(
            "TAN 陳偉明",
            "utf-8",
            "(UTF-8): 陳 in column 49 takes 3 bytes, so that 278 letters become 284 bytes.",
            "Write plain letters, A to Z, in place of 陳.",
            id="Chinese as UTF-8",
        ),
        pytest.param(
            "TAN\u00a0AH KOW",
            "utf-8",
            "(UTF-8): U+00A0 in column 48 takes 2 bytes, so that 278 letters become 279 bytes.",
            "Write a space in place of U+00A0.",
            id="a space that does not break",
        ),
        pytest.param(
            "TAN 陈伟明",
            "gb18030",
            "(GB 18030, Chinese): 陈 in column 49 takes 2 bytes, so that 278 letters become 281 bytes.",
            "in place of 陈.",
            id="Chinese as a Chinese Windows saves it",
        ),
    ],
)
def test_a_letter_of_several_bytes_is_shown_with_its_line_and_column(
    name: str, encoding: str, says: str, mend: str
) -> None:
    finding = found(changed(renamed(name, encoding), people=1))

    column = next(at for at, letter in enumerate(name, start=45) if not letter.isascii())
    assert (finding.code, finding.line, finding.column) == ("FL06", 1, column)
    assert says in finding.message.en
    assert mend in finding.mend.en


def test_a_line_with_such_a_letter_among_right_ones_says_the_same() -> None:
    lines = write(PEOPLE).splitlines()
    lines[1] = renamed("JOSÉ BIN CONTOH")(lines[1])

    finding = found(b"".join(line + b"\r\n" for line in lines))

    assert (finding.code, finding.line, finding.column, finding.end_column) == ("FL24", 2, 48, 48)
    assert "It has letters of several bytes (UTF-8): É in column 48" in finding.message.en
    assert finding.mend.en == "Let line 2 have 278 characters. Write E in place of É."


def test_the_line_is_shown_with_the_letter_as_people_write_it() -> None:
    content = changed(renamed("JOSÉ 陳"), people=1)

    assert "JOSÉ 陳" in report_as_text(check(content, as_of=AS_OF), Style())


def test_the_most_frequent_cause_says_on_how_many_lines_it_is() -> None:
    lines = write(PEOPLE).splitlines()

    finding = found(b"\r\n".join([lines[0][1:], lines[1] + b" ", lines[2][1:]]) + b"\r\n")

    assert [place.line for place in finding.at] == [1, 3]
    assert "2 of 3 lines have 1 character too few at the beginning" in finding.message.en


def test_lines_without_a_cause_are_only_counted() -> None:
    finding = found(b"some words\r\nand others\r\n")

    assert (finding.code, finding.line) == ("FL06", 0)
    assert finding.message.en == (
        "A line has 278 characters, in the older files of one scheme 223. This file has 2 lines of 10."
    )
    assert finding.mend.en.startswith("Export the file in the combined format 2")


def test_ten_thousand_lines_of_one_cause_are_counted_exactly() -> None:
    assert found(changed(lambda line: line[1:]) * 3_400).places == 10_200


def test_a_letter_outside_ascii_is_shown_as_people_see_it() -> None:
    counted_in_bytes = write([SAMPLE]).replace(b"AMINAH", "AMÉNA".encode())

    assert found(counted_in_bytes).found.en == "É"


def test_a_line_that_is_short_with_something_in_its_blank_columns_has_no_known_cause() -> None:
    line = write([SAMPLE])[:250].rstrip() + b"      X"
    whole = write([replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")])

    finding = next(
        each for each in check(whole + line + b"\r\n", as_of=AS_OF).findings if each.code == "FL24"
    )

    assert finding.mend.en.endswith("Compare it with a line that is right.")


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda line: b"7" + line[1:100] + b"\xff" + line[101:150], id="a byte of no encoding"),
        pytest.param(lambda line: line[:194] + b"OCTOBER" + line[201:210], id="cut, and no month"),
    ],
)
def test_what_no_cause_explains_is_only_measured(broken: Callable[[bytes], bytes]) -> None:
    lines = write(PEOPLE[:2]).splitlines()

    finding = found(lines[0] + b"\r\n" + broken(lines[1].rstrip() + b" " * 33) + b"\r\n")

    assert (finding.code, finding.line) == ("FL24", 2)
    assert finding.message.en.endswith("It was not read.")


def beside(line: bytes) -> Finding:
    """What is said of a line after two good ones, gravest first."""
    good = write(PEOPLE[1:])
    return check(good + line + b"\r\n", as_of=AS_OF).findings[0]


LINE = write(PEOPLE[:1]).rstrip(b"\r\n")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (LINE[:32] + LINE[33:], "FL24", "1 character too few in columns 33-44 (identity number)"),
        (LINE[:32] + LINE[33:] + b" ", "FL25", "1 character too few in columns 33-44 (identity number)"),
        (LINE[:35] + b"1" + LINE[35:], "FL24", "1 character too many in columns 33-44 (identity number)"),
        (
            LINE[:12] + b"2" * 20 + LINE[33:],
            "FL24",
            "1 character too few in columns 13-44 (SSM number or identity number)",
        ),
        (LINE[:38] + LINE[44:], "FL24", "6 characters too few in columns 33-44 (identity number)"),
        (LINE[:37] + LINE[44:], "FL24", "7 characters too few in columns 45-194 (name)"),
        (
            LINE[:32] + LINE[33:44] + b"M KUMAR".ljust(150) + LINE[194:],
            "FL24",
            "1 character too few in columns 33-44 (identity number)",
        ),
    ],
)
def test_a_digit_lost_from_an_identity_number_is_not_blamed_on_the_name(
    line: bytes, code: str, says: str
) -> None:
    finding = beside(line)

    assert finding.code == code
    assert says in finding.message.en


def test_where_two_fields_may_have_lost_a_character_malay_names_both_too() -> None:
    finding = beside(LINE[:12] + b"2" * 20 + LINE[33:])

    assert "terkurang 1 aksara dalam lajur 13-44 (nombor SSM atau nombor pengenalan)" in finding.message.ms


@pytest.mark.parametrize(
    ("width", "says"),
    [
        (12, "nothing follows column 12: MyCoID / SSM number (columns 13-32) and all after it are missing."),
        (32, "nothing follows column 32: identity number (columns 33-44) and all after it are missing."),
        (40, "nothing follows column 40, where identity number ends only at 44."),
        (100, "nothing follows column 100, where employee name ends only at 194."),
        (194, "nothing follows column 194: contribution month (columns 195-200)"),
        (200, "nothing follows column 200: wage (columns 201-214)"),
        (214, "nothing follows column 214: SOCSO employer share (columns 215-220)"),
    ],
)
def test_a_line_that_ends_too_early_says_after_which_column_and_in_which_field(width: int, says: str) -> None:
    finding = beside(LINE[:width])

    assert (finding.code, finding.line) == ("FL24", 3)
    assert says in finding.message.en


def test_a_line_of_one_scheme_among_others_is_still_one_of_another_layout() -> None:
    assert beside(LINE[:200] + b"          7310").code == "FL09"
    assert beside(LINE[:200] + b"          7311" + b" " * 9).code == "FL09"
    assert beside(LINE[:200] + b"              " + b"01102026 ").code == "FL09"


def test_spaces_that_an_editor_cut_behind_the_last_amount_are_filled_up() -> None:
    finding = beside(LINE[:250])

    assert finding.mend.en.endswith("Fill the lines with spaces to 278 characters.")


@pytest.mark.parametrize(
    "total",
    [
        b"JUMLAH".ljust(200) + b"980000".rjust(14) + b"17055".rjust(6) + b" ".ljust(58),
        b"GRAND TOTAL".ljust(278),
        b"JUMLAH",
    ],
)
def test_a_total_line_of_any_width_is_one_finding(total: bytes) -> None:
    report = check(write(PEOPLE) + total + b"\r\n", as_of=AS_OF)

    assert [(finding.code, finding.line) for finding in report.findings] == [("FL16", 4)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"TOTAL".ljust(12) + LINE[12:194] + b" " * 6 + LINE[200:], id="with an identity number"),
        pytest.param(b"TOTAL".ljust(194) + LINE[194:], id="with a month"),
        pytest.param(LINE[:32] + b" " * 168 + LINE[200:], id="with an employer code"),
        pytest.param(b" " * 200 + LINE[200:], id="with nothing"),
    ],
)
def test_no_record_is_taken_for_a_total(line: bytes) -> None:
    findings = check(write(PEOPLE) + line + b"\r\n", as_of=AS_OF).findings

    assert "FL16" not in {finding.code for finding in findings}


def test_records_in_one_line_are_not_thrown_away() -> None:
    finding = found(changed(lambda line: line).replace(b"\r\n", b"") * 60)

    assert "The line has 180 records one after the other" in finding.message.en
    assert finding.mend.en == "Begin a new line after every 278 characters. Then check the file again."


def test_a_long_line_whose_pieces_are_no_records_is_only_measured() -> None:
    finding = beside(LINE + LINE[100:] + LINE[:100])

    assert "records" not in finding.message.en
    assert "a further record belongs on a line of its own" in finding.mend.en


def test_what_stands_in_the_blank_columns_of_a_longer_line_may_be_an_amount() -> None:
    finding = beside(LINE[:244] + b"5" + LINE[244:])

    assert finding.message.en.endswith("It was not read.")


@pytest.mark.parametrize("quote", ['"', "'"])
def test_quotes_around_lines_are_both_named(quote: str) -> None:
    finding = found(changed(lambda line: quote.encode() + line + quote.encode()))

    assert f"All 3 lines have a quote ({quote}) at the beginning and one at the end" in finding.message.en
    assert f"remove {quote} at the beginning and at the end" in finding.mend.en


def test_quotes_around_something_else_are_no_cause() -> None:
    good = write(PEOPLE[1:]).splitlines(keepends=True)

    finding = found(good[0] + b'"' + LINE[:200] + b'"\r\n' + good[1])

    assert (finding.code, finding.line) == ("FL24", 2)
    assert "quote" not in finding.message.en
