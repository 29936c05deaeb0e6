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
    assert early.mend.ms == (
        "Isi 0000 dalam lajur 239-244, atau, jika bulan yang tersilap, 102026 dalam lajur 195-200, seperti "
        "pada 2 daripada 3 baris."
    )


EARLY = YearMonth(2025, 10)
PUT_NOTHING = "Put 0000 into columns 239-244."


def of_another_wage(number: int) -> Record:
    return replace(person(number, EARLY), lindung=24_40)


def test_a_whole_file_of_an_early_month_with_lindung_of_its_table_has_the_month_wrong() -> None:
    early = finding(checked(person(1, EARLY), person(2, EARLY)), "AM07")

    assert early.mend.en == (
        "The month in columns 195-200 is probably the slip: on all 2 lines LINDUNG 24 JAM is what its table "
        "says for the wage. Write the month that is meant. Only if the month is right: " + PUT_NOTHING
    )
    assert early.mend.ms == (
        "Bulan dalam lajur 195-200 mungkin tersilap: pada kesemua 2 baris LINDUNG 24 JAM ialah amaun "
        "jadualnya bagi gaji itu. Tulis bulan yang dimaksudkan. Hanya jika bulan itu betul: Isi 0000 dalam "
        "lajur 239-244."
    )


@pytest.mark.parametrize("month", [YearMonth(2026, 5), YearMonth(2022, 9)], ids=str)
def test_so_it_is_in_any_month_before_lindung_began(month: YearMonth) -> None:
    early = finding(checked(person(1, month)), "AM07")

    assert early.mend.en.startswith("The month in columns 195-200 is probably the slip: on this line ")


@pytest.mark.parametrize("lindung", [24_35, 32_50, 40_60], ids=str)
def test_the_table_may_be_that_of_any_phase(lindung: int) -> None:
    early = finding(checked(replace(person(1, EARLY), lindung=lindung)), "AM07")

    assert early.mend.en.startswith("The month in columns 195-200 is probably the slip: on this line ")


def test_lindung_of_the_table_on_most_lines_is_enough() -> None:
    most = finding(checked(of_another_wage(1), person(2, EARLY), person(3, EARLY)), "AM07")

    assert "probably the slip: on 2 of 3 lines LINDUNG 24 JAM is what" in most.mend.en


def test_lindung_of_the_table_on_half_of_the_lines_proves_no_month() -> None:
    half = finding(checked(of_another_wage(1), person(2, EARLY)), "AM07")

    assert half.mend.en == PUT_NOTHING


def test_lines_that_say_nothing_of_lindung_are_not_counted() -> None:
    without = replace(person(2, EARLY), socso_employer=56_90, lindung=0)
    without_wage = replace(person(3, EARLY), wage=0)

    one = finding(checked(person(1, EARLY), without, without_wage), "AM07")

    assert "probably the slip: on 1 of 3 lines LINDUNG 24 JAM is what" in one.mend.en


def test_of_a_file_that_cannot_be_compared_with_the_table_nothing_is_said_of_the_month() -> None:
    early = finding(checked(replace(person(1, EARLY), wage=0)), "AM07")

    assert early.mend.en == PUT_NOTHING


def test_the_month_of_the_other_lines_is_told_before_what_the_amounts_show() -> None:
    early = finding(checked(person(1), person(2), person(3, EARLY)), "AM07")

    assert early.mend.en.startswith("Put 0000 into columns 239-244, or, where the month is the slip, 102026")


def test_the_other_lines_may_be_of_the_month_in_which_it_began() -> None:
    june = YearMonth(2026, 6)

    early = finding(checked(person(1, june), person(2, june), person(3, EARLY)), "AM07")

    assert "the month is the slip, 062026 into columns 195-200, as on 2 of 3 lines" in early.mend.en


def test_lindung_of_the_month_in_which_it_began_shows_no_slip() -> None:
    june = [replace(person(number, YearMonth(2026, 6)), socso_employer=56_90) for number in (4, 5)]

    early = finding(checked(of_another_wage(1), of_another_wage(2), person(3, EARLY), *june), "AM07")

    assert early.mend.en == PUT_NOTHING


def test_the_lines_of_a_long_file_are_counted_together() -> None:
    early = finding(checked(*(person(number % 100, EARLY) for number in range(3_000))), "AM07")

    assert "probably the slip: on all 3,000 lines LINDUNG 24 JAM is what" in early.mend.en
