"""Check many files in one call, in the order given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from contributions.checking import check
from contributions.findings import FileReport

__all__ = ["Source", "check_many"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to check: where it is, or its bytes, and what it is called in the report."""

    content: Path | bytes
    name: str


def check_many(
    sources: Iterable[Source], *, as_of: date, portal_limits: bool = False
) -> Iterator[FileReport]:
    """A report for each file, as soon as it is there."""
    for source in sources:
        yield check(source.content, as_of=as_of, name=source.name, portal_limits=portal_limits)
