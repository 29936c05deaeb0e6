"""Words that a source prints: in English, for any screen (`quoted.toml`), and in Malay (`malay.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mock_portal.fidelity.marks import Evidence, evidence

__all__ = ["malay_words", "quoted_words"]


@cache
def malay_words() -> Mapping[str, Evidence]:
    """Each word with the mark of its Malay; all other Malay is our own translation."""
    return _read("malay.toml")


@cache
def quoted_words() -> Mapping[str, Evidence]:
    """Each English label or message with its mark, for any screen that shows it."""
    return _read("quoted.toml")


def _read(name: str) -> Mapping[str, Evidence]:
    read = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return MappingProxyType({word: evidence(mark, place=f"{name}, {word}") for word, mark in read.items()})
