"""A data pack: rate tables, ages and dates of the decision tables, the months they hold for, layouts taken.

A pack is four files, in a folder or a zip: `pack.toml`, `act4.csv`, `act800.csv`, `skbbk.csv`. It is
validated as a whole before anything of it is used. Sources of what ships: rates notes, sections 2 and 4.
"""

import csv
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contributions.accepting import AcceptRule
from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.layouts import C2, READ
from contributions.months import NotAMonth, YearMonth
from contributions.opening import content_of, opened
from contributions.rates.tables import COLUMNS, RateTable
from contributions.system_words import system_words

if TYPE_CHECKING:
    from zipfile import ZipFile

__all__ = ["FILES", "Pack", "PackInvalid", "Rules", "pack_from", "read_pack"]

PACK_FILE = "pack.toml"
FILES = (PACK_FILE, *(f"{scheme}.csv" for scheme in COLUMNS))
LARGEST_FILE = 2_000_000
"""A pack is some kilobytes; more in one file is no pack."""
OLDEST_AGE = 120
_VERSION = re.compile(r"[0-9]{4}\.[0-9]{1,2}(?:\.[0-9]{1,3})?")


class PackInvalid(ContributionsError):
    """Something is no data pack, or its tables contradict themselves; `where` is the file in it."""

    def __init__(self, where: str, reason: str | T) -> None:
        said = reason if isinstance(reason, T) else T.same(f": {reason}")
        super().__init__(T(f"{where}{said.en}", f"{where}{said.ms}"))
        self.where = where
        self.reason = said.en.removeprefix(": ").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Ages and first months of the decision tables (rates notes, section 4)."""

    second_category_age: int
    late_entry_age: int
    eis_from_age: int
    eis_late_entry_age: int
    eis_until_age: int
    foreign_from: YearMonth
    foreign_both_categories_from: YearMonth
    domestic_from: YearMonth
    spouse_from: YearMonth
    lindung_release_from: YearMonth


@dataclass(frozen=True, eq=False)
class Pack:
    """What the tables are called, for which months they are known to be right, and the tables."""

    version: str
    known_from: YearMonth
    known_until: YearMonth
    rules: Rules
    tables: Mapping[str, tuple[RateTable, ...]]
    accept_rule: AcceptRule
    """What decides whether a layout is taken, where nobody asks for another rule."""
    accepted_until: Mapping[str, date]
    """The last day on which a layout is taken; one that is not in it is taken still."""

    def knows(self, month: YearMonth) -> bool:
        """Whether the rates and rules of that month are known."""
        return self.known_from <= month <= self.known_until

    @property
    def content(self) -> tuple[object, ...]:
        """All that it says but its version; two of one version must say the same."""
        return (
            self.known_from, self.known_until, self.rules, self.tables, self.accept_rule, self.accepted_until
        )  # fmt: skip

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The version for comparing: 2026.11 comes after 2026.9."""
        return tuple(int(part) for part in self.version.split("."))

    def table(self, scheme: str, month: YearMonth) -> RateTable | None:
        """The table of a scheme in force in a month; `None` when it had not begun."""
        return next((table for table in self.tables[scheme] if table.covers(month)), None)


def pack_from(path: Path) -> Pack:
    """The pack in a folder or a zip.

    Raises:
        PackInvalid: it is none, or is wrong in itself.
    """
    import zipfile

    try:
        if path.is_dir():
            return read_pack(lambda name: _bounded(name, content_of(path / name)))
        with opened(path) as file, zipfile.ZipFile(file) as archive:
            return read_pack(lambda name: _from_zip(archive, name))
    except zipfile.BadZipFile:
        raise PackInvalid(str(path), "a data pack is a folder or a zip") from None
    except OSError as error:
        if isinstance(error, FileNotFoundError) and path.is_dir():
            raise PackInvalid(str(path), _without(Path(error.filename).name)) from None
        why = system_words(error)
        reason = T(f": cannot be read: {why.en}", f": tidak dapat dibaca: {why.ms}")
        raise PackInvalid(str(path), reason) from None


