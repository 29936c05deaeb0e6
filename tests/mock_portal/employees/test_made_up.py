from datetime import date

import pytest
from stdnum.my import nric

from mock_portal.employees.made_up import LOWEST_WAGE_SEN, OLDEST, YOUNGEST, MadeUpEmployee, made_up

TODAY = date(2026, 11, 10)


@pytest.fixture(scope="module")
def thousand() -> list[MadeUpEmployee]:
    return list(made_up(1_000, seed=7, today=TODAY))


def test_every_number_is_a_mykad_of_its_own_that_says_the_birthday(thousand: list[MadeUpEmployee]) -> None:
    numbers = {person.identity_number for person in thousand}

    assert len(numbers) == 1_000
    assert all(nric.is_valid(number) for number in numbers)
    assert all(person.identity_number.startswith(f"{person.born:%y%m%d}") for person in thousand)


def test_everybody_is_of_working_age_and_earns_at_least_the_minimum_wage(
    thousand: list[MadeUpEmployee],
) -> None:
    ages = [
        TODAY.year - p.born.year - ((TODAY.month, TODAY.day) < (p.born.month, p.born.day)) for p in thousand
    ]

    assert (min(ages) >= YOUNGEST, max(ages) <= OLDEST) == (True, True)
    assert min(person.wage_sen for person in thousand) >= LOWEST_WAGE_SEN


def test_names_are_of_all_peoples_and_plain_capitals_that_a_file_can_hold(
    thousand: list[MadeUpEmployee],
) -> None:
    names = [person.name for person in thousand]

    assert all(name.isascii() and name == name.upper() for name in names)
    for sign in (" BIN ", " BINTI ", " A/L ", " A/P ", " ANAK ", "TAN "):
        assert any(sign in name for name in names), sign


def test_the_last_digit_tells_men_and_women_apart_as_the_name_does(thousand: list[MadeUpEmployee]) -> None:
    told_by_name = {" BIN ": 1, " A/L ": 1, " BINTI ": 0, " A/P ": 0}

    wrong = [
        person
        for person in thousand
        for sign, parity in told_by_name.items()
        if sign in person.name and int(person.identity_number[-1]) % 2 != parity
    ]

    assert wrong == []


def test_the_same_seed_makes_the_same_people_and_another_seed_others() -> None:
    first, again, other = (list(made_up(20, seed=seed, today=TODAY)) for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_a_number_that_is_taken_is_not_given_again() -> None:
    (first,) = made_up(1, seed=3, today=TODAY)

    (another,) = made_up(1, seed=3, today=TODAY, taken={first.identity_number})

    assert another.identity_number != first.identity_number
