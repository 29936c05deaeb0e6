"""Wages, and what is due on them, as bytes of their columns: a cell for each band and kind of person."""

from functools import cache, cached_property

import numpy as np

from contributions.computing import Amounts, compute
from contributions.generate.recipe import Fill, Kind, Recipe
from contributions.layouts import WAGE, Field
from contributions.layouts import Kind as FieldKind
from contributions.matrix.tally import CEILINGS
from contributions.matrix.types import Bytes, Integers
from contributions.rates import rates_for

__all__ = ["AmountCells"]

LOWEST_WAGE, MIDDLE_WAGE, HIGHEST_WAGE = 1_700_00, 3_400_00, 40_000_00
SPREAD = 0.5
STEP = 5
HALF = 10_000


class AmountCells:
    """The columns behind the month, for wages and kinds of a recipe."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._fields = tuple(
            field for field in recipe.table if field.kind is FieldKind.SEN and field.name != WAGE
        )
        rates = rates_for(recipe.month)
        tables = [table for table in (rates.act4, rates.act800, rates.lindung) if table is not None]
        self._edges: Integers = np.array(sorted({upto for table in tables for upto in table.uptos}), np.int64)
        kinds = [kind.person for kind in Kind]
        wages = [*self._edges.tolist(), int(self._edges[-1]) + 1]
        rows = [
            self._cell(compute(wage, month=recipe.month, person=person)) for person in kinds for wage in wages
        ]
        self._bands = len(wages)
        self._cells: Bytes = np.frombuffer(b"".join(rows), np.uint8).reshape(len(rows), -1)

    @property
    def start(self) -> int:
        """Where the cells begin on a line (0-based)."""
        return self._fields[0].start - 1

    def cells(self, wages: Integers, kinds: Integers) -> Bytes:
        """The bytes of the contributions of each line."""
        bands = np.searchsorted(self._edges, wages, side="left")
        return np.take(self._cells, kinds * self._bands + bands, axis=0)

    def wages(self, random: np.random.Generator, count: int) -> Integers:
        """Wages in sen: most around the middle, few very high."""
        drawn = np.exp(random.standard_normal(count, np.float32) * np.float32(SPREAD)) * (MIDDLE_WAGE // STEP)
        wages: Integers = np.clip(drawn.astype(np.int64) * STEP, LOWEST_WAGE, HIGHEST_WAGE)
        # Many wages of just this would look like wages cut there.
        wages[np.isin(wages, CEILINGS)] += STEP
        return wages

    @cached_property
    def low_digits(self) -> Bytes:
        """The last four digits of a wage."""
        return _digits("{:04}")

    @cached_property
    def high_digits(self) -> Bytes:
        """The four digits before them, filled."""
        return _digits("{:04}" if self._recipe.fill is Fill.ZEROS else "{:4}")

    def _cell(self, amounts: Amounts) -> bytes:
        return b"".join(self._filled(field, self._sen(field.name, amounts)) for field in self._fields)

    def _filled(self, field: Field, sen: int) -> bytes:
        if self._recipe.fill is Fill.ZEROS:
            return f"{sen:0{field.length}}".encode()
        return (str(sen) if sen else "0000").rjust(field.length).encode()

    def _sen(self, name: str, amounts: Amounts) -> int:
        if name != "total":
            return int(getattr(amounts, name))
        if self._recipe.layout == "S1":
            return amounts.socso_employer + amounts.socso_employee
        return amounts.eis_employer + amounts.eis_employee


@cache
def _digits(form: str) -> Bytes:
    text = "".join(form.format(number) for number in range(HALF)).encode()
    return np.frombuffer(text, np.uint8).reshape(HALF, 4)
