"""How long a line is, in words."""

from contributions.bilingual import T

__all__ = ["characters"]


def characters(count: int) -> T:
    """A number of characters in words.

    >>> characters(1).en, characters(278).ms
    ('1 character', '278 aksara')
    """
    return T("1 character" if count == 1 else f"{count} characters", f"{count} aksara")
