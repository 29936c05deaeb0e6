"""Run the checks of lines over one chunk: masks in, counts and first places out.

A chunk may hold the lines of several small files, one after the other: what is found is then told apart by
file, since a mask over many lines costs hardly more than one over a few.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import numpy as np

from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.registry import all_checks
from contributions.layouts import COMBINED
from contributions.matrix.chunks import Chunk
from contributions.matrix.context import Context
from contributions.matrix.lines import Lines
from contributions.matrix.tally import Tally, tally_parts
from contributions.matrix.types import Integers, Mask

__all__ = ["Examined", "examine", "examine_parts", "note_crash"]


@dataclass(slots=True)
class Examined:
    """What the checks of lines found in a chunk, by code and field."""

    tally: Tally
    seen: dict[tuple[str, str], Sighting] = field(default_factory=dict)
    crashed: set[str] = field(default_factory=set)
    """Codes of checks that raised: nothing may be concluded from their silence."""


def examine(chunk: Chunk, context: Context) -> Examined:
    """Run all checks of lines. Lines that nothing can be read from are taken out first."""
    return examine_parts(chunk, context, (len(chunk.numbers),))[0]


def examine_parts(chunk: Chunk, context: Context, sizes: Sequence[int]) -> list[Examined]:
    """The same for a chunk of several files, given by how many lines each has: what was found in each.

    `context` is that of them all; no check of lines asks for a file's name.
    """
    lines = Lines(chunk.matrix, context, chunk.trimmed, chunk.layout, chunk.extremes)
    names = COMBINED if chunk.layout.name in COMBINED else {chunk.layout.name}
    where = _Where(chunk.numbers, chunk.offsets, np.repeat(np.arange(len(sizes)), sizes), context.places_kept)
    parts = [Examined(Tally()) for _ in sizes]
    aside = lines.none
    for check in _of_lines(names, sets_aside=True):
        aside = np.logical_or(aside, _run(check, lines, where, parts))
    if aside.any():
        lines, where = lines.rows(~aside), where.rows(~aside)
    explained: list[tuple[Check, Mask]] = []
    for check in sorted(_of_lines(names, sets_aside=False), key=lambda each: not each.explains):
        known = [found for cause, found in explained if check.is_explained_by(cause)]
        found = _run(check, lines, where, parts, known)
        if check.explains and found.any():
            explained.append((check, found))
    bounds = np.searchsorted(where.parts, np.arange(len(sizes) + 1)).tolist()
    for part, counted in zip(parts, tally_parts(lines, where.numbers, where.offsets, bounds), strict=True):
        part.tally = counted
    return parts


@dataclass(frozen=True, slots=True)
class _Where:
    """Line number, byte offset and file of each row."""

    numbers: Integers
    offsets: Integers
    parts: Integers
    kept: int
    """How many places are described."""

    def rows(self, mask: Mask) -> "_Where":
        return _Where(self.numbers[mask], self.offsets[mask], self.parts[mask], self.kept)

    def sightings(self, wrong: Mask) -> Iterator[tuple[int, Sighting]]:
        """What was seen in each file that has a wrong row."""
        rows = np.flatnonzero(wrong)
        parts = self.parts[rows]
        if parts[0] == parts[-1]:
            yield int(parts[0]), self._sighting(rows)
            return
        cuts = np.flatnonzero(np.diff(parts)) + 1
        for some in np.split(rows, cuts):
            yield int(self.parts[some[0]]), self._sighting(some)

    def _sighting(self, rows: Integers) -> Sighting:
        first = rows[: self.kept]
        sights = (
            Sight(line=line, offset=offset)
            for line, offset in zip(self.numbers[first].tolist(), self.offsets[first].tolist(), strict=True)
        )
        return Sighting(places=len(rows), at=tuple(sights))


def note_crash(code: str) -> None:
    """Log with its traceback that a check raised; called while the exception is handled."""
    import logging

    log = logging.getLogger("contributions.check")
    if not log.hasHandlers():
        log.addHandler(logging.NullHandler())  # a program that has no log shows nobody a stack trace
    log.exception("check %s did not finish", code)  # noqa: LOG004 - see above


def _of_lines(layouts: AbstractSet[str], *, sets_aside: bool) -> list[Check]:
    return [
        check
        for check in all_checks()
        if (check.wrong or check.wrong_in)
        and check.sets_aside is sets_aside
        and not layouts.isdisjoint(check.layouts)
    ]


def _run(
    check: Check,
    lines: Lines,
    where: _Where,
    parts: Sequence[Examined],
    known: Sequence[Mask] = (),
) -> Mask:
    """Run one check for each of its fields; gives the lines that it found, but for those known by a cause."""
    found = lines.none
    if not len(lines):
        return found
    needs = [needed for needed in check.needs if needed in lines.layout]
    for target in check.targets_in(lines.layout):
        try:
            wrong = check.wrong_in(lines, target) if check.wrong_in else check.wrong(lines)  # type: ignore[misc]
            if wrong is lines.none:
                continue
            for needed in needs if wrong.any() else ():
                wrong = np.logical_and(wrong, lines.is_readable(needed))
            for explained in known if wrong.any() else ():
                wrong = np.logical_and(wrong, ~explained)
        except Exception:  # noqa: BLE001 - a check that breaks must cost its own verdict only
            note_crash(check.code)
            for part in parts:
                part.crashed.add(check.code)
            continue
        if wrong.any():
            for index, sighting in where.sightings(wrong):
                parts[index].seen[check.code, target] = sighting
            found = np.logical_or(found, wrong)
    return found
