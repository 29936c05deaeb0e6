"""What a line between the people of a table says of those below it: another employer code, another month.

A line that nobody stands below, such as who prepared the sheet for which month, says nothing of people.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from contributions.bilingual import T
from contributions.months import YearMonth
from contributions.sheets import cells
from contributions.sheets.above import MonthsAbove, months_above
from contributions.sheets.below import is_persons_number

__all__ = ["SaidWithin", "said_against", "said_within"]

_CODE = re.compile(r"\b[A-Z][0-9]{10}[A-Z]\b")


@dataclass(frozen=True, slots=True)
class SaidWithin:
    """A line between people, by its row from 1, with the employer codes and the months that it says."""

    row: int
    codes: tuple[str, ...]
    months: MonthsAbove


def said_within(rows: Sequence[Sequence[object]], first: int, at: int) -> tuple[SaidWithin, ...]:
    """The lines below the index `first` that say something and have people below them.

    `at` is the column of identity numbers, from 0.
    """
    found: list[SaidWithin] = []
    waiting: list[SaidWithin] = []
    for number, row in enumerate(rows[first:], start=first + 1):
        if _is_person(row[at] if at < len(row) else ""):
            found += waiting
            waiting = []
            continue
        codes = tuple(code for cell in row for code in _codes(cell))
        months = months_above([row])
        if codes or not months.is_silent:
            waiting.append(SaidWithin(number, codes, months))
    return tuple(found)


def said_against(
    lines: Iterable[SaidWithin], codes: Collection[str], month: YearMonth | None
) -> tuple[int, T, T] | None:
    """The first line that says something else than these codes, or this month: its row, why, and the mend.

    Without codes, or without a month, no line is against them.
    """
    for line in lines:
        other = next((code for code in line.codes if codes and code not in codes), None)
        if other:
            return line.row, *_said(line.row, T.same(other), T.same(", ".join(sorted(codes))))
        if month and not line.months.is_silent and not line.months.has(month):
            return line.row, *_said(line.row, line.months.first[1], month.name)
    return None


def _said(row: int, here: T, wanted: T) -> tuple[T, T]:
    return (
        T(
            f"row {row} says {here.en}, and the table is taken for {wanted.en}",
            f"baris {row} menyatakan {here.ms}, manakala jadual ini diambil bagi {wanted.ms}",
        ),
        T(
            "Give the people below it a sheet or a file of their own; a line about something else can be "
            "deleted.",
            "Letakkan orang di bawahnya dalam helaian atau fail sendiri; baris tentang perkara lain boleh "
            "dipadam.",
        ),
    )


def _is_person(cell: object) -> bool:
    """Whether somebody's number stands here; the code of an employer is none."""
    return is_persons_number(cell) and not _CODE.fullmatch(cells.text(cell).upper())


def _codes(cell: object) -> list[str]:
    return _CODE.findall(cell.upper()) if isinstance(cell, str) else []
