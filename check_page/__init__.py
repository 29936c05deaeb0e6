"""The checker as a page: what `assist check --serve` and the portal's help have in common.

It knows the checker and HTTP's words, and neither Flask nor the command line: files in, an answer out; the
page as HTML; its scripts and styles. It keeps nothing after an answer. Names are loaded when first used: a
portal whose help nobody opens starts without the checks.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from check_page.answering import Answer, Asked, SentFile, answer_check, answer_mend, asked_of, checked
    from check_page.page import PageFacts, explained, fragment, static_file
    from check_page.refusing import Refused, too_large

_HOMES = {
    "answering": ("Answer", "Asked", "SentFile", "answer_check", "answer_mend", "asked_of", "checked"),
    "page": ("PageFacts", "explained", "fragment", "static_file"),
    "refusing": ("Refused", "too_large"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Answer",
    "Asked",
    "PageFacts",
    "Refused",
    "SentFile",
    "answer_check",
    "answer_mend",
    "asked_of",
    "checked",
    "explained",
    "fragment",
    "static_file",
    "too_large",
]


def __getattr__(name: str) -> object:
    """A public name, loaded on first use."""
    try:
        module = _HOME_OF[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value
