"""What a check is: texts for people, a mask for machines, and examples that are its tests.

A check of lines gives `wrong`, a mask over the lines of a chunk; a check of several fields gives
`wrong_in`, the same for a field named to it; a check of the file as a whole gives `seen`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contributions.bilingual import T
from contributions.findings import Severity
from contributions.layouts import READ, Layout

if TYPE_CHECKING:
    from contributions.checks.examples import Example
    from contributions.checks.row import Row
    from contributions.checks.whole_file import WholeFile
    from contributions.matrix.lines import Lines
    from contributions.matrix.types import Mask

__all__ = ["Check", "Sight", "Sighting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One place that a check of the whole file saw; `line` 0 is the file itself."""

    line: int = 0
    offset: int = 0
    width: int = 0
    """Columns to point at when it is the line itself and not a field."""
    column: int = 0
    """The one of these columns to point at, where it is not the whole line."""
    found: T | None = None
    expected: T | None = None
    employee: str = ""
    """Whose identity number it is, where the place is no line."""
    employee_name: str = ""
    facts: Mapping[str, T] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What a check of the whole file saw: how many places, and the first of them."""

    places: int
    at: tuple[Sight, ...]
    severity: Severity | None = None
    """Another severity than the check's, where an option decides."""
    fixable: bool | None = None
    """Whether it is safe to mend, where that is another answer than the check's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule. Its code is never used again for another rule; its severity may change."""

    code: str
    severity: Severity
    source: str
    """The entry of the domain notes that it implements."""
    mark: str
    """How the rule is known: official, official-2nd, vendor, code, assumed; unreadable where the line is."""
    title: T
    why: T
    message: T
    mend: T
    bad: "Example"
    good: "Example"
    if_trusted: Severity | None = None
    """What it becomes where assumptions about the portal are trusted (`--strict=assumed`)."""
    since: str = "0.1.0"
    layouts: frozenset[str] = READ
    points_at: str = ""
    """The field that the columns belong to; empty for the line or file."""
    needs: tuple[str, ...] = ()
    """Fields that must be readable before a line is judged."""
    wrong: "Callable[[Lines], Mask] | None" = None
    wrong_in: "Callable[[Lines, str], Mask] | None" = None
    fields: tuple[str, ...] = ()
    seen: "Callable[[WholeFile], Iterable[Sighting]] | None" = None
    points_in: "Callable[[Row], str] | None" = None
    """The field to point at, where each line has its own."""
    column: "Callable[[Row], int] | None" = None
    """The one column (1-based) to point at, where it is not a whole field."""
    found: "Callable[[Row, str], T] | None" = None
    expected: "Callable[[Row], T] | None" = None
    expected_in: "Callable[[Row, WholeFile], T] | None" = None
    """The same where the other lines of the file have a say."""
    should_be: "Callable[[Row], int | None] | None" = None
    """The amount (sen) that should stand in the field, where the tables know it."""
    facts: "Callable[[Row], Mapping[str, T]] | None" = None
    """More words for the texts than the fields themselves."""
    facts_in: "Callable[[Row, str], Mapping[str, T]] | None" = None
    """The same for a check of several fields."""
    whole: "Callable[[WholeFile], Mapping[str, T]] | None" = None
    """Words for the texts that only the file as a whole can give, such as a count."""
    fixable: bool = False
    fixable_in: "Callable[[bytes, Layout, str], bool] | None" = None
    """Whether a field of a line (bytes of the width of the layout) is mended, where not every one is."""
    leaves_open: bool = False
    reads_on: bool = False
    """Whether, though the file as a whole is refused, its lines are judged all the same."""
    sets_aside: bool = False
    """Whether lines it finds are kept from all other checks, since nothing in them stands at its place."""
    explains: bool = False
    """Whether lines it finds are kept from checks of its subject that judge values: it names their cause."""
    folds: frozenset[str] = frozenset()
    """Codes of checks of lines that are not told where it speaks of the file as a whole: it says them all."""

    @property
    def subject(self) -> str:
        """The two letters that name the module."""
        return self.code[:2]

    def applies_to(self, layout: str | None) -> bool:
        """Whether files of a layout are judged by it; those that fit no layout are by all."""
        return layout is None or layout in self.layouts

    def explanation(self) -> tuple[T, ...]:
        """The texts that a page about the check shows."""
        return (self.title, self.why, self.message, self.mend)

    @property
    def is_cause(self) -> bool:
        """Whether it names the cause of what other checks would find, and so is told before them."""
        return self.sets_aside or self.explains

    def is_explained_by(self, other: "Check") -> bool:
        """Whether what it finds on a line is said already when another check found the line."""
        return other.explains and other is not self and other.subject == self.subject and bool(self.needs)

    @property
    def targets(self) -> tuple[str, ...]:
        """The fields that a check of lines is run for; one empty or pointed-at name when it is run once."""
        return self.fields or (self.points_at,)

    def targets_in(self, layout: Layout) -> tuple[str, ...]:
        """Those of the targets that are fields of a layout, or the line."""
        return tuple(target for target in self.targets if not target or target in layout)
