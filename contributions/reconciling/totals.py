"""The sums of both sides, for all and for each branch: people, each amount, what is due by scheme.

A file knows no branches: somebody belongs to the branch that the sheet says. Who is in several has a line of
their own, and so has who is in the file alone, so that the branches add up to the whole. Who has neither wage
nor contribution does not count, since a file leaves such people out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from contributions.bilingual import T
from contributions.reconciling.comparison import Reconciliation
from contributions.reconciling.people import TITLES, WITH_LINDUNG, Person

__all__ = ["NOWHERE", "SEVERAL", "Branch", "Row", "branches_of", "totals_of"]

NOWHERE = T("In the file only", "Hanya dalam fail")
SEVERAL = T("In several branches", "Di beberapa cawangan")
UNNAMED = T("Without a branch", "Tanpa cawangan")
_ACR = ("socso_employer", "socso_employee", "lindung")
_ECR = ("eis_employer", "eis_employee")
_SUMS = (
    ("socso", T("SOCSO + LINDUNG (ACR)", "PERKESO + LINDUNG (ACR)"), _ACR),
    ("eis", T("EIS (ECR)", "SIP (ECR)"), _ECR),
    ("total", T("Total", "Jumlah"), (*_ACR, *_ECR)),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One sum on both sides; `None` where the sheet does not have it."""

    key: str
    title: T
    in_file: int
    in_sheet: int | None
    is_money: bool = True

    @property
    def difference(self) -> int | None:
        """What the sheet has more than the file."""
        return None if self.in_sheet is None else self.in_sheet - self.in_file


@dataclass(frozen=True, slots=True)
class Branch:
    """The sums of one branch."""

    name: T
    rows: tuple[Row, ...]
    is_group: bool = False
    """Whether it is no branch but those who belong to none or to several."""

    @property
    def title(self) -> T:
        """The name for a heading."""
        return self.name if self.is_group else T(f"Branch: {self.name.en}", f"Cawangan: {self.name.ms}")

    @property
    def agrees(self) -> bool:
        """Whether all of its sums are the same on both sides."""
        return not any(row.difference for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Sides:
    in_file: Sequence[Person]
    in_sheet: Sequence[Person]


def totals_of(result: Reconciliation) -> tuple[Row, ...]:
    """The sums of all people."""
    both = _both(result)
    sides = _Sides(
        [*(in_file for in_file, _ in both), *result.only_in_file],
        [*(in_sheet for _, in_sheet in both), *result.only_in_sheet],
    )
    return tuple(_rows(result, sides))


def branches_of(result: Reconciliation) -> tuple[Branch, ...]:
    """The sums of each branch in the order of the sheet; none when it has no such column."""
    if not result.sheet.has_branches:
        return ()
    sheets: dict[T, list[Person]] = {_branch(person): [] for person in result.sheet.people.values()}
    files: dict[T, list[Person]] = {name: [] for name in sheets}
    for in_file, in_sheet in _both(result):
        files[_branch(in_sheet)].append(in_file)
        sheets[_branch(in_sheet)].append(in_sheet)
    for person in result.only_in_sheet:
        sheets[_branch(person)].append(person)
    if result.only_in_file:
        sheets[NOWHERE], files[NOWHERE] = [], [*result.only_in_file]
    groups = {NOWHERE, SEVERAL, UNNAMED}
    return tuple(
        Branch(name, tuple(_rows(result, _Sides(files[name], people))), is_group=name in groups)
        for name, people in sheets.items()
        if people or files[name]
    )


def _both(result: Reconciliation) -> list[tuple[Person, Person]]:
    return [(pair.in_file, pair.in_sheet) for pair in (*result.pairs, *result.renumbered)]


def _branch(person: Person) -> T:
    if len(person.branches) > 1:
        return SEVERAL
    return T.same(person.branches[0]) if person.branches and person.branches[0] else UNNAMED


def _rows(result: Reconciliation, sides: _Sides) -> Iterator[Row]:
    yield Row("people", T("People", "Orang"), len(sides.in_file), len(sides.in_sheet), is_money=False)
    for field, title in TITLES.items():
        if field == WITH_LINDUNG and not result.with_lindung:
            continue
        if result.with_lindung and field in {"socso_employee", "lindung"} and field not in result.compared:
            continue
        theirs = _sum(sides.in_sheet, (field,)) if field in result.compared else None
        yield Row(field, title, _sum(sides.in_file, (field,)), theirs)
    for key, title, parts in _SUMS:
        whole = _known_parts(result, parts)
        theirs = _sum(sides.in_sheet, whole) if whole else None
        yield Row(key, title, _sum(sides.in_file, parts), theirs)


def _known_parts(result: Reconciliation, parts: Sequence[str]) -> tuple[str, ...]:
    """The amounts of the sheet that add up to a sum; none when one is missing."""
    fields = set(parts)
    if result.with_lindung and "lindung" in fields:
        fields = fields - {"socso_employee", "lindung"} | {WITH_LINDUNG}
    return tuple(sorted(fields)) if fields <= set(result.compared) else ()


def _sum(people: Iterable[Person], fields: Sequence[str]) -> int:
    return sum(person.amounts[field] for person in people for field in fields)
