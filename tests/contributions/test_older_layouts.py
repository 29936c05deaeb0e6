"""The layouts before format 2: how they are told, when they are taken, and that their lines are judged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from contributions import (
    AcceptRule,
    FileReport,
    Style,
    Verdict,
    YearMonth,
    check,
    report_as_text,
    write,
)
from contributions.checks.examples import SAMPLE, SINGLE_MONTH, as_c1, single
from contributions.checks.row import Row
from contributions.layouts import C1, C2, D1, E1, K1, LAYOUTS, S1, known_layout, layout_named
from contributions.outputs.as_html import reports_as_html

IN_TIME, TOO_LATE = date(2026, 9, 30), date(2026, 10, 1)
MARCH = YearMonth(2026, 3)
MING = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
SOCSO = single().file
EIS = single(13_00, layout=E1).file


def codes(report: FileReport) -> list[str]:
    return [finding.code for finding in report.findings]


SHARES_OF_2022 = {
    "wage": 5_500_00,
    "socso_employer": 86_65,
    "socso_employee": 24_75,
    "eis_employer": 9_90,
    "eis_employee": 9_90,
}


def format_1(**changes: object) -> bytes:
    return as_c1(replace(SAMPLE, month=MARCH, lindung=0, **changes), as_of=IN_TIME).file  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", [C1, S1, E1, D1], ids=lambda layout: layout.name)
def test_the_fields_of_an_older_layout_follow_each_other(layout: object) -> None:
    fields = layout_named(layout.name).fields  # type: ignore[attr-defined]

    assert fields[0].start == 1
    assert all(after.start == before.end + 1 for before, after in pairwise(fields))


def test_the_widths_are_those_of_the_notes() -> None:
    assert {layout.name: layout.width for layout in (C1, C2, S1, E1, D1)} == {
        "C1": 278,
        "C2": 278,
        "S1": 223,
        "E1": 223,
        "D1": 83,
    }
    assert (C1.trimmed_widths, S1.trimmed_widths) == ((238,), (222, 214))


def test_a_layout_is_found_by_its_name() -> None:
    assert {known_layout(name).name for name in LAYOUTS} == LAYOUTS
    with pytest.raises(KeyError):
        layout_named(K1.name)
    with pytest.raises(KeyError):
        known_layout("C9")


@pytest.mark.parametrize(
    ("content", "layout"),
    [
        pytest.param(format_1(), "C1", id="format 1.0"),
        pytest.param(SOCSO, "S1", id="SOCSO alone"),
        pytest.param(EIS, "E1", id="EIS alone"),
        pytest.param(single(13_00, 13_00, 73_10, layout=E1).file, "E1", id="mostly EIS"),
        pytest.param(single(73_10, 13_00, 73_10).file, "S1", id="mostly SOCSO"),
    ],
)
def test_a_layout_is_told_by_the_lines_and_never_by_the_name(content: bytes, layout: str) -> None:
    report = check(content, as_of=IN_TIME, name="BRG8A.TXT")

    assert (report.layout, report.records > 0) == (layout, True)


@pytest.mark.parametrize("content", [format_1(), SOCSO, EIS], ids=["C1", "S1", "E1"])
def test_an_older_layout_was_taken_until_the_end_of_september(content: bytes) -> None:
    reports = [check(content, as_of=day) for day in (IN_TIME, TOO_LATE)]

    assert [("FL08" in codes(report), report.verdict) for report in reports] == [
        (False, Verdict.VALID),
        (True, Verdict.INVALID),
    ]


def test_by_the_rule_of_the_month_arrears_of_march_are_still_taken_in_november() -> None:
    late = date(2026, 11, 10)

    reports = {rule: check(format_1(), as_of=late, accept_rule=rule) for rule in AcceptRule}

    assert {rule: "FL08" in codes(report) for rule, report in reports.items()} == {
        AcceptRule.UPLOAD_DATE: True,
        AcceptRule.CONTRIBUTION_MONTH: False,
    }


def test_by_the_rule_of_the_month_october_is_refused_and_says_why() -> None:
    october = as_c1(replace(SAMPLE, lindung=0), as_of=TOO_LATE).file

    report = check(october, as_of=TOO_LATE, accept_rule="contribution_month")

    assert codes(report)[0] == "FL08"
    assert "For months from October 2026 on" in report.findings[0].message.en


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="by_moon"):
        check(SOCSO, accept_rule="by_moon")


def test_without_a_day_the_file_is_checked_as_of_today() -> None:
    assert codes(check(SOCSO)) == codes(check(SOCSO, as_of=date.today()))  # noqa: DTZ011 - today is meant


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(format_1(socso_employer=56_90), "AM09", id="C1: wrong share"),
        pytest.param(format_1(eis_employee=6_70), "AM11", id="C1: EIS shares differ"),
        pytest.param(format_1(**SHARES_OF_2022), "AM34", id="C1: shares of another table"),
        pytest.param(single(73_15).file, "AM28", id="S1: no total of the table"),
        pytest.param(single(13_00, 13_00, 13_05, layout=E1).file, "AM29", id="E1: no total of the table"),
        pytest.param(SOCSO.replace(b"900101145678", b"901301145678"), "ID04", id="S1: no date"),
        pytest.param(SOCSO + SOCSO, "ID09", id="S1: the same person twice"),
        pytest.param(SOCSO.replace(b"AMINAH", b" MINAH"), "ID14", id="S1: name not in its first column"),
        pytest.param(
            single(73_10, 73_10).file.replace(b"TAN WEI", b"TANEI"), "FL24", id="S1: a line too short"
        ),
        pytest.param(SOCSO.replace(b"     7310", b"    73.10"), "AM02", id="S1: a point"),
    ],
)
def test_the_lines_of_a_refused_file_are_judged_all_the_same(content: bytes, code: str) -> None:
    found = codes(check(content, as_of=date(2026, 11, 10)))

    assert found[0] == "FL08"
    assert code in found


def test_a_refused_file_says_how_to_turn_it_into_the_new_layout() -> None:
    mends = {
        name: check(content, as_of=TOO_LATE).findings[0].mend.en
        for name, content in (("C1", format_1()), ("S1", SOCSO))
    }

    assert "adding LINDUNG 24 JAM" in mends["C1"]
    assert "no wages" in mends["S1"]


@pytest.mark.parametrize(
    ("cut", "width"),
    [
        pytest.param(lambda line: line.rstrip(), 214, id="S1 without date"),
        pytest.param(lambda line: line[:214] + b"15042026", 222, id="S1 with a date"),
    ],
)
def test_spaces_cut_from_a_line_of_one_scheme_are_told(cut: Callable[[bytes], bytes], width: int) -> None:
    report = check(cut(SOCSO.rstrip(b"\r\n")) + b"\r\n", as_of=IN_TIME)

    finding = next(finding for finding in report.findings if finding.code == "FL19")
    assert report.layout == "S1"
    assert f"has {width} characters" in finding.message.en


def test_format_1_cut_after_its_last_amount_is_still_format_1() -> None:
    report = check(format_1().rstrip() + b"\r\n", as_of=IN_TIME)

    assert (report.layout, codes(report)) == ("C1", ["FL19", "MO04"])
    assert "has 238 characters; 40 spaces are missing" in report.findings[0].message.en


@pytest.mark.parametrize("content", [format_1(), SOCSO], ids=["C1", "S1"])
@pytest.mark.parametrize("columns", [1, 4])
def test_a_shifted_line_of_an_older_layout_is_told_with_its_columns(content: bytes, columns: int) -> None:
    line = content.rstrip(b"\r\n")
    before = C2["name"].columns.stop
    shifted = line[:before] + b" " * columns + line[before:-columns]

    report = check(shifted + b"\r\n", as_of=IN_TIME)

    assert codes(report) == ["FL25"]
    assert f"{columns} column" in report.findings[0].message.en


def test_a_combined_line_that_was_cut_is_not_taken_for_one_of_a_single_scheme() -> None:
    line = as_c1(SAMPLE, as_of=IN_TIME).file[: S1.width] + b"\r\n"

    report = check(line, as_of=IN_TIME)

    assert (report.layout, codes(report)) == (None, ["FL06"])
    assert "cut" in report.findings[0].message.en
    assert "SOCSO employee share" in report.findings[0].message.en


def test_a_cut_line_among_right_ones_says_after_which_column() -> None:
    whole = single(73_10, 73_10).file.splitlines()

    report = check(whole[0] + b"\r\n" + whole[1][:210] + b"\r\n", as_of=IN_TIME)

    finding = report.findings[0]
    assert (finding.code, finding.line) == ("FL24", 2)
    assert "nothing follows column 210" in finding.message.en
    assert "223 characters" in finding.mend.en


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(SOCSO * 3, format_1(), id="format 1.0 among SOCSO alone"),
        pytest.param(format_1() * 3, SOCSO, id="SOCSO alone among format 1.0"),
    ],
)
def test_layouts_that_are_mixed_are_told_with_the_first_line_that_differs(
    first: bytes, second: bytes
) -> None:
    report = check(first + second, as_of=IN_TIME)

    assert codes(report) == ["FL09"]
    assert report.findings[0].line in {1, 4}


def test_a_title_as_wide_as_a_combined_line_does_not_hide_a_file_of_one_scheme() -> None:
    content = single(73_10, 66_40).file

    report = check(b"SOCSO CONTRIBUTIONS".ljust(C2.width) + b"\r\n" + content, as_of=SINGLE_MONTH.due_date)

    assert (report.layout, report.records, codes(report)) == ("S1", 2, ["FL16"])


@pytest.mark.parametrize("share", [b"5685", b"40", b"5"])
@pytest.mark.parametrize("width", [222, 223])
def test_combined_lines_cut_to_the_width_of_a_single_scheme_are_no_such_file(
    share: bytes, width: int
) -> None:
    line = write([SAMPLE])[:214] + share.rjust(6) + b"  1625"

    report = check((line[:width] + b"\r\n") * 3, as_of=IN_TIME)

    assert report.layout is None


def test_left_justified_amounts_cut_to_that_width_are_no_such_file_either() -> None:
    line = write([SAMPLE])[:214] + b"5685  1625  "

    assert check((line[:223] + b"\r\n") * 3, as_of=IN_TIME).layout is None


def test_a_day_beside_an_unknown_status_is_not_said_to_be_ignored() -> None:
    report = check(single(status="X", day=date(2026, 4, 2)).file, as_of=SINGLE_MONTH.due_date)

    assert [code for code in codes(report) if code[:2] == "ST"] == ["ST01"]


def test_a_diskette_file_and_a_comma_list_are_explained_field_by_field() -> None:
    diskette = b"B1234567X9001011456788123456780426" + b"AMINAH BINTI CONTOH".ljust(45) + b"7310\r\n"
    comma = b"1,B32,2023,900101145678,A,062026,13.00,,\r\n"

    messages = [check(content, as_of=IN_TIME).findings[0].message.en for content in (diskette, comma)]

    assert "SOCSO number (22-30)" in messages[0]
    assert "amount in ringgit" in messages[1]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(single(month=YearMonth(2026, 6)).file, "AM31", id="S1"),
        pytest.param(as_c1(replace(SAMPLE, month=YearMonth(2026, 6)), as_of=IN_TIME).file, "AM32", id="C1"),
    ],
)
def test_what_an_older_layout_cannot_hold_is_only_told_while_it_is_taken(content: bytes, code: str) -> None:
    assert code in codes(check(content, as_of=IN_TIME))
    assert code not in codes(check(content, as_of=TOO_LATE))


def test_the_ruler_of_format_1_has_no_lindung_and_that_of_format_2_has() -> None:
    older = check(format_1(eis_employee=6_70), as_of=IN_TIME)
    newer = check(write([replace(SAMPLE, eis_employee=6_70)]), as_of=date(2026, 11, 10))

    titles = [report_as_text(report, Style()).splitlines()[3] for report in (older, newer)]
    assert titles[0].split() == ["month", "wage", *["SOC", "er", "SOC", "ee", "EIS", "er", "EIS", "ee"]]
    assert titles[1].split()[-1] == "LIND24"
    assert "LIND24" not in reports_as_html([older], as_of=IN_TIME)


def test_the_ruler_shows_the_fields_of_the_layout() -> None:
    report = check(single(day=date(2026, 3, 15), status="B").file, as_of=SINGLE_MONTH.due_date)

    text = report_as_text(report, Style(width=100))

    assert "both shares" in text
    assert "status" in text
    assert "^^^^^^^^" in text


def test_an_amount_that_a_layout_has_not_is_none() -> None:
    assert Row(single().file[: S1.width], 1, 0, S1).sen("wage") is None
