"""Where the law leaves doubt, an amount has a note beside it and never an error."""

from datetime import date

import pytest

from contributions import Group, Person, YearMonth
from contributions.doubts import doubts_about

OCTOBER = YearMonth(2026, 10)
BEFORE_LINDUNG = YearMonth(2025, 10)


def notes(person: Person, month: YearMonth) -> str:
    doubts = doubts_about(person, month)
    assert all(doubt.ms and doubt.ms != doubt.en for doubt in doubts)
    return " ".join(doubt.en for doubt in doubts)


@pytest.mark.parametrize(
    ("born", "said"),
    [
        pytest.param(date(1965, 10, 31), "becomes 60", id="60"),
        pytest.param(date(2007, 10, 1), "becomes 18 in this month, where EIS changes", id="18"),
        pytest.param(date(1968, 10, 1), "becomes 57 in this month, where EIS changes", id="57"),
    ],
)
def test_the_birthday_month_is_told_where_something_changes(born: date, said: str) -> None:
    assert said in notes(Person(born=born, eis_before_57=False), BEFORE_LINDUNG)


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(Person(born=date(1990, 10, 1)), id="an age at which nothing changes"),
        pytest.param(Person(born=date(1965, 9, 30)), id="the month after"),
        pytest.param(Person(age=60), id="an age without a birthday"),
        pytest.param(Person(born=date(1968, 10, 1)), id="57 with EIS before"),
        pytest.param(Person(born=date(2007, 10, 1), group=Group.FOREIGN), id="18, outside EIS"),
        pytest.param(Person(born=date(2007, 10, 1), under_eis=False), id="18, in the public service"),
        pytest.param(Person(born=date(1965, 10, 1), under_act4=False), id="outside Act 4"),
    ],
)
def test_where_nothing_is_doubtful_nothing_is_said(person: Person) -> None:
    assert notes(person, BEFORE_LINDUNG) == ""


@pytest.mark.parametrize(
    ("person", "month", "said"),
    [
        pytest.param(Person(age=30), OCTOBER, "unless the person was released", id="not released"),
        pytest.param(Person(age=30, lindung_released=True), OCTOBER, "keep the notice", id="released"),
        pytest.param(
            Person(age=30, lindung_released=True), YearMonth(2026, 6), "due from everyone", id="in June 2026"
        ),
        pytest.param(Person(age=30, lindung_elsewhere=True), OCTOBER, "", id="deducted elsewhere"),
        pytest.param(Person(age=30, group=Group.FOREIGN), OCTOBER, "", id="a foreign worker"),
        pytest.param(Person(age=30), YearMonth(2026, 6), "", id="June 2026 without a release"),
        pytest.param(
            Person(age=30, group=Group.FOREIGN, lindung_released=True),
            OCTOBER,
            "due from every foreign worker",
            id="a foreign worker with a release",
        ),
        pytest.param(
            Person(age=30, group=Group.FOREIGN_DOMESTIC, lindung_released=True),
            YearMonth(2026, 6),
            "due from every foreign worker",
            id="the same in June 2026",
        ),
    ],
)
def test_a_release_from_lindung_is_told(person: Person, month: YearMonth, said: str) -> None:
    told = notes(person, month)

    assert said in told
    assert bool(said) == bool(told)


def test_a_foreign_worker_past_55_in_july_2024_is_told_as_our_reading() -> None:
    assert "our reading" in notes(Person(born=date(1960, 1, 1), group=Group.FOREIGN), OCTOBER)
