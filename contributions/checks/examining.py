"""Run the checks of lines over one chunk: masks in, counts and first places out."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.registry import all_checks
from contributions.checks.whole_file import PLACES_KEPT
from contributions.matrix.chunks import Chunk
from contributions.matrix.lines import Context, Lines
from contributions.matrix.masks import first_rows
from contributions.matrix.tally import Tally, tally
from contributions.matrix.types import Integers, Mask

__all__ = ["Examined", "examine"]

_LOG = logging.getLogger("contributions.check")


@dataclass(slots=True)
class Examined:
    """What the checks of lines found in a chunk, by code and field."""

    tally: Tally
    seen: dict[tuple[str, str], Sighting] = field(default_factory=dict)
    crashed: set[str] = field(default_factory=set)
    """Codes of checks that raised: nothing may be concluded from their silence."""


def examine(chunk: Chunk, context: Context) -> Examined:
    """Run all checks of lines. Lines that nothing can be read from are taken out first."""
    lines = Lines(chunk.matrix, context, chunk.trimmed)
    numbers, offsets = chunk.numbers, chunk.offsets
    examined = Examined(Tally())
    aside = lines.none
    for check in _of_lines(sets_aside=True):
        aside = np.logical_or(aside, _run(check, lines, (numbers, offsets), examined))
    if aside.any():
        lines, numbers, offsets = lines.rows(~aside), numbers[~aside], offsets[~aside]
    explained: list[tuple[Check, Mask]] = []
    for check in sorted(_of_lines(sets_aside=False), key=lambda each: not each.explains):
        known = [found for cause, found in explained if check.is_explained_by(cause)]
        found = _run(check, lines, (numbers, offsets), examined, known)
        if check.explains and found.any():
            explained.append((check, found))
    examined.tally = tally(lines, numbers, offsets)
    return examined


def _of_lines(*, sets_aside: bool) -> list[Check]:
    return [
        check for check in all_checks() if (check.wrong or check.wrong_in) and check.sets_aside is sets_aside
    ]


def _run(
    check: Check,
    lines: Lines,
    where: tuple[Integers, Integers],
    examined: Examined,
    known: Sequence[Mask] = (),
) -> Mask:
    """Run one check for each of its fields; gives the lines that it found, but for those known by a cause."""
    found = lines.none
    if not len(lines):
        return found
    for target in check.targets:
        try:
            wrong = check.wrong_in(lines, target) if check.wrong_in else check.wrong(lines)  # type: ignore[misc]
            for needed in check.needs if wrong.any() else ():
                wrong = np.logical_and(wrong, lines.is_readable(needed))
            for explained in known if wrong.any() else ():
                wrong = np.logical_and(wrong, ~explained)
        except Exception:  # noqa: BLE001 - a check that breaks must cost its own verdict only
            _LOG.exception("check %s did not finish", check.code)
            examined.crashed.add(check.code)
            continue
        places = int(np.count_nonzero(wrong))
        if places:
            examined.seen[check.code, target] = _sighting(wrong, places, where)
            found = np.logical_or(found, wrong)
    return found


def _sighting(wrong: Mask, places: int, where: tuple[Integers, Integers]) -> Sighting:
    numbers, offsets = where
    first = first_rows(wrong, PLACES_KEPT)
    sights = (
        Sight(line=line, offset=offset)
        for line, offset in zip(numbers[first].tolist(), offsets[first].tolist(), strict=True)
    )
    return Sighting(places=places, at=tuple(sights))
