"""What a page shows, as values: money in sen, months, the parts that recur."""

import re

from playwright.sync_api import Locator

from contributions import YearMonth

__all__ = ["months_in", "read_cells", "sen_in", "summary_value"]

_MONEY = re.compile(r"(\d[\d,]*)\.(\d\d)(?!\d)")
_MONTH = re.compile(r"(?<![\d/])(\d{2})/(\d{4})(?!\d)")


def sen_in(text: str) -> int:
    """The amount in a text such as `RM 1,304.50`, in sen.

    Raises:
        ValueError: no amount is in it.
    """
    found = _MONEY.search(text)
    if found is None:
        raise ValueError(f"no amount in {text!r}")
    return int(found[1].replace(",", "")) * 100 + int(found[2])


def months_in(text: str) -> tuple[YearMonth, ...]:
    """The months in a text such as `09/2026, 10/2026`."""
    return tuple(YearMonth(int(year), int(month)) for month, year in _MONTH.findall(text))


def summary_value(root: Locator, key: str) -> str:
    """The value beside a key in a summary list.

    By element: a person reads key and value as a pair, but a description list has no names by role.
    """
    keys = root.page.locator("dt").get_by_text(key, exact=True)
    pair = root.locator("dl > div").filter(has=keys)
    return pair.locator("dd").first.inner_text().strip()


def read_cells(table: Locator) -> list[list[str]]:
    """The texts of a table's body, row by row."""
    body = table.locator("tbody")
    return [
        [cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in body.locator("tr").all()
    ]
