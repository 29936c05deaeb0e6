"""Checking a file: what stops it, what is set aside, what the portal adds, and what nobody can tell."""

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from contributions import (
    C2,
    FileReport,
    PortalExpectations,
    Severity,
    Totals,
    Verdict,
    YearMonth,
    check,
    get_check,
    write,
)
from contributions.checks import examining
from contributions.checks.examples import SAMPLE
from contributions.clock import DayOutside
from tests.contributions.people import person

AS_OF = date(2026, 11, 10)
LINE = write([SAMPLE])
LEAST = replace(
    SAMPLE, wage=1, socso_employer=40, socso_employee=10, eis_employer=5, eis_employee=5, lindung=20
)
NOTHING_PAID = replace(
    SAMPLE, wage=0, socso_employer=0, socso_employee=0, eis_employer=0, eis_employee=0, lindung=0
)
DISKETTE = b"B1234567X9001011456788123456781026" + b"AMINAH BINTI CONTOH".ljust(45) + b"7310\r\n"


def codes(report: FileReport) -> list[str]:
    return [finding.code for finding in report.findings]


def test_a_right_file_is_valid_with_its_totals() -> None:
    report = check(write([SAMPLE, person(1)]), as_of=AS_OF, name="october.txt")

    assert report == FileReport(
        name="october.txt",
        sha256=report.sha256,
        verdict=Verdict.VALID,
        layout="C2",
        records=2,
        employer_codes=("B3200000123X",),
        months=(YearMonth(2026, 10),),
        totals=Totals(
            heads=2,
            wages=6_500_00,
            socso_employer=113_70,
            socso_employee=32_50,
            eis_employer=13_00,
            eis_employee=13_00,
            lindung=48_70,
        ),
        findings=(),
    )
    assert (report.totals.socso, report.totals.eis, report.totals.total) == (146_20, 26_00, 220_90)


def test_a_finding_says_line_columns_byte_person_found_and_expected() -> None:
    report = check(write([SAMPLE, person(1, eis_employee=6_70)]), as_of=AS_OF)

    finding = report.findings[0]
    assert (finding.code, finding.severity, finding.field) == ("AM11", Severity.ERROR, "eis_employee")
    assert (finding.line, finding.column, finding.end_column) == (2, 233, 238)
    assert finding.byte_offset == (C2.width + 2) + 232
    assert finding.employee == "900101140001"
    assert finding.found.en == "RM 6.70"
    assert finding.expected.en == "RM 6.50, the same as the employer's share"
    assert finding.mend.ms == "Isi 650 dalam lajur 227-232 dan 233-238 baris 2."
    assert (finding.source, finding.source_mark) == ("contribution-files 10.4 L50", "official")


def test_one_cause_is_one_finding_with_an_exact_count_and_twenty_places() -> None:
    report = check(write([person(number, eis_employee=6_70) for number in range(1_000)]), as_of=AS_OF)

    finding = report.findings[0]
    assert codes(report) == ["AM11"]
    assert finding.places == 1_000
    assert [place.line for place in finding.at] == list(range(1, 21))


def test_lines_are_counted_right_beyond_the_first_chunk() -> None:
    records = [person(number) for number in range(45_000)]
    records[40_000] = replace(records[40_000], eis_employee=6_70)
    content = write(records)
    cut = content[: 30_000 * (C2.width + 2)] + b"odd line\r\n" + content[30_000 * (C2.width + 2) :]

    report = check(cut, as_of=AS_OF)

    places = {finding.code: (finding.line, finding.byte_offset) for finding in report.findings}
    assert places["FL24"] == (30_001, 30_000 * 280)
    assert places["AM11"] == (40_002, 40_000 * 280 + len(b"odd line\r\n") + 232)
    assert report.records == 45_000


