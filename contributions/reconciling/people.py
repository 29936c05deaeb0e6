"""Whom a file or a sheet pays for: a person once, with all lines or rows of that person added up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from contributions.bilingual import T
from contributions.layouts import C2
from contributions.names import letters_of
from contributions.reconciling.errors import SeveralNames

__all__ = ["FIELDS", "TITLES", "WITH_LINDUNG", "Person", "added_up"]

WITH_LINDUNG = "socso_employee_with_lindung"
FIELDS = (*(field.name for field in C2.amounts),)
TITLES: Mapping[str, T] = {
    "wage": T("Wage", "Gaji"),
    "socso_employer": T("SOCSO, employer", "PERKESO, majikan"),
    "socso_employee": T("SOCSO, employee", "PERKESO, pekerja"),
    WITH_LINDUNG: T("SOCSO + LINDUNG, employee", "PERKESO + LINDUNG, pekerja"),
    "lindung": T("LINDUNG 24 JAM", "LINDUNG 24 JAM"),
    "eis_employer": T("EIS, employer", "SIP, majikan"),
    "eis_employee": T("EIS, employee", "SIP, pekerja"),
}
"""In the order in which people are shown the amounts."""
ROW = T("row", "baris")


@dataclass(frozen=True, slots=True)
class Person:
    """A person on one side: amounts in sen by field, and the lines or rows that they come from."""

    identity_number: str
    """As compared: capitals and digits; empty where a row of a sheet has none."""
    name: str
    amounts: Mapping[str, int]
    places: tuple[int, ...]
    """Lines of the file, or rows of the sheet, from 1."""
    branches: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Who it is; rows without a number are nobody else."""
        return self.identity_number or f" {self.places[0]}"

    @property
    def is_paid_nothing(self) -> bool:
        """Whether there is neither a wage nor a contribution, as on leave without wages."""
        return not any(self.amounts.values())

    def with_sums(self) -> "Person":
        """The same person, who also has the employee's SOCSO share and LINDUNG 24 JAM in one amount."""
        amounts = dict(self.amounts)
        amounts[WITH_LINDUNG] = amounts["socso_employee"] + amounts["lindung"]
        return replace(self, amounts=amounts)


def added_up(people: Iterable[Person], *, same: Collection[str] = (), place: T = ROW) -> dict[str, Person]:
    """Everybody once, by key, in the order of first places; a place is a line or a row.

    `same` are identity numbers that are one person whatever the names.

    Raises:
        SeveralNames: an identity number stands with different names.
    """
    together: dict[str, list[Person]] = {}
    for person in people:
        together.setdefault(person.key, []).append(person)
    for key, found in together.items():
        if key not in same:
            _refuse_names(found, place)
    return {key: reduce(_sum, found) for key, found in together.items()}


def _refuse_names(people: Sequence[Person], place: T) -> None:
    names: dict[str, tuple[str, int]] = {}
    for person in people:
        if person.name:
            names.setdefault(letters_of(person.name), (person.name, person.places[0]))
    if len(names) > 1:
        raise SeveralNames(people[0].identity_number, [*names.values()], place=place)


def _sum(one: Person, other: Person) -> Person:
    return Person(
        one.identity_number,
        one.name or other.name,
        {field: amount + other.amounts[field] for field, amount in one.amounts.items()},
        one.places + other.places,
        tuple(dict.fromkeys(one.branches + other.branches)),
    )
