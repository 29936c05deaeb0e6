"""How money, months, dates, moments and sizes of files are written on a page: one filter each."""

from datetime import date, datetime

from flask import Flask
from flask_babel import ngettext

from contributions import YearMonth, format_sen
from mock_portal.ui.languages import language
from mock_portal.worlds.clock import MALAYSIA

__all__ = ["day", "file_size", "install", "moment", "money", "month", "month_long"]

_KILOBYTE = 1024  # as Windows counts, where people look how large a file is
_MEGABYTE = _KILOBYTE * _KILOBYTE
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
    """Give the templates of a site the filters of this file; `date` is `day`."""
    app.jinja_env.filters.update(
        date=day, file_size=file_size, moment=moment, money=money, month=month, month_long=month_long
    )


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


def file_size(size: int) -> str:
    """A size in bytes as people say it: `5 MB`, `12 kB`, `640 bytes`."""
    if size >= _MEGABYTE:
        return f"{size / _MEGABYTE:.1f}".rstrip("0").rstrip(".") + " MB"
    if size >= _KILOBYTE:
        return f"{size / _KILOBYTE:.0f} kB"
    words: str = ngettext("%(num)s byte", "%(num)s bytes", size)
    return words
