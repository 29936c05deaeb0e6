"""Columns of amounts in which nobody has anything: they count as if they were not there.

Formulas whose values were not kept arrive as empty cells, and a program may print headings of what it does
not compute. Nothing in the column of everybody is no amount of RM 0.00.
"""

from collections.abc import Collection, Mapping

from contributions.sheets import Sheet
from contributions.sheets.cells import is_blank, is_empty
from contributions.sheets.headings import looks_like_total

__all__ = ["empty_columns"]


def empty_columns(
    sheet: Sheet, first: int, fields: Mapping[int, str], amounts: Collection[str]
) -> frozenset[int]:
    """The columns taken as one of `amounts` that are empty in every row of a person; none without people."""
    at = next((index for index, field in fields.items() if field == "identity_number"), None)
    people = [
        row
        for row in sheet.rows[first:]
        if at is not None and at < len(row) and not is_blank(row[at]) and not looks_like_total(row[at])
    ]
    return frozenset(
        index
        for index, field in fields.items()
        if people and field in amounts and all(index >= len(row) or is_empty(row[index]) for row in people)
    )
