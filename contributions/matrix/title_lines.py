"""Lines of the right width that are no record: titles, and totals under the records.

A title has no digit where a record has numbers. A total has amounts; it is told by words where the employer
code stands, by no identity number and by no month, all three together, so that no record is taken for one.
"""

import re

import numpy as np

from contributions.layouts import C2, Layout
from contributions.matrix.digits import SPACE, is_digit
from contributions.matrix.masks import all_in_row, any_in_row
from contributions.matrix.months import MONTH
from contributions.matrix.types import Bytes, Mask

__all__ = ["is_total_word", "titles_of"]

_CODE, _IDENTITY = C2["employer_code"].columns, C2["identity_number"].columns
_TOTAL = re.compile(rb"(grand|sub)?[ -]?(total|jumlah|jum|sum|amount|amaun)s?([ :.-]|$)", re.IGNORECASE)


def is_total_word(code: bytes) -> bool:
    """Whether what stands where the employer code belongs begins with the word of a total line."""
    return _TOTAL.match(code) is not None


def titles_of(rows: Bytes, layout: Layout) -> Mask:
    """Which rows, that have no month, are titles or totals and no records."""
    numbers = (layout["identity_number"], MONTH, *layout.amounts)
    is_title: Mask = ~np.logical_or.reduce(
        [any_in_row(is_digit(rows[:, field.columns])) for field in numbers]
    )
    nobody = all_in_row(rows[:, _IDENTITY] == SPACE) & all_in_row(rows[:, MONTH.columns] == SPACE)
    if nobody.any():
        codes = np.ascontiguousarray(rows[nobody][:, _CODE]).view(f"S{_CODE.stop}").ravel()
        totals = [code for code in set(codes.tolist()) if is_total_word(code.lstrip())]
        is_title[nobody] |= np.isin(codes, totals)
    return is_title
