"""How well a validator answered a kit: caught, missed, wrong line, false alarm.

A validator has codes of its own, so it is the place that counts. Only a code that is one of ours is held to
be what ours means: with it the checker is scored by its own kit.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from contributions.checks.registry import shipped_codes
from contributions.findings import Severity
from contributions.kit.answers import Answers, Said
from contributions.kit.sheet import Expected, Sheet

__all__ = ["Mark", "Outcome", "Score", "score"]


class Outcome(StrEnum):
    """How a file was answered."""

    CAUGHT = "caught"
    MISSED = "missed"
    WRONG_LINE = "wrong line"
    FALSE_ALARM = "false alarm"
    RIGHT = "right"
    """A good file of which nothing was said."""
    NO_ANSWER = "no answer"


@dataclass(frozen=True, slots=True)
class Mark:
    """One file's outcome; a file whose mistake was caught may have a false alarm besides."""

    expected: Expected
    outcome: Outcome
    words: str

    @property
    def is_good(self) -> bool:
        """Whether nothing is to be mended in the validator for it."""
        return self.outcome in {Outcome.CAUGHT, Outcome.RIGHT}


@dataclass(frozen=True, slots=True)
class Score:
    """All files, in the order of the sheet."""

    marks: tuple[Mark, ...]

    @property
    def counts(self) -> Counter[Outcome]:
        """How many files had which outcome."""
        return Counter(mark.outcome for mark in self.marks)

    @property
    def is_perfect(self) -> bool:
        """Whether there is no miss, no wrong line and no false alarm."""
        return all(mark.is_good for mark in self.marks)


_GRAVITY = (Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.FILE)


def score(sheet: Sheet, answers: Answers, *, least: Severity = Severity.INFO) -> Score:
    """The score of some answers. Mistakes less grave than `least` are not asked for."""
    asked = _GRAVITY[_GRAVITY.index(least) :]
    marks: list[Mark] = []
    for expected in sheet.files:
        if expected.severity is None or expected.severity in asked:
            marks.extend(_marks(expected, answers.get(expected.file)))
    return Score(tuple(marks))


def _marks(expected: Expected, said: tuple[Said, ...] | None) -> list[Mark]:
    if said is None:
        return [Mark(expected, Outcome.NO_ANSWER, "the answers do not name the file")]
    heard = [each for each in said if each.code.upper() not in expected.also]
    return _of_bad(expected, heard) if expected.code else [_of_good(expected, heard)]


def _of_good(expected: Expected, heard: list[Said]) -> Mark:
    if heard:
        return Mark(expected, Outcome.FALSE_ALARM, f"a good file, yet {_listed(heard)}")
    return Mark(expected, Outcome.RIGHT, "nothing was said")


def _of_bad(expected: Expected, heard: list[Said]) -> list[Mark]:
    other_codes = frozenset(shipped_codes()) - {expected.code}
    strange = [each for each in heard if each.code.upper() in other_codes]
    meant = [each for each in heard if each not in strange]
    hits = [each for each in meant if not expected.lines or each.line in expected.lines]
    beside = [each for each in meant if each not in hits]
    if hits:
        mark, alarms = Mark(expected, Outcome.CAUGHT, _listed(hits)), [*beside, *strange]
    elif beside:
        words = f"{_listed(beside)}; it is {_wanted(expected)}"
        mark, alarms = Mark(expected, Outcome.WRONG_LINE, words), strange
    else:
        mark, alarms = Mark(expected, Outcome.MISSED, f"not said; it is {_wanted(expected)}"), strange
    return [mark, *([Mark(expected, Outcome.FALSE_ALARM, f"besides, {_listed(alarms)}")] if alarms else [])]


def _listed(said: list[Said]) -> str:
    shown = [f"{each.code or 'something'} {_at(each.line)}" for each in said[:3]]
    more = len(said) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _wanted(expected: Expected) -> str:
    if not expected.lines:
        return "the file as a whole"
    return ", ".join(_at(line).removeprefix("on ") for line in sorted(expected.lines)[:3])


def _at(line: int) -> str:
    return f"on line {line}" if line else "on the file"