def test_a_person_twice_is_found_across_chunks() -> None:
    report = check(write([*(person(number) for number in range(30_000)), person(5)]), as_of=AS_OF)

    finding = next(finding for finding in report.findings if finding.code == "ID09")
    assert (finding.line, finding.places) == (30_001, 1)
    assert "line 6 " in finding.message.en


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        pytest.param("TAN WEI MING", "The names differ: if these are two people", id="other name"),
        pytest.param("Aminah binti contoh", "Delete one of the lines where the same", id="same name"),
    ],
)
def test_two_names_with_one_number_are_told_that_a_number_is_wrong(name: str, begins: str) -> None:
    report = check(write([SAMPLE, replace(SAMPLE, name=name)]), as_of=AS_OF)

    (finding,) = (finding for finding in report.findings if finding.code == "ID09")
    assert finding.mend.en.startswith(begins)


def test_a_placeholder_is_told_as_what_stands_instead_of_a_number() -> None:
    messages = [
        check(write([replace(SAMPLE, identity_number=number)]), as_of=AS_OF).findings[0].message
        for number in ("TBA", "N/A")
    ]

    assert [message.en for message in messages] == [
        f"The line has no identity number: {text} only holds its place, and is nobody's number."
        for text in ("TBA", "N/A")
    ]
    assert [message.ms for message in messages] == [
        f"Baris ini tiada nombor pengenalan: {text} hanya pengisi tempat dan bukan nombor sesiapa."
        for text in ("TBA", "N/A")
    ]


def test_of_a_blank_in_its_place_no_more_is_said() -> None:
    (finding,) = check(write([replace(SAMPLE, identity_number="")]), as_of=AS_OF).findings

    assert finding.message.en == "The line has no identity number."


def test_a_person_in_two_months_is_no_duplicate() -> None:
    report = check(write([SAMPLE, replace(SAMPLE, month=YearMonth(2026, 9))]), as_of=AS_OF)

    assert "ID09" not in codes(report)


@pytest.mark.parametrize(
    ("content", "code", "layout"),
    [
        pytest.param(b"", "FL01", None, id="empty"),
        pytest.param(b"\r\n\r\n", "FL01", None, id="empty lines"),
        pytest.param(b"\x1a", "FL01", None, id="end-of-file byte alone"),
        pytest.param(b"PK\x03\x04" + bytes(100), "FL02", None, id="xlsx"),
        pytest.param(b"%PDF-1.7\n" + LINE, "FL02", None, id="pdf"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(100), "FL02", None, id="xls"),
        pytest.param(b"  <!doctype html><html></html>", "FL02", None, id="web page"),
        pytest.param(LINE + b"\0" * 20, "FL27", "C2", id="NUL bytes"),
        pytest.param(b"name\0,ic\n1,2\n", "FL02", None, id="a NUL byte and no record"),
        pytest.param(LINE.decode().encode("cp037"), "FL02", None, id="EBCDIC"),
        pytest.param(b" " * 278, "FL01", "C2", id="a line of spaces"),
        pytest.param((b" " * 278 + b"\r\n") * 20, "FL01", "C2", id="lines of spaces"),
        pytest.param(LINE.decode().encode("utf-16"), "FL03", None, id="UTF-16 with mark"),
        pytest.param(LINE.decode().encode("utf-16-le"), "FL03", None, id="UTF-16 without mark"),
        pytest.param(b"\xef\xbb\xbf" + LINE, "FL03", None, id="UTF-8 mark"),
        pytest.param((LINE + write([person(1)])).replace(b"\r\n", b"\r"), "FL26", None, id="lone CR"),
        pytest.param(b"name,ic,wage\n1,2,3\n", "FL06", None, id="csv"),
        pytest.param(b"x" * 3_000_000, "FL06", None, id="one long line"),
        pytest.param(LINE[:200] + b"00000000007310" + b" " * 9 + b"\r\n", "FL08", "S1", id="SOCSO alone"),
        pytest.param(LINE[:200] + b"00000000001300" + b" " * 9 + b"\r\n", "FL08", "E1", id="EIS alone"),
        pytest.param(LINE[:238].ljust(278) + b"\r\n", "FL08", "C1", id="format 1.0"),
        pytest.param(DISKETTE, "FL07", "D1", id="diskette"),
        pytest.param(b"x" * 83 + b"\r\n", "FL06", None, id="as wide as a diskette line, and nothing else"),
        pytest.param(b"1,B32,2023,900101145678,A,062026,13.00,,\r\n", "FL07", "K1", id="comma list"),
        pytest.param(LINE + LINE[:200] + b"00000000007310\r\n", "FL09", "C2", id="mixed layouts"),
    ],
)
def test_what_is_no_contribution_file_is_one_finding(content: bytes, code: str, layout: str | None) -> None:
    report = check(content, as_of=AS_OF)

    assert codes(report) == [code]
    assert (report.verdict, report.layout) == (Verdict.INVALID, layout)
    assert report.findings[0].line == (2 if code in {"FL09", "FL27"} else 0)


