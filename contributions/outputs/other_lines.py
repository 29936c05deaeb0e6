"""The further lines of a finding in a text that says what is right of its first line alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from contributions.bilingual import NOTHING, T
from contributions.findings import Finding

__all__ = ["other_lines"]

RUNS_LISTED: Final = 8
"""Where not all places are known, so many runs of lines stand for them."""


def other_lines(finding: Finding) -> T:
    """The lines besides the first, and the options that show what is not said of them; else nothing."""
    if len(finding.at) == 1 or finding.first.line == 0:
        return NOTHING
    runs = tuple(_runs([place.line for place in finding.at[1:]]))
    is_whole = len(finding.at) == finding.places
    shown = runs if is_whole else runs[:RUNS_LISTED]
    rest = finding.places - 1 - sum(map(len, shown))
    numbers = ", ".join(map(str, shown))
    line = "line" if finding.places == 2 else "lines"  # noqa: PLR2004 - the first and one other
    more = T(f" and {rest:,} more", f" dan {rest:,} lagi") if rest else NOTHING
    how = _how_to_see(finding, is_whole=is_whole)
    return T(f"{line} {numbers}{more.en}{how.en}", f"baris {numbers}{more.ms}{how.ms}")


def _how_to_see(finding: Finding, *, is_whole: bool) -> T:
    first = finding.first
    if all((each.found, each.expected) == (first.found, first.expected) for each in finding.at):
        return NOTHING if is_whole else T(" (all: --all-places)", " (semua: --all-places)")
    if is_whole:
        return T(" (what each has: --format csv)", " (butiran setiap satu: --format csv)")
    return T(
        " (all, with what each has: --format csv --all-places)",
        " (semua, dengan butiran setiap satu: --format csv --all-places)",
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that follow each other."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        sign = "-" if len(self) > 2 else ", "  # noqa: PLR2004 - a pair is two lines, longer runs a range
        return str(self.first) if self.first == self.last else f"{self.first}{sign}{self.last}"


def _runs(lines: Sequence[int]) -> Iterator[_Run]:
    run = _Run(lines[0], lines[0])
    for line in lines[1:]:
        if line == run.last + 1:
            run = _Run(run.first, line)
        else:
            yield run
            run = _Run(line, line)
    yield run
