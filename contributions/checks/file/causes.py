"""Why a line has another width than a record: what was lost, put in, or counted otherwise.

Each cause proves itself: with it undone, month and amounts stand at their places, or the line has the
letters of a record.
"""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from contributions.bilingual import NOTHING, T
from contributions.checks.counting import lines_in_words
from contributions.checks.file.cause import Cause
from contributions.checks.file.endings import at_end, cut_off, joined
from contributions.checks.file.letters import of_letters
from contributions.checks.file.other_forms import (
    identity_with_signs,
    month_in_another_form,
    month_without_digit,
)
from contributions.checks.file.places import before_month, in_amounts, quoted
from contributions.checks.lost_digits import month_meant
from contributions.checks.recognition import recognise
from contributions.checks.whole_file import OddLines, WholeFile
from contributions.layouts import C2, S1, Layout
from contributions.matrix.shifts import stands_at
from contributions.months import YearMonth

__all__ = ["Common", "cause_of", "column_of", "common_cause", "in_words", "words_of"]

LINES_LOOKED_AT = 2_000
_IT = T("It", "Ia")
_SEPARATORS = (
    (b"\t", 2, T("tab", "tab"), T("tabs", "tab")),
    (b"|", 2, T("bar (|)", "palang (|)"), T("bars (|)", "palang (|)")),
    (b";", 4, T("semicolon", "koma bertitik"), T("semicolons", "koma bertitik")),
    (b",", 4, T("comma", "koma"), T("commas", "koma")),
)
"""What separates fields in other files, and how many of them a line at least has."""


@dataclass(frozen=True, slots=True)
class Common:
    """The most frequent cause in a file: its lines, and how many lines there are."""

    kind: str
    lines: OddLines
    of: int

    @property
    def who(self) -> T:
        """The lines in words."""
        return lines_in_words(len(self.lines), self.of)

    @property
    def are_several(self) -> bool:
        """Whether a verb about them is in the plural."""
        return len(self.lines) > 1


def cause_of(line: bytes, width: int, layouts: tuple[Layout, ...] = (C2,)) -> Cause | None:
    """Why a line has this width; `line` may be the beginning of a very long one.

    The first of the layouts by which it can be explained is the one that it was meant to have. A line that
    shows no share where a combined one has its first, and only spaces after, is one of a single scheme.
    """
    for layout in reversed(layouts) if _is_single_and_spaces(line) else layouts:
        for find in _FINDERS:
            found = find(line, width, layout)
            if found:
                return found
    return _separated(line)


def _is_single_and_spaces(line: bytes) -> bool:
    return (
        len(line) >= C2["socso_employer"].end
        and not line[S1.width :].strip(b" ")
        and recognise(S1.width, [line[: S1.width]]) is not None
    )


def in_words(
    cause: Cause | None, *, who: T = _IT, several: bool = False, months: Collection[YearMonth] = ()
) -> dict[str, T]:
    """`cause`, a sentence with a space before it, and `how`, a sentence; both empty where none is known.

    `months` are those of the lines that can be read.
    """
    if cause is None:
        return {"cause": NOTHING, "how": NOTHING}
    said = cause.said_of(who, several=several)
    return {"cause": T(f" {said.en}", f" {said.ms}"), "how": cause.mend.filled(such=_such(cause, months))}


def _such(cause: Cause, months: Collection[YearMonth]) -> T:
    """The month that has lost a digit, where it can be only one."""
    month = month_meant(cause.lost_in, months)
    return T.same(f": {month.mmyyyy}") if month else NOTHING


def words_of(line: bytes, width: int, *, who: T, several: bool, layouts: tuple[Layout, ...]) -> dict[str, T]:
    """The words for the cause of a line of some width."""
    return in_words(cause_of(line, width, layouts), who=who, several=several)


def column_of(line: bytes, width: int, layouts: tuple[Layout, ...] = (C2,)) -> int:
    """The one column that the cause is about; 0 for the line."""
    cause = cause_of(line, width, layouts)
    return cause.column if cause else 0


def common_cause(file: WholeFile, layouts: tuple[Layout, ...]) -> Common | None:
    """The cause that most lines have, when no line has the width of a record.

    Of a long file only the first lines are looked at; others count by their width.
    """
    odd = file.odd.where(file.odd.widths > 0)
    looked = zip(odd.offsets[:LINES_LOOKED_AT].tolist(), odd.widths[:LINES_LOOKED_AT].tolist(), strict=True)
    causes = [cause_of(file.read_line(offset), width, layouts) for offset, width in looked]
    kinds = Counter(cause.kind for cause in causes if cause)
    if not kinds:
        return None
    kind = kinds.most_common(1)[0][0]
    has_it = np.zeros(len(odd), np.bool_)
    has_it[: len(causes)] = [cause is not None and cause.kind == kind for cause in causes]
    has_it[LINES_LOOKED_AT:] = np.isin(odd.widths[LINES_LOOKED_AT:], odd.widths[has_it])
    return Common(kind, odd.where(has_it), file.filled_lines)


def _displaced(line: bytes, width: int, layout: Layout) -> Cause | None:
    shift = stands_at(line, layout)
    if shift is None:
        return None
    return at_end(line, width, layout) if shift == 0 else before_month(line, shift)


def _separated(line: bytes) -> Cause | None:
    for separator, least, one, many in _SEPARATORS:
        count = line.count(separator)
        if count >= least:
            return Cause(
                f"separated by {one.en}",
                T(
                    f"{{who}} {{have}} fields that are separated by {many.en} ({count} in a line) "
                    "and not set in columns.",
                    f"{{who}} mempunyai medan yang dipisahkan dengan {many.ms} ({count} sebaris), "
                    "bukan dalam lajur.",
                ),
                T(
                    f"Export the file in fixed columns, {C2.width} characters a line, without {many.en}.",
                    f"Eksport fail dalam lajur tetap, {C2.width} aksara sebaris, tanpa {many.ms}.",
                ),
            )
    return None


_FINDERS: tuple[Callable[[bytes, int, Layout], Cause | None], ...] = (
    of_letters,
    joined,
    quoted,
    in_amounts,
    month_without_digit,
    month_in_another_form,
    identity_with_signs,
    _displaced,
    cut_off,
)
"""Ways to explain a line, those first that prove most."""
