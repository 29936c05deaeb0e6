"""What a mistake of the kit is: the code of the check that names it, and how a good file is made wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from contributions.kit.good_file import GoodFile, Spot

__all__ = ["Made", "Mistake", "at_field", "everywhere", "whole_file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file with one mistake and where it is."""

    content: bytes
    places: tuple[Spot, ...] = (Spot(),)
    name: str = ""
    """The name that the file must have; empty for the code."""
    as_of: date | None = None
    """The day on which it is judged, where it is another than the good file's."""
    also: frozenset[str] = frozenset()
    """Codes that cannot but come along."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One way to be wrong. `base` names the good file it needs; empty for the usual one, or the one given."""

    code: str
    make: Callable[[GoodFile], Made]
    base: str = ""


def whole_file(content: Callable[[GoodFile], bytes]) -> Callable[[GoodFile], Made]:
    """A mistake of the file as a whole, given by its bytes."""
    return lambda good: Made(content=content(good))


def at_field(
    name: str, change: Callable[[GoodFile, int], GoodFile], *, who: str = "local"
) -> Callable[[GoodFile], Made]:
    """A mistake in a field of one line: of somebody ordinary, or of a foreign worker."""

    def make(good: GoodFile) -> Made:
        index: int = getattr(good, who)
        return Made(content=change(good, index).content, places=(good.spot(index, name),))

    return make


def everywhere(
    name: str,
    change: Callable[[GoodFile], GoodFile],
    lines: Callable[[GoodFile], Sequence[int]] | None = None,
) -> Callable[[GoodFile], Made]:
    """A mistake that all lines have, or some; what is expected is the first of them at least."""

    def make(good: GoodFile) -> Made:
        found = range(len(good)) if lines is None else lines(good)
        return Made(content=change(good).content, places=tuple(good.spot(index, name) for index in found))

    return make
