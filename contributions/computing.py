"""What is due for one person and one month: the decision tables of the rates notes, section 4.

Amounts come from the tables of the month. Where the law leaves doubt, the reading followed is marked.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contributions.bilingual import T
from contributions.errors import ContributionsError, RatesUnknown
from contributions.months import YearMonth
from contributions.rates import Rates, current, rates_for
from contributions.rates.pack import OLDEST_AGE, Rules
from contributions.wrong_types import must_be, must_be_whole

__all__ = [
    "AgeUnknown",
    "Amounts",
    "Group",
    "Person",
    "compute",
    "is_second_category",
    "was_too_old_for_invalidity",
]


class Group(StrEnum):
    """Who a person is before the law. Permanent residents and MyKAS holders count as local."""

    LOCAL = "local"
    FOREIGN = "foreign"
    LOCAL_DOMESTIC = "local_domestic"
    FOREIGN_DOMESTIC = "foreign_domestic"
    SPOUSE = "spouse"
    """The employer's wife or husband: under Act 4 since July 2018, never under EIS."""

    @property
    def is_foreign(self) -> bool:
        """Whether the person needs a work pass."""
        return self in {Group.FOREIGN, Group.FOREIGN_DOMESTIC}

    @property
    def is_domestic(self) -> bool:
        """Whether the person works in a household."""
        return self in {Group.LOCAL_DOMESTIC, Group.FOREIGN_DOMESTIC}


