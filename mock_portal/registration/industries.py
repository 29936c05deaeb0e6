"""Sectors and industries: sections and divisions of the Malaysia Standard Industrial Classification 2008.

MSIC 2008 follows ISIC Rev. 4 letter by letter and number by number. The codes are those of the Department of
Statistics; the titles are shortened by us. That the portal offers these two levels is assumed (portal-flows
2.2, vendor [BEAMS] has industry and sub-industry).
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from contributions import T

__all__ = ["industries", "is_of_sector", "sectors", "title_of"]

_TABLE: Final = Path(__file__).with_name("industries.csv")


def sectors() -> Mapping[str, T]:
    """Titles by letter, in the order of the classification."""
    return _tables()[0]


def industries() -> Mapping[str, tuple[str, T]]:
    """Letter of the sector and title, by two digits."""
    return _tables()[1]


def is_of_sector(industry: str, sector: str) -> bool:
    """Whether a division belongs to a section."""
    return industry in industries() and industries()[industry][0] == sector


def title_of(code: str) -> T:
    """The title of a section or a division; the code itself when there is none."""
    if code in sectors():
        return sectors()[code]
    return industries()[code][1] if code in industries() else T.same(code)


@cache
def _tables() -> tuple[dict[str, T], dict[str, tuple[str, T]]]:
    sections: dict[str, T] = {}
    divisions: dict[str, tuple[str, T]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            title = T(row["en"], row["ms"])
            if row["division"]:
                divisions[row["division"]] = (row["section"], title)
            else:
                sections[row["section"]] = title
    return sections, divisions
