"""How money, months, dates and moments are written on a page: one filter each."""

from datetime import date, datetime

from flask import Flask

from contributions import YearMonth, format_sen
from mock_portal.ui.languages import language
from mock_portal.worlds.clock import MALAYSIA

__all__ = ["day", "install", "moment", "money", "month", "month_long"]

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "ms": [
        "Januari",
        "Februari",
        "Mac",
        "April",
        "Mei",
        "Jun",
        "Julai",
        "Ogos",
        "September",
        "Oktober",
        "November",
        "Disember",
    ],
}


def install(app: Flask) -> None:
    """Give the templates of a site the filters `money`, `month`, `month_long`, `date`, `moment`."""
    app.jinja_env.filters.update(money=money, month=month, month_long=month_long, date=day, moment=moment)


def money(sen: int) -> str:
    """An amount of sen as `RM 1,234.50`."""
    return format_sen(sen)


def month(value: YearMonth) -> str:
    """A contribution month in a table: `10/2026`."""
    return f"{value.month:02}/{value.year}"


def month_long(value: YearMonth) -> str:
    """A contribution month in a sentence: `October 2026`, `Oktober 2026`."""
    return f"{_MONTHS[language()][value.month - 1]} {value.year}"


def day(value: date | datetime) -> str:
    """A day: `24/11/2026`. A moment is taken at Malaysia's time."""
    if isinstance(value, datetime):
        value = value.astimezone(MALAYSIA)
    return f"{value.day:02}/{value.month:02}/{value.year}"


def moment(value: datetime) -> str:
    """A moment of the world's clock: `24/11/2026 09:15`."""
    there = value.astimezone(MALAYSIA)
    return f"{day(there)} {there.hour:02}:{there.minute:02}"
