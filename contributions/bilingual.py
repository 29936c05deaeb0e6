"""Texts that people read, in English and Malay, written together."""

from dataclasses import dataclass
from typing import Literal, Self

__all__ = ["NOTHING", "Language", "T"]

Language = Literal["en", "ms"]


@dataclass(frozen=True, slots=True)
class T:
    """One text in both languages.

    >>> T(en="Valid", ms="Sah").in_language("ms")
    'Sah'
    """

    en: str
    ms: str

    def in_language(self, language: Language) -> str:
        """The text in one language."""
        return self.ms if language == "ms" else self.en

    def filled(self, **facts: "T | str | int") -> Self:
        """The text with its `{placeholders}` replaced; a fact that is itself a `T` keeps its language."""
        english = {key: fact.en if isinstance(fact, T) else fact for key, fact in facts.items()}
        malay = {key: fact.ms if isinstance(fact, T) else fact for key, fact in facts.items()}
        return type(self)(self.en.format_map(english), self.ms.format_map(malay))

    @classmethod
    def same(cls, text: str) -> Self:
        """A text that both languages write alike: a number, an amount, a code."""
        return cls(text, text)


NOTHING = T("", "")
