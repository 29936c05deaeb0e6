"""Branches' files put together: wages are added, amounts are looked up again, nothing is guessed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import Group, Person, Record, YearMonth, compute
from contributions.checks.examples import SAMPLE
from contributions.merging import NotMergeable, merge

TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
NORTH, SOUTH = 120000, 95000
OCTOBER = YearMonth(2026, 10)


def paid(wage: int, person: Person, *, month: YearMonth = OCTOBER, **changes: str) -> Record:
    due = compute(wage, month=month, person=person)
    return replace(
        SAMPLE,
        month=month,
        wage=wage,
        socso_employer=due.socso_employer,
        socso_employee=due.socso_employee,
        eis_employer=due.eis_employer,
        eis_employee=due.eis_employee,
        lindung=due.lindung,
        **changes,
    )


ORDINARY = Person(age=40)


def test_branches_become_one_file_for_each_code_and_month() -> None:
    other = replace(SAMPLE, employer_code="B3200000999Z")
    files = merge([SAMPLE, other, TAN, replace(SAMPLE, month=YearMonth(2026, 9))])

    assert [(each.name, len(each.records)) for each in files] == [
        ("B3200000123X-2026-10", 2),
        ("B3200000999Z-2026-10", 1),
        ("B3200000123X-2026-09", 1),
    ]
    assert files[0].records == (SAMPLE, TAN)
    assert files[0].added == ()


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(ORDINARY, id="first category"),
        pytest.param(Person(age=61), id="second category, no EIS"),
        pytest.param(Person(age=30, group=Group.FOREIGN), id="a foreign worker"),
        pytest.param(Person(age=30, lindung_released=True), id="released from LINDUNG"),
        pytest.param(Person(age=58, first_act4_age=56), id="second category with EIS"),
    ],
)
def test_who_stands_twice_has_the_amounts_of_both_wages_together(person: Person) -> None:
    (file,) = merge([paid(NORTH, person), TAN, paid(SOUTH, person)])

    assert file.records[0] == paid(NORTH + SOUTH, person)
    assert file.added == (file.records[0],)
    assert len(file.records) == 2


def test_band_amounts_would_not_have_added_up() -> None:
    one, other = paid(NORTH, ORDINARY), paid(SOUTH, ORDINARY)
    (file,) = merge([one, other])

    assert file.records[0].socso_employer != one.socso_employer + other.socso_employer


def test_a_line_without_a_wage_decides_nothing_and_a_missing_ssm_number_is_filled() -> None:
    leave = replace(paid(0, ORDINARY), ssm_number="")

    (file,) = merge([leave, paid(NORTH, ORDINARY)])
    assert file.records == (paid(NORTH, ORDINARY),)
    assert merge([leave, leave])[0].records == (leave,)


def test_lines_without_an_identity_number_are_never_one_person() -> None:
    nobody = replace(SAMPLE, identity_number="")

    assert len(merge([nobody, nobody])[0].records) == 2


def test_a_month_before_eis_has_none() -> None:
    month = YearMonth(2017, 10)

    (file,) = merge([paid(NORTH, ORDINARY, month=month), paid(SOUTH, ORDINARY, month=month)])
    assert file.records[0] == paid(NORTH + SOUTH, ORDINARY, month=month)


def test_who_pays_nothing_at_all_goes_on_paying_nothing() -> None:
    outside = Person(age=40, under_act4=False)

    assert merge([paid(NORTH, outside), paid(SOUTH, outside)])[0].records == (paid(NORTH + SOUTH, outside),)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        pytest.param(
            [paid(NORTH, ORDINARY), paid(SOUTH, Person(age=61))], "differ in category", id="categories differ"
        ),
        pytest.param(
            [paid(NORTH, ORDINARY), replace(paid(SOUTH, ORDINARY), socso_employer=1)],
            "on a wage of RM 950.00 do not fit the tables",
            id="a wrong amount",
        ),
        pytest.param(
            [paid(NORTH, ORDINARY), replace(paid(SOUTH, ORDINARY), eis_employer=0)],
            "do not fit",
            id="EIS differs",
        ),
        pytest.param(
            [paid(NORTH, ORDINARY), replace(paid(SOUTH, ORDINARY), lindung=1)], "do not fit", id="LINDUNG off"
        ),
        pytest.param(
            [SAMPLE, replace(SAMPLE, name="TAN WEI MING")],
            "bear different names",
            id="two names for a number",
        ),
        pytest.param(
            [replace(SAMPLE, month=YearMonth(2028, 6))] * 2, "no rates are known", id="a month not known"
        ),
    ],
)
def test_where_lines_do_not_agree_nothing_is_guessed(lines: list[Record], says: str) -> None:
    with pytest.raises(NotMergeable, match=says):
        merge(lines)


def test_a_name_may_be_written_with_other_signs() -> None:
    one, other = paid(NORTH, ORDINARY, name="SURESH A/L RAMA"), paid(SOUTH, ORDINARY, name="Suresh A/L  Rama")

    assert len(merge([one, other])[0].records) == 1


people = st.builds(
    lambda number, wage: paid(
        wage, Person(born=date(1980, 1, 1)), identity_number=f"80010114500{number}", name=f"NAME {number}"
    ),
    st.integers(0, 9),
    st.integers(0, 10**6),
)


@given(st.lists(people, min_size=1, max_size=20))
def test_wages_are_neither_lost_nor_made_and_each_person_stands_once(lines: list[Record]) -> None:
    (file,) = merge(lines)

    assert sum(record.wage for record in file.records) == sum(line.wage for line in lines)
    assert [record.identity_number for record in file.records] == list(
        dict.fromkeys(line.identity_number for line in lines)
    )
    assert merge(file.records)[0].records == file.records
