"""How reports are written to a terminal: its width, colour, language."""

from dataclasses import dataclass

from contributions.bilingual import Language, T

__all__ = ["Style", "wrapped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How to write: width of the terminal, colour, plain ASCII for consoles that need it, language."""

    width: int = 100
    colour: bool = False
    ascii_only: bool = False
    language: Language = "en"

    def say(self, text: T) -> str:
        """A text in the language of the reader."""
        return text.in_language(self.language)

    def paint(self, text: str, colour: str) -> str:
        """Text in a colour, where colour is wanted."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour and text else text


def wrapped(text: str, width: int) -> list[str]:
    """Words in lines of at most `width` letters."""
    import textwrap  # a valid file needs none, and its import is a hundredth of a small check

    return textwrap.wrap(text, width, break_on_hyphens=False)  # an option stays in one piece
