"""How well a validator answered a kit: caught, missed, wrong line, false alarm.

A validator has codes of its own, so it is the place that counts. Only a code that is one of ours is held to
be what ours means: with it the checker is scored by its own kit.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from contributions.bilingual import NOTHING, T
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
    words: T

    @property
    def is_good(self) -> bool:
        """Whether nothing is to be mended in the validator for it."""
        return self.outcome in {Outcome.CAUGHT, Outcome.RIGHT}


@dataclass(frozen=True, slots=True)
class Score:
    """All files, in the order of the sheet."""

    marks: tuple[Mark, ...]
    strangers: tuple[str, ...] = ()
    """Files that the answers name and the kit does not have, in the order of the answers."""

    @property
    def counts(self) -> Counter[Outcome]:
        """How many files had which outcome."""
        return Counter(mark.outcome for mark in self.marks)

    @property
    def is_perfect(self) -> bool:
        """Whether there is no miss, no wrong line and no false alarm."""
        return all(mark.is_good for mark in self.marks)


_NOT_NAMED = T("the answers do not name the file", "jawapan tidak menyebut fail ini")
_GRAVITY = (Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.FILE)


def score(sheet: Sheet, answers: Answers, *, least: Severity = Severity.INFO) -> Score:
    """The score of some answers. Mistakes less grave than `least` are not asked for."""
    asked = _GRAVITY[_GRAVITY.index(least) :]
    marks: list[Mark] = []
    for expected in sheet.files:
        if expected.severity is None or expected.severity in asked:
            marks.extend(_marks(expected, answers.get(expected.file)))
    known = {expected.file for expected in sheet.files}
    return Score(tuple(marks), tuple(file for file in answers if file not in known))


def _marks(expected: Expected, said: tuple[Said, ...] | None) -> list[Mark]:
    if said is None:
        return [Mark(expected, Outcome.NO_ANSWER, _NOT_NAMED)]
    heard = [each for each in said if each.code.upper() not in expected.also]
    return _of_bad(expected, heard) if expected.code else [_of_good(expected, heard)]


def _of_good(expected: Expected, heard: list[Said]) -> Mark:
    if heard:
        return Mark(
            expected,
            Outcome.FALSE_ALARM,
            T("a good file, yet {said}", "fail yang baik, namun {said}").filled(said=_listed(heard)),
        )
    return Mark(expected, Outcome.RIGHT, T("nothing was said", "tiada apa-apa dikatakan"))


def _of_bad(expected: Expected, heard: list[Said]) -> list[Mark]:
    other_codes = frozenset(shipped_codes()) - {expected.code}
    strange = [each for each in heard if each.code.upper() in other_codes]
    meant = [each for each in heard if each not in strange]
    hits = [each for each in meant if not expected.lines or each.line in expected.lines]
    beside = [each for each in meant if each not in hits]
    if hits:
        mark, alarms = Mark(expected, Outcome.CAUGHT, _listed(hits)), [*beside, *strange]
    elif beside:
        words = T("{said}; it is {wanted}", "{said}; sepatutnya {wanted}").filled(
            said=_listed(beside), wanted=_wanted(expected)
        )
        mark, alarms = Mark(expected, Outcome.WRONG_LINE, words), strange
    else:
        words = T("not said; it is {wanted}", "tidak dikatakan; sepatutnya {wanted}").filled(
            wanted=_wanted(expected)
        )
        mark, alarms = Mark(expected, Outcome.MISSED, words), strange
    if not alarms:
        return [mark]
    besides = T("besides, {said}", "selain itu, {said}").filled(said=_listed(alarms))
    return [mark, Mark(expected, Outcome.FALSE_ALARM, besides)]


def _listed(said: list[Said]) -> T:
    shown = [
        T("{code} {at}", "{code} {at}").filled(code=each.code or T("something", "sesuatu"), at=_at(each.line))
        for each in said[:3]
    ]
    more = len(said) - len(shown)
    rest = T(f" and {more} more", f" dan {more} lagi") if more else NOTHING
    return T(", ".join(each.en for each in shown) + rest.en, ", ".join(each.ms for each in shown) + rest.ms)


def _wanted(expected: Expected) -> T:
    if not expected.lines:
        return T("the file as a whole", "seluruh fail")
    lines = [str(line) for line in sorted(expected.lines)[:3]]
    return T(", ".join(f"line {line}" for line in lines), ", ".join(f"baris {line}" for line in lines))


def _at(line: int) -> T:
    return T(f"on line {line}", f"pada baris {line}") if line else T("on the file", "pada fail")
