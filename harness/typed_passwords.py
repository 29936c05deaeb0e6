"""Tells whoever asked, such as a report, which passwords were typed, so that it can leave them out."""

import contextlib
from collections.abc import Iterator

__all__ = ["is_listened_to", "kept", "tell"]

_KEPT: list[set[str]] = []


@contextlib.contextmanager
def kept() -> Iterator[set[str]]:
    """The passwords that page objects type while this is in force; nothing is kept otherwise."""
    typed: set[str] = set()
    _KEPT.append(typed)
    try:
        yield typed
    finally:
        _KEPT.pop()


def is_listened_to() -> bool:
    """Whether anybody asked."""
    return bool(_KEPT)


def tell(password: str) -> None:
    """Say that this was typed as a password."""
    for typed in _KEPT:
        typed.add(password)
