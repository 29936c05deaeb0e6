"""The lines of the files that `assist merge` puts together, those of format 1 with their LINDUNG 24 JAM."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from contributions import ContributionsError, Record, YearMonth, check, read
from contributions.bilingual import T
from contributions.clock import today
from contributions.converting import Conversion, Given, Taken
from contributions.converting.older import from_c1
from contributions.layouts import C1, C2
from contributions.merging import Line, Merged
from contributions.names import letters_of
from contributions.rates import current
from harness.cli.convert_facts import lindung_facts
from harness.cli.text_alone import refuse_no_text
from harness.cli.told import CannotDo

__all__ = ["Lines", "lines_of"]

_AMOUNTS = tuple(each.name for each in C2.amounts)
_Paid = tuple[str | int | YearMonth, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines in the order of the files, and those that were of format 1."""

    all: Sequence[Line]
    older: Sequence[Record] = ()
    older_files: Sequence[str] = ()
    given: Given = field(default_factory=Given)

    def facts(self, files: Sequence[Merged]) -> tuple[T, ...]:
        """What was looked up for those of format 1, as it stands in the files made of them."""
        if not self.older:
            return ()
        names = ", ".join(self.older_files)
        without = T(
            f"without LINDUNG 24 JAM (format 1): {names}", f"tanpa LINDUNG 24 JAM (format 1): {names}"
        )
        theirs = {_who(record) for record in self.older}
        records = [record for each in files for record in each.records if _who(record) in theirs]
        conversion = Conversion([Taken(line, record) for line, record in enumerate(records, start=1)], ())
        return without, *lindung_facts(conversion, self.given)


def _who(record: Record) -> tuple[str, str, YearMonth]:
    return record.employer_code.upper(), record.identity_number.upper(), record.month


def lines_of(names: Sequence[str], *, released: frozenset[str]) -> Lines:
    """The lines of all files.

    `released` are identity numbers released from LINDUNG 24 JAM, for lines of format 1, which cannot say it.

    Raises:
        CannotDo: a file cannot be read, or is another of them, or nobody knows what LINDUNG 24 JAM would be.
    """
    given = Given(released=released)
    lines: list[Line] = []
    older: list[Record] = []
    older_files: list[str] = []
    seen: dict[str, Counter[_Paid]] = {}
    for name in names:
        refuse_no_text(Path(name))
        try:
            found = read(Path(name))
        except ContributionsError as error:
            raise CannotDo(
                _named_once(name, error.words),
                T(f"assist check {name} tells all of it.", f"assist check {name} menerangkan semuanya."),
            ) from None
        if check(Path(name), as_of=today()).layout == C1.name:
            _refuse_unknown_months(name, found)
            found = tuple(from_c1(found, given).records)
            older += found
            older_files.append(name)
        paid = Counter(map(_paid, found))
        for other, theirs in seen.items():
            _refuse_counted_twice((name, paid), (other, theirs))
        seen[name] = paid
        lines += (Line(record, name, number) for number, record in enumerate(found, start=1))
    _refuse_released(released - {record.identity_number for record in older})
    return Lines(lines, older, older_files, given)


def _named_once(name: str, why: T) -> T:
    """Why a file cannot be read, with its name in front; some reasons begin with it."""
    english, malay = (words.removeprefix(f"{Path(name)} ").rstrip(".") for words in (why.en, why.ms))
    return T(f"{name}: {english}", f"{name}: {malay}")


def _paid(record: Record) -> _Paid:
    """Who is paid what for which month; names that differ are asked about by `merge` itself."""
    who = record.employer_code.upper(), record.identity_number.upper(), letters_of(record.name)
    return *who, record.month, *(getattr(record, name) for name in _AMOUNTS)


def _refuse_counted_twice(one: tuple[str, Counter[_Paid]], other: tuple[str, Counter[_Paid]]) -> None:
    """Raise where all lines of a file are in another too, in whatever order they stand."""
    (name, paid), (there, known) = sorted((one, other), key=lambda each: each[1].total())
    if not paid <= known:
        return
    if paid == known:
        raise CannotDo(
            T(
                f"{one[0]} has the same records as {other[0]}; their wages would count twice",
                f"{one[0]} mempunyai rekod yang sama dengan {other[0]}; gajinya akan dikira dua kali",
            )
        )
    raise CannotDo(
        T(
            f"all that {name} has is in {there} too; its wages would count twice",
            f"semua yang ada dalam {name} ada juga dalam {there}; gajinya akan dikira dua kali",
        ),
        T(
            f"Leave {name} out; or, where both are to be paid, put the lines of both into one file and merge "
            "that.",
            f"Tinggalkan {name}; atau, jika kedua-duanya perlu dibayar, satukan barisnya dalam satu fail dan "
            "gabungkan fail itu.",
        ),
    )


def _refuse_unknown_months(name: str, records: Sequence[Record]) -> None:
    """Raise where LINDUNG 24 JAM of a month is not known yet: it would be left out in silence."""
    last = max(record.month for record in records)
    if last > current().known_until:
        raise CannotDo(
            T(
                f"{name} is of format 1, and LINDUNG 24 JAM of {last.name.en} is not known",
                f"{name} adalah format 1, dan LINDUNG 24 JAM bagi {last.name.ms} tidak diketahui",
            ),
            T(
                "Leave it apart until the rates are known (assist rules update).",
                "Asingkan fail itu sehingga kadar diketahui (assist rules update).",
            ),
        )


def _refuse_released(strangers: frozenset[str]) -> None:
    if strangers:
        first = min(strangers)
        raise CannotDo(
            T(
                f"--released {first}: nobody in a file of format 1 has this identity number",
                f"--released {first}: tiada sesiapa dalam fail format 1 dengan nombor pengenalan ini",
            ),
            T(
                "A line of format 2 says itself whether LINDUNG 24 JAM is paid.",
                "Baris format 2 sendiri menyatakan sama ada LINDUNG 24 JAM dibayar.",
            ),
        )
