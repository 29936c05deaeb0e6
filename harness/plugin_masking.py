"""Leaves passwords out of what the report says of a test."""

from collections.abc import Iterable, Iterator
from typing import Final

import pytest

from harness.plugin_state import SECRETS

__all__ = ["MASK", "secrets_of", "without_secrets", "without_secrets_in_brackets"]

MASK: Final = "••••••"
_SHORTEST = 4  # whatever is shorter stands in half of all words, and keeps nobody out


def secrets_of(item: pytest.Item) -> frozenset[str]:
    """What must not be read in a test's case: its own passwords, and those that several tests share."""
    own, shared = item.stash.get(SECRETS, None), item.config.stash.get(SECRETS, None)
    return frozenset((own or set()) | (shared or set()))


def without_secrets(text: str, secrets: Iterable[str]) -> str:
    """A text with each secret masked, however it is spelled in it."""
    for spelled in sorted(set(_spellings(secrets)), key=len, reverse=True):
        text = text.replace(spelled, MASK)
    return text


def without_secrets_in_brackets(name: str, secrets: Iterable[str]) -> str:
    """A test's name with each secret masked among its parameters; files and functions keep their names."""
    head, bracket, rest = name.partition("[")
    return head + bracket + without_secrets(rest, secrets)


def _spellings(secrets: Iterable[str]) -> Iterator[str]:
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            yield secret
            yield repr(secret)[1:-1]
            yield secret.encode("unicode_escape").decode("ascii")  # as pytest writes a parameter
