"""The report as its template wants it: every word, link and picture ready to be put in place."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.report.model import Case, Outcome, RunEnd, RunFacts, TargetFacts, columns, rows
from harness.report.parts import parts_folder
from harness.report.sentence import differing, stand_in_lines, verdict, verdict_sentence, was_stopped

__all__ = ["View", "view_of"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the matrix; `case` is None where the test did not run on the target."""

    case: Case | None
    word: str
    colour: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a film strip, beside those of the other targets in the same step."""

    title: str
    seconds: float | None
    word: str
    picture: str | None


@dataclass(frozen=True, slots=True)
class Strip:
    """One step on every target."""

    number: int
    title: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One test on every target."""

    anchor: str
    title: str
    test: str
    cells: tuple[Cell, ...]
    strips: tuple[Strip, ...]
    is_bad: bool
    differs: bool

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases that ran."""
        return tuple(cell.case for cell in self.cells if cell.case is not None)


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of failures, as the first of its tests said it, and the tests that it struck."""

    line: str
    rows: tuple[tuple[Row, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole report."""

    verdict: str
    sentence: str
    is_good: bool
    targets: tuple[TargetFacts, ...]
    not_tested: tuple[str, ...]
    rows: tuple[Row, ...]
    causes: tuple[Cause, ...]
    facts: RunFacts


def view_of(cases: Sequence[Case], facts: RunFacts, *, report: Path) -> View:
    """Arrange a run for reading; pictures are read from the report's parts and put into the page."""
    targets = columns(cases)
    table = [[row.get(target.name) for target in targets] for row in rows(cases).values()]
    browsers = sum(target.is_browser for target in targets)
    made = tuple(_row(f"test-{number}", row, browsers, report) for number, row in enumerate(table, 1))
    return View(
        verdict=verdict(cases, facts.end),
        sentence=verdict_sentence(cases, facts.end),
        is_good=bool(cases)
        and facts.end is RunEnd.COMPLETE
        and not any(row.is_bad for row in made)
        and not was_stopped(cases),
        targets=targets,
        not_tested=stand_in_lines(cases),
        rows=made,
        causes=_causes(made),
        facts=facts,
    )


def _row(anchor: str, fields: Sequence[Case | None], browsers: int, report: Path) -> Row:
    cases = [case for case in fields if case is not None]
    return Row(
        anchor=anchor,
        title=cases[0].title,
        test=cases[0].test,
        cells=tuple(_cell(case) for case in fields),
        strips=_strips(fields[:browsers], report),
        is_bad=any(case.outcome.is_bad for case in cases),
        differs=bool(differing(cases)),
    )


def _cell(case: Case | None) -> Cell:
    if case is None:
        return Cell(None, "not run", "plain")
    if not case.target.genuine and case.outcome is Outcome.PASSED:
        return Cell(case, "stand-in passed", "note")
    colours = {
        Outcome.PASSED: "good",
        Outcome.SKIPPED: "note",
        Outcome.STOPPED: "note",
        Outcome.NOT_RUN: "plain",
    }
    return Cell(case, str(case.outcome), colours.get(case.outcome, "bad"))


def _strips(cases: Sequence[Case | None], report: Path) -> tuple[Strip, ...]:
    longest = max((len(case.steps) for case in cases if case is not None), default=0)
    return tuple(_strip(number, cases, report) for number in range(longest))


def _strip(number: int, cases: Sequence[Case | None], report: Path) -> Strip:
    frames = tuple(_frame(case, number, report) for case in cases)
    title = next((frame.title for frame in frames if frame.title), "")
    return Strip(number + 1, title, frames)


def _frame(case: Case | None, number: int, report: Path) -> Frame:
    if case is None or number >= len(case.steps):
        return Frame("", None, "not reached", None)
    step = case.steps[number]
    return Frame(step.title, step.seconds, step.word, _picture(report, step.picture))


def _picture(report: Path, name: str | None) -> str | None:
    path = parts_folder(report) / name if name else None
    if path is None or not path.is_file():
        return None
    return "data:image/jpeg;base64," + base64.b64encode(path.read_bytes()).decode("ascii")


def _causes(made: Sequence[Row]) -> tuple[Cause, ...]:
    struck: dict[str, list[tuple[Row, tuple[str, ...]]]] = {}
    said: dict[str, str] = {}
    for row in made:
        by_line: dict[str, list[str]] = {}
        for case in row.cases:
            if case.outcome.is_bad:
                line = case.cause or "No reason was given"
                said.setdefault(line, case.message or line)
                titles = by_line.setdefault(line, [])
                titles += [case.target.title] if case.target.is_browser else []
        for line, titles in by_line.items():
            struck.setdefault(line, []).append((row, tuple(titles)))
    ordered = sorted(struck.items(), key=lambda item: -len(item[1]))
    return tuple(Cause(said[line], tuple(found)) for line, found in ordered)
