"""Headings that stand again below the first people of a table: on each page, or above a branch of its own.

The same headings change nothing. Others would give the rows below them another meaning.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contributions.sheets.below import is_persons_number
from contributions.sheets.headings import FEWEST_KNOWN, Headings, field_named, headings_at, plain
from contributions.sheets.opening import Sheet

__all__ = ["OtherHeading", "other_heading"]

_WHO = frozenset({"identity_number", "name"})


@dataclass(frozen=True, slots=True)
class OtherHeading:
    """A heading further down that is not the one at the top: its row, from 1, and its column, from 0."""

    row: int
    column: int
    here: str
    top: str


def other_heading(sheet: Sheet, headings: Headings, taken: Mapping[int, str]) -> OtherHeading | None:
    """The first heading above more people that would change what a column is; `taken` are fields by column.

    A heading of a column that is not taken may be another, as long as it names no field and no other column.
    """
    at = [index for index, field in taken.items() if field in _WHO]
    others: list[OtherHeading] = []
    for number, row in enumerate(sheet.rows[headings.first :], start=headings.first):
        if others and any(map(is_persons_number, row)):
            return others[0]
        if others or not _may_be_headings(row, at):
            continue
        again = headings_at(sheet.rows, number, headings.rows, sheet.merged)
        if again and _are_headings(again, headings, at):
            others += _others(number, again, headings, taken)
    return None


def _may_be_headings(row: Sequence[object], at: Sequence[int]) -> bool:
    """Whether a row may name columns, by a look at whom and how much it has; most rows are of people."""
    who = [row[index] for index in at if index < len(row)]
    if any(isinstance(cell, str) and cell.isdigit() for cell in who):
        return False
    return not any(_is_number(cell) for cell in row)


def _is_number(cell: object) -> bool:
    if not isinstance(cell, str):
        return True
    return any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell))


def _are_headings(again: Headings, headings: Headings, at: Sequence[int]) -> bool:
    """Whether a row names whom its cells are of, and something else."""
    at_top = {plain(text) for text in headings.texts.values()}
    known = {plain(text) for text in again.texts.values() if field_named(text) or plain(text) in at_top}
    whom = {plain(headings.texts[index]) for index in at}
    return len(known) >= FEWEST_KNOWN and bool(whom & known or _WHO & set(again.fields.values()))


def _others(
    number: int, again: Headings, headings: Headings, taken: Mapping[int, str]
) -> Iterator[OtherHeading]:
    at_top = {plain(text) for text in headings.texts.values()}
    for column, here in again.texts.items():
        top = headings.texts.get(column, "")
        field = field_named(here)
        if plain(here) == plain(top) or (field and field == taken.get(column)):
            continue
        if column in taken or field or plain(here) in at_top:
            yield OtherHeading(number + 1, column, here, top)
