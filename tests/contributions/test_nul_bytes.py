"""A NUL byte in a file that reads as records is told with its place, and as what it is."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import check, write
from contributions.checks.examples import SAMPLE

AS_OF = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("nul", "message"),
    [
        pytest.param(1, "Line 50 has a NUL byte in column 101.", id="one"),
        pytest.param(3, "Line 50 has a NUL byte in column 101, and 2 more after it.", id="three"),
    ],
)
def test_a_nul_byte_in_a_record_is_told_with_its_place(nul: int, message: str) -> None:
    lines = [write([replace(SAMPLE, identity_number=f"900101{index:06}")]) for index in range(60)]
    for line in range(49, 49 + nul):
        lines[line] = lines[line][:100] + b"\0" + lines[line][101:]

    (finding,) = check(b"".join(lines), as_of=AS_OF).findings

    place = finding.first
    assert (finding.code, finding.places, finding.message.en) == ("FL27", 1, message)
    assert (place.line, place.column, place.end_column) == (50, 101, 101)
    assert place.byte_offset == 49 * 280 + 100
    assert finding.found.en == ("1 NUL byte" if nul == 1 else "3 NUL bytes")


def test_a_nul_byte_in_a_very_long_line_is_told_with_its_place() -> None:
    early, late = b"x" * 10 + b"\0" + b"x" * 3_000_000, b"x" * 2_500_000 + b"\0" + b"x" * 600_000

    places = [check(write([SAMPLE]) + line + b"\n", as_of=AS_OF).findings[0].first for line in (early, late)]

    assert [(place.line, place.column) for place in places] == [(2, 11), (2, 2_500_001)]


def test_what_is_counted_one_is_not_told_as_several() -> None:
    report = check(b"name\0,ic\n1,2\n", as_of=AS_OF)

    assert report.findings[0].message.en == "This is not plain text but 1 NUL byte."
    assert check(b"\n", as_of=AS_OF).findings[0].message.en == "The file holds no record: 1 byte."
