"""Days written in another form than DDMMYYYY in front of the status of layouts S1 and E1."""

import re
from datetime import date, datetime

from contributions.months import NotAMonth, YearMonth

__all__ = ["day_meant", "is_written_as_day"]

_FIRST_YEAR = 1900
_YEAR_AWAY = 12
# Patterns of this module are compiled when they are first needed: most files need none.
_DIGITS = r" *([0-9][0-9/.-]*) *[A-Za-z]? *"
_SEPARATED = r"[0-9]([/-]|\.[0-9]+\.)[0-9]"
"""What stands in a day and in no amount."""
_SIGNS = str.maketrans("", "", "/.-")
_SHORT, _LONG = 6, 8
"""Digits of a day whose year has two or four of them."""


def day_meant(text: str, month: str) -> date | None:
    """The day meant by the nine columns of day and status, beside a month MMYYYY; `None` for no sure one.

    A year of two digits is believed where the day lies within a year of the month, one of four where it is
    no later than the year after it.
    """
    written = re.fullmatch(_DIGITS, text)
    try:
        beside = YearMonth.from_mmyyyy(month)
    except NotAMonth:
        return None
    if written is None:
        return None
    digits = written[1].translate(_SIGNS)
    if len(digits) == _SHORT:
        day = _read(digits, "%d%m%y")
        return day if day and _is_near(day, beside) else None
    days = (_read(digits, form) for form in ("%d%m%Y", "%Y%m%d") if len(digits) == _LONG)
    return next((day for day in days if day and _FIRST_YEAR <= day.year <= beside.year + 1), None)


def is_written_as_day(text: str, month: str) -> bool:
    """Whether these columns hold a day in some form, or most of one, and not the beginning of amounts."""
    return re.search(_SEPARATED, text) is not None or day_meant(text, month) is not None


def _is_near(day: date, month: YearMonth) -> bool:
    return abs(YearMonth.of(day).number - month.number) <= _YEAR_AWAY


def _read(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
