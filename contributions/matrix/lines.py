"""The lines of a chunk as checks see them: their money as the tables judge it, people and structure."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from contributions.layouts import C2
from contributions.matrix.bands import Due, due_on
from contributions.matrix.fields import SPACE, Fields
from contributions.matrix.hashing import Words, in_capitals
from contributions.matrix.identity_faults import IdentityFault, faults_of
from contributions.matrix.identity_shifts import identity_shifts_of
from contributions.matrix.last_digits import believed
from contributions.matrix.masks import all_in_row
from contributions.matrix.misplaced import misplaced_of
from contributions.matrix.months import NO_MONTH
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

__all__ = ["Lines"]


class Lines(Fields):
    """Some lines of one layout, with what is judged of them; computed on first use, like their fields."""

    # Money

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
        return scales_of(self.money, self.month, self._is_suspect)

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
    def _is_suspect(self) -> Mask:
        """Those of them with an employer's SOCSO share, without which nothing can be told from the others."""
        unfit = self._is_unfit
        return unfit if unfit is self.none else np.asarray(unfit & (self.sen("socso_employer") > 0))

    @cached_property
    def is_misfit(self) -> Mask:
        """Lines that do not fit the tables of their month, in whatever unit and order."""
        if self._is_suspect is self.none:
            return self.none
        return self._is_suspect & ~self.is_scaled & ~self.is_misplaced & ~self.is_of_other_digits

    @cached_property
    def is_misplaced(self) -> Mask:
        """Lines whose contributions are those of the tables in another order."""
        if self._is_unfit is self.none:
            return self.none
        return misplaced_of(self.money, self.month, self._is_unfit & (self.paid > 0) & ~self.is_scaled)

    @cached_property
    def wage_meant(self) -> Integers:
        """The wage (sen) of lines that fit the tables but for digits at the end of amounts; else 0."""
        return believed(self.money, self.month, self._is_suspect & ~self.is_scaled & ~self.is_misplaced)

    @cached_property
    def is_of_other_digits(self) -> Mask:
        """Lines with a wage that is meant so."""
        return self.none if self._is_suspect is self.none else np.asarray(self.wage_meant > 0)

    @cached_property
    def other_table(self) -> Integers:
        """A month of the version of the tables that a misfit fits, else `NO_TABLE`."""
        return tables_of(self.money, self.month, self.is_misfit)

    @cached_property
    def is_of_other_wage(self) -> Mask:
        """Lines whose contributions are those of the tables of their month for another wage."""
        if self._is_suspect is self.none:
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
        return self.none if self._is_suspect is self.none else np.asarray(self.scale != Scale.NONE)

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
        words = Words(self._in_capitals(used)) if self.may_be_small(used) else self.name_words
        return words.fingerprints()

    def _in_capitals(self, columns: slice) -> Bytes:
        letters = self.matrix[:, columns]
        return in_capitals(letters) if self.may_be_small(columns) else letters

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