class AgeUnknown(ContributionsError):
    """No age is known in a month: neither birth date nor age was given, or the birth lies after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What must be known of a person to say what is due. Give `born` or `age`.

    `first_act4_age`: the age at which Act 4 first applied; `None` means before 55.
    `eis_before_57`: whether a contribution to EIS was payable before the 57th birthday.
    `lindung_released`: a release from LINDUNG 24 JAM is in force in the month.
    `lindung_elsewhere`: another employer was chosen to deduct LINDUNG 24 JAM.
    `under_act4`: false for permanent government employees, the self-employed, sole proprietors and partners.
    `under_eis`: false for public service, statutory bodies, casual work outside the employer's industry.
    """

    born: date | None = None
    age: int | None = None
    group: Group = Group.LOCAL
    first_act4_age: int | None = None
    eis_before_57: bool = True
    lindung_released: bool = False
    lindung_elsewhere: bool = False
    invalidity_pensioner: bool = False
    work_pass_lapsed: bool = False
    under_act4: bool = True
    under_eis: bool = True

    def __post_init__(self) -> None:
        if self.born is not None and self.age is not None:
            raise ValueError("a person is given by born or by age, not by both")
        if self.born is not None:
            must_be(date, self.born, what="born", such_as="date(1990, 1, 1)")
        for what, age in (("age", self.age), ("first_act4_age", self.first_act4_age)):
            if age is not None:
                must_be_whole(age, what=what, such_as="36, in completed years")
                if not 0 <= age <= OLDEST_AGE:
                    raise ValueError(f"{what} is 0 to {OLDEST_AGE}, not {age}")
        must_be(Group, self.group, what="group", such_as="Group.LOCAL")

    def age_in(self, month: YearMonth) -> int:
        """Completed years on the last day of a month (assumed: rates notes, section 5).

        Raises:
            AgeUnknown: neither `born` nor `age` is set, or the person is not born yet.
        """
        if self.born is not None:
            if YearMonth.of(self.born) > month:
                born = f"{self.born:%Y-%m-%d}"
                raise AgeUnknown(
                    T(
                        f"who is born on {born} has no age in {month}",
                        f"orang lahir {born} tiada umur pada {month}",
                    )
                )
            return month.year - self.born.year - (self.born.month > month.month)
        if self.age is None:
            raise AgeUnknown(T("a birth date or an age is needed", "tarikh lahir atau umur diperlukan"))
        return self.age


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What is due, in sen."""

    socso_employer: int = 0
    socso_employee: int = 0
    eis_employer: int = 0
    eis_employee: int = 0
    lindung: int = 0

    @property
    def total(self) -> int:
        """All five together."""
        return sum(
            (self.socso_employer, self.socso_employee, self.eis_employer, self.eis_employee, self.lindung)
        )


def compute(wage: int, *, month: YearMonth, person: Person, known_only: bool = True) -> Amounts:
    """What employer and employee pay on a wage (sen) in a month.

    `known_only=False` goes on with the newest tables in a month for which no rates are known yet: what comes
    out may change before the month comes.

    Raises:
        RatesUnknown: the month is older than the oldest table, or later than the rates are known for.
        AgeUnknown: the person has neither birth date nor age, or is not born yet in the month.
        TypeError: the wage is not an int, in sen, or the month or the person is none.
        ValueError: the wage is negative, or the person first joined at an age still to come.

    >>> compute(325000, month=YearMonth(2026, 10), person=Person(born=date(1990, 1, 1))).total
    11045
    """
    must_be_whole(wage, what="a wage", such_as="325000, in sen, for RM 3,250.00")
    must_be(YearMonth, month, what="month", such_as="YearMonth(2026, 10)")
    must_be(Person, person, what="person", such_as="Person(born=date(1990, 1, 1))")
    if wage < 0:
        raise ValueError(f"a wage is not negative: {wage}")
    pack = current()
    if known_only and month > pack.known_until:
        raise RatesUnknown(str(month), str(pack.known_from), str(pack.known_until))
    first_age = person.first_act4_age
    if first_age is not None and first_age > person.age_in(month):
        raise ValueError(f"who is {person.age_in(month)} in {month} cannot have first joined at {first_age}")
    rates, rules = rates_for(month, pack), pack.rules
    if wage == 0 or not _is_under_act4(person, month, rules):
        return Amounts()
    employer, employee = _act4(wage, rates, person, rules)
    eis_employer, eis_employee = _eis(wage, rates, person, rules)
    return Amounts(
        socso_employer=employer,
        socso_employee=employee,
        eis_employer=eis_employer,
        eis_employee=eis_employee,
        lindung=_lindung(wage, rates, person, rules),
    )


def _is_under_act4(person: Person, month: YearMonth, rules: Rules) -> bool:
    begins = [
        rules.foreign_from if person.group.is_foreign else None,
        rules.domestic_from if person.group.is_domestic else None,
        rules.spouse_from if person.group is Group.SPOUSE else None,
    ]
    return person.under_act4 and all(begin is None or month >= begin for begin in begins)


def is_second_category(person: Person, month: YearMonth, rules: Rules) -> bool:
    """Whether only the employer pays under Act 4, for employment injury (rates notes, section 4)."""
    return (
        (person.group.is_foreign and (month < rules.foreign_both_categories_from or person.work_pass_lapsed))
        or person.age_in(month) >= rules.second_category_age
        or (person.first_act4_age is not None and person.first_act4_age >= rules.late_entry_age)
        or was_too_old_for_invalidity(person, rules)
        or person.invalidity_pensioner
    )


def was_too_old_for_invalidity(person: Person, rules: Rules) -> bool:
    """Whether a foreign worker was 55 already when the Invalidity Scheme opened to foreign workers.

    Then no contribution to it was made before 55 (official wording, our reading: rates notes, section 4).
    """
    if not person.group.is_foreign or person.born is None:
        return False
    opened = rules.foreign_both_categories_from.first_day
    had_birthday = (person.born.month, person.born.day) <= (opened.month, opened.day)
    return opened.year - person.born.year - (not had_birthday) >= rules.late_entry_age


def _act4(wage: int, rates: Rates, person: Person, rules: Rules) -> tuple[int, int]:
    if is_second_category(person, rates.month, rules):
        return rates.act4.amount("employer_cat2_sen", wage), 0
    return rates.act4.amount("employer_cat1_sen", wage), rates.act4.amount("employee_cat1_sen", wage)


def _eis(wage: int, rates: Rates, person: Person, rules: Rules) -> tuple[int, int]:
    age = person.age_in(rates.month)
    is_outside = person.group.is_foreign or person.group is Group.SPOUSE or not person.under_eis
    if age >= rules.eis_late_entry_age and not person.eis_before_57:
        is_outside = True
    if rates.act800 is None or is_outside or not rules.eis_from_age <= age < rules.eis_until_age:
        return 0, 0
    return rates.act800.amount("employer_sen", wage), rates.act800.amount("employee_sen", wage)


def _lindung(wage: int, rates: Rates, person: Person, rules: Rules) -> int:
    if rates.lindung is None:
        return 0
    may_be_released = not person.group.is_foreign and rates.month >= rules.lindung_release_from
    if (person.lindung_released and may_be_released) or person.lindung_elsewhere:
        return 0
    return rates.lindung.amount("employee_sen", wage)
