"""The month that the name of a sheet says: `Oct 2026`, `Gaji 2026-10`, `Oktober`."""

from contributions.months import YearMonth
from contributions.sheets import cells
from contributions.sheets.above import MonthsAbove, SaidMonth, Yearless
from contributions.sheets.errors import NotReadAs
from contributions.sheets.months_said import months_said

__all__ = ["months_by_name"]


def months_by_name(name: str) -> MonthsAbove:
    """The months of a name, which has no cell, or the one without a year.

    >>> [str(said.month) for said in months_by_name("Sep 2026").months], months_by_name("Sheet1").is_silent
    (['2026-09'], True)
    """
    number = cells.NAMED_MONTHS.get(name.strip().lower())
    return MonthsAbove(
        tuple(SaidMonth("", month) for month in _months(name)),
        (Yearless("", name, number),) if number else (),
    )


def _months(name: str) -> list[YearMonth]:
    try:
        return [cells.month(name)]
    except NotReadAs:
        return months_said(name)
