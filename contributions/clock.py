"""The day on which a file is checked; the only place here that asks the machine for it."""

from datetime import date, datetime
from typing import Final

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.wrong_types import named_type

__all__ = ["DayOutside", "checked_on", "refuse_outside", "today"]

_FIRST, _LAST = date(1901, 1, 1), date(2998, 12, 31)


class DayOutside(ContributionsError):
    """A day on which no file can be checked: the months around it have no number in a file."""

    MEND: Final = T(f"Name one from {_FIRST} to {_LAST}.", f"Namakan satu dari {_FIRST} hingga {_LAST}.")

    def __init__(self, day: date) -> None:
        super().__init__(
            T(f"{day} is no day to check on. {self.MEND.en}", f"{day} bukan hari semakan. {self.MEND.ms}")
        )
        self.day = day


def today() -> date:
    """The day where the user is."""
    return date.today()  # noqa: DTZ011 - a day, not a moment


def checked_on(given: date | None) -> date:
    """The day given, or today.

    Raises:
        TypeError: it is no date.
        DayOutside: no file can be checked on it.
    """
    if given is None:
        return today()
    if not isinstance(given, date):
        raise TypeError(f"as_of is a date, such as date(2026, 11, 10), not {named_type(given)}")
    return refuse_outside(given.date() if isinstance(given, datetime) else given)


def refuse_outside(day: date) -> date:
    """The same day.

    Raises:
        DayOutside: no file can be checked on it.
    """
    if not _FIRST <= day <= _LAST:
        raise DayOutside(day)
    return day
