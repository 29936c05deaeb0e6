"""The identity number of a MyKad, MyPR or MyKAS: birth date (YYMMDD), place code, four digits.

It has no check digit. The last digit is odd for a man, even for a woman. For some holders the first six
digits are a registration date (contribution-files notes, 8.3: code, from the registration department's
lists). The century is not written: the reading followed is the one that makes a person of 15 to 100.

>>> validate("900101-14-5678")
'900101145678'
>>> format("900101145678")
'900101-14-5678'
"""

import re
from datetime import date

from contributions.identifiers.errors import NotAnIdentifier
from contributions.months import YearMonth

__all__ = ["OLDEST", "PLACE_CODES", "YOUNGEST", "born", "compact", "format", "is_valid", "validate"]

YOUNGEST, OLDEST = 15, 100
CENTURY = 100
PLACE_CODES = frozenset(
    [*range(1, 17), *range(21, 69), 71, 72, *range(74, 80), *range(82, 94), 98, 99],
)
_SHAPE = re.compile(r"(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?P<place>[0-9]{2})[0-9]{4}")


def compact(text: str) -> str:
    """The number without spaces and dashes."""
    return re.sub(r"[\s-]", "", text)


def validate(text: str) -> str:
    """The compact number.

    Raises:
        NotAnIdentifier: it has not twelve digits, or its date or place code does not exist.
    """
    number = compact(text)
    match = _SHAPE.fullmatch(number)
    if match is None:
        raise NotAnIdentifier(text, "a MyKad number has twelve digits")
    if not _dates(number):
        raise NotAnIdentifier(text, "the first six digits are no date")
    if int(match["place"]) not in PLACE_CODES:
        raise NotAnIdentifier(text, "the place code does not exist")
    return number


def is_valid(text: str) -> bool:
    """Whether this can be the number of a MyKad."""
    try:
        validate(text)
    except NotAnIdentifier:
        return False
    return True


def born(text: str, *, month: YearMonth) -> date | None:
    """The birth date of somebody who earned wages in a month; `None` when no century fits.

    >>> born("050101145678", month=YearMonth(2026, 10))
    datetime.date(2005, 1, 1)
    """
    ages = {month.year - day.year - (day.month > month.month): day for day in _dates(compact(text))}
    return next((ages[age] for age in sorted(ages) if YOUNGEST <= age <= OLDEST), None)


def format(text: str) -> str:  # noqa: A001 - the same four names in every identifier
    """The number as it is printed on the card; anything else is returned as it is."""
    number = compact(text)
    return f"{number[:6]}-{number[6:8]}-{number[8:]}" if _SHAPE.fullmatch(number) else text


def _dates(number: str) -> list[date]:
    match = _SHAPE.fullmatch(number)
    if match is None:
        return []
    days = []
    for century in (1900, 2000):
        try:
            days.append(date(century + int(match["year"]), int(match["month"]), int(match["day"])))
        except ValueError:
            continue
    return days
