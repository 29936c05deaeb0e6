"""A file that ends in the middle of its last line: further lines may be lost, and it is said."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import Finding, check, write
from contributions.checks.examples import SAMPLE

AS_OF = date(2026, 11, 10)
PEOPLE = (
    SAMPLE,
    replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
    replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)
LINE = write(PEOPLE[:1]).rstrip(b"\r\n")


def ending_in(line: bytes) -> Finding:
    """What is said of a file whose last line, after two good ones, has no end; gravest first."""
    return check(write(PEOPLE[1:]) + line, as_of=AS_OF).findings[0]


@pytest.mark.parametrize("width", [239, 243])
def test_a_file_that_breaks_off_in_its_last_amount_is_not_filled_with_spaces(width: int) -> None:
    finding = ending_in(LINE[:width])

    assert finding.code == "FL24"
    assert f"nothing follows column {width}, where LINDUNG 24 JAM ends only at 244" in finding.message.en


@pytest.mark.parametrize("width", [7, 100, 220])
def test_a_file_that_breaks_off_says_so(width: int) -> None:
    finding = ending_in(LINE[:width])

    assert finding.code == "FL24"
    assert f"The file breaks off here: its last line has no line end, and nothing follows column {width}" in (
        finding.message.en
    )
    assert finding.mend.en.endswith("Export or copy the file again: further lines may be lost as well.")
    assert f"dan tiada apa-apa selepas lajur {width}" in finding.message.ms


@pytest.mark.parametrize("width", [245, 260, 277])
def test_a_file_that_ends_in_the_blanks_of_its_last_line_alone_may_break_off(width: int) -> None:
    finding = ending_in(LINE[:width])

    assert (finding.code, finding.line, finding.fixable) == ("FL24", 3, False)
    assert finding.message.en == (
        f"Line 3 has {width} characters, not 278. It was not read. The file may break off here: its last "
        f"line has no line end, and nothing follows column {width}, while the other lines go on to column "
        "278."
    )
    assert "Fail mungkin terputus di sini" in finding.message.ms
    assert finding.mend.en == (
        "Let line 3 have 278 characters. First see whether this was the last line: further lines may be "
        "lost; then export or copy the file again."
    )
    assert finding.mend.ms.endswith(
        ". Pastikan dahulu sama ada ini baris terakhir: baris seterusnya mungkin hilang; jika hilang, "
        "eksport atau salin semula fail."
    )


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        pytest.param(write(PEOPLE[1:]) + LINE[:244] + b"\r\n", ["FL19"], id="its line has an end"),
        pytest.param(
            write(PEOPLE[1:]) + LINE[:244], ["FL19", "FL18"], id="all blanks at the end of the file"
        ),
        pytest.param(LINE[:244], ["FL19", "FL18"], id="there is no other line"),
        pytest.param(
            write(PEOPLE[1:2])[:244] + b"\r\n" + write(PEOPLE[2:]) + LINE[:244],
            ["FL19", "FL18"],
            id="another was cut too",
        ),
    ],
)
def test_spaces_that_an_editor_cut_are_told_as_before(content: bytes, codes: list[str]) -> None:
    findings = check(content, as_of=AS_OF).findings

    assert [finding.code for finding in findings] == codes
    assert findings[0].fixable


def test_blanks_lost_in_other_lines_too_do_not_break_the_file_off() -> None:
    cut = LINE[:260]
    content = write(PEOPLE[1:]) + cut + b"\r\n" + cut

    places = check(content, as_of=AS_OF).findings[0].at
    assert ["lost 18 spaces at the end" in place.message.en for place in places] == [True, True]


@pytest.mark.parametrize(
    "line",
    [LINE + b"  ", LINE[1:], b"\x81?" * 9, b"SSFW12345678", LINE[:100] + b"\x1a", LINE[:260] + b"\x1a"],
)
def test_another_last_line_without_an_end_does_not_break_the_file_off(line: bytes) -> None:
    assert "break" not in ending_in(line).message.en
