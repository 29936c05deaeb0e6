"""Lines whose money is a hundred times too small or too large: ringgit written for sen, or the other way.

Such a line is told by what fits the rate tables once it is multiplied or divided. Ringgit without sen have
lost their last two digits, so an amount then fits when it lies within one ringgit of the table. The wage may
be right and only the contributions in another unit: above the ceiling both could be meant, and the wage as it
stands is believed, since a wage of hundreds of thousands of ringgit is the less likely reading.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from contributions.layouts import C2, WAGE
from contributions.matrix.bands import Due, due_on
from contributions.matrix.types import Integers, Mask

__all__ = ["HUNDRED", "Scale", "Shares", "are_due", "scales_of"]

TEN, HUNDRED = 10, 100
MOST_MULTIPLIED = 20_000_00
"""The highest wage (sen) that is believed only because it is a hundred times the one written."""
_SHARES = tuple(field.name for field in C2.shares)


class Scale(IntEnum):
    """What of a line is a hundred times too small or too large."""

    NONE = 0
    WAGE_SMALL = 1
    WAGE_LARGE = 2
    ALL_SMALL = 3
    ALL_LARGE = 4
    SHARES_SMALL = 5
    """The contributions are in ringgit beside a wage in sen."""
    SHARES_TENFOLD = 6
    SHARES_LARGE = 7

    @property
    def is_of_shares(self) -> bool:
        """Whether the wage is right and only the contributions are off."""
        return self >= Scale.SHARES_SMALL

    @property
    def is_small(self) -> bool:
        """Whether multiplying mends it."""
        return self in {Scale.WAGE_SMALL, Scale.ALL_SMALL}

    @property
    def is_whole(self) -> bool:
        """Whether the contributions are off as well as the wage."""
        return self in {Scale.ALL_SMALL, Scale.ALL_LARGE}


def are_due(money: Mapping[str, int], month: int) -> bool:
    """Whether the amounts (sen) of one line are those of the tables of a month (`YearMonth.number`).

    Without an employer's SOCSO share nothing is proven.
    """
    shares = Shares.of({name: np.array([money[name]]) for name in _SHARES})
    fits = shares.fit(due_on(np.array([money[WAGE]]), np.array([month])))
    return bool(money["socso_employer"]) and bool(fits[0])


def scales_of(sen: Mapping[str, Integers], months: Integers, suspects: Mask) -> NDArray[np.uint8]:
    """The scale of each of the suspect lines, which do not fit the tables as written."""
    scales = np.zeros(len(months), np.uint8)
    suspect = np.flatnonzero(suspects)
    if len(suspect):
        scales[suspect] = _scales({name: amounts[suspect] for name, amounts in sen.items()}, months[suspect])
    return scales


def _scales(sen: Mapping[str, Integers], months: Integers) -> NDArray[np.uint8]:
    wage, shares = sen["wage"], Shares.of(sen)
    own = due_on(wage, months)
    wage_fits = shares.fit_act4(own)
    divided = due_on(wage // HUNDRED, months)
    even = np.logical_and.reduce([amounts % HUNDRED == 0 for amounts in sen.values()])
    small_act4, small = _fit_in_ringgit(shares, wage, months)
    whole = shares.divided(HUNDRED)
    act4_in_ringgit = shares.are_act4_in_ringgit(own)
    scales: NDArray[np.uint8] = np.select(
        [
            ~wage_fits & _fit_ringgit_wage(shares, wage, months),
            act4_in_ringgit & shares.are_others_in_ringgit(own),
            # Here the wage explains both shares as ringgit: then it is right, whatever the others are.
            act4_in_ringgit,
            small | (~wage_fits & small_act4),
            ~wage_fits & shares.fit_act4(divided),
            even & (whole.fit(divided) | (~wage_fits & whole.fit_act4(divided))),
            shares.are_multiples(TEN)
            & shares.divided(TEN).fit(own)
            & ~shares.fit_act4(due_on(wage * TEN, months)),
            shares.are_multiples(HUNDRED) & whole.fit(own),
        ],
        [
            np.uint8(Scale.WAGE_SMALL),
            np.uint8(Scale.SHARES_SMALL),
            np.uint8(Scale.NONE),
            np.uint8(Scale.ALL_SMALL),
            np.uint8(Scale.WAGE_LARGE),
            np.uint8(Scale.ALL_LARGE),
            np.uint8(Scale.SHARES_TENFOLD),
            np.uint8(Scale.SHARES_LARGE),
        ],
        np.uint8(Scale.NONE),
    )
    return scales


def _fit_ringgit_wage(shares: "Shares", wage: Integers, months: Integers) -> Mask:
    """Whose SOCSO shares fit the wage in ringgit, as it stands or with the sen that were cut off.

    The highest band fits every wage above it, and so proves little: a wage that was cut at a limit fits too.
    """
    multiplied = wage * HUNDRED
    as_it_stands, with_sen = due_on(multiplied, months), due_on(multiplied + HUNDRED - 1, months)
    fit = shares.fit_act4(as_it_stands) | shares.fit_act4(with_sen)
    return np.asarray(fit & (multiplied <= MOST_MULTIPLIED))


def _fit_in_ringgit(shares: "Shares", wage: Integers, months: Integers) -> tuple[Mask, Mask]:
    """Whose SOCSO shares, and whose shares altogether, fit a wage in ringgit.

    The wage may also be that of the sen which were cut or rounded away.
    """
    act4 = np.zeros(len(wage), np.bool_)
    every = act4.copy()
    for cut in (0, HUNDRED - 1, 1 - HUNDRED):
        due = due_on(wage * HUNDRED + cut, months)
        fit = shares.near_act4(due)
        act4 |= fit
        every |= fit & shares.near_others(due)
    return act4, every


@dataclass(frozen=True, slots=True)
class Shares:
    """The five contributions of some lines."""

    socso_employer: Integers
    socso_employee: Integers
    eis_employer: Integers
    eis_employee: Integers
    lindung: Integers

    @classmethod
    def of(cls, sen: Mapping[str, Integers]) -> "Shares":
        """Those of amounts given by name."""
        return cls(*(sen[name] for name in _SHARES))

    def divided(self, by: int) -> "Shares":
        """Each divided by a number."""
        return Shares(*(getattr(self, name) // by for name in _SHARES))

    def are_multiples(self, of: int) -> Mask:
        """Whether each is a multiple of a number."""
        return np.asarray(np.logical_and.reduce([getattr(self, name) % of == 0 for name in _SHARES]))

    def fit_act4(self, due: Due) -> Mask:
        """Both SOCSO shares, in either category."""
        first = (self.socso_employer == due.employer_first) & (self.socso_employee == due.employee_first)
        if first.all():
            return np.asarray(first)
        second = (self.socso_employer == due.employer_second) & (self.socso_employee == 0)
        return np.asarray(first | second)

    def fit(self, due: Due) -> Mask:
        """All five shares; EIS and LINDUNG 24 JAM may be nothing."""
        fits = self.fit_act4(due)
        for share, cell in self.others(due):
            same = share == cell
            fits &= same if same.all() else same | (share == 0)
        return fits

    def near_act4(self, due: Due) -> Mask:
        """Both SOCSO shares in ringgit, each within a ringgit."""
        second = _near(self.socso_employer, due.employer_second) & (self.socso_employee == 0)
        return np.asarray(self.are_first_in_ringgit(due) | second)

    def near_others(self, due: Due) -> Mask:
        """EIS and LINDUNG 24 JAM in ringgit, each within a ringgit or nothing."""
        return np.asarray(
            np.logical_and.reduce([_near(share, cell) | (share == 0) for share, cell in self.others(due)])
        )

    def are_act4_in_ringgit(self, due: Due) -> Mask:
        """Both SOCSO shares in ringgit, each within a ringgit of one category and not of the other too."""
        second = _near(self.socso_employer, due.employer_second) & (self.socso_employee == 0)
        return np.asarray(self.are_first_in_ringgit(due) ^ second)

    def are_first_in_ringgit(self, due: Due) -> Mask:
        """Both SOCSO shares in ringgit, each within a ringgit of the first category."""
        return _near(self.socso_employer, due.employer_first) & _near(self.socso_employee, due.employee_first)

    def are_others_in_ringgit(self, due: Due) -> Mask:
        """EIS and LINDUNG 24 JAM in ringgit; a zero where some sen are due may be either none or cut off."""
        surely = [
            np.where(share == 0, (cell == 0) | (cell >= HUNDRED), _near(share, cell))
            for share, cell in self.others(due)
        ]
        return np.asarray(np.logical_and.reduce(surely))

    def others(self, due: Due) -> tuple[tuple[Integers, Integers], ...]:
        """The shares beside SOCSO with the cells that they are compared with."""
        return ((self.eis_employer, due.eis), (self.eis_employee, due.eis), (self.lindung, due.lindung))


def _near(ringgit: Integers, sen: Integers) -> Mask:
    return np.asarray(np.abs(ringgit * HUNDRED - sen) < HUNDRED)
