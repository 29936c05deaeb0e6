"""What is kept of each chunk is little where its lines stand evenly, and still says where each stands."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import C2, YearMonth, check, write
from contributions.checks.examples import SAMPLE
from contributions.findings import FileReport

LINE = write([SAMPLE])
TITLE = b"OCTOBER\r\n"
LATER = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING", month=YearMonth(2026, 11))


def places(report: FileReport, code: str) -> list[int]:
    (finding,) = (finding for finding in report.findings if finding.code == code)
    return [place.line for place in finding.at]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        pytest.param(LINE * 3, [2, 3], id="every line a record"),
        pytest.param(LINE + TITLE + LINE + LINE, [3, 4], id="a title between them"),
        pytest.param(LINE + LINE.rstrip(b"\r\n") + b"\n" + LINE, [2, 3], id="another line end between them"),
        pytest.param(LINE + write([LATER]) + LINE, [3], id="a line of another month between them"),
    ],
)
def test_the_same_person_again_is_found_at_its_line(content: bytes, lines: list[int]) -> None:
    report = check(content, as_of=date(2026, 12, 1), all_places=True)

    assert places(report, "ID09") == lines


def test_a_record_is_read_again_where_it_stands() -> None:
    report = check(LINE + TITLE + LINE, as_of=date(2026, 11, 10))

    (finding,) = (finding for finding in report.findings if finding.code == "ID09")
    assert finding.employee == SAMPLE.identity_number
    assert (finding.column, finding.end_column) == (
        C2["identity_number"].start,
        C2["identity_number"].end,
    )
