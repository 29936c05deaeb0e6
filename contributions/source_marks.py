"""How a rule is known, in one word: the marks that checks carry, in both languages."""

from contributions.bilingual import T

__all__ = ["FIELD", "MARKS", "mark_in_words"]

FIELD = "field"
"""Confirmed by reports from the field: what a real portal did with a file."""
_WORDS = {
    "official": T("official", "rasmi"),
    "official-2nd": T("official-2nd", "rasmi melalui pihak lain"),
    "vendor": T("vendor", "vendor"),
    "code": T("code", "kod program"),
    "assumed": T("assumed", "andaian"),
    "unreadable": T("cannot be read otherwise", "syarat untuk dapat dibaca"),
    FIELD: T("field", "lapangan"),
}
MARKS = tuple(_WORDS)
"""Every mark."""


def mark_in_words(mark: str) -> T:
    """The mark as a reader of either language knows it."""
    return _WORDS[mark]
