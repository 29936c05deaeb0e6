"""Employees that a scenario only counts: the same people for the same seed."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from faker.generator import Generator

from contributions.generate.providers import Malaysia

__all__ = ["OLDEST", "YOUNGEST", "MadeUpEmployee", "made_up"]

YOUNGEST, OLDEST = 18, 64
DAYS_A_YEAR: Final = 365.25

MIDDLE_WAGE_SEN, SPREAD, STEP_SEN = 320_000, 0.45, 5_000
LOWEST_WAGE_SEN: Final = 170_000  # the minimum wage since February 2025
LONGEST_SERVICE_DAYS: Final = 3_650


@dataclass(frozen=True)
class MadeUpEmployee:
    """One person made up. The wage is sen a month."""

    identity_number: str
    name: str
    born: date
    wage_sen: int
    started: date


def made_up(
    count: int, *, seed: int, today: date, taken: AbstractSet[str] = frozenset()
) -> Iterator[MadeUpEmployee]:
    """So many employees, aged 18 to 64 on `today`, none with an identity number of `taken`."""
    faker = Generator()
    faker.seed_instance(seed)
    people = Malaysia(faker)
    used = set(taken)
    for _ in range(count):
        is_woman = people.random_int(0, 1) == 1
        born = today - timedelta(
            days=people.random_int(int(YOUNGEST * DAYS_A_YEAR) + 1, int((OLDEST + 1) * DAYS_A_YEAR) - 2)
        )
        number = people.mykad(born=born, woman=is_woman)
        while number in used:
            number = people.mykad(born=born, woman=is_woman)
        used.add(number)
        yield MadeUpEmployee(
            identity_number=number,
            name=people.malaysian_name(woman=is_woman),
            born=born,
            wage_sen=_wage(faker),
            started=today - timedelta(days=people.random_int(60, LONGEST_SERVICE_DAYS)),
        )


def _wage(faker: Generator) -> int:
    """Wages bunch around the middle with a long tail upwards, in steps of RM 50."""
    drawn = faker.random.lognormvariate(0, SPREAD) * MIDDLE_WAGE_SEN
    return max(LOWEST_WAGE_SEN, round(drawn / STEP_SEN) * STEP_SEN)
