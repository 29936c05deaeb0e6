"""Lines that are no records: titles, totals and what programs put before and behind the records."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import FileReport, Severity, check, write
from contributions.checks.examples import SAMPLE
from contributions.mending import mend
from tests.contributions.people import person

AS_OF = date(2026, 11, 10)
LINE = write([SAMPLE])


def codes(report: FileReport) -> list[str]:
    return [finding.code for finding in report.findings]


def test_title_and_total_lines_are_named_wherever_their_width() -> None:
    report = check(b"PERKESO OCTOBER\r\n" + LINE + b"TOTAL;1\r\n", as_of=AS_OF)

    assert [(finding.code, [place.line for place in finding.at]) for finding in report.findings] == [
        ("FL16", [1, 3])
    ]


@pytest.mark.parametrize("name", ["JUMLAH", "Total: 12 pekerja", "GRAND TOTAL", "sub-total"])
def test_sums_in_the_form_of_a_record_are_a_total_line(name: str) -> None:
    sums = replace(SAMPLE, identity_number="", name=name, wage=6_500_00, socso_employer=113_70)

    report = check(LINE + write([person(1), sums]), as_of=AS_OF)

    assert [(finding.code, finding.line) for finding in report.findings] == [("FL16", 3)]


@pytest.mark.parametrize("name", ["SUM YOKE LING", "TOTALIA BINTI JUMLAH", ""])
def test_somebody_without_a_number_is_no_total_line(name: str) -> None:
    somebody = replace(SAMPLE, identity_number="", name=name)

    assert "ID01" in codes(check(LINE + write([person(1), somebody]), as_of=AS_OF))


@pytest.mark.parametrize(
    "end",
    [
        "01B3200000123X102026",
        "990000120000000478878400000072625",
        "NAME",
        "T 12",
        "T0000012",
        "Z",
        "H",
        "B3200000123X102026",
    ],
)
def test_a_line_of_a_program_at_an_end_of_the_file_is_a_title(end: str) -> None:
    for content in (end.encode() + b"\r\n" + LINE, LINE + end.encode() + b"\r\n"):
        assert codes(check(content, as_of=AS_OF)) == ["FL16"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"B3200000123X202301012345", id="a record that was cut"),
        pytest.param(b"B320000", id="an employer code that was cut"),
        pytest.param(b"B3200000123X     ", id="an employer code with spaces behind it"),
        pytest.param(b"320000123456 900101145678 AMINAH BINTI CONTOH", id="somebody's MyKad number"),
        pytest.param(b"EN 900101145678 AMINAH BINTI CONTOH", id="somebody's number in words"),
        pytest.param(b"320000123456 SSFW12345678 MD RAHIM", id="a foreign worker's number"),
        pytest.param(b"320000123456\xd8\xa7 102026", id="letters that are not plain"),
        pytest.param(b"320000123456\x07 102026", id="a control character"),
    ],
)
def test_a_line_that_may_be_somebody_is_no_title(line: bytes) -> None:
    assert "FL16" not in codes(check(line + b"\r\n" + LINE, as_of=AS_OF))


def test_a_broken_record_at_the_top_is_no_title() -> None:
    report = check(LINE[:-3] + b"\r\n" + write([person(1)]), as_of=AS_OF)

    assert codes(report) == ["FL24"]


@pytest.mark.parametrize("line", [b"  ", b"\f", b"\t", b" \f ", b" " * 300], ids=repr)
def test_a_line_that_shows_nothing_is_an_empty_one(line: bytes) -> None:
    lines = [LINE, line + b"\r\n", write([person(1)])]

    assert codes(check(b"".join(lines), as_of=AS_OF)) == ["FL17"]
    assert codes(check(b"".join([lines[0], lines[2], lines[1]]), as_of=AS_OF)) == ["FL18"]
    assert mend(b"".join(lines), as_of=AS_OF).content == lines[0] + lines[2]


@pytest.mark.parametrize("marks", [1, 2, 128])
def test_bytes_that_end_a_file_are_one_however_many(marks: int) -> None:
    (finding,) = check(LINE + b"\x1a" * marks, as_of=AS_OF).findings

    assert (finding.code, finding.severity) == ("FL18", Severity.INFO)
    assert finding.message.en == "The file has an end-of-file byte."
