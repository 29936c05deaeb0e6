"""A contribution file beside a payroll sheet: who is on one side alone, and which amounts differ, to the sen.

Whether the sheet's SOCSO share of the employee has LINDUNG 24 JAM in it is decided once, for the whole sheet,
by what fits more people; never for one person alone, since that would hide a wrong amount.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from contributions.names import letters_of
from contributions.rates import current, rates_for
from contributions.reconciling.file_side import FileSide
from contributions.reconciling.payroll import Payroll
from contributions.reconciling.people import FIELDS, TITLES, WITH_LINDUNG, Person

__all__ = ["Pair", "Reconciliation", "reconcile"]

FEWEST_TO_OVERRULE = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """A person on both sides, and the amounts that differ."""

    in_file: Person
    in_sheet: Person
    fields: tuple[str, ...]

    @property
    def is_renamed(self) -> bool:
        """Whether both sides have a name, and not the same one."""
        names = self.in_file.name, self.in_sheet.name
        return all(names) and letters_of(names[0]) != letters_of(names[1])


@dataclass(frozen=True)
class Reconciliation:
    """What a file and a sheet do not agree on. Amounts are sen."""

    file: FileSide
    sheet: Payroll
    with_lindung: bool
    """Whether the sheet's SOCSO share of the employee has LINDUNG 24 JAM in it."""
    compared: tuple[str, ...]
    """The amounts that both sides have, in the order in which people are shown them."""
    pairs: tuple[Pair, ...]
    """Everybody known to both sides by the same identity number."""
    renumbered: tuple[Pair, ...]
    """The same name on both sides with another identity number, or with none in the sheet."""
    only_in_file: tuple[Person, ...]
    only_in_sheet: tuple[Person, ...]
    paid_nothing: tuple[Person, ...]
    """Those in the sheet alone with neither wage nor contribution: they belong in no file."""

    @cached_property
    def differing(self) -> tuple[Pair, ...]:
        """Those with the same identity number whose amounts differ."""
        return tuple(pair for pair in self.pairs if pair.fields)

    @cached_property
    def renamed(self) -> tuple[Pair, ...]:
        """Those whose names differ, which is told and is no difference."""
        return tuple(pair for pair in self.pairs if pair.is_renamed)

    @property
    def not_compared(self) -> tuple[str, ...]:
        """The amounts of the file for which the sheet has no column."""
        known = {*self.compared, *(("socso_employee", "lindung") if self.with_lindung else ())}
        return tuple(field for field in TITLES if field in FIELDS and field not in known)

    @property
    def differences(self) -> int:
        """How many: each person on one side alone, each other number, each amount of a person."""
        amounts = sum(len(pair.fields) for pair in (*self.pairs, *self.renumbered))
        return amounts + len(self.renumbered) + len(self.only_in_file) + len(self.only_in_sheet)

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def reconcile(file: FileSide, sheet: Payroll) -> Reconciliation:
    """Compare both sides by identity number."""
    with_lindung = _has_lindung_in_it(file, sheet)
    people = {key: person.with_sums() for key, person in file.people.items()} if with_lindung else file.people
    rows = _as_read(sheet, with_lindung=with_lindung)
    compared = tuple(field for field in TITLES if field in _columns(sheet, with_lindung=with_lindung))
    pairs = [_pair(person, rows[key], compared) for key, person in people.items() if key in rows]
    only_in_file = [person for key, person in people.items() if key not in rows]
    alone = [person for key, person in rows.items() if key not in people]
    renumbered = [_pair(one, other, compared) for one, other in _of_one_name(only_in_file, alone)]
    gone = {id(person) for pair in renumbered for person in (pair.in_file, pair.in_sheet)}
    only_in_sheet = [person for person in alone if id(person) not in gone]
    return Reconciliation(
        file=file,
        sheet=sheet,
        with_lindung=with_lindung,
        compared=compared,
        pairs=tuple(pairs),
        renumbered=tuple(renumbered),
        only_in_file=tuple(person for person in only_in_file if id(person) not in gone),
        only_in_sheet=tuple(person for person in only_in_sheet if not person.is_paid_nothing),
        paid_nothing=tuple(person for person in only_in_sheet if person.is_paid_nothing),
    )


def _pair(one: Person, other: Person, compared: Iterable[str]) -> Pair:
    return Pair(one, other, tuple(field for field in compared if one.amounts[field] != other.amounts[field]))


def _columns(sheet: Payroll, *, with_lindung: bool) -> set[str]:
    columns = set(sheet.amounts)
    if with_lindung and WITH_LINDUNG not in columns:
        return columns - {"socso_employee"} | {WITH_LINDUNG}
    return columns


def _as_read(sheet: Payroll, *, with_lindung: bool) -> Mapping[str, Person]:
    """The people of the sheet, with the employee's SOCSO share under the name of what it holds."""
    if not with_lindung or WITH_LINDUNG in sheet.amounts:
        return sheet.people
    renamed = {"socso_employee": WITH_LINDUNG}
    return {
        key: Person(
            person.identity_number,
            person.name,
            {renamed.get(field, field): amount for field, amount in person.amounts.items()},
            person.places,
            person.branches,
        )
        for key, person in sheet.people.items()
    }


def _has_lindung_in_it(file: FileSide, sheet: Payroll) -> bool:
    if WITH_LINDUNG in sheet.amounts:
        return True
    if "socso_employee" not in sheet.amounts:
        return False
    both = [(person, sheet.people[key]) for key, person in file.people.items() if key in sheet.people]
    fits = _fits_of_the_file(both)
    if not any(fits):
        fits = _fits_of_the_tables(file, sheet.people.values())
    without, within = fits
    if "lindung" in sheet.amounts and any(person.amounts["lindung"] for person in sheet.people.values()):
        # a column of its own says "without", unless everybody says otherwise
        return not without and within >= FEWEST_TO_OVERRULE
    return within > without


def _fits_of_the_file(both: Sequence[tuple[Person, Person]]) -> tuple[int, int]:
    """For how many people the sheet's share is that of the file, and for how many with LINDUNG 24 JAM."""
    votes = Counter(
        (share == person.amounts["socso_employee"], share == person.with_sums().amounts[WITH_LINDUNG])
        for person, in_sheet in both
        for share in (in_sheet.amounts["socso_employee"],)
        if person.amounts["lindung"]
    )
    return votes[True, False], votes[False, True]


def _fits_of_the_tables(file: FileSide, people: Iterable[Person]) -> tuple[int, int]:
    """The same by what the tables of the month have for the wages of the sheet."""
    if not current().knows(file.month):
        return 0, 0
    rates = rates_for(file.month)
    votes: Counter[bool] = Counter()
    for person in people:
        wage = person.amounts.get("wage", 0)
        if not wage or rates.lindung is None:
            continue
        share = rates.act4.amount("employee_cat1_sen", wage)
        lindung = rates.lindung.amount("employee_sen", wage)
        if person.amounts["socso_employee"] in {share, share + lindung}:
            votes[person.amounts["socso_employee"] == share + lindung] += 1
    return votes[False], votes[True]


def _of_one_name(in_file: Sequence[Person], in_sheet: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Those who are on each side once by name."""
    times = Counter(letters_of(person.name) for person in in_file)
    there = Counter(letters_of(person.name) for person in in_sheet)
    others = {letters_of(person.name): person for person in in_sheet}
    for person in in_file:
        name = letters_of(person.name)
        if name and times[name] == there[name] == 1:
            yield person, others[name]
