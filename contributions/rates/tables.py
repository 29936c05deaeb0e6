"""Read the rate tables and choose the ones in force in a month.

Sources and their confidence: rates notes, section 2. A band is `wage_over < wage <= wage_upto`; the last
band has no upper end.
"""

import csv
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from contributions.errors import RatesUnknown
from contributions.months import YearMonth

__all__ = ["PACK", "Pack", "RateTable", "Rates", "rates_for", "read_tables"]

_KEYS = frozenset({"phase", "effective_from", "effective_to", "wage_over_sen", "wage_upto_sen"})


@dataclass(frozen=True, slots=True)
class Pack:
    """What the tables are called and for which months they are known to be right."""

    version: str
    known_from: YearMonth
    known_until: YearMonth

    def knows(self, month: YearMonth) -> bool:
        """Whether the rules of that month are known."""
        return self.known_from <= month <= self.known_until


@dataclass(frozen=True, slots=True)
class RateTable:
    """One version of one scheme's table: `columns` has an amount in sen for each band."""

    scheme: str
    first: YearMonth
    last: YearMonth | None
    overs: tuple[int, ...]
    uptos: tuple[int, ...]
    """Upper ends of all bands but the last, which has none."""
    columns: Mapping[str, tuple[int, ...]]

    def covers(self, month: YearMonth) -> bool:
        """Whether this version is the one of that month."""
        return self.first <= month and (self.last is None or month <= self.last)

    def band(self, wage: int) -> int:
        """The index of the band that holds a wage above zero."""
        return bisect_left(self.uptos, wage)

    def amount(self, column: str, wage: int) -> int:
        """The cell for a wage, in sen; nothing is due on no wage."""
        return self.columns[column][self.band(wage)] if wage > 0 else 0


@dataclass(frozen=True, slots=True)
class Rates:
    """The tables in force in one month; `None` where the scheme had not begun."""

    month: YearMonth
    act4: RateTable
    act800: RateTable | None
    lindung: RateTable | None


def rates_for(month: YearMonth) -> Rates:
    """The tables in force in a month.

    Raises:
        RatesUnknown: the month is older than the oldest table.
    """
    act4 = _in_force("act4", month)
    if act4 is None:
        raise RatesUnknown(str(month), str(PACK.known_from))
    return Rates(month, act4, _in_force("act800", month), _in_force("skbbk", month))


@lru_cache(maxsize=8)
def read_tables(scheme: str) -> tuple[RateTable, ...]:
    """All versions of one scheme (`act4`, `act800`, `skbbk`), oldest first."""
    text = files("contributions.rates").joinpath(f"{scheme}.csv").read_text(encoding="utf-8")
    versions: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(text.splitlines()):
        versions.setdefault(row["effective_from"], []).append(row)
    return tuple(_table(scheme, rows) for rows in versions.values())


def _table(scheme: str, rows: list[dict[str, str]]) -> RateTable:
    until = rows[0]["effective_to"]
    return RateTable(
        scheme=scheme,
        first=YearMonth.of(date.fromisoformat(rows[0]["effective_from"])),
        last=YearMonth.of(date.fromisoformat(until)) if until else None,
        overs=tuple(int(row["wage_over_sen"]) for row in rows),
        uptos=tuple(int(row["wage_upto_sen"]) for row in rows if row["wage_upto_sen"]),
        columns={name: tuple(int(row[name]) for row in rows) for name in rows[0] if name not in _KEYS},
    )


def _in_force(scheme: str, month: YearMonth) -> RateTable | None:
    return next((table for table in read_tables(scheme) if table.covers(month)), None)


def _read_pack() -> Pack:
    facts = tomllib.loads(files("contributions.rates").joinpath("pack.toml").read_text(encoding="utf-8"))
    return Pack(facts["version"], YearMonth.parse(facts["known_from"]), YearMonth.parse(facts["known_until"]))


PACK = _read_pack()