def test_a_title_of_the_right_width_does_not_hide_that_all_lines_have_another() -> None:
    lines = [line[:60] + b" " + line[60:] for line in write([SAMPLE, person(1)]).splitlines()]

    report = check(b"TITLE".ljust(C2.width) + b"\r\n" + b"\r\n".join(lines), as_of=AS_OF)

    found = {finding.code: finding.places for finding in report.findings if finding.code != "FL18"}
    assert found == {"FL16": 1, "FL24": 2}


def test_harmless_oddities_are_told_together() -> None:
    report = check(LINE.replace(b"\r\n", b"\n") + b"\n\x1a", as_of=AS_OF)

    assert codes(report) == ["FL18"]
    assert report.findings[0].found.en == "LF line ends, an end-of-file byte, empty lines at the end"
    assert report.findings[0].places == len(report.findings[0].at) == 1
    assert report.verdict is Verdict.VALID


def test_mixed_line_ends_are_a_warning_and_every_line_is_judged() -> None:
    second = write([person(1, eis_employee=6_70)]).replace(b"\r\n", b"\n")

    report = check(LINE + second, as_of=AS_OF)

    assert [(finding.code, finding.severity) for finding in report.findings] == [
        ("AM11", Severity.ERROR),
        ("FL05", Severity.WARNING),
    ]
    assert report.findings[1].message.en == "The file has these line ends: 1 CRLF, 1 LF."
    assert "no source says that the portal refuses it" in report.findings[1].why.en


def test_the_portal_adds_whose_file_it_is_and_which_months_are_closed() -> None:
    portal = PortalExpectations(employer_code="B3200000123X", closed_months=frozenset({YearMonth(2026, 10)}))

    closed = check(LINE, as_of=AS_OF, portal=portal)
    other = check(LINE, as_of=AS_OF, portal=replace(portal, employer_code="B3200000456Y"))

    assert (codes(closed), codes(other)) == (["MO05"], ["FL13"])
    assert other.findings[0].expected.en == "B3200000456Y"


def test_a_month_without_known_rates_could_not_be_told() -> None:
    record = replace(
        SAMPLE, month=YearMonth(2016, 5), ssm_number="1312525-A", lindung=0, eis_employer=0, eis_employee=0
    )

    report = check(write([record]), as_of=date(2016, 6, 10))

    assert (report.verdict, codes(report)) == (Verdict.COULD_NOT_TELL, ["MO07"])


def test_an_error_beside_an_unknown_month_is_still_an_error() -> None:
    old = replace(SAMPLE, month=YearMonth(2016, 5), lindung=0, eis_employer=0, eis_employee=0)

    report = check(write([old, person(1, eis_employee=0)]), as_of=AS_OF)

    assert report.verdict is Verdict.INVALID


