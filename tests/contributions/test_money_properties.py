"""Amounts for any wage and month: whole sen, never falling, the same one by one and for many lines."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from contributions import Amounts, Group, Person, YearMonth, compute, format_sen, parse_ringgit
from contributions.matrix.bands import due_on

FIRST, LAST = YearMonth(2016, 6).number, YearMonth(2031, 12).number
wages = st.integers(0, 10**9)
months = st.integers(FIRST, LAST).map(YearMonth.from_number)
people = st.builds(
    Person,
    age=st.integers(15, 80),
    group=st.sampled_from(Group),
    first_act4_age=st.none() | st.integers(15, 70),
    eis_before_57=st.booleans(),
    lindung_released=st.booleans(),
    invalidity_pensioner=st.booleans(),
).filter(lambda person: (person.first_act4_age or 0) <= (person.age or 0))


def parts(amounts: Amounts) -> tuple[int, int, int, int, int]:
    return (
        amounts.socso_employer,
        amounts.socso_employee,
        amounts.eis_employer,
        amounts.eis_employee,
        amounts.lindung,
    )


@given(wages, months, people)
def test_amounts_are_whole_multiples_of_five_sen_and_add_up(
    wage: int, month: YearMonth, person: Person
) -> None:
    due = compute(wage, month=month, person=person, known_only=False)

    assert all(part >= 0 and part % 5 == 0 for part in parts(due))
    assert due.total == sum(parts(due))
    assert due.eis_employer == due.eis_employee


@given(wages, wages, months, people)
def test_who_earns_more_never_pays_less(one: int, other: int, month: YearMonth, person: Person) -> None:
    low, high = sorted((one, other))

    less = parts(compute(low, month=month, person=person, known_only=False))
    more = parts(compute(high, month=month, person=person, known_only=False))
    assert all(before <= after for before, after in zip(less, more, strict=True))


@given(st.integers(600_001, 10**9), months, people)
def test_above_the_ceiling_nothing_rises(wage: int, month: YearMonth, person: Person) -> None:
    assert compute(wage, month=month, person=person, known_only=False) == compute(
        600_001, month=month, person=person, known_only=False
    )


@given(st.lists(st.tuples(wages, months), min_size=1, max_size=30))
def test_many_lines_at_once_give_what_one_line_gives(lines: list[tuple[int, YearMonth]]) -> None:
    due = due_on(
        np.array([wage for wage, _ in lines], np.int64),
        np.array([month.number for _, month in lines], np.int64),
    )

    ordinary = [compute(wage, month=month, person=Person(age=40), known_only=False) for wage, month in lines]
    assert due.employer_first.tolist() == [each.socso_employer for each in ordinary]
    assert due.employee_first.tolist() == [each.socso_employee for each in ordinary]
    assert due.eis.tolist() == [each.eis_employee for each in ordinary]
    assert due.lindung.tolist() == [each.lindung for each in ordinary]


@given(st.integers(-(10**13), 10**13))
def test_an_amount_is_never_rounded_when_it_is_shown(sen: int) -> None:
    shown = format_sen(sen)

    assert parse_ringgit(shown.removeprefix("-")) == abs(sen)
    assert shown.startswith("-") == (sen < 0)


@given(st.integers(0, 10**10), st.integers(0, 99))
def test_ringgit_with_and_without_marks_are_the_same_sen(ringgit: int, sen: int) -> None:
    assert (
        parse_ringgit(f"{ringgit}.{sen:02}")
        == parse_ringgit(f"RM {ringgit:,}.{sen:02}")
        == ringgit * 100 + sen
    )
