"""What stands below the people of a table: counts, who prepared it and when, a page of so many.

Such a row has no identity number, whatever stands in its column. One with somebody's number is never meant,
and neither is one with a name and an amount: there the number may be missing.
"""

import re
from collections.abc import Iterable
from datetime import date

from contributions.identifiers.shortened import is_shortened
from contributions.sheets import cells
from contributions.sheets.errors import NotReadAs

__all__ = ["is_count", "is_nobody_below", "is_persons_number", "last_person"]

MYKAD_DIGITS = 12
_NAMES = "|".join(cells.NAMED_MONTHS)
_DAY = re.compile(
    r"(?<![0-9])(?:[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-](?:20)?[0-9]{2}|20[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}|"
    rf"[0-9]{{1,2}}[ \-](?:{_NAMES})[ \-](?:20)?[0-9]{{2}})(?![0-9])",
    re.IGNORECASE,
)
_MYKAD_SIGNS = re.compile(r"[0-9 .'\-\u00a0]+")
_NUMBER = re.compile(r"([A-Z]{1,5}[0-9]{5,}|[0-9]{6,})[A-Z]?")
"""A MyKad, SSFW, passport or army number; a count, a year and a day as a number are shorter."""
_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]{4,}")
"""No unit of money is as long."""
_PEOPLE = r"(?:orang|pekerja|kakitangan|staf|staff|employees?|people|persons?|workers?)"
_COUNT = re.compile(
    rf"\s*(?:[0-9]+\s*{_PEOPLE}\b|(?:bil|bilangan|no|number|count|headcount)\b.*\b{_PEOPLE}\b)", re.IGNORECASE
)


def is_persons_number(cell: object) -> bool:
    """Whether a cell may hold somebody's identity number, or held it until a spreadsheet spoilt it.

    >>> [is_persons_number(cell) for cell in ("900101-14-5678", "A12345678", "6 orang", "Tarikh: 31/10/2026")]
    [True, True, False, False]
    """
    if isinstance(cell, date):
        return False
    written = cells.text(cell)
    number = re.sub(r"[^A-Z0-9]", "", written.upper())
    if is_shortened(written) or _is_error(cell):
        return True
    if len(number) == MYKAD_DIGITS and _MYKAD_SIGNS.fullmatch(written):
        return True
    return bool(_NUMBER.fullmatch(number)) and not _DAY.search(written)


def last_person(numbers: Iterable[tuple[int, object]]) -> int:
    """The number of the last row with somebody's identity number, of rows and their cells; 0 without any."""
    return max((row for row, cell in numbers if is_persons_number(cell)), default=0)


def is_count(cell: object) -> bool:
    """Whether a cell says how many people there are.

    >>> is_count("6 orang"), is_count("Bilangan pekerja"), is_count("Orang Kaya bin Ali")
    (True, True, False)
    """
    return bool(_COUNT.match(cells.text(cell)))


def is_nobody_below(identity: object, name: object, amounts: Iterable[object]) -> bool:
    """Whether a row below the last person is nobody: no identity number, and no amount of somebody."""
    if is_persons_number(identity):
        return False
    return is_count(identity) or is_count(name) or not any(map(_may_be_amount, amounts))


def _may_be_amount(cell: object) -> bool:
    if _is_error(cell):
        return True
    written = cells.text(cell)
    is_other = isinstance(cell, date) or "/" in written or _WORD.search(written) or _DAY.search(written)
    return cells.has_figures(cell) and not is_other


def _is_error(cell: object) -> bool:
    try:
        cells.refuse_error(cell)
    except NotReadAs:
        return True
    return False
