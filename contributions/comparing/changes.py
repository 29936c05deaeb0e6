"""Two files compared by person and never by line: who joined, who left, whose wage or amounts changed.

A person is known by the identity number. Somebody who stands in a file more than once counts once, with the
amounts added. Who left while a person of the same name joined is told as a changed identity number.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from contributions.bilingual import T
from contributions.errors import ContributionsError, UnreadableFile
from contributions.layouts import C2, S1
from contributions.months import YearMonth
from contributions.opening import content_of
from contributions.reading import read, read_single
from contributions.record import Record, SingleRecord
from contributions.system_words import system_words

__all__ = ["Changes", "NotComparable", "Pair", "Party", "People", "compare", "people_in"]

_KINDS = {
    "combined amounts": "amaun gabungan",
    "S1 amounts": "amaun S1",
    "E1 amounts": "amaun E1",
}
_COMBINED = tuple(amount.name for amount in C2.amounts)


class NotComparable(ContributionsError):
    """Two files have layouts whose amounts are not of one kind."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            T(
                f"a file with {one} cannot be compared with one with {other}",
                f"fail dengan {_KINDS.get(one, one)} tidak dapat dibandingkan dengan fail dengan "
                f"{_KINDS.get(other, other)}",
            )
        )
        self.one = one
        self.other = other


@dataclass(frozen=True, slots=True)
class Party:
    """A person in a file: the amounts in sen by the name of their field, of all lines together."""

    identity_number: str
    name: str
    amounts: Mapping[str, int]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """A person in both files."""

    before: Party
    after: Party

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields that differ, in the order of the layout."""
        return tuple(
            name for name, amount in self.before.amounts.items() if amount != self.after.amounts[name]
        )

    @property
    def is_renamed(self) -> bool:
        """Whether the name differs in more than its case."""
        return self.before.name.upper() != self.after.name.upper()

    @property
    def is_divided(self) -> bool:
        """Whether one file has the person on more lines than the other, which a portal minds."""
        return self.before.lines != self.after.lines


@dataclass(frozen=True, slots=True)
class People:
    """The people of a file, in its order."""

    kind: str
    months: tuple[YearMonth, ...]
    parties: Mapping[str, Party] = field(default_factory=dict)
    employer_codes: tuple[str, ...] = ()
    """All that its lines have, in order."""
    ssm_numbers: tuple[str, ...] = ()
    """The same, but for lines without one."""

    @property
    def on_several_lines(self) -> int:
        """How many people stand on more than one line, with the amounts of all of them added up."""
        return sum(party.lines > 1 for party in self.parties.values())

    def totals(self) -> dict[str, int]:
        """The sum of each amount."""
        sums: Counter[str] = Counter()
        for party in self.parties.values():
            sums.update(party.amounts)
        return dict(sums)


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two files."""

    before: People
    after: People
    joined: tuple[Party, ...]
    left: tuple[Party, ...]
    renumbered: tuple[Pair, ...]
    """The same name with another identity number."""
    changed: tuple[Pair, ...]
    """The same identity number with another wage, amount, name or number of lines."""
    same: int

    @property
    def of_other_employers(self) -> bool:
        """Whether the employer codes of one file are not those of the other."""
        return self.before.employer_codes != self.after.employer_codes

    @property
    def of_other_ssm_numbers(self) -> bool:
        """Whether the MyCoID or SSM numbers of one file are not those of the other."""
        return self.before.ssm_numbers != self.after.ssm_numbers

    @property
    def is_any(self) -> bool:
        """Whether anybody or anything differs."""
        of_others = self.of_other_employers or self.of_other_ssm_numbers
        return bool(of_others or self.joined or self.left or self.renumbered or self.changed)


def people_in(source: Path | bytes) -> People:
    """The people of a file of any layout that is read.

    Raises:
        UnreadableFile: the file cannot be opened or has no line.
        UnreadableLine: a line is not a record.
    """
    content = source if isinstance(source, bytes) else _content(source)
    width = len(content.split(b"\n", 1)[0].removesuffix(b"\r"))
    records: tuple[Record, ...] | tuple[SingleRecord, ...]
    if width in {S1.width, *S1.trimmed_widths}:
        records = read_single(content)
        kind = f"{records[0].scheme} amounts"
    else:
        records, kind = read(content), "combined amounts"
    parties: dict[str, Party] = {}
    for record in records:
        key = record.identity_number.upper()
        party = Party(record.identity_number, record.name, _amounts(record))
        parties[key] = _together(parties[key], party) if key in parties else party
    return People(
        kind,
        tuple(sorted({record.month for record in records})),
        parties,
        tuple(sorted({record.employer_code.upper() for record in records})),
        tuple(sorted({record.ssm_number.upper() for record in records} - {""})),
    )


def _content(path: Path) -> bytes:
    try:
        return content_of(path)
    except OSError as error:
        why = system_words(error)
        raise UnreadableFile(
            T(f"it cannot be opened: {why.en}", f"ia tidak dapat dibuka: {why.ms}")
        ) from error


def _amounts(record: Record | SingleRecord) -> dict[str, int]:
    if isinstance(record, SingleRecord):
        return {"total": record.total}
    return {name: getattr(record, name) for name in _COMBINED}


def _together(one: Party, other: Party) -> Party:
    amounts = {name: amount + other.amounts[name] for name, amount in one.amounts.items()}
    return Party(one.identity_number, one.name, amounts, one.lines + other.lines)


def compare(before: People, after: People) -> Changes:
    """What differs between the people of two files.

    Raises:
        NotComparable: the amounts of one are not those of the other.
    """
    if before.kind != after.kind:
        raise NotComparable(before.kind, after.kind)
    pairs = [Pair(party, after.parties[key]) for key, party in before.parties.items() if key in after.parties]
    left = [party for key, party in before.parties.items() if key not in after.parties]
    joined = [party for key, party in after.parties.items() if key not in before.parties]
    renumbered = _renumbered(left, joined)
    gone = {id(pair.before) for pair in renumbered} | {id(pair.after) for pair in renumbered}
    changed = tuple(pair for pair in pairs if pair.changed or pair.is_renamed or pair.is_divided)
    return Changes(
        before=before,
        after=after,
        joined=tuple(party for party in joined if id(party) not in gone),
        left=tuple(party for party in left if id(party) not in gone),
        renumbered=tuple(renumbered),
        changed=changed,
        same=len(pairs) - len(changed),
    )


def _renumbered(left: list[Party], joined: list[Party]) -> list[Pair]:
    """Those whose name left once and joined once."""
    names = Counter(party.name.upper() for party in left)
    new_names = Counter(party.name.upper() for party in joined)
    new = {party.name.upper(): party for party in joined}
    return [
        Pair(party, new[party.name.upper()])
        for party in left
        if party.name and names[party.name.upper()] == 1 == new_names[party.name.upper()]
    ]
