"""The files of one scheme, and format 1.0: what their amounts, days and status say, and reading them."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import (
    FileReport,
    Severity,
    SingleRecord,
    Style,
    UnreadableLine,
    YearMonth,
    check,
    read,
    read_single,
    report_as_text,
    write,
)
from contributions.checks.examples import SAMPLE, SINGLE_MONTH, as_c1, single
from contributions.checks.recognition import recognise
from contributions.layouts import E1, S1, Layout

IN_TIME = date(2026, 9, 30)
MARCH = YearMonth(2026, 3)
SOCSO = single().file
EIS = single(13_00, layout=E1).file


def codes(report: FileReport) -> list[str]:
    return [finding.code for finding in report.findings]


def format_1() -> bytes:
    return as_c1(replace(SAMPLE, month=MARCH, lindung=0), as_of=IN_TIME).file


def test_the_totals_of_one_scheme_are_told_as_that_scheme() -> None:
    socso, eis = (check(content, as_of=IN_TIME).totals for content in (SOCSO, EIS))

    assert (socso.socso, socso.eis, socso.total) == (73_10, 0, 73_10)
    assert (eis.socso, eis.eis, eis.total) == (0, 13_00, 13_00)


@pytest.mark.parametrize(
    ("identity", "month", "layout"),
    [
        pytest.param("850612145678", "042026", E1, id="somebody who may have EIS"),
        pytest.param("080401145678", "042026", E1, id="18 in this month"),
        pytest.param("660401145678", "042026", S1, id="60 in this month"),
        pytest.param("650612145678", "042026", S1, id="60 and over, of the second category of SOCSO"),
        pytest.param("SSFW12345678", "042026", S1, id="a foreign worker"),
        pytest.param("850612145678", "042017", S1, id="before there was EIS"),
    ],
)
def test_an_amount_of_both_schemes_is_of_the_one_that_the_person_may_have(
    identity: str, month: str, layout: Layout
) -> None:
    line = single(14_60).file
    content = line.replace(line[S1["identity_number"].columns], identity.encode()).replace(
        line[S1["month"].columns], month.encode()
    )

    assert check(content, as_of=IN_TIME).layout == layout.name


@pytest.mark.parametrize(
    ("foreign", "layout"),
    [pytest.param(1, E1, id="two of three"), pytest.param(2, S1, id="one of three")],
)
def test_of_several_amounts_of_both_schemes_most_people_decide(foreign: int, layout: Layout) -> None:
    content = single(14_60, 14_60, 14_60).file
    for number in (b"900101145678", b"880515105437")[:foreign]:
        assert number in content
        content = content.replace(number, b"SSFW12345678")

    assert check(content, as_of=IN_TIME).layout == layout.name


def test_as_many_people_of_the_one_scheme_as_of_the_other_are_of_socso() -> None:
    content = single(14_60, 14_60).file.replace(b"900101145678", b"SSFW12345678")

    assert check(content, as_of=IN_TIME).layout == S1.name


def test_other_amounts_decide_before_those_of_both_schemes() -> None:
    assert check(single(14_60, 14_60, 73_10).file, as_of=IN_TIME).layout == S1.name


def test_a_total_of_no_table_is_told_with_those_beside_it() -> None:
    finding = next(each for each in check(single(73_15).file, as_of=IN_TIME).findings if each.code == "AM28")

    assert finding.message.en.endswith("its neighbours are RM 73.10 and RM 74.40.")
    assert finding.message.ms.endswith("yang terdekat ialah RM 73.10 dan RM 74.40.")


@pytest.mark.parametrize(
    ("total", "layout", "says", "in_malay"),
    [
        pytest.param(29, S1, "the lowest is RM 0.30.", "yang terendah ialah RM 0.30.", id="below the lowest"),
        pytest.param(
            31, S1, "its neighbours are RM 0.30 and RM 0.50.", "ialah RM 0.30 dan RM 0.50.", id="above it"
        ),
        pytest.param(5, E1, "the lowest is RM 0.10.", "yang terendah ialah RM 0.10.", id="EIS"),
    ],
)
def test_below_the_lowest_total_that_one_is_told(
    total: int, layout: Layout, says: str, in_malay: str
) -> None:
    others = (73_10, 73_15) if layout is S1 else (13_00, 13_05)
    findings = check(single(*others, total, layout=layout).file, as_of=IN_TIME).findings
    message = next(each for each in findings if each.code in {"AM28", "AM29"}).at[1].message

    assert message.en.endswith(f"; {says}")
    assert message.ms.endswith(in_malay)


@pytest.mark.parametrize(
    ("total", "says", "in_malay"),
    [
        pytest.param(
            122_00,
            "RM 122.00 looks like the wage; it is in whole ringgit, as most wages are, and no amount of the "
            "table.",
            "RM 122.00 kelihatan seperti gaji; ia dalam ringgit bulat,",
            id="below the highest",
        ),
        pytest.param(133_00, "whole ringgit", "ringgit bulat", id="just below it"),
        pytest.param(
            133_91,
            "the highest contribution in April 2026 is RM 133.90.",
            "caruman tertinggi pada April 2026 ialah RM 133.90.",
            id="just above it",
        ),
    ],
)
def test_what_looks_like_a_wage_says_why(total: int, says: str, in_malay: str) -> None:
    findings = check(single(73_10, 66_40, total).file, as_of=IN_TIME).findings
    message = next(each for each in findings if each.code == "AM30").message

    assert says in message.en
    assert in_malay in message.ms


def test_a_wage_in_place_of_the_contribution_is_a_warning_since_sources_disagree() -> None:
    findings = check(single(3_250_00, 4_100_50).file, as_of=IN_TIME).findings

    wage = next(finding for finding in findings if finding.code == "AM30")
    assert (wage.severity, wage.places) == (Severity.WARNING, 2)
    assert "RM 133.90" in wage.message.en


@pytest.mark.parametrize(
    ("totals", "meant"),
    [
        pytest.param((7310_00, 6640_00), "RM 73.10", id="a hundred times too large"),
        pytest.param((73, 66), "RM 73.00", id="in ringgit"),
    ],
)
def test_ringgit_for_sen_in_a_file_of_one_scheme_is_told_as_such(totals: tuple[int, ...], meant: str) -> None:
    finding = next(
        finding for finding in check(single(*totals).file, as_of=IN_TIME).findings if finding.code == "AM33"
    )

    assert finding.places == 2
    assert finding.expected.en == meant


@pytest.mark.parametrize(
    ("totals", "layout", "says"),
    [
        pytest.param((73_10, 66_40, 13_00), S1, "EIS, in a file of SOCSO", id="EIS among SOCSO"),
        pytest.param((13_00, 11_80, 73_10), E1, "SOCSO, in a file of EIS", id="SOCSO among EIS"),
    ],
)
def test_lines_of_both_schemes_in_one_file_are_told_apart_by_their_amounts(
    totals: tuple[int, ...], layout: Layout, says: str
) -> None:
    finding = next(
        finding
        for finding in check(single(*totals, layout=layout).file, as_of=IN_TIME).findings
        if finding.code == "AM35"
    )

    assert (finding.line, finding.places) == (3, 1)
    assert f"{says}; so it is on 1 of 3 lines." in finding.message.en


def test_an_amount_of_a_month_without_a_table_is_not_judged() -> None:
    early = single(month=YearMonth(2015, 1)).file

    found = codes(check(early, as_of=IN_TIME))

    assert "MO07" in found
    assert not {"AM28", "AM29", "AM30", "AM33"} & set(found)


def test_eis_before_2018_is_told_in_a_file_of_eis_alone() -> None:
    early = single(13_00, 13_00, layout=E1, month=YearMonth(2017, 12)).file

    assert "AM26" in codes(check(early, as_of=IN_TIME))


@pytest.mark.parametrize(("status", "found"), [("T", []), ("", ["AM24"])])
def test_nothing_to_pay_is_told_unless_the_status_says_why(status: str, found: list[str]) -> None:
    content = single(0, status=status).file

    assert [code for code in codes(check(content, as_of=SINGLE_MONTH.due_date)) if code != "MO04"] == found


@pytest.mark.parametrize("status", ["B", "b", "H", "M"])
def test_a_day_in_the_month_beside_its_status_is_right(status: str) -> None:
    content = single(day=date(2026, 4, 30), status=status).file

    assert codes(check(content, as_of=SINGLE_MONTH.due_date)) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("20260415B", "15042026", id="the year first"),
        pytest.param("150426  B", "15042026", id="a year of two digits"),
        pytest.param("311225  B", "31122025", id="a year of two digits, some months before"),
        pytest.param("15/04/26B", "15042026", id="slashes"),
        pytest.param(" 15042026", "15042026", id="a column too far right"),
        pytest.param("150499  B", "a day as DDMMYYYY", id="a year of two digits, far away"),
        pytest.param("15/04/99B", "a day as DDMMYYYY", id="slashes, far away"),
        pytest.param("310226  B", "a day as DDMMYYYY", id="no day with two digits either"),
        pytest.param("31022026B", "a day as DDMMYYYY", id="31 February"),
        pytest.param("15041026B", "a day as DDMMYYYY", id="a year long ago"),
        pytest.param("20991231B", "a day as DDMMYYYY", id="a year far ahead"),
        pytest.param("15APR026B", "a day as DDMMYYYY", id="letters"),
        pytest.param("2026-04-1", "a day as DDMMYYYY", id="cut"),
        pytest.param("15-04-202", "a day as DDMMYYYY", id="cut in its year"),
    ],
)
@pytest.mark.parametrize("others", [b"", SOCSO], ids=["alone", "with one that is right"])
def test_a_day_in_another_form_is_told_with_the_day_that_it_means(
    written: str, expected: str, others: bytes
) -> None:
    content = others + SOCSO.replace(b"900101145678", b"880515105437")[:214] + written.encode() + b"\r\n"

    report = check(content, as_of=SINGLE_MONTH.due_date)

    assert report.layout == "S1"
    assert [finding.expected.en for finding in report.findings if finding.code == "ST03"] == [expected]


def test_a_day_beside_no_month_is_not_guessed() -> None:
    content = SOCSO[:194] + b"132026" + SOCSO[200:214] + b"150426  B\r\n"

    finding = next(each for each in check(content, as_of=IN_TIME).findings if each.code == "ST03")

    assert finding.expected.en == "a day as DDMMYYYY"


def test_a_file_of_format_1_is_read_as_records_without_lindung() -> None:
    assert read(format_1()) == (replace(SAMPLE, month=MARCH, lindung=0),)
    assert read(format_1().rstrip()) == read(format_1())


def test_a_file_of_one_scheme_is_read_with_its_amount_day_and_status() -> None:
    records = read_single(single(73_10, 66_40, day=date(2026, 4, 15), status="B").file)

    assert records[0] == SingleRecord(
        scheme="S1",
        employer_code=SAMPLE.employer_code,
        ssm_number=SAMPLE.ssm_number,
        identity_number=SAMPLE.identity_number,
        name=SAMPLE.name,
        month=SINGLE_MONTH,
        total=73_10,
        employment_date=date(2026, 4, 15),
        employment_status="B",
    )
    assert [record.total for record in records] == [73_10, 66_40]


def test_a_file_of_eis_alone_is_read_as_that() -> None:
    (record,) = read_single(EIS.rstrip())

    assert (record.scheme, record.total, record.employment_date) == ("E1", 13_00, None)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(SOCSO[:214] + b"31022026B\r\n", "a day as DDMMYYYY", id="no day"),
        pytest.param(format_1(), "223 characters", id="a combined file"),
    ],
)
def test_the_first_thing_that_cannot_be_read_of_one_scheme_is_named(content: bytes, expected: str) -> None:
    with pytest.raises(UnreadableLine, match=expected):
        read_single(content)


@pytest.mark.parametrize(("totals", "rest"), [((73_10, 66_40), "line 2"), ((73_10,) * 3, "lines 2, 3")])
def test_the_other_lines_of_a_late_month_are_named(totals: tuple[int, ...], rest: str) -> None:
    report = check(single(*totals).file, as_of=date(2026, 6, 1))

    assert f"also on    {rest}" in report_as_text(report, Style())


@pytest.mark.parametrize("content", [SOCSO, EIS], ids=["SOCSO", "EIS"])
@pytest.mark.parametrize(("spaces", "many"), [(1, "1 character"), (2, "2 characters")])
def test_spaces_behind_lines_of_one_scheme_are_told_as_that(content: bytes, spaces: int, many: str) -> None:
    lines = [line + b" " * spaces + b"\r\n" for line in content.splitlines() * 3]

    (finding,) = check(b"".join(lines), as_of=IN_TIME).findings

    assert f"All 3 lines have {many} too many at the end;" in finding.message.en
    assert finding.mend.en.startswith("End the lines after column 223.")


def test_a_combined_line_cut_near_the_end_of_one_scheme_is_still_cut() -> None:
    lines = b"".join(line[:224] + b"\r\n" for line in write([SAMPLE, replace(SAMPLE, name="B")]).splitlines())

    (finding,) = check(lines, as_of=IN_TIME).findings

    assert "All 2 lines have been cut" in finding.message.en


@pytest.mark.parametrize(
    ("written", "layout"),
    [
        pytest.param(b"013390  ", "S1", id="both shares of the highest wage"),
        pytest.param(b"013385  ", None, id="five sen less"),
    ],
)
def test_no_share_where_a_day_belongs_is_as_much_as_both_together(written: bytes, layout: str | None) -> None:
    line = SOCSO[:214] + written + b" "

    assert recognise(S1.width, [line]) == layout


def test_nothing_is_removed_at_the_end_of_a_line_that_is_short_by_its_shift() -> None:
    short = SOCSO[:193] + SOCSO[194:]

    (finding,) = (each for each in check(short, as_of=IN_TIME).findings if each.code == "FL25")

    assert finding.mend.en == "Add 1 character in columns 45-194 (name) of line 1."
    assert finding.mend.ms == "Tambah 1 aksara dalam lajur 45-194 (nama) baris 1."
