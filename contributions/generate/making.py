"""Make contribution files: all lines of a block at once, so that a million take about a second."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np

from contributions.bilingual import T
from contributions.generate.amounts import HALF, AmountCells
from contributions.generate.crowd import Crowd
from contributions.generate.numbers import employer_code, ssm_number
from contributions.generate.people import identities_of, put_names
from contributions.generate.recipe import Fill, NotGenerated, Recipe
from contributions.layouts import WAGE
from contributions.matrix.types import Bytes
from contributions.whole_files import written_whole

__all__ = ["generate", "generate_into"]

BLOCK = 20_000
SPACE, ODD_BIT = ord(" "), 1
WAGE_DIGITS = 8


def generate(count: int, recipe: Recipe) -> bytes:
    """The bytes of a valid file with so many lines.

    Raises:
        NotGenerated: no line was asked for, or more than there are names.

    >>> len(generate(3, Recipe()))
    840
    """
    return b"".join(bytes(block) for block in _blocks(count, recipe))


def generate_into(path: Path, count: int, recipe: Recipe) -> None:
    """Write such a file, whole or not at all.

    Raises:
        NotGenerated: no line was asked for, or more than there are names.
        OSError: the path cannot be written.
    """
    blocks = _blocks(count, recipe)
    with written_whole(path) as file:
        for block in blocks:
            file.write(block)


def _blocks(count: int, recipe: Recipe) -> Iterator[memoryview]:
    if count < 1:
        raise NotGenerated(
            T(
                f"a file has at least one line, not {count}",
                f"fail mempunyai sekurang-kurangnya satu baris, bukan {count}",
            )
        )
    return _Maker(recipe, Crowd(recipe, count)).blocks()


class _Maker:
    """Fills one block of lines again and again; what is the same on all lines is written once."""

    def __init__(self, recipe: Recipe, crowd: Crowd) -> None:
        self._recipe = recipe
        self._crowd = crowd
        self._amounts = AmountCells(recipe)
        self._lines: Bytes = np.tile(np.frombuffer(self._blank_line(), np.uint8), (min(BLOCK, len(crowd)), 1))

    def blocks(self) -> Iterator[memoryview]:
        """The lines, block by block; a block is good until the next is asked for."""
        for number, first in enumerate(range(0, len(self._crowd), BLOCK), start=1):
            size = min(BLOCK, len(self._crowd) - first)
            lines = self._lines[:size]
            self._fill(lines, slice(first, first + size), np.random.default_rng([self._recipe.seed, number]))
            yield lines.reshape(-1).data

    def _fill(self, lines: Bytes, rows: slice, random: np.random.Generator) -> None:
        recipe, crowd, table = self._recipe, self._crowd, self._recipe.table
        identities = identities_of(recipe, crowd.kinds[rows], crowd.of_kind[rows])
        lines[:, table["identity_number"].columns] = identities
        lines[:, table["name"].columns] = SPACE
        women = (identities[:, -1] & ODD_BIT) == 0
        put_names(lines, crowd.communities[rows], crowd.of_community[rows], women, recipe.seed)
        wages = self._amounts.wages(random, len(lines))
        if not recipe.is_single:
            high, low = np.divmod(wages, HALF)
            end = table[WAGE].columns.stop
            lines[:, end - WAGE_DIGITS : end - WAGE_DIGITS // 2] = self._amounts.high_digits[high]
            lines[:, end - WAGE_DIGITS // 2 : end] = self._amounts.low_digits[low]
        cells = self._amounts.cells(wages, crowd.kinds[rows].astype(np.int64))
        lines[:, self._amounts.start : self._amounts.start + cells.shape[1]] = cells

    def _blank_line(self) -> bytes:
        """What all lines have in common."""
        recipe, table = self._recipe, self._recipe.table
        random = Random(recipe.seed)  # noqa: S311 - people who do not exist
        code = employer_code(random)
        number = ssm_number(random, until=recipe.month.first_day)
        code = code if recipe.employer_code is None else recipe.employer_code
        number = number if recipe.ssm_number is None else recipe.ssm_number
        line = bytearray(b" " * table.width)
        for field, text in (("employer_code", code), ("ssm_number", number), ("month", recipe.month.mmyyyy)):
            place = table[field]
            line[place.columns] = text.ljust(place.length).encode("ascii")
        if recipe.fill is Fill.ZEROS and not recipe.is_single:
            line[table[WAGE].columns] = b"0" * table[WAGE].length
        return bytes(line) + recipe.line_end
