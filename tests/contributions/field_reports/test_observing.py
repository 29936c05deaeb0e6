"""What a file says of itself in its report, and that nobody in it can be told from it."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import YearMonth, check, write
from contributions.checks.examples import SAMPLE, single
from contributions.field_reports import FieldReport, Outcome, parse_report
from contributions.field_reports.observing import file_name_of, observed
from contributions.field_reports.report import as_toml

DAY = date(2026, 11, 10)
MING = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
GOOD = write([SAMPLE, MING])


def report_of(content: bytes, outcome: Outcome = Outcome.ACCEPTED, *, said: str = "") -> FieldReport:
    return observed(content, check(content, as_of=DAY), outcome, day=DAY, portal_said=said)


def test_a_file_tells_its_layout_month_and_form() -> None:
    report = report_of(GOOD)

    assert (report.layout, report.month, report.rules, report.ruleset) == (
        "C2",
        YearMonth(2026, 10),
        (),
        "2026.11",
    )
    assert report.form == {
        "line_ends": "CRLF",
        "last_line": "ended",
        "fill": "spaces",
        "order": "name",
        "ssm_number": "filled",
        "letters": "upper",
        "characters": "ASCII",
        "size": "1-9",
    }


@pytest.mark.parametrize(
    ("content", "question", "answer"),
    [
        pytest.param(GOOD.replace(b"\r\n", b"\n"), "line_ends", "LF", id="LF"),
        pytest.param(GOOD.replace(b"\r\n", b"\n", 1), "line_ends", "mixed", id="mixed"),
        pytest.param(b"nothing", "line_ends", "none", id="no line end"),
        pytest.param(GOOD[:-2], "last_line", "not ended", id="last line without an end"),
        pytest.param(GOOD + b"\x1a", "last_line", "ended", id="end-of-file byte"),
        pytest.param(write([MING, SAMPLE]), "order", "identity number", id="by number"),
        pytest.param(write([MING, SAMPLE, MING]), "order", "other", id="in no order"),
        pytest.param(write([SAMPLE]), "order", "one record", id="alone"),
        pytest.param(write([replace(SAMPLE, ssm_number="")]), "ssm_number", "blank", id="no SSM"),
        pytest.param(write([SAMPLE, replace(MING, ssm_number="")]), "ssm_number", "both", id="some SSM"),
        pytest.param(GOOD.replace(b"AMINAH", b"Aminah"), "letters", "mixed", id="small letters"),
        pytest.param(GOOD.replace(b"AMINAH", b"AMIN\xc3H"), "characters", "other", id="no ASCII"),
        pytest.param(write([SAMPLE] * 10), "size", "10-99", id="ten"),
        pytest.param(write([SAMPLE] * 10_000), "size", "10000 and more", id="ten thousand"),
    ],
)
def test_how_a_file_was_written(content: bytes, question: str, answer: str) -> None:
    assert report_of(content).form[question] == answer


@pytest.mark.parametrize(
    ("amounts", "fill"),
    [
        pytest.param(b"00000000325000005685001625000650000650002435", "zeros", id="zeros"),
        pytest.param(b"        325000  5685  1625   650   650  0000", "spaces", id="spaces, a zero as 0000"),
        pytest.param(b"00000000325000  5685  1625   650   650  2435", "both", id="both"),
        pytest.param(b"12345678325000125685111625110650110650112435", "none", id="no room for any"),
    ],
)
def test_what_fills_an_amount(amounts: bytes, fill: str) -> None:
    line = write([SAMPLE])

    assert report_of(line[:200] + amounts + line[244:]).form["fill"] == fill


def test_a_file_of_several_months_has_none_and_one_of_no_layout_is_unknown() -> None:
    assert report_of(write([SAMPLE, replace(SAMPLE, month=YearMonth(2026, 9))])).month is None
    strange = report_of(b"name,ic\r\n1,2\r\n")
    assert (strange.layout, set(strange.form)) == ("unknown", {"line_ends", "last_line"})
    assert report_of(single().file).layout == "S1"


def test_a_refusal_bears_on_what_would_refuse_and_an_acceptance_on_all_that_was_found() -> None:
    content = write([SAMPLE, replace(MING, employer_code="B3200000456Y")]).replace(b"WEI", b"Wei")

    refused, accepted = (
        set(report_of(content, outcome).rules) for outcome in (Outcome.REFUSED, Outcome.ACCEPTED)
    )
    assert refused == {"FL12"}
    assert accepted == {"FL12", "ID13"}


def test_nobody_can_be_told_from_a_report() -> None:
    said = "Line 2: 880515-10-5437 Tan Wei Ming of B3200000123X is not registered, ask help@perkeso.gov.my"

    report = report_of(GOOD, Outcome.REFUSED, said=said)

    text = as_toml(report)
    assert report.portal_said == "Line 2: *** *** *** *** of *** is not registered, ask ***"
    for secret in ("8805", "AMINAH", "TAN", "MING", "B3200", "2023010"):
        assert secret not in text.upper()
    assert parse_report(text, "a.toml") == report


def test_the_same_amounts_of_other_people_have_the_same_hash_and_other_amounts_another() -> None:
    others = write(
        [
            replace(SAMPLE, identity_number="910101145678", name="AMIRAH BINTI CONTOH"),
            replace(MING, employer_code="B3200000123X", ssm_number="202301099999"),
        ]
    )
    richer = write([SAMPLE, replace(MING, wage=3_250_01)])

    hashes = [report_of(content).masked_sha256 for content in (GOOD, others, richer)]
    assert hashes[0] == hashes[1] != hashes[2]


def test_the_shape_alone_of_what_cannot_be_read_is_hashed() -> None:
    hashes = [report_of(content).masked_sha256 for content in (b"AMINAH,1\n", b"AMIRAH,2\n", b"TAN,1\n")]

    assert hashes[0] == hashes[1] != hashes[2]


def test_the_file_of_a_report_is_named_after_it() -> None:
    report = report_of(GOOD)

    assert file_name_of(report) == f"2026-11-10-C2-accepted-{report.masked_sha256[:8]}.toml"
