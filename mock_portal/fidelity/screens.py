"""What a screen shows, line by line, each with its mark; and how many of each there are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mock_portal.fidelity.entries import Capability, Part, Rule, Screen, capability
from mock_portal.fidelity.marks import ASSUMED, Evidence, Mark
from mock_portal.fidelity.wording import Wording, path_of, referenced, wordings

__all__ = ["Line", "Seen", "counts_of", "part_for", "seen"]


@dataclass(frozen=True)
class Line:
    """A text with its mark."""

    wording: Wording
    evidence: Evidence


@dataclass(frozen=True)
class Seen:
    """A screen with all that it shows: texts of its own files (not the frame's) and its rules."""

    screen: Screen
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    @property
    def counts(self) -> Mapping[Mark, int]:
        """How many of each mark, strongest first, without those that are not there."""
        return counts_of((*(line.evidence for line in self.lines), *(rule.evidence for rule in self.rules)))

    def marked(self, *marks: Mark) -> tuple[Line, ...]:
        """The texts with one of these marks."""
        return tuple(line for line in self.lines if line.evidence.mark in marks)


def counts_of(found: tuple[Evidence, ...]) -> Mapping[Mark, int]:
    """How many of each mark, strongest first, without those that are not there."""
    counted = Counter(one.mark for one in found)
    return {mark: counted[mark] for mark in Mark if counted[mark]}


@cache
def seen(key: str) -> Seen | None:
    """A screen by its template; `None` when its capability has no marks or they do not know it."""
    home = capability(key.partition("/")[0])
    if home is None:
        return None
    screen = next((one for one in home.screens if one.key == key), None)
    if screen is None:
        return None
    strongest: dict[str, Line] = {}
    for line in _lines(home, screen):
        before = strongest.get(line.wording.text)
        if before is None or _strength(line) < _strength(before):
            strongest[line.wording.text] = line
    return Seen(screen, tuple(strongest.values()), tuple(rule for rule in home.rules if key in rule.on))


def part_for(home: Capability, file: str, wording: Wording) -> Part | None:
    """The entry that says the mark of a text: one that names its owner, or else one for the whole file."""
    fitting = [part for part in home.parts if part.file == file]
    named = (part for part in fitting if wording.owner in part.names)
    return next(named, next((part for part in fitting if not part.names), None))


def _lines(home: Capability, screen: Screen) -> Iterator[Line]:
    own = _templates_of(home, screen)
    told = (part.file for part in home.parts if screen.key in part.on and path_of(part.file).is_file())
    for file in dict.fromkeys((*own, *told)):
        for wording in wordings(file):
            part = part_for(home, file, wording)
            if file in own or (part is not None and screen.key in part.on):
                yield Line(wording, _mark(part, wording))


def _templates_of(home: Capability, screen: Screen) -> tuple[str, ...]:
    if screen.is_paper or not path_of(screen.key).is_file():
        return ()
    # What `ui` gives to all pages is a screen of its own, said once.
    return (screen.key,) if home.name == "ui" else referenced(screen.key)


def _mark(part: Part | None, wording: Wording) -> Evidence:
    # A text that nobody marked comes from nobody; the tests ask for it to be said.
    return ASSUMED if part is None else part.texts.get(wording.text, ASSUMED)


def _strength(line: Line) -> int:
    return list(Mark).index(line.evidence.mark)