def _without(name: str) -> T:
    """That a folder lacks a file, and what to do."""
    return T(
        f" has no {name}; name the folder, or the zip, that holds pack.toml and the CSV files of the rates",
        f" tiada {name}; namakan folder, atau zip, yang mengandungi pack.toml dan fail CSV kadar",
    )


def _from_zip(archive: "ZipFile", name: str) -> bytes:
    """A file at the top of a zip, or in its only folder."""
    found = [entry for entry in archive.infolist() if entry.filename.rsplit("/", 1)[-1] == name]
    if len(found) != 1:
        raise PackInvalid(name, "is not in the zip" if not found else "is in the zip more than once")
    if found[0].file_size > LARGEST_FILE:
        raise PackInvalid(name, "is too large for a data pack")
    import zlib

    try:
        return archive.read(found[0])
    except (RuntimeError, NotImplementedError, EOFError, zlib.error) as error:  # a password, or damage
        raise PackInvalid(name, f"cannot be unpacked: {error}") from None


def _bounded(name: str, content: bytes) -> bytes:
    if len(content) > LARGEST_FILE:
        raise PackInvalid(name, "is too large for a data pack")
    return content


def read_pack(read: Callable[[str], bytes]) -> Pack:
    """The pack whose files are given by name; all of it is validated.

    Raises:
        PackInvalid: a file is missing or wrong.
        OSError: a file cannot be read.
    """
    texts = {name: _text(name, read(name)) for name in FILES}
    try:
        facts = tomllib.loads(texts[PACK_FILE])
    except tomllib.TOMLDecodeError as error:
        raise PackInvalid(PACK_FILE, f"is not TOML: {error}") from None
    version = facts.get("version")
    if not (isinstance(version, str) and _VERSION.fullmatch(version)):
        raise PackInvalid(PACK_FILE, f"version is written as 2026.11, not {version!r}")
    pack = Pack(
        version=version,
        known_from=_month(facts, "known_from"),
        known_until=_month(facts, "known_until"),
        rules=_rules(facts.get("rules")),
        tables={scheme: _tables(scheme, texts[f"{scheme}.csv"]) for scheme in COLUMNS},
        accept_rule=_accept_rule(_acceptance(facts).get("rule")),
        accepted_until=_accepted_until(_acceptance(facts).get("until")),
    )
    _refuse_gaps(pack)
    return pack


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackInvalid(name, "is not UTF-8") from None


def _month(facts: Mapping[str, Any], key: str) -> YearMonth:
    value = facts.get(key)
    try:
        return YearMonth.parse(value if isinstance(value, str) else repr(value))
    except NotAMonth as error:
        raise PackInvalid(PACK_FILE, f"{key}: {error}") from None


def _rules(facts: object) -> Rules:
    if not isinstance(facts, dict):
        raise PackInvalid(PACK_FILE, "has no table [rules]")
    names = [field.name for field in fields(Rules)]
    unknown = sorted(set(facts) - set(names))
    if unknown:
        raise PackInvalid(PACK_FILE, f"[rules] has {unknown[0]!r}, which this version does not know")
    values: dict[str, Any] = {
        name: _month(facts, name) if name.endswith("_from") else _age(facts, name) for name in names
    }
    return Rules(**values)


def _acceptance(facts: Mapping[str, Any]) -> dict[str, Any]:
    found = facts.get("acceptance")
    if not isinstance(found, dict):
        raise PackInvalid(PACK_FILE, "has no table [acceptance]")
    return found


def _accept_rule(value: object) -> AcceptRule:
    try:
        return AcceptRule(str(value))
    except ValueError:
        raise PackInvalid(PACK_FILE, f"rule is one of {', '.join(AcceptRule)}, not {value!r}") from None


def _accepted_until(value: object) -> dict[str, date]:
    """The last day of each older layout; there is none after C2 that this version could read instead."""
    if not isinstance(value, dict):
        raise PackInvalid(PACK_FILE, "has no table [acceptance.until]")
    for layout, day in value.items():
        if layout not in READ - {C2.name}:
            raise PackInvalid(PACK_FILE, f"[acceptance.until] has {layout!r}, which is no older layout")
        if type(day) is not date:
            raise PackInvalid(PACK_FILE, f"{layout} is taken until a day such as 2026-09-30, not {day!r}")
    return value


