"""The checker as a page: what `assist check --serve` and the portal's help have in common.

It knows the checker and HTTP's words, and neither Flask nor the command line: files in, an answer out; the
page as HTML; its scripts and styles. It keeps nothing after an answer.
"""

from check_page.answering import Answer, Asked, SentFile, answer_check, answer_mend, asked_of
from check_page.page import PageFacts, fragment, static_file, static_names
from check_page.refusing import Refused

__all__ = [
    "Answer",
    "Asked",
    "PageFacts",
    "Refused",
    "SentFile",
    "answer_check",
    "answer_mend",
    "asked_of",
    "fragment",
    "static_file",
    "static_names",
]
