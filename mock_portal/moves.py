"""A state machine is a table of allowed moves; a refused move is a typed error."""

from enum import StrEnum
from typing import TypeVar

from mock_portal.errors import NotAllowed

__all__ = ["Moves"]

S = TypeVar("S", bound=StrEnum)


class Moves(frozenset[tuple[S, S]]):
    """The moves of one state machine, as pairs of from and to."""

    def has(self, now: str, to: S) -> bool:
        """Whether the table has the move; `now` is a state as its row stores it."""
        return (now, to) in self

    def make(self, now: str, to: S) -> S:
        """The state after a move.

        Raises:
            NotAllowed: the table does not have the move.
        """
        if not self.has(now, to):
            raise NotAllowed(now, to)
        return to
