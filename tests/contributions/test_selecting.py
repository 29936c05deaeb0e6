"""Which findings count: chosen codes, codes left out, warnings that fail."""

from dataclasses import replace
from datetime import date

import pytest

from contributions import FileReport, Severity, Verdict, YearMonth, check, get_check, write
from contributions.checks.examples import SAMPLE
from contributions.selecting import Selection, Strict, UnknownSelection

AS_OF = date(2026, 11, 10)
WARNED = check(
    write([SAMPLE, replace(SAMPLE, identity_number="880515105437")]), as_of=AS_OF, name="warned.txt"
)
ASSUMED, KNOWN = (
    replace(WARNED, findings=tuple(replace(finding, source_mark=mark) for finding in WARNED.findings))
    for mark in ("assumed", "official")
)
TWO_EMPLOYERS = check(get_check("FL12").bad.file, as_of=AS_OF)
WRONG = check(write([SAMPLE, SAMPLE, replace(SAMPLE, name="TAN", eis_employee=6_70)]), as_of=AS_OF)


def codes(report: FileReport) -> list[str]:
    return [finding.code for finding in report.findings]


def test_nothing_selected_is_everything() -> None:
    assert Selection().applied(WRONG) is WRONG


@pytest.mark.parametrize("wanted", ["AM", "AM1", "AM11", "am11 "])
def test_a_code_is_selected_by_any_beginning_of_it(wanted: str) -> None:
    assert codes(Selection.of([wanted]).applied(WRONG)) == ["AM11"]


def test_a_month_whose_rates_nobody_knows_could_not_be_told_alone_either() -> None:
    unknown = check(write([replace(SAMPLE, month=YearMonth(2029, 1))]), as_of=date(2029, 2, 10))

    report = Selection.of(["MO07"]).applied(unknown)

    assert (report.verdict, codes(report)) == (Verdict.COULD_NOT_TELL, ["MO07"])


def test_what_is_left_out_no_longer_makes_a_file_invalid() -> None:
    report = Selection.of(ignore=["AM11", "ID"]).applied(WRONG)

    assert (report.verdict, codes(report)) == (Verdict.VALID, [])


def test_a_code_both_selected_and_left_out_is_left_out() -> None:
    assert codes(Selection.of(["AM", "ID09"], ["AM11"]).applied(WRONG)) == ["ID09"]


@pytest.mark.parametrize(
    ("strict", "verdict"),
    [(Strict.NO, Verdict.VALID), (Strict.ASSUMED, Verdict.VALID), (Strict.WARNINGS, Verdict.INVALID)],
)
def test_a_warning_fails_where_warnings_are_to_fail(strict: Strict, verdict: Verdict) -> None:
    assert {finding.severity for finding in KNOWN.findings} == {Severity.WARNING}

    assert Selection(strict=strict).applied(KNOWN).verdict is verdict


@pytest.mark.parametrize(
    ("strict", "verdict", "severity"),
    [
        (Strict.NO, Verdict.VALID, Severity.WARNING),
        (Strict.ASSUMED, Verdict.INVALID, Severity.ERROR),
    ],
)
def test_what_would_be_an_error_if_an_assumption_holds_is_one_where_those_are_trusted(
    strict: Strict, verdict: Verdict, severity: Severity
) -> None:
    report = Selection(strict=strict).applied(TWO_EMPLOYERS)

    assert (codes(report), report.verdict) == (["FL12"], verdict)
    assert (report.findings[0].severity, report.assumed) == (severity, 1)


def test_a_doubt_that_no_assumption_would_make_an_error_stays_a_warning() -> None:
    assert Selection(strict=Strict.ASSUMED).applied(ASSUMED).verdict is Verdict.VALID


@pytest.mark.parametrize(
    ("content", "verdict"),
    [
        pytest.param(b"", Verdict.INVALID, id="an empty file"),
        pytest.param(b"%PDF-1.7", Verdict.INVALID, id="another document"),
    ],
)
def test_what_stops_reading_cannot_be_left_out(content: bytes, verdict: Verdict) -> None:
    report = check(content, as_of=AS_OF)

    assert Selection.of(["AM"], ["FL"]).applied(report).verdict is verdict


def test_what_could_not_be_judged_cannot_be_left_out() -> None:
    report = check(write([replace(SAMPLE, month=YearMonth(2016, 5))]), as_of=date(2016, 6, 10))

    left = Selection.of(["ID"], ["MO07"], Strict.WARNINGS).applied(report)

    assert "MO07" in codes(left)
    assert left.verdict is not Verdict.VALID


@pytest.mark.parametrize("wanted", ["XX", "AM99", "", "A-"])
def test_a_code_that_no_check_has_is_refused_in_words(wanted: str) -> None:
    with pytest.raises(UnknownSelection, match="no check has a code that begins with"):
        Selection.of([wanted])