@pytest.mark.parametrize("where", ["wrong", "seen"])
def test_a_check_that_breaks_never_counts_as_a_pass(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    def breaks(_: object) -> None:
        raise RuntimeError("broken on purpose")

    functions: dict[str, Any] = {"wrong": None, where: breaks}
    broken = replace(get_check("AM11"), **functions)
    for module in ("contributions.examination", examining.__name__):
        monkeypatch.setattr(sys.modules[module], "all_checks", lambda: (broken,))

    report = check(LINE, as_of=AS_OF)

    assert (report.verdict, codes(report)) == (Verdict.COULD_NOT_TELL, ["FL90"])
    assert "AM11" in report.findings[0].message.en
    assert [(entry.name, entry.getMessage()) for entry in caplog.records] == [
        ("contributions.check", "check AM11 did not finish")
    ]


def test_where_nothing_is_logged_nobody_sees_a_stack_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log = logging.getLogger("contributions.check")
    monkeypatch.setattr(log, "propagate", False)
    monkeypatch.setattr(log, "handlers", [])

    try:
        int("broken on purpose")
    except ValueError:
        examining.note_crash("AM11")

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("bytes_of", "code"),
    [
        pytest.param(lambda line: line.replace(b"  5685", b"5685  "), "AM04", id="left justified"),
        pytest.param(lambda line: line.replace(b"  5685", b"5 6 85"), "AM01", id="space inside"),
        pytest.param(lambda line: line.replace(b"  5685", b"  -5.8"), "AM03", id="minus before point"),
        pytest.param(lambda line: line.replace(b"325000", b"3,2500"), "AM02", id="comma in the wage"),
        pytest.param(lambda line: line.replace(b"  5685", b"005685"), None, id="zero filled"),
        pytest.param(lambda line: line.replace(b"900101145678", b"900101-14567"), "ID02", id="dash"),
        pytest.param(
            lambda line: line.replace(b"900101145678", b"90010114567X"), "ID24", id="a letter at the end"
        ),
        pytest.param(lambda line: line.replace(b"900101145678", b"1234567     "), "ID08", id="old IC"),
        pytest.param(lambda line: line.replace(b"900101145678", b"ssfw12345678"), "AM13", id="small SSFW"),
    ],
)
def test_one_fault_is_found_once(bytes_of: Callable[[bytes], bytes], code: str | None) -> None:
    report = check(bytes_of(LINE), as_of=AS_OF)

    assert [found for found in codes(report) if found != "ID13"] == ([code] if code else [])


def test_a_moment_stands_for_its_day() -> None:
    moment = datetime(2026, 11, 10, 23, 59, tzinfo=UTC)

    assert check(LINE, as_of=moment) == check(LINE, as_of=AS_OF)


@pytest.mark.parametrize("day", ["2026-11-10", 20261110])
def test_what_is_no_day_is_a_type_error_and_nothing_is_logged(
    day: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(TypeError, match=r"as_of is a date, such as date\(2026, 11, 10\), not "):
        check(LINE, as_of=day)

    assert not caplog.records


@pytest.mark.parametrize("source", ["october.txt", None, 7, [LINE]])
def test_what_is_no_file_is_a_type_error(source: Any) -> None:
    with pytest.raises(TypeError, match="check takes a Path or bytes, not "):
        check(source, as_of=AS_OF)


def test_every_line_wrong_is_still_counted_exactly() -> None:
    garbage = bytes((48 + index % 43) for index in range(278)) + b"\r\n"

    report = check(garbage * 25_000, as_of=AS_OF)

    assert report.verdict is Verdict.INVALID
    assert {finding.places for finding in report.findings if finding.code == "MO01"} == {25_000}


@pytest.mark.parametrize("day", [date.min, date(1900, 12, 31), date(2999, 1, 1), date.max])
def test_a_day_without_months_around_it_is_refused(day: date) -> None:
    with pytest.raises(DayOutside, match=r"Name one from 1901-01-01 to 2998-12-31\."):
        check(LINE, as_of=day)


@pytest.mark.parametrize("day", [date(1901, 1, 1), date(2998, 12, 31)])
def test_the_first_and_the_last_day_are_judged(day: date) -> None:
    assert "FL90" not in codes(check(LINE, as_of=day))


def test_a_month_that_was_paid_is_not_late_too() -> None:
    paid = PortalExpectations(closed_months=frozenset({YearMonth(2026, 10)}))

    assert codes(check(LINE, as_of=date(2026, 12, 1), portal=paid)) == ["MO05"]
    assert codes(check(LINE, as_of=date(2026, 12, 1))) == ["MO04"]


def test_a_line_that_was_cut_and_lost_letters_is_placed_within_the_file() -> None:
    content = LINE + LINE[40:278]  # as wide as a line of format 1.0 without its spaces

    offsets = [place.byte_offset for found in check(content, as_of=AS_OF).findings for place in found.at]

    assert offsets
    assert max(offsets) <= len(content)
