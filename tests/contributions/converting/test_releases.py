"""A release from LINDUNG 24 JAM that cannot be is not passed over in silence."""

from dataclasses import replace
from pathlib import Path

import pytest

from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN
from contributions.converting import Given, Kind
from contributions.converting.older import from_c1
from contributions.months import YearMonth
from tests.contributions.converting.payrolls import AMINAH, GIVEN, as_csv, converted

SSFW = "SSFW12345678"
CASES = [
    pytest.param(AMINAH, "2026-10", "", id="may be released"),
    pytest.param(SSFW, "2026-10", "a foreign worker cannot be released from LINDUNG 24 JAM", id="foreign"),
    pytest.param(AMINAH, "2026-06", "until June 2026 LINDUNG 24 JAM was due from everyone", id="too early"),
    pytest.param(AMINAH, "2026-05", "there was no LINDUNG 24 JAM in May 2026", id="none yet"),
]


@pytest.mark.parametrize(("number", "month", "says"), CASES)
def test_a_release_in_a_sheet_that_does_not_apply_is_told(
    tmp_path: Path, number: str, month: str, says: str
) -> None:
    given = replace(GIVEN, month=YearMonth.parse(month))
    for heading, cell, released in (("Pelepasan", "ya", ""), ("Remarks", "", number)):
        text = f"IC,Nama,Gaji,DOB,{heading}\n{number},A,3000,14/10/1990,{cell}\n"
        result = converted(as_csv(tmp_path, text), replace(given, released=frozenset({released} - {""})))

        told = [each.message.en for each in result.of_kind(Kind.DOUBT)]
        assert [says in each for each in told] == ([True] if says else [])
        assert len(result.records) == 1


def test_nobody_else_is_told(tmp_path: Path) -> None:
    result = converted(as_csv(tmp_path, f"IC,Nama,Gaji,DOB,Pelepasan\n{SSFW},A,3000,14/10/1990,\n"))

    assert result.of_kind(Kind.DOUBT) == []


def test_sheet_amounts_of_an_old_month_need_no_table(tmp_path: Path) -> None:
    headings = "IC,Nama,Gaji,PERKESO Majikan,PERKESO Pekerja,SIP Majikan,SIP Pekerja,Pelepasan"
    path = as_csv(tmp_path, f"{headings}\n{AMINAH},A,1,1,1,0,0,ya\n")

    result = converted(path, replace(GIVEN, month=YearMonth(2016, 5)))

    (doubt,) = result.of_kind(Kind.DOUBT)
    assert doubt.message.en.endswith("there was no LINDUNG 24 JAM in May 2016")


def test_in_older_layouts_it_is_told_with_the_line() -> None:
    given = Given(released=frozenset({SAMPLE.identity_number, SAMPLE_FOREIGN.identity_number}))

    result = from_c1([SAMPLE, SAMPLE_FOREIGN], given)

    (doubt,) = result.remarks
    assert (doubt.kind, doubt.source, doubt.row) == (Kind.DOUBT, "C1", 2)
