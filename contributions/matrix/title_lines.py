"""Lines of the right width that are no record: titles, and totals under the records.

A title has no digit where a record has numbers. A total has amounts; it is told by no identity number, and by
the word for it: where the name stands, or where the employer code stands and there is no month, so that no
record is taken for one.
"""

import re

import numpy as np

from contributions.layouts import C2, Layout
from contributions.matrix.digits import SPACE, is_digit
from contributions.matrix.masks import all_in_row, any_in_row
from contributions.matrix.months import MONTH
from contributions.matrix.types import Bytes, Mask

__all__ = ["is_total_word", "titles_of"]

_CODE, _IDENTITY, _NAME = (C2[name].columns for name in ("employer_code", "identity_number", "name"))
_TOTAL = re.compile(rb"(grand|sub)?[ -]?(total|jumlah|jum|sum|amount|amaun)s?([ :.-]|$)", re.IGNORECASE)


_TOTAL_AS_NAME = re.compile(rb"(grand|sub)?[ -]?(total|jumlah)( |:|$)", re.IGNORECASE)
"""Without the words that are names of people too, such as Sum."""


def is_total_word(text: bytes) -> bool:
    """Whether what stands where an employer code belongs begins with the word of a total line."""
    return _TOTAL.match(text) is not None


def titles_of(rows: Bytes, layout: Layout) -> Mask:
    """Which rows, that have no month or no identity number, are titles or totals and no records."""
    numbers = (layout["identity_number"], MONTH, *layout.amounts)
    is_title: Mask = ~np.logical_or.reduce(
        [any_in_row(is_digit(rows[:, field.columns])) for field in numbers]
    )
    nobody = all_in_row(rows[:, _IDENTITY] == SPACE)
    no_month = all_in_row(rows[:, MONTH.columns] == SPACE)
    is_title |= _begins(rows, _NAME, _TOTAL_AS_NAME, nobody) | _begins(rows, _CODE, _TOTAL, nobody & no_month)
    return is_title


def _begins(rows: Bytes, columns: slice, word: re.Pattern[bytes], suspects: Mask) -> Mask:
    """Which of the suspect rows begin a field with a word."""
    found = np.zeros(len(rows), np.bool_)
    if suspects.any():
        texts = (
            np.ascontiguousarray(rows[suspects][:, columns]).view(f"S{columns.stop - columns.start}").ravel()
        )
        totals = [text for text in set(texts.tolist()) if word.match(text.lstrip())]
        found[suspects] = np.isin(texts, totals)
    return found
