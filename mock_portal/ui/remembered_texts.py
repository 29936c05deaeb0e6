"""Texts of a request with what they were made of, so that they can be said again in the other language.

A form holds its errors as texts. While a form is answered, each text is remembered as it is looked up: its
message id and its facts, which a page can carry, and which make the same text in any language.
"""

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from flask import g, request
from flask_babel import Domain, gettext, ngettext

from contributions import Language, T

__all__ = ["Packed", "is_listening", "listen", "pack", "remember", "say"]

Packed: TypeAlias = "str | int | list[Any]"
"""A text as a page carries it, in JSON: what it was made of, or the text itself where nobody knows that."""

_BOTH: Final = "both"
_LOOKED_UP: Final = "looked up"
_CHANGE_NOTHING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class _LookedUp:
    """A message of the catalogue: its id, that of its plural if it has one, and what was filled in."""

    singular: str
    plural: str
    facts: dict[str, Any]


class _Remembering(Domain):  # type: ignore[misc] # Flask-Babel's classes have no types
    """The catalogue, which remembers what was asked of it."""

    def gettext(self, string: str, **variables: Any) -> str:
        text = str(super().gettext(string, **variables))
        if text not in map(str, variables.values()):
            remember(text, _LookedUp(string, "", variables))
        return text

    def ngettext(self, singular: str, plural: str, num: int, **variables: Any) -> str:
        text = str(super().ngettext(singular, plural, num, **variables))
        remember(text, _LookedUp(singular, plural, {**variables, "num": num}))
        return text


_CATALOGUE: Final = _Remembering()


def listen() -> None:
    """From now on remember the texts of this request, if it may be refused; before its view is called."""
    # by the environment: a form that is shown again is answered as if its page had been asked for by GET
    if request.environ["REQUEST_METHOD"] not in _CHANGE_NOTHING:
        g.texts_made = {}
        _CATALOGUE.as_default()


def is_listening() -> bool:
    """Whether the texts of this request are remembered."""
    return "texts_made" in g


def remember(text: str, made_of: "T | _LookedUp") -> None:
    """Note what a text was made of, in a request in which that is wanted."""
    if is_listening():
        g.texts_made[text] = made_of


def pack(text: object) -> Packed:
    """A text of this request as a page can carry it."""
    match g.get("texts_made", {}).get(str(text)):
        case T() as both:
            return [_BOTH, both.en, both.ms]
        case _LookedUp() as found:
            facts = {name: pack(fact) for name, fact in found.facts.items()}
            return [_LOOKED_UP, found.singular, found.plural, facts]
    return text if isinstance(text, int) else str(text)


def say(packed: Packed, language: Language) -> str:
    """The text in the language of this request, which is the one given."""
    match packed:
        case [str(kind), str(en), str(ms)] if kind == _BOTH:
            return T(en, ms).in_language(language)
        case [str(kind), str(singular), str(plural), dict(facts)] if kind == _LOOKED_UP:
            filled = {name: _fact(fact, language) for name, fact in facts.items()}
            return str(ngettext(singular, plural, **filled) if plural else gettext(singular, **filled))
    return str(packed)


def _fact(packed: Packed, language: Language) -> str | int:
    return packed if isinstance(packed, int) else say(packed, language)
