"""The months that a line of text speaks of, such as a title above a table.

A day is no month: "Printed on 3 November 2026" says nothing of the wages. A month without a year beside
another one has the year of that: "GAJI OKTOBER & BONUS SEPTEMBER 2026" speaks of two.
"""

import re
from collections.abc import Iterator

from contributions.months import YearMonth
from contributions.sheets import cells
from contributions.sheets.errors import NotReadAs

__all__ = ["months_said"]

_DAY_BEFORE = r"(?<![0-9][ ./-])(?<![0-9])(?<![0-9](?:st|nd|rd|th) )"
_IN_WORDS = re.compile(_DAY_BEFORE + r"\b[a-z]{3,9}\.?[ \-/,']*20[0-9]{2}\b", re.IGNORECASE)
_IN_FIGURES = re.compile(r"(?<![0-9/.\-])(?:0?[1-9]|1[0-2])[/\-]20[0-9]{2}(?![0-9/.\-]| [0-9])")
_NAMED = re.compile(rf"{_DAY_BEFORE}\b({'|'.join(cells.NAMED_MONTHS)})\b(?!\.?[ \-/,']*[0-9])", re.IGNORECASE)


def months_said(text: str) -> list[YearMonth]:
    """The months in a text, each once, those with a year first.

    >>> [str(month) for month in months_said("GAJI OKTOBER & BONUS SEPTEMBER 2026")]
    ['2026-09', '2026-10']
    """
    with_year = dict(_with_year(text))
    found = list(with_year.values())
    for match in _NAMED.finditer(text) if with_year else ():
        after = [at for at in with_year if at > match.start()]
        year = with_year[min(after) if after else max(with_year)].year
        found.append(YearMonth(year, cells.NAMED_MONTHS[match[1].lower()]))
    return list(dict.fromkeys(found))


def _with_year(text: str) -> Iterator[tuple[int, YearMonth]]:
    for pattern in (_IN_WORDS, _IN_FIGURES):
        for match in pattern.finditer(text):
            try:
                yield match.start(), cells.month(match[0])
            except NotReadAs:
                continue