def _age(facts: Mapping[str, Any], key: str) -> int:
    value = facts.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < OLDEST_AGE:
        raise PackInvalid(PACK_FILE, f"{key} is an age in years, not {value!r}")
    return value


def _tables(scheme: str, text: str) -> tuple[RateTable, ...]:
    name = f"{scheme}.csv"
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in COLUMNS[scheme] if column not in (reader.fieldnames or ())]
    if missing:
        raise PackInvalid(name, f"has no column {missing[0]}")
    versions: dict[str, list[dict[str, str]]] = {}
    for row in reader:
        if None in row or None in row.values():
            raise PackInvalid(name, f"row {reader.line_num} has not as many cells as the heading")
        versions.setdefault(row["effective_from"], []).append(row)
    if not versions:
        raise PackInvalid(name, "has no rows")
    tables = tuple(_table(scheme, name, rows) for rows in versions.values())
    for before, after in pairwise(tables):
        if before.last is None or before.last.next() != after.first:
            raise PackInvalid(name, f"the table from {after.first} does not follow the one before it")
    return tables


def _table(scheme: str, name: str, rows: list[dict[str, str]]) -> RateTable:
    begin = rows[0]["effective_from"]
    first, last = _beginning(name, begin), _end(name, rows[0]["effective_to"])
    if len({row["effective_to"] for row in rows}) > 1:
        raise PackInvalid(name, f"the table from {begin} ends on more than one day")
    if any(not row["wage_upto_sen"] for row in rows[:-1]) or rows[-1]["wage_upto_sen"]:
        raise PackInvalid(name, f"in the table from {begin} just the last band has no upper end")
    table = RateTable(
        scheme=scheme,
        first=first,
        last=last,
        overs=tuple(_sen(name, row, "wage_over_sen") for row in rows),
        uptos=tuple(_sen(name, row, "wage_upto_sen") for row in rows[:-1]),
        columns={column: tuple(_sen(name, row, column) for row in rows) for column in COLUMNS[scheme][4:]},
    )
    if table.overs != (0, *table.uptos) or any(low >= high for low, high in pairwise(table.overs)):
        raise PackInvalid(name, f"the bands of the table from {begin} do not follow each other")
    for column, cells in table.columns.items():
        if any(low > high for low, high in pairwise(cells)):
            raise PackInvalid(name, f"in the table from {begin}, {column} falls as wages rise")
    return table


def _sen(name: str, row: Mapping[str, str], column: str) -> int:
    text = row[column]
    if not (text.isascii() and text.isdigit()):
        raise PackInvalid(name, f"{column} is whole sen, not {text!r}")
    return int(text)


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PackInvalid(name, f"{text!r} is not a day as YYYY-MM-DD") from None


def _beginning(name: str, text: str) -> YearMonth:
    day = _day(name, text)
    if day.day != 1:
        raise PackInvalid(name, f"a table begins on the first of a month, not on {text}")
    return YearMonth.of(day)


def _end(name: str, text: str) -> YearMonth | None:
    if not text:
        return None
    day = _day(name, text)
    if (day + timedelta(days=1)).day != 1:
        raise PackInvalid(name, f"a table ends on the last of a month, not on {text}")
    return YearMonth.of(day)


def _refuse_gaps(pack: Pack) -> None:
    if pack.known_until < pack.known_from:
        raise PackInvalid(PACK_FILE, "known_until lies before known_from")
    if pack.tables["act4"][0].first > pack.known_from:
        raise PackInvalid(PACK_FILE, f"known_from is {pack.known_from}, before the first table of act4.csv")
    for scheme, tables in pack.tables.items():
        last = tables[-1].last
        if last is not None and last < pack.known_until:
            raise PackInvalid(f"{scheme}.csv", f"ends in {last}, before known_until {pack.known_until}")
