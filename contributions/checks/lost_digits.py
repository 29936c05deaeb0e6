"""Months that have lost a digit, such as the zero in front that a spreadsheet drops."""

from collections.abc import Collection

from contributions.layouts import C2
from contributions.matrix.months import FIRST_YEAR, LAST_YEAR
from contributions.months import NotAMonth, YearMonth

__all__ = ["has_lost_digit", "month_meant"]

_DIGITS = "0123456789"


def has_lost_digit(text: str) -> bool:
    """Whether a text is the digits of a month but for one."""
    return bool(_months_of(text))


def month_meant(text: str, months: Collection[YearMonth]) -> YearMonth | None:
    """The month that has lost a digit: the only one that it can be among some months, or at all."""
    possible = _months_of(text)
    meant = possible.intersection(months) or possible
    return next(iter(meant)) if len(meant) == 1 else None


def _months_of(text: str) -> set[YearMonth]:
    """The months that have such a text when one of their digits is lost."""
    if len(text) != C2["month"].length - 1:
        return set()
    found = set()
    for at in range(C2["month"].length):
        for digit in _DIGITS:
            try:
                month = YearMonth.from_mmyyyy(text[:at] + digit + text[at:])
            except NotAMonth:
                continue
            if FIRST_YEAR <= month.year <= LAST_YEAR:
                found.add(month)
    return found
