"""What is kept of each chunk for the questions that need the whole file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

import numpy as np

from contributions.layouts import C2, WAGE
from contributions.matrix.early_lindung import early_lindung
from contributions.matrix.foreign_workers import foreign_categories
from contributions.matrix.hashing import Words
from contributions.matrix.identity_faults import REFUSED
from contributions.matrix.lines import Lines
from contributions.matrix.months import NO_MONTH
from contributions.matrix.other_tables import NO_TABLE, fits_table
from contributions.matrix.types import Hashes, Integers, Mask, SmallIntegers
from contributions.matrix.unpaid import may_be_released

__all__ = ["CEILINGS", "Counted", "Tally", "merge", "tally_parts"]

CEILINGS = (4_000_00, 5_000_00, 6_000_00)
"""Wages (sen) above which contributions rise no more: up to 2022-08, up to 2024-09, and since."""
_CODE, _SSM = C2["employer_code"].columns, C2["ssm_number"].columns
_EMPLOYER = slice(_CODE.start, _SSM.stop)
"""Both, which stand beside each other and in the same columns of every layout that is read."""
_Value = TypeVar("_Value", bytes, int)


@dataclass(slots=True)
class Counted:
    """How often a value occurs, and the index of the record where it occurs first."""

    times: int
    first: int


@dataclass(slots=True)
class Tally:
    """Counts and fingerprints of the records of one chunk, or of the whole file."""

    records: int = 0
    blank_lindung: int = 0
    capped_wages: list[int] = field(default_factory=list)
    """Indices of the records whose wage is the highest, where that is exactly a ceiling."""
    released: list[int] = field(default_factory=list)
    """Indices of the records without LINDUNG 24 JAM who may be released; incomplete where anybody pays it."""
    foreign_second: list[int] = field(default_factory=list)
    """Indices of the foreign workers in the second category, in months in which the first is open to them."""
    foreign_first: int = 0
    """How many others there are."""
    scales: Counter[int] = field(default_factory=Counter)
    """How many records have money of each wrong `Scale`."""
    highest_wage: int = 0
    misfits: int = 0
    """How many records fit neither the tables of their month nor these a hundredfold."""
    other_tables: Counter[int] = field(default_factory=Counter)
    """How many of these fit each other version of the tables."""
    other_fits: Counter[int] = field(default_factory=Counter)
    """How many of all records fit it, right ones among them."""
    early_lindung: int = 0
    """How many of the misfits have LINDUNG 24 JAM for a month before it began."""
    early_lindung_due: int = 0
    """How many of these have the amount that a later table says for the wage."""
    sums: dict[str, int] = field(default_factory=dict)
    employer_codes: dict[bytes, Counted] = field(default_factory=dict)
    ssm_numbers: dict[bytes, Counted] = field(default_factory=dict)
    employers: dict[bytes, Counted] = field(default_factory=dict)
    """Both together, as they stand beside each other."""
    months: dict[int, Counted] = field(default_factory=dict)
    identities: list[Hashes] = field(default_factory=list)
    names: list[Hashes] = field(default_factory=list)
    month_numbers: list[SmallIntegers] = field(default_factory=list)
    numbers: list[range | SmallIntegers] = field(default_factory=list)
    offsets: list[range | Integers] = field(default_factory=list)


def tally_parts(lines: Lines, numbers: Integers, offsets: Integers, bounds: Sequence[int]) -> list[Tally]:
    """The tally of each part of some lines, which stand at the given line numbers and byte offsets.

    `bounds` are the first row of each part, and the number of rows at the end.
    """
    if not len(lines):
        return [Tally() for _ in bounds[1:]]
    amounts = lines.layout.amounts
    readable = np.logical_and.reduce([lines.is_readable(amount.name) for amount in amounts])
    money = lines.money if readable.all() else {name: sen * readable for name, sen in lines.money.items()}
    sums = {name: _sums(sen, bounds) for name, sen in money.items()}
    has_wage = WAGE in lines.layout
    blank_lindung = _sums((lines.is_blank("lindung") if has_wage else lines.none).astype(np.int64), bounds)
    scaled = lines.is_scaled if has_wage else lines.none
    has_scaled = bool(scaled.any())
    misfit = lines.is_misfit if has_wage else lines.none
    has_misfit = bool(misfit.any())
    early, early_due = early_lindung(lines) if has_misfit else (lines.none, lines.none)
    nobody_pays = has_wage and 0 in sums["lindung"]
    released = may_be_released(lines) & readable if nobody_pays else lines.none
    second, others = foreign_categories(lines) if has_wage else (lines.none, lines.none)
    refused = _has_refused_identity(lines)
    identities = lines.identities * ~refused if refused.any() else lines.identities
    wages = money[WAGE] if has_wage else np.zeros(len(lines), np.int64)
    parts = []
    for index, (start, end) in enumerate(pairwise(bounds)):
        if start == end:
            parts.append(Tally())
            continue
        rows = slice(start, end)
        codes, ssm_numbers = _distinct(lines, _CODE, rows), _distinct(lines, _SSM, rows)
        highest = int(wages[rows].max())
        is_one = len(codes) == len(ssm_numbers) == 1
        parts.append(
            Tally(
                records=end - start,
                blank_lindung=blank_lindung[index],
                capped_wages=np.flatnonzero(wages[rows] == highest).tolist() if highest in CEILINGS else [],
                released=np.flatnonzero(released[rows]).tolist() if released is not lines.none else [],
                foreign_second=np.flatnonzero(second[rows]).tolist() if second is not lines.none else [],
                foreign_first=int(others[rows].sum()) if others is not lines.none else 0,
                scales=Counter(lines.scale[rows][scaled[rows]].tolist()) if has_scaled else Counter(),
                highest_wage=highest,
                misfits=int(misfit[rows].sum()) if has_misfit else 0,
                other_tables=_others(lines.other_table[rows]) if has_misfit else Counter(),
                other_fits=_fits(lines, rows) if has_misfit else Counter(),
                early_lindung=int(early[rows].sum()),
                early_lindung_due=int(early_due[rows].sum()),
                sums={name: values[index] for name, values in sums.items()},
                employer_codes=codes,
                ssm_numbers=ssm_numbers,
                employers=_pair(lines, rows) if is_one else _distinct(lines, _EMPLOYER, rows),
                months=_months(lines.month[rows]),
                identities=[identities[rows]],
                names=[lines.names[rows]],
                month_numbers=[_months_kept(lines.month[rows])],
                numbers=[_evenly(numbers[rows]) or numbers[rows].astype(np.int32)],
                offsets=[_evenly(offsets[rows]) or offsets[rows]],
            )
        )
    return parts


def _has_refused_identity(lines: Lines) -> Mask:
    """Whose identity number is certainly not that of the person."""
    faults = (lines.has_identity_fault(fault) for fault in REFUSED)
    return np.asarray(np.logical_or.reduce([lines.people.has_impossible_date, *faults]))


def _others(tables: Integers) -> Counter[int]:
    return Counter(tables[tables != NO_TABLE].tolist())


def _fits(lines: Lines, rows: slice) -> Counter[int]:
    """How many of some lines fit each version that one of them was told to fit."""
    money, months = {name: sen[rows] for name, sen in lines.money.items()}, lines.month[rows]
    return Counter(
        {
            version: int(fits_table(money, months, version).sum())
            for version in _others(lines.other_table[rows])
        }
    )


def _sums(values: Integers, bounds: Sequence[int]) -> list[int]:
    """The sum of each part; exact, where a sum of many parts by differences of a running one is too."""
    if len(bounds) == 2:  # noqa: PLR2004 - the bounds of a single part
        return [int(values.sum())]
    running = np.concatenate(([0], np.cumsum(values, dtype=np.int64)))
    found: list[int] = np.diff(running[list(bounds)]).tolist()
    return found


def merge(tallies: Iterable[Tally]) -> Tally:
    """The tally of the whole file from those of its chunks, in order."""
    whole = Tally()
    for part in tallies:
        for mine, theirs in (
            (whole.employer_codes, part.employer_codes),
            (whole.ssm_numbers, part.ssm_numbers),
            (whole.employers, part.employers),
        ):
            _add(mine, theirs, whole.records)
        _add(whole.months, part.months, whole.records)
        for name, amount in part.sums.items():
            whole.sums[name] = whole.sums.get(name, 0) + amount
        if part.highest_wage > whole.highest_wage:
            whole.capped_wages, whole.highest_wage = [], part.highest_wage
        if part.highest_wage == whole.highest_wage:
            whole.capped_wages += [index + whole.records for index in part.capped_wages]
        whole.foreign_second += [index + whole.records for index in part.foreign_second]
        whole.foreign_first += part.foreign_first
        whole.released += [index + whole.records for index in part.released]
        whole.scales += part.scales
        whole.misfits += part.misfits
        whole.other_tables += part.other_tables
        whole.other_fits += part.other_fits
        whole.early_lindung += part.early_lindung
        whole.early_lindung_due += part.early_lindung_due
        whole.records += part.records
        whole.blank_lindung += part.blank_lindung
        whole.identities += part.identities
        whole.names += part.names
        whole.month_numbers += part.month_numbers
        whole.numbers += part.numbers
        whole.offsets += part.offsets
    return whole


def _months_kept(months: Integers) -> SmallIntegers:
    """The months in as little memory as may be: a single one for all."""
    is_one = months.min() == months.max()
    return np.broadcast_to(np.int32(months[0]), len(months)) if is_one else months.astype(np.int32)


def _evenly(numbers: Integers) -> range | None:
    """Numbers that grow by the same step, as nearly all do, in a form that takes no memory; else `None`."""
    first, step = int(numbers[0]), int(numbers[1] - numbers[0]) if len(numbers) > 1 else 1
    if not (np.diff(numbers) == step).all():
        return None
    return range(first, first + step * len(numbers), step)


def _months(months: Integers) -> dict[int, Counted]:
    if months.min() == months.max():
        counted = {int(months[0]): Counted(len(months), 0)}
    else:
        numbers, first, times = np.unique(months, return_index=True, return_counts=True)
        counted = {
            number: Counted(count, index)
            for number, index, count in zip(numbers.tolist(), first.tolist(), times.tolist(), strict=True)
        }
    counted.pop(NO_MONTH, None)
    return counted


def _add(mine: dict[_Value, Counted], theirs: dict[_Value, Counted], before: int) -> None:
    for value, counted in theirs.items():
        known = mine.get(value)
        if known is None:
            mine[value] = Counted(counted.times, counted.first + before)
        else:
            known.times += counted.times


def _pair(lines: Lines, rows: slice) -> dict[bytes, Counted]:
    """The employer code and SSM number of lines that have the same."""
    columns = lines.matrix[rows, _EMPLOYER]
    return {columns[0].tobytes().rstrip(b" "): Counted(len(columns), 0)}


def _distinct(lines: Lines, place: slice, rows: slice) -> dict[bytes, Counted]:
    """Each value of some columns in some lines, without trailing spaces; in nearly all files just one."""
    columns = lines.matrix[rows, place]
    if lines.extremes.is_same(place) or (columns == columns[0]).all():
        return {columns[0].tobytes().rstrip(b" "): Counted(len(columns), 0)}
    _, first, times = np.unique(Words(columns).fingerprints(), return_index=True, return_counts=True)
    return {
        columns[index].tobytes().rstrip(b" "): Counted(count, index)
        for index, count in zip(first.tolist(), times.tolist(), strict=True)
    }
