"""The checker as a page: what `assist check --serve` and the portal's help have in common.

It knows the checker and HTTP's words, and neither Flask nor the command line: files in, an answer out; the
page as HTML; its scripts and styles. It keeps nothing after an answer.
"""

from check_page.answering import Answer, Asked, SentFile, answer_check, answer_mend, asked_of, checked
from check_page.page import PageFacts, explained, fragment, static_file
from check_page.refusing import Refused, too_large

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
