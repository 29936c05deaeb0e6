"""Identity numbers and names as bytes, for many lines at once; no number and no name is given twice."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from contributions.generate.crowd import ALL_COMMUNITIES, KINDS
from contributions.generate.numbers import BIRTH_PLACES, FOREIGN_PREFIX
from contributions.generate.recipe import Kind, Recipe
from contributions.generate.scatter import scattered
from contributions.layouts import C2
from contributions.matrix.types import Bytes, Integers
from contributions.months import YearMonth

__all__ = ["identities_of", "put_names"]

SERIALS = 10_000
FOREIGN_NUMBERS = 10**8
NAME_START = C2["name"].columns.start
_Ordinals = NDArray[np.uint32]


def identities_of(recipe: Recipe, kinds: NDArray[np.uint8], ordinals: _Ordinals) -> Bytes:
    """Twelve columns for each line."""
    columns: Bytes = np.empty((len(kinds), C2["identity_number"].length), np.uint8)
    for code, kind in enumerate(KINDS):
        places = np.flatnonzero(kinds == code)
        if not len(places):
            continue
        # kinds of the same ages share their numbers: each takes every n-th, beginning with its own
        own = ordinals[places].astype(np.uint64) * np.uint64(len(KINDS)) + np.uint64(code)
        columns[places] = _foreign(own, recipe.seed) if kind is Kind.FOREIGN else _local(own, recipe, kind)
    return columns


def _local(own: NDArray[np.uint64], recipe: Recipe, kind: Kind) -> Bytes:
    dates = _birth_dates(recipe.month, recipe.ages_of(kind))
    places = np.array(BIRTH_PLACES, np.int64)
    key = scattered(own, len(dates) * len(places) * SERIALS, recipe.seed).astype(np.int64)
    rest, serial = np.divmod(key, SERIALS)
    day, place = np.divmod(rest, len(places))
    return _twelve(dates[day], places[place] * SERIALS + serial)


def _foreign(own: NDArray[np.uint64], seed: int) -> Bytes:
    number = scattered(own, FOREIGN_NUMBERS, seed).astype(np.int64)
    columns = _twelve(np.zeros(len(own), np.int64), number)
    columns[:, : len(FOREIGN_PREFIX)] = np.frombuffer(FOREIGN_PREFIX.encode(), np.uint8)
    return columns


def _twelve(first: Integers, last: Integers) -> Bytes:
    """Six digits of a date, then six of place and serial; or, for others, the last eight alone."""
    columns: Bytes = np.empty((len(first), 12), np.uint8)
    high, low = np.divmod(last, SERIALS)
    columns[:, 0:4] = _four_digits()[first // 100]
    columns[:, 4:8] = _four_digits()[first % 100 * 100 + high % 100 if first.any() else high]
    columns[:, 8:12] = _four_digits()[low]
    return columns


@lru_cache(maxsize=1)
def _four_digits() -> Bytes:
    text = "".join(f"{number:04}" for number in range(SERIALS)).encode()
    return np.frombuffer(text, np.uint8).reshape(SERIALS, 4)


@lru_cache(maxsize=8)
def _birth_dates(month: YearMonth, ages: tuple[int, int]) -> Integers:
    """YYMMDD of every day on which somebody of these ages at the end of a month was born."""
    youngest, oldest = ages
    first = YearMonth.from_number(month.number - 12 * (oldest + 1) + 1).first_day
    last = YearMonth.from_number(month.number - 12 * youngest).last_day
    days = np.arange(np.datetime64(first, "D"), np.datetime64(last, "D") + 1)
    months = days.astype("datetime64[M]")
    years = months.astype("datetime64[Y]")
    year = years.astype(np.int64) + 1970
    number = (months - years).astype(np.int64) + 1
    day = (days - months).astype(np.int64) + 1
    dates: Integers = year % 100 * 10_000 + number * 100 + day
    return dates


@dataclass(frozen=True)
class _Parts:
    """Texts of one side of the names, as rows of bytes with their lengths."""

    rows: Bytes
    lengths: Integers

    @classmethod
    def of(cls, texts: tuple[str, ...]) -> "_Parts":
        width = max(map(len, texts))
        rows = np.frombuffer("".join(text.ljust(width) for text in texts).encode(), np.uint8)
        return cls(rows.reshape(len(texts), width), np.array([len(text) for text in texts], np.int64))


@lru_cache(maxsize=32)
def _parts(community: int, woman: bool) -> tuple[_Parts, _Parts]:  # noqa: FBT001 - a key of the cache
    left, right = ALL_COMMUNITIES[community].of(woman=woman)
    return _Parts.of(left), _Parts.of(right)


def put_names(
    lines: Bytes, communities: NDArray[np.uint8], ordinals: _Ordinals, women: NDArray[np.bool_], seed: int
) -> None:
    """Write a name into each line, of its community and sex."""
    for community, made in enumerate(ALL_COMMUNITIES):
        of_it = communities == community
        for woman in (False, True):
            places = np.flatnonzero(of_it & (women == woman))
            if len(places):
                key = scattered(ordinals[places].astype(np.uint64), made.most, seed).astype(np.int64)
                _put(lines, places, key, *_parts(community, woman))


def _put(lines: Bytes, places: Integers, key: Integers, left: _Parts, right: _Parts) -> None:
    first, second = np.divmod(key, len(right.rows))
    lines[places, NAME_START : NAME_START + left.rows.shape[1]] = left.rows[first]
    lengths = left.lengths[first]
    for length in np.flatnonzero(np.bincount(lengths)).tolist():
        here = np.flatnonzero(lengths == length)
        start = NAME_START + length + 1
        lines[places[here], start : start + right.rows.shape[1]] = right.rows[second[here]]
