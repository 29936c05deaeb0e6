"""The checker as a page: what `assist check --serve` and the portal's help have in common.

It knows the checker and HTTP's words, and neither Flask nor the command line: files in, an answer out; the
page as HTML; its scripts and styles. It keeps nothing after an answer. Names are loaded when first used: a
portal whose help nobody opens starts without the checks.
"""

from typing import TYPE_CHECKING

from contributions.lazy_names import loader_of

if TYPE_CHECKING:
    from check_page.answering import Answer, Asked, SentFile, answer_check, answer_mend, asked_of, checked
    from check_page.page import PageFacts, explained, fragment, static_file
    from check_page.refusing import Refused, too_large

_HOMES = {
    "answering": ("Answer", "Asked", "SentFile", "answer_check", "answer_mend", "asked_of", "checked"),
    "page": ("PageFacts", "explained", "fragment", "static_file"),
    "refusing": ("Refused", "too_large"),
}

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


__getattr__ = loader_of(__name__, _HOMES)
