"""The four marks, and the sources that they name by key (`sources.toml`)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from contributions import T
from mock_portal.errors import PortalError

__all__ = ["ASSUMED", "BadMarks", "Evidence", "Mark", "Source", "evidence", "sources"]

_SOURCES: Final = Path(__file__).with_name("sources.toml")


class Mark(StrEnum):
    """Whom a fact comes from; the strongest first."""

    OFFICIAL = "official"
    VENDOR = "vendor"
    SEED = "seed"
    ASSUMED = "assumed"


class BadMarks(PortalError):
    """A file of marks cannot be read as marks.

    Attributes:
        place: file and entry.
        what: what is wrong there and how to mend it.
    """

    code = "fidelity.bad_marks"
    status = 500

    def __init__(self, place: str, what: str) -> None:
        super().__init__(f"{place}: {what}")
        self.place = place
        self.what = what


@dataclass(frozen=True)
class Source:
    """Where something was read.

    Attributes:
        kind: whose it is.
        addresses: where it can be read; empty when nobody knows any more.
        note: what could not be read of it, or how far it can be trusted.
    """

    key: str
    kind: Mark
    addresses: tuple[str, ...]
    note: T | None


@dataclass(frozen=True)
class Evidence:
    """A mark with the keys of its sources; those of an assumption only support it."""

    mark: Mark
    keys: tuple[str, ...] = ()


ASSUMED: Final = Evidence(Mark.ASSUMED)


@cache
def sources() -> Mapping[str, Source]:
    """Every source by its key."""
    read = tomllib.loads(_SOURCES.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            key: Source(
                key,
                Mark(entry["kind"]),
                tuple(entry["addresses"]),
                T(**entry["note"]) if "note" in entry else None,
            )
            for key, entry in read.items()
        }
    )


def evidence(words: object, *, place: str) -> Evidence:
    """A mark as it is written in a file: `seed SEED`, `official FAQ AJT1`, `assumed`.

    Raises:
        BadMarks: it is no mark, a key is unknown, or no source of that kind is named.
    """
    first, *keys = words.split() if isinstance(words, str) else ("",)
    if first not in set(Mark):
        raise BadMarks(place, f"{words!r} must begin with one of {', '.join(Mark)}")
    mark = Mark(first)
    unknown = [key for key in keys if key not in sources()]
    if unknown:
        raise BadMarks(place, f"no source has the key {', '.join(unknown)}; add it to {_SOURCES.name}")
    if mark is not Mark.ASSUMED and mark not in {sources()[key].kind for key in keys}:
        raise BadMarks(place, f"{words!r} needs the key of a source that is {mark}")
    return Evidence(mark, tuple(keys))
