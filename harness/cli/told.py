"""What a command cannot do, in the language that its user asked for."""

from collections.abc import Sequence
from itertools import pairwise

from contributions.bilingual import NOTHING, Language, T
from harness.errors import HarnessError

__all__ = ["CannotDo", "asked_language", "told"]


class CannotDo(HarnessError):
    """An action of a command that cannot be done: `words` without a stop, and `how` to mend it."""

    def __init__(self, words: T, how: T = NOTHING) -> None:
        super().__init__(f"{words.en}.", mend=how.en)
        self.words = words
        self.how = how


def told(error: HarnessError, language: Language) -> str:
    """An error and its mend as one line."""
    if isinstance(error, CannotDo):
        return f"{error.words.in_language(language)}. {error.how.in_language(language)}".strip()
    return f"{error.message} {error.mend}".strip()


def asked_language(argv: Sequence[str]) -> Language:
    """The language that a command line names, before anything else of it is known to be right."""
    is_malay = "--lang=ms" in argv or ("--lang", "ms") in pairwise(argv)
    return "ms" if is_malay else "en"
