"""What the page `/help/fidelity` shows: every screen with every text and rule, in the reader's language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from flask_babel import LazyString, get_translations

from contributions import Language
from mock_portal.fidelity.counting import MARK_WORDS, counted
from mock_portal.fidelity.entries import Capability, Rule, capabilities
from mock_portal.fidelity.figures import with_figures
from mock_portal.fidelity.marks import Evidence, Mark
from mock_portal.fidelity.screens import Line, Seen, counts_of, seen
from mock_portal.fidelity.wording import Wording
from mock_portal.fidelity.words import malay_words
from mock_portal.worlds.settings import WorldSettings

__all__ = ["Chapter", "Item", "Section", "chapters", "everything", "malay_items"]

_PLACEHOLDER: Final = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


@dataclass(frozen=True)
class Item:
    """A text or a rule as the page shows it.

    Attributes:
        english: what the source prints, where the page shows a translation of it.
        is_text: whether it is a text of a screen; otherwise it is a sentence about the portal.
    """

    words: str
    english: str
    mark: LazyString
    keys: tuple[str, ...]
    settings: tuple[str, ...] = ()
    is_text: bool = False


@dataclass(frozen=True)
class Section:
    """A screen or a paper."""

    anchor: str
    title: str
    counts: str
    items: tuple[Item, ...]
    assumed: tuple[Item, ...]


@dataclass(frozen=True)
class Chapter:
    """A capability."""

    anchor: str
    title: str
    ours: str
    is_unseen: bool
    rules: tuple[Item, ...]
    sections: tuple[Section, ...]


@lru_cache(maxsize=8)
def chapters(language: str, settings: WorldSettings) -> tuple[Chapter, ...]:
    """Every capability with its screens, in the request's language; rules have the figures of this world."""
    chosen: Language = "ms" if language == "ms" else "en"
    return tuple(_chapter(one, chosen, settings) for one in capabilities())


def everything() -> Mapping[Mark, int]:
    """How many texts and rules of all screens have which mark."""
    found: list[Evidence] = []
    for one in capabilities():
        found += (rule.evidence for rule in one.rules)
        for shown in _screens(one):
            found += (line.evidence for line in shown.lines)
    return counts_of(tuple(found))


def malay_items() -> tuple[Item, ...]:
    """The Malay words that a source prints."""
    return tuple(
        Item(word, "", MARK_WORDS[found.mark], found.keys, is_text=True)
        for word, found in malay_words().items()
    )


def _screens(one: Capability) -> Iterator[Seen]:
    for screen in one.screens:
        shown = seen(screen.key)
        if shown is not None:
            yield shown


def _chapter(one: Capability, language: Language, settings: WorldSettings) -> Chapter:
    return Chapter(
        anchor=one.name,
        title=one.title.in_language(language),
        ours="" if one.ours is None else one.ours.in_language(language),
        is_unseen=one.is_unseen,
        rules=tuple(_of_rule(rule, language, settings) for rule in one.rules if not rule.on),
        sections=tuple(_section(shown, language, settings) for shown in _screens(one)),
    )


def _section(shown: Seen, language: Language, settings: WorldSettings) -> Section:
    quoted = shown.marked(Mark.OFFICIAL, Mark.VENDOR, Mark.SEED)
    return Section(
        anchor=shown.screen.anchor,
        title=shown.screen.title.in_language(language),
        counts=counted(shown.counts),
        items=(
            *(_of_line(line, language) for line in quoted),
            *(_of_rule(rule, language, settings) for rule in shown.rules),
        ),
        assumed=tuple(_of_line(line, language) for line in shown.marked(Mark.ASSUMED)),
    )


def _of_line(line: Line, language: Language) -> Item:
    words = _PLACEHOLDER.sub("…", _translated(line.wording, language))
    english = _PLACEHOLDER.sub("…", line.wording.text)
    is_quoted = line.evidence.mark is not Mark.ASSUMED
    return Item(
        words=words,
        english=english if is_quoted and english != words else "",
        mark=MARK_WORDS[line.evidence.mark],
        keys=line.evidence.keys,
        is_text=True,
    )


def _of_rule(rule: Rule, language: Language, settings: WorldSettings) -> Item:
    words = with_figures(rule.words, settings).in_language(language)
    return Item(words, "", MARK_WORDS[rule.evidence.mark], rule.evidence.keys, rule.settings)


def _translated(wording: Wording, language: Language) -> str:
    if wording.malay is not None:
        return wording.malay if language == "ms" else wording.text
    known = get_translations()
    if wording.plural is not None:
        several: str = known.ungettext(wording.text, wording.plural, 2)
        return several
    one: str = known.ugettext(wording.text)
    return one
