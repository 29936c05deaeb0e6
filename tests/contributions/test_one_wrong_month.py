"""A month that is a slip: the finding says which month the other lines have and what to write."""

from dataclasses import replace

import pytest

from contributions import FileReport, Finding, Record, YearMonth, check, write
from contributions.checks.examples import SAMPLE

OCTOBER = YearMonth(2026, 10)


def person(number: int, month: YearMonth = OCTOBER) -> Record:
    return replace(SAMPLE, identity_number=f"900101145{number:02}1", name=f"PERSON {number}", month=month)


def checked(*records: Record) -> FileReport:
    return check(write(records), as_of=OCTOBER.next().first_day)


def finding(report: FileReport, code: str) -> Finding:
    return next(each for each in report.findings if each.code == code)


@pytest.mark.parametrize("at", [1, 2, 4], ids="line {}".format)
def test_the_line_of_the_odd_month_is_named_wherever_it_stands(at: int) -> None:
    months = [OCTOBER] * 4
    months[at - 1] = YearMonth(2025, 10)

    several = finding(checked(*(person(*each) for each in enumerate(months))), "MO08")

    assert (several.places, [place.line for place in several.at]) == (1, [at])
    assert several.message.en == "The line is for October 2025, 3 of 4 lines for October 2026."
    assert several.mend.en.startswith("Where the month is a slip, write 102026;")
    assert several.mend.ms.startswith("Jika bulan itu tersilap, tulis 102026;")


def test_of_two_months_alike_in_number_the_one_that_comes_first_is_the_main_one() -> None:
    several = finding(checked(person(1), person(2, YearMonth(2026, 9))), "MO08")

    assert [place.line for place in several.at] == [2]
    assert several.message.en == "The line is for September 2026, 1 of 2 lines for October 2026."


def test_lindung_of_an_early_month_may_be_a_slip_of_the_month() -> None:
    early = finding(checked(person(1), person(2), person(3, YearMonth(2025, 10))), "AM07")

    assert early.mend.en == (
        "Put 0000 into columns 239-244, or, where the month is the slip, 102026 into columns 195-200, as on "
        "2 of 3 lines."
    )


def test_lindung_in_a_file_of_an_early_month_is_no_slip_of_the_month() -> None:
    early = finding(checked(person(1, YearMonth(2025, 10))), "AM07")

    assert early.mend.en == "Put 0000 into columns 239-244."
