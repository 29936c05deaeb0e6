"""The fields of the lines of a chunk as written: texts, months and amounts, each an array over lines.

Everything is computed on first use and kept for the other checks.
"""

from functools import cached_property
from typing import Self

import numpy as np

from contributions.layouts import C2, Field, Kind, Layout
from contributions.matrix.amount_faults import AmountFault, amount_faults_of
from contributions.matrix.bands import known_months
from contributions.matrix.context import Context
from contributions.matrix.dates import Days, days_of
from contributions.matrix.digits import AmountColumns
from contributions.matrix.extremes import Extremes
from contributions.matrix.masks import all_in_row, any_in_row
from contributions.matrix.months import MONTH, NO_MONTH, month_numbers
from contributions.matrix.types import Bytes, Integers, Mask
from contributions.months import YearMonth

__all__ = ["LINDUNG_FROM", "SPACE", "Fields"]

SPACE = np.uint8(32)
MONTH_DIGITS = 2
LINDUNG_FROM = YearMonth(2026, 6).number


class Fields:
    """The fields of some lines of one layout.

    Lines of C1 are read as C2 with nothing in the field that C1 has not.
    """

    def __init__(
        self,
        matrix: Bytes,
        context: Context,
        trimmed: Mask | None = None,
        layout: Layout = C2,
        extremes: Extremes | None = None,
    ) -> None:
        self.matrix = matrix
        self.context = context
        self.layout = layout
        self.extremes = Extremes.of(matrix) if extremes is None else extremes
        self._trimmed = trimmed
        self._blank: dict[str, Mask] = {}
        self._faults: dict[str, Bytes | None] = {}

    def __len__(self) -> int:
        return len(self.matrix)

    def rows(self, mask: Mask) -> Self:
        """Only some of the lines."""
        trimmed = None if self._trimmed is None else self._trimmed[mask]
        return type(self)(self.matrix[mask], self.context, trimmed, self.layout)

    # Texts

    def columns(self, field: str) -> Bytes:
        """The bytes of a field."""
        return self.matrix[:, self.layout[field].columns]

    def is_blank(self, field: str) -> Mask:
        """Which lines have only spaces in a field."""
        if field not in self._blank:
            self._blank[field] = self._find_blank(self.layout[field])
        return self._blank[field]

    def is_indented(self, field: str) -> Mask:
        """Which lines begin a field with a space although it is not blank."""
        first = self.layout[field].columns.start
        if not self.extremes.may_be_space(first):
            return self.none
        begins: Mask = self.matrix[:, first] == SPACE
        return begins & ~self.is_blank(field)

    @cached_property
    def is_trimmed(self) -> Mask:
        """Which lines had lost their trailing spaces."""
        return self.none if self._trimmed is None else self._trimmed

    @cached_property
    def is_plain(self) -> bool:
        """Whether all bytes are printable ASCII: then most questions about single letters are idle."""
        return min(self.extremes.lowest) >= ord(" ") and max(self.extremes.highest) <= ord("~")

    @cached_property
    def is_upper(self) -> bool:
        """Whether no byte comes after the capitals: then there is no small letter to look for."""
        return not self.may_be_small(slice(None))

    def may_be_small(self, columns: slice) -> bool:
        """Whether a line may have a small letter in some columns."""
        return max(self.extremes.highest[columns], default=0) >= ord("a")

    @cached_property
    def none(self) -> Mask:
        """No line: always the same array, which cannot be written, so that it is known without a look."""
        none: Mask = np.zeros(len(self), np.bool_)
        none.flags.writeable = False
        return none

    def has(self, letters: Mask) -> Mask:
        """Which lines hold a byte for which a table of 256 says yes."""
        return any_in_row(letters[self.matrix])

    def _find_blank(self, field: Field) -> Mask:
        """Rows whose telling column is a space are looked at in full: the last one of an amount."""
        telling = field.columns.stop - 1 if field.kind is Kind.SEN else field.columns.start
        if not self.extremes.may_be_space(telling):
            return self.none
        if self.extremes.is_blank(field.columns):
            return np.ones(len(self), np.bool_)
        columns = self.matrix[:, field.columns]
        blank: Mask = self.matrix[:, telling] == SPACE
        if blank.all():
            return all_in_row(columns == SPACE)
        if blank.any():
            blank[blank] = all_in_row(columns[blank] == SPACE)
        return blank

    # Months

    @cached_property
    def month(self) -> Integers:
        """`YearMonth.number` of each line, `NO_MONTH` where there is no such month."""
        columns = self.matrix[:, MONTH.columns]
        if len(self) and self.extremes.is_same(MONTH.columns):
            return np.full(len(self), month_numbers(columns[:1])[0])
        return month_numbers(columns)

    @cached_property
    def has_year_first(self) -> Mask:
        """Lines whose month is none as written, but is one when its year comes last."""
        none: Mask = self.month == NO_MONTH
        if none.any():
            turned = np.roll(self.matrix[none][:, MONTH.columns], MONTH_DIGITS, axis=1)
            none = none.copy()
            none[none] = month_numbers(turned) != NO_MONTH
        return none

    @cached_property
    def has_rates(self) -> Mask:
        """Which lines have a month with rate tables."""
        return known_months(self.month)

    @property
    def is_lindung_month(self) -> Mask:
        """Which lines belong to a month with LINDUNG 24 JAM."""
        found: Mask = self.month >= LINDUNG_FROM
        return found

    # Days and status

    @cached_property
    def days(self) -> Days:
        """What stands in the field for the day of joining, leaving or death."""
        return days_of(self.columns("employment_date"))

    def has_status(self, letters: str) -> Mask:
        """Whose status is one of some letters, in either case."""
        wanted = np.zeros(256, np.bool_)
        wanted[list(f"{letters}{letters.lower()}".encode())] = True
        return np.asarray(wanted[self.columns("employment_status")[:, 0]])

    # Amounts

    @cached_property
    def _amounts(self) -> AmountColumns:
        return AmountColumns(self.matrix, self.layout.amounts, self.extremes)

    def sen(self, field: str) -> Integers:
        """The amount of a field; meaningless where the field is not readable."""
        return self._amounts.values[field]

    def is_readable(self, field: str) -> Mask:
        """Which lines can be judged by an amount, well formed (LINDUNG may be blank), or by a real month."""
        layout_field = self.layout[field]
        if layout_field.kind is Kind.SEN:
            well = self._amounts.is_well_formed(layout_field)
            return np.logical_or(well, self.is_blank(field)) if field == "lindung" else well
        return np.asarray(self.month != NO_MONTH)

    def is_malformed(self, field: str) -> Mask:
        """Which lines have something in an amount that is not digits, right justified."""
        if self._amounts.is_sound(self.layout[field]):
            return self.none
        return np.logical_and(~self._amounts.is_well_formed(self.layout[field]), ~self.is_blank(field))

    def has_amount_fault(self, field: str, fault: AmountFault) -> Mask:
        """Which lines have a fault in the digits of an amount."""
        if field not in self._faults:
            malformed = self.is_malformed(field)
            self._faults[field] = None
            if malformed is not self.none and malformed.any():
                faults = np.zeros(len(self), np.uint8)
                faults[malformed] = amount_faults_of(self.columns(field)[malformed])
                self._faults[field] = faults
        known = self._faults[field]
        return self.none if known is None else np.asarray(known == fault)
