"""What is due: the 45 worked examples of the rates notes, and the lines of its decision tables."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contributions import AgeUnknown, Amounts, Group, Person, RatesUnknown, YearMonth, compute
from contributions.rates import current

EXAMPLES = list(
    csv.DictReader((Path(__file__).parent / "examples.csv").read_text(encoding="utf-8").splitlines())
)


def test_there_are_forty_five_examples() -> None:
    assert len(EXAMPLES) == 45


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['no']}-{row['why']}") for row in EXAMPLES])
def test_a_worked_example_gives_the_published_amounts(row: dict[str, str]) -> None:
    person = Person(
        age=int(row["age"]),
        group=Group(row["group"]),
        first_act4_age=int(row["first_act4_age"]),
        eis_before_57=row["eis_before_57"] == "1",
        lindung_released=row["lindung_released"] == "1",
        invalidity_pensioner=row["invalidity_pensioner"] == "1",
    )

    due = compute(int(row["wage_sen"]), month=YearMonth.parse(row["month"]), person=person, known_only=False)

    assert due == Amounts(
        socso_employer=int(row["act4_employer_sen"]),
        socso_employee=int(row["act4_employee_sen"]),
        eis_employer=int(row["eis_employer_sen"]),
        eis_employee=int(row["eis_employee_sen"]),
        lindung=int(row["lindung_employee_sen"]),
    )


@pytest.mark.parametrize(
    ("month", "category"),
    [
        pytest.param("2026-09", (5685, 1625), id="the month before the birthday"),
        pytest.param("2026-10", (4060, 0), id="the month of the 60th birthday"),
    ],
)
def test_age_is_counted_on_the_last_day_of_the_month(month: str, category: tuple[int, int]) -> None:
    due = compute(325000, month=YearMonth.parse(month), person=Person(born=date(1966, 10, 31)))

    assert (due.socso_employer, due.socso_employee) == category


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        pytest.param(Person(age=30, group=Group.SPOUSE), (0, 2435), id="spouse: no EIS"),
        pytest.param(Person(age=30, lindung_elsewhere=True), (650, 0), id="another employer deducts LINDUNG"),
        pytest.param(Person(age=30, lindung_released=True), (650, 0), id="released local"),
        pytest.param(
            Person(age=30, group=Group.FOREIGN, lindung_released=True),
            (0, 2435),
            id="a foreigner has no release",
        ),
    ],
)
def test_some_people_pay_only_part(person: Person, expected: tuple[int, int]) -> None:
    due = compute(325000, month=YearMonth(2026, 10), person=person)

    assert (due.eis_employee, due.lindung) == expected


def test_a_foreign_worker_whose_pass_lapsed_is_in_the_second_category() -> None:
    person = Person(age=30, group=Group.FOREIGN, work_pass_lapsed=True)

    assert compute(325000, month=YearMonth(2026, 10), person=person).socso_employee == 0


def test_the_spouse_of_the_employer_was_outside_act_4_before_july_2018() -> None:
    assert compute(325000, month=YearMonth(2018, 6), person=Person(age=30, group=Group.SPOUSE)) == Amounts()


@pytest.mark.parametrize(
    ("born", "employee"),
    [
        pytest.param(date(1969, 7, 1), 0, id="55 on the day itself"),
        pytest.param(date(1969, 7, 2), 1625, id="55 a day later"),
    ],
)
def test_a_foreign_worker_already_55_when_the_invalidity_scheme_opened_is_in_the_second_category(
    born: date, employee: int
) -> None:
    person = Person(born=born, group=Group.FOREIGN)

    assert compute(325000, month=YearMonth(2026, 5), person=person).socso_employee == employee


def test_who_is_outside_act_4_pays_nothing() -> None:
    assert compute(325000, month=YearMonth(2026, 10), person=Person(age=30, under_act4=False)) == Amounts()


def test_who_is_outside_eis_pays_the_rest() -> None:
    due = compute(325000, month=YearMonth(2026, 10), person=Person(age=30, under_eis=False))

    assert (due.socso_employee, due.eis_employee, due.eis_employer, due.lindung) == (1625, 0, 0, 2435)


def test_every_month_since_june_2016_has_amounts_for_an_ordinary_person() -> None:
    months = [YearMonth.from_number(n) for n in range(YearMonth(2016, 6).number, YearMonth(2031, 12).number)]
    due = [compute(325000, month=month, person=Person(age=40), known_only=False) for month in months]

    assert {(each.socso_employer, each.socso_employee) for each in due} == {(5685, 1625)}
    begins = {
        amount: str(month)
        for month, each in reversed(list(zip(months, due, strict=True)))
        for amount in (("eis", each.eis_employee), ("lindung", each.lindung))
    }
    assert begins == {
        ("eis", 0): "2016-06",
        ("eis", 650): "2018-01",
        ("lindung", 0): "2016-06",
        ("lindung", 2435): "2026-06",
        ("lindung", 3250): "2028-06",
        ("lindung", 4060): "2031-06",
    }


def test_a_month_before_the_oldest_table_is_refused() -> None:
    with pytest.raises(RatesUnknown, match="2016-05") as caught:
        compute(325000, month=YearMonth(2016, 5), person=Person(age=30))

    assert caught.value.first == "2016-06"


def test_a_month_after_the_last_one_known_is_refused_unless_asked_for() -> None:
    month = current().known_until.next()

    with pytest.raises(RatesUnknown, match=f"{month}; the last month known is {current().known_until}"):
        compute(325000, month=month, person=Person(age=30))
    assert compute(325000, month=month, person=Person(age=30), known_only=False).total > 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param({"wage": 3250.0}, "a wage is an int, not a float; write 325000, in sen", id="ringgit"),
        pytest.param({"wage": True}, "a wage is an int, not a bool", id="yes"),
        pytest.param({"wage": "3250"}, "a wage is an int, not a str", id="text"),
        pytest.param({"month": "2026-10"}, r"not a str; write YearMonth\(2026, 10\)", id="month as text"),
        pytest.param({"month": date(2026, 10, 1)}, "month is a YearMonth, not a date", id="a day"),
        pytest.param({"person": None}, "person is a Person, not None", id="nobody"),
    ],
)
def test_what_is_of_another_type_is_refused_with_what_to_give(arguments: dict[str, Any], says: str) -> None:
    given = {"wage": 325000, "month": YearMonth(2026, 10), "person": Person(age=30), **arguments}

    with pytest.raises(TypeError, match=says):
        compute(given.pop("wage"), **given)


@pytest.mark.parametrize(
    ("facts", "refusal", "says"),
    [
        ({"born": "1990-01-01"}, TypeError, r"born is a date, not a str; write date\(1990, 1, 1\)"),
        ({"age": 30.5}, TypeError, "age is an int, not a float"),
        ({"age": 200}, ValueError, "age is 0 to 120, not 200"),
        ({"age": -1}, ValueError, "age is 0 to 120, not -1"),
        ({"age": 60, "first_act4_age": 130}, ValueError, "first_act4_age is 0 to 120"),
        ({"age": 30, "group": "foreign"}, TypeError, "group is a Group, not a str; write Group.LOCAL"),
    ],
)
def test_a_person_that_cannot_be_is_refused(
    facts: dict[str, Any], refusal: type[Exception], says: str
) -> None:
    with pytest.raises(refusal, match=says):
        Person(**facts)


def test_nobody_has_joined_at_an_age_still_to_come() -> None:
    with pytest.raises(ValueError, match="who is 50 in 2026-10 cannot have first joined at 56"):
        compute(325000, month=YearMonth(2026, 10), person=Person(age=50, first_act4_age=56))


def test_a_negative_wage_is_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        compute(-1, month=YearMonth(2026, 10), person=Person(age=30))


def test_a_person_without_birth_date_or_age_is_refused() -> None:
    with pytest.raises(AgeUnknown):
        compute(325000, month=YearMonth(2026, 10), person=Person())


def test_nothing_is_due_for_somebody_who_is_not_born_yet() -> None:
    person = Person(born=date(2026, 11, 1))

    with pytest.raises(AgeUnknown, match="born on 2026-11-01 has no age in 2026-10") as caught:
        compute(1, month=YearMonth(2026, 10), person=person)

    assert caught.value.words.ms == "orang lahir 2026-11-01 tiada umur pada 2026-10"
    assert person.age_in(YearMonth(2026, 11)) == 0


def test_a_person_is_given_by_born_or_by_age() -> None:
    with pytest.raises(ValueError, match="by born or by age, not by both"):
        Person(born=date(1990, 1, 1), age=30)
