"""The lines of a chunk as checks see them: texts, months, amounts and people, each an array over lines.

Everything is computed on first use and kept for the other checks.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from contributions.layouts import C2, Field, Kind, Layout
from contributions.matrix.amount_faults import AmountFault, amount_faults_of
from contributions.matrix.bands import Due, due_on, known_months
from contributions.matrix.context import Context
from contributions.matrix.dates import Days, days_of
from contributions.matrix.digits import AmountColumns
from contributions.matrix.extremes import Extremes
from contributions.matrix.hashing import Words, in_capitals
from contributions.matrix.identity_faults import IdentityFault, faults_of
from contributions.matrix.identity_shifts import identity_shifts_of
from contributions.matrix.last_digits import believed
from contributions.matrix.masks import all_in_row, any_in_row
from contributions.matrix.misplaced import misplaced_of
from contributions.matrix.months import MONTH, NO_MONTH, month_numbers
from contributions.matrix.moves import Moves, moves_of
from contributions.matrix.other_tables import NO_TABLE, tables_of
from contributions.matrix.other_wages import of_other_wages
from contributions.matrix.people import People
from contributions.matrix.percentages import are_percentages
from contributions.matrix.scales import Scale, scales_of
from contributions.matrix.shares import Shares
from contributions.matrix.shifts import lack_zero, shifts_of
from contributions.matrix.title_lines import titles_of
from contributions.matrix.totals import total_faults_of
from contributions.matrix.types import Bytes, Hashes, Integers, Mask
from contributions.months import YearMonth

__all__ = ["Lines"]

SPACE = np.uint8(32)
MONTH_DIGITS = 2
LINDUNG_FROM = YearMonth(2026, 6).number


class Lines:
    """Some lines of one layout; those of C1 are read as C2 with nothing in the field that C1 has not."""

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
        self._faults: dict[str, NDArray[np.uint8] | None] = {}

    def __len__(self) -> int:
        return len(self.matrix)

    def rows(self, mask: Mask) -> "Lines":
        """Only some of the lines."""
        trimmed = None if self._trimmed is None else self._trimmed[mask]
        return Lines(self.matrix[mask], self.context, trimmed, self.layout)

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
        return not self._may_be_small(slice(None))

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

    @cached_property
    def paid(self) -> Integers:
        """All contributions of a line together."""
        return sum((self.sen(field.name) for field in self.layout.shares), np.zeros(len(self), np.int64))

    @cached_property
    def due(self) -> Due:
        """What the rate tables say for the wage and month of each line."""
        return due_on(self.sen("wage"), self.month)

    @cached_property
    def total_fault(self) -> NDArray[np.uint8]:
        """The `TotalFault` of each line of layout S1 or E1."""
        return total_faults_of(self.layout.name, self.sen("total"), self.month)

    @cached_property
    def is_assessable(self) -> Mask:
        """Which lines have a wage, a contribution and rate tables to compare them with."""
        judged: Mask = (self.paid > 0) & (self.sen("wage") > 0) & self.has_rates & ~self.is_scaled
        return judged

    @cached_property
    def scale(self) -> NDArray[np.uint8]:
        """The `Scale` of each line: whether its money is a hundred times too small or too large."""
        return scales_of(self.money, self.month, self.is_suspect)

    @cached_property
    def money(self) -> dict[str, Integers]:
        """The wage and the contributions by name."""
        return {field.name: self.sen(field.name) for field in self.layout.amounts}

    @cached_property
    def _is_unfit(self) -> Mask:
        """Lines that can be judged by the tables and do not fit them; nearly always none."""
        fits = Shares.of(self.money).fit(self.due)
        if fits.all():
            return self.none
        readable = [self.is_readable(field.name) for field in self.layout.amounts]
        return np.asarray(~fits & np.logical_and.reduce([self.has_rates, self.sen("wage") > 0, *readable]))

    @cached_property
    def is_suspect(self) -> Mask:
        """Those of them with an employer's SOCSO share, without which nothing can be told from the others."""
        unfit = self._is_unfit
        return unfit if unfit is self.none else np.asarray(unfit & (self.sen("socso_employer") > 0))

    @cached_property
    def is_misfit(self) -> Mask:
        """Lines that do not fit the tables of their month, in whatever unit and order."""
        if self.is_suspect is self.none:
            return self.none
        misfit: Mask = self.is_suspect & ~self.is_scaled & ~self.is_misplaced & (self.wage_meant == 0)
        return misfit

    @cached_property
    def is_misplaced(self) -> Mask:
        """Lines whose contributions are those of the tables in another order."""
        if self._is_unfit is self.none:
            return self.none
        return misplaced_of(self.money, self.month, self._is_unfit & (self.paid > 0) & ~self.is_scaled)

    @cached_property
    def wage_meant(self) -> Integers:
        """The wage (sen) of lines that fit the tables but for digits at the end of amounts; else 0."""
        return believed(self.money, self.month, self.is_suspect & ~self.is_scaled & ~self.is_misplaced)

    @cached_property
    def other_table(self) -> Integers:
        """A month of the version of the tables that a misfit fits, else `NO_TABLE`."""
        return tables_of(self.money, self.month, self.is_misfit)

    @cached_property
    def is_of_other_wage(self) -> Mask:
        """Lines whose contributions are those of the tables of their month for another wage."""
        if self.is_suspect is self.none:
            return self.none
        suspect = self.is_misfit & (self.other_table == NO_TABLE)
        return of_other_wages(self.money, self.month, suspect)

    @cached_property
    def is_of_percentages(self) -> Mask:
        """Lines whose contributions are percentages of the wage, rounded, and not those of any table."""
        return are_percentages(self.money, self.month, self.is_misfit)

    @cached_property
    def is_scaled(self) -> Mask:
        """Which lines have money that is a hundred times too small or too large."""
        return self.none if self.is_suspect is self.none else np.asarray(self.scale != Scale.NONE)

    # People

    @cached_property
    def people(self) -> People:
        """What the identity numbers say."""
        field = self.layout["identity_number"]
        return People(
            self.matrix[:, field.columns], self.month, all_digits=self.extremes.is_digits(field.columns)
        )

    @property
    def is_local(self) -> Mask:
        """Whose identity number is that of a MyKad, MyPR or MyKAS."""
        return self.people.has_twelve_digits & ~self.people.has_impossible_date

    @cached_property
    def _identity_faults(self) -> NDArray[np.uint8] | None:
        if self.people.has_twelve_digits.all():
            return None
        faults = np.zeros(len(self), np.uint8)
        suspect = ~self.people.has_twelve_digits
        ids = self.columns("identity_number")[suspect]
        faults[suspect] = faults_of(ids, self.people.is_foreign[suspect])
        return faults

    def has_identity_fault(self, fault: IdentityFault) -> Mask:
        """Which identity numbers have a fault."""
        return self.none if self._identity_faults is None else np.asarray(self._identity_faults == fault)

    @cached_property
    def name_words(self) -> Words:
        """The names as words of bytes."""
        return Words(self.matrix[:, self.extremes.used(self.layout["name"].columns)])

    @cached_property
    def identities(self) -> Hashes:
        """A fingerprint of each identity number, whatever the case of its letters."""
        return Words(self._in_capitals(self.layout["identity_number"].columns)).fingerprints()

    @cached_property
    def names(self) -> Hashes:
        """A fingerprint of each name, whatever the case of its letters."""
        used = self.extremes.used(self.layout["name"].columns)
        words = Words(self._in_capitals(used)) if self._may_be_small(used) else self.name_words
        return words.fingerprints()

    def _in_capitals(self, columns: slice) -> Bytes:
        letters = self.matrix[:, columns]
        return in_capitals(letters) if self._may_be_small(columns) else letters

    def _may_be_small(self, columns: slice) -> bool:
        """Whether a line may have a small letter in some columns."""
        return max(self.extremes.highest[columns], default=0) >= ord("a")

    # Structure

    @cached_property
    def is_empty(self) -> Mask:
        """Lines of the right width that are spaces and nothing else."""
        suspect: Mask = self.month == NO_MONTH
        if suspect.any():
            suspect = suspect.copy()
            suspect[suspect] = all_in_row(self.matrix[suspect] == SPACE)
        return suspect

    @cached_property
    def is_title(self) -> Mask:
        """Lines of the right width that are no records but titles or totals."""
        suspect: Mask = (self.month == NO_MONTH) | self.is_blank("identity_number")
        if suspect.any():
            suspect[suspect] = titles_of(self.matrix[suspect], self.layout)
            suspect &= ~self.is_empty
        return suspect

    @cached_property
    def shift(self) -> Integers:
        """By how many columns month and amounts stand too far right (left: below 0), else 0."""
        suspect = (self.month == NO_MONTH) & ~self.is_title
        shift = np.zeros(len(self), np.int64)
        if suspect.any():
            rows = self.matrix[suspect]
            shift[suspect] = np.where(lack_zero(rows, self.layout), -1, shifts_of(rows, self.layout))
        return shift

    @cached_property
    def identity_shift(self) -> Integers:
        """By how many columns the identity number of a line whose month is right stands too far right."""
        suspect = ~self.people.has_twelve_digits & ~self.people.is_foreign & (self.month != NO_MONTH)
        return identity_shifts_of(self.matrix, suspect) if suspect.any() else np.zeros(len(self), np.int64)

    @cached_property
    def moves(self) -> Moves | None:
        """From which amount on lines whose month is right stand beside their place; `None` for no line."""
        malformed = [self.is_malformed(field.name) for field in self.layout.amounts]
        filled = [~self.is_blank(field.name) for field in self.layout.fillers]
        suspect = np.logical_or.reduce([*malformed, *filled]) & self.has_rates
        return moves_of(self.matrix, suspect) if suspect.any() else None

    def is_moved_from(self, field: str) -> Mask:
        """Which lines stand beside their place from an amount on, and right before it."""
        if self.moves is None:
            return self.none
        return np.asarray(self.moves.begins == C2.amounts.index(C2[field]))
