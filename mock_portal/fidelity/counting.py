"""The marks in words, and counts of them, in the language of the request."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString, lazy_gettext

from mock_portal.fidelity.marks import Mark

__all__ = ["MARK_WORDS", "counted"]

MARK_WORDS: Final[Mapping[Mark, LazyString]] = {
    Mark.OFFICIAL: lazy_gettext("official"),
    Mark.VENDOR: lazy_gettext("vendor"),
    Mark.SEED: lazy_gettext("seed"),
    Mark.ASSUMED: lazy_gettext("assumed"),
}


def counted(counts: Mapping[Mark, int]) -> str:
    """`4 official, 6 vendor, 30 assumed`."""
    return ", ".join(f"{number} {MARK_WORDS[mark]}" for mark, number in counts.items())
