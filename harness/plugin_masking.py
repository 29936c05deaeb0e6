"""Leaves passwords out of what the report says of a test."""

import contextlib
from collections.abc import Iterable, Iterator

import pytest

from harness import typed_passwords
from harness.plugin_state import SECRETS
from harness.report.model import MASK

__all__ = ["keep_typed", "secrets_of", "secrets_of_names", "without_secrets", "without_secrets_in_brackets"]

_TYPED = pytest.StashKey[set[str]]()
_SHORTEST = 4  # whatever is shorter stands in half of all words, and keeps nobody out


def secrets_of(item: pytest.Item) -> frozenset[str]:
    """What must not be read in a test's case: its own passwords, and those that several tests share."""
    own, shared = item.stash.get(SECRETS, None), item.config.stash.get(SECRETS, None)
    return frozenset((own or set()) | (shared or set()))


def secrets_of_names(item: pytest.Item) -> frozenset[str]:
    """What must not be read in a test's name: what any test typed may be a parameter of this one."""
    typed = item.config.stash.get(_TYPED, None)
    return secrets_of(item) | (typed or set())


@contextlib.contextmanager
def keep_typed(item: pytest.Item) -> Iterator[None]:
    """Keep what a test types as a password while this is in force."""
    with typed_passwords.kept() as typed:
        item.stash[SECRETS] = typed
        try:
            yield
        finally:
            item.config.stash.setdefault(_TYPED, set()).update(typed)


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
