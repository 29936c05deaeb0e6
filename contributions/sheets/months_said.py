"""The months that a line of text speaks of, such as a title above a table.

A day is no month: "Printed on 3 November 2026" says nothing of the wages. A month without a year beside
another one has the year of that: "GAJI OKTOBER & BONUS SEPTEMBER 2026" speaks of two. From one day to another
is a period, and of the months that both lie in.
"""

import re
from collections.abc import Iterator

from contributions.months import YearMonth
from contributions.sheets import cells
from contributions.sheets.errors import NotReadAs

__all__ = ["is_period", "months_said", "numbers_said", "periods_said"]

_DAY_BEFORE = r"(?<![0-9][ ./-])(?<![0-9])(?<![0-9](?:st|nd|rd|th) )"
_NAMES = "|".join(cells.NAMED_MONTHS)
_IN_WORDS = re.compile(_DAY_BEFORE + r"\b[a-z]{3,9}\.?[ \-/,']*20[0-9]{2}\b", re.IGNORECASE)
_IN_FIGURES = re.compile(r"(?<![0-9/.\-])(?:0?[1-9]|1[0-2])[/\-]20[0-9]{2}(?![0-9/.\-]| [0-9])")
_YEAR_FIRST = re.compile(r"(?<![0-9/.\-])20[0-9]{2}[/\-](?:0[1-9]|1[0-2])(?![0-9/.\-]| [0-9])")
_NAMED = re.compile(rf"{_DAY_BEFORE}\b({_NAMES})\b(?!\.?[ \-/,']*[0-9])", re.IGNORECASE)
_FROM_TO = r"\s*(?:[-\u2013\u2014~]|to|until|till|hingga|sehingga|sampai|s/d)\s*"
_FIGURES = r"[0-9]{1,2}[/.\-](?:0?[1-9]|1[0-2])[/.\-]20[0-9]{2}"
_ISO = r"20[0-9]{2}-(?:0[1-9]|1[0-2])-[0-9]{2}"
_WORDS = rf"[0-9]{{1,2}}(?:st|nd|rd|th)?[ \-](?:{_NAMES})\.?,?[ \-](?:20)?[0-9]{{2}}"
_WORDS_ALONE = rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?:[ \-](?:{_NAMES})\.?)?"
_DAY = rf"(?:{_FIGURES}|{_ISO}|{_WORDS})"
_PERIOD = re.compile(
    rf"(?<![0-9])(?P<first>{_DAY}|{_WORDS_ALONE}){_FROM_TO}(?P<last>{_DAY})(?![0-9])", re.IGNORECASE
)
_LAST_MONTH = 12


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


def numbers_said(text: str) -> list[int]:
    """The numbers of the months in a text that says no year: `September`, `9`.

    >>> numbers_said("Ogos dan September"), numbers_said("09"), numbers_said("26 hari")
    ([8, 9], [9], [])
    """
    if text.isdecimal() and 1 <= int(text) <= _LAST_MONTH:
        return [int(text)]
    return list(dict.fromkeys(cells.NAMED_MONTHS[match[1].lower()] for match in _NAMED.finditer(text)))


def periods_said(text: str) -> list[YearMonth]:
    """The months that periods from one day to another begin and end in, each once.

    >>> [str(month) for month in periods_said("1 September 2026 hingga 30 September 2026")]
    ['2026-09']
    >>> [str(month) for month in periods_said("26/09/2026 - 25/10/2026")]
    ['2026-09', '2026-10']
    """
    found: list[YearMonth] = []
    for match in _PERIOD.finditer(text):
        last = _month_of_day(match["last"])
        first = _month_of_day(match["first"], ends=last)
        found += [first, last]
    return list(dict.fromkeys(found))


def is_period(text: str) -> bool:
    """Whether a text says a period and nothing else."""
    return bool(_PERIOD.fullmatch(text.strip()))


def _month_of_day(day: str, ends: YearMonth | None = None) -> YearMonth:
    """The month of a day; what it lacks, it has of the day on which the period ends."""
    names = re.findall(_NAMES, day, re.IGNORECASE)
    figures = [int(figure) for figure in re.findall(r"[0-9]+", day)]
    if names:
        number = cells.NAMED_MONTHS[names[0].lower()]
        if ends and len(figures) == 1:
            return YearMonth(ends.year - (number > ends.month), number)
        return YearMonth(figures[-1] % 100 + 2000, number)
    if ends and len(figures) == 1:
        return ends
    return YearMonth(max(figures), figures[1])


def _with_year(text: str) -> Iterator[tuple[int, YearMonth]]:
    for pattern in (_IN_WORDS, _IN_FIGURES, _YEAR_FIRST):
        for match in pattern.finditer(text):
            try:
                yield match.start(), cells.month(match[0])
            except NotReadAs:
                continue
