"""Malay words that a source prints (`malay.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from mock_portal.fidelity.marks import Evidence, evidence

__all__ = ["malay_words"]

_FILE: Final = Path(__file__).with_name("malay.toml")


@cache
def malay_words() -> Mapping[str, Evidence]:
    """Each word with the mark of its Malay; all other Malay is our own translation."""
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType(
        {word: evidence(mark, place=f"{_FILE.name}, {word}") for word, mark in read.items()}
    )
