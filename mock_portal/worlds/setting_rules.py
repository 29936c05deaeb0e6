"""What a setting takes: each rule fits a value or says what it wants, in words and as JSON Schema."""

from dataclasses import dataclass
from typing import Any, Protocol

__all__ = ["OneOf", "Rule", "SomeOf", "WholeNumber", "YesOrNo", "rule_of"]

_LARGEST = 1_000_000_000  # so many minutes from now are still a date


class Rule(Protocol):
    """What one setting takes."""

    def fits(self, value: object) -> bool:
        """Whether the setting takes this value."""

    @property
    def wants(self) -> str:
        """What it takes, as the end of "It takes ..."."""

    @property
    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""


@dataclass(frozen=True)
class WholeNumber:
    """A whole number within a range, both ends included."""

    least: int = 0
    most: int = _LARGEST

    def fits(self, value: object) -> bool:
        """Whether it is one; `True` is none."""
        return isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most

    @property
    def wants(self) -> str:
        """The range."""
        return f"a whole number from {self.least} to {self.most}"

    @property
    def schema(self) -> dict[str, Any]:
        """The range."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def fits(self, value: object) -> bool:
        """Whether it is one of them."""
        return isinstance(value, str) and value in self.words

    @property
    def wants(self) -> str:
        """The words."""
        return " or ".join(self.words)

    @property
    def schema(self) -> dict[str, Any]:
        """The words."""
        return {"type": "string", "enum": list(self.words)}


@dataclass(frozen=True)
class SomeOf:
    """A list of some of the words, of all, or of none."""

    words: tuple[str, ...]

    def fits(self, value: object) -> bool:
        """Whether it is a list of nothing else."""
        return isinstance(value, list | tuple) and all(part in self.words for part in value)

    @property
    def wants(self) -> str:
        """The words."""
        return f"a list of some of {', '.join(self.words)}"

    @property
    def schema(self) -> dict[str, Any]:
        """The words."""
        return {"type": "array", "items": {"type": "string", "enum": list(self.words)}}


@dataclass(frozen=True)
class YesOrNo:
    """True or false."""

    wants: str = "true or false"

    def fits(self, value: object) -> bool:
        """Whether it is one of the two."""
        return isinstance(value, bool)

    @property
    def schema(self) -> dict[str, Any]:
        """Nothing more to say."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class AnyText:
    """A text."""

    wants: str = "a text"

    def fits(self, value: object) -> bool:
        """Whether it is one."""
        return isinstance(value, str)

    @property
    def schema(self) -> dict[str, Any]:
        """Nothing more to say."""
        return {"type": "string"}


def rule_of(default: object) -> Rule:
    """The rule of a setting that names none: any value of the kind of its default."""
    if isinstance(default, bool):
        return YesOrNo()
    return WholeNumber() if isinstance(default, int) else AnyText()
