"""Lines whose money is a hundred times too small or too large: ringgit written for sen, or the other way.

Such a line is told by what fits the rate tables once it is multiplied or divided. Ringgit without sen have
lost their last two digits, so an amount then fits when it lies within one ringgit of the table. The wage may
be right and only the contributions in another unit: above the ceiling both could be meant, and the wage as it
stands is believed, since a wage of hundreds of thousands of ringgit is the less likely reading.
"""

from collections.abc import Mapping
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from contributions.layouts import WAGE
from contributions.matrix.bands import due_on
from contributions.matrix.percentages import are_percentages
from contributions.matrix.shares import HUNDRED, SHARES, Shares
from contributions.matrix.types import Integers, Mask

__all__ = ["TEN", "Scale", "are_due", "scales_of"]

TEN = 10
MOST_MULTIPLIED = 20_000_00
"""The highest wage (sen) that is believed only because it is a hundred times the one written."""


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
    shares = Shares.of({name: np.array([money[name]]) for name in SHARES})
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
    # Percentages of RM 4,000.00 are a hundred times what is due on RM 40.00 by SOCSO.
    multiplied = are_percentages(sen, months, even)
    act4_in_ringgit = shares.are_act4_in_ringgit(own)
    scales: NDArray[np.uint8] = np.select(
        [
            ~wage_fits & _fit_ringgit_wage(shares, wage, months),
            act4_in_ringgit & shares.are_others_in_ringgit(own),
            # Here the wage explains both shares as ringgit: then it is right, whatever the others are.
            act4_in_ringgit,
            small | (~wage_fits & small_act4),
            ~wage_fits & shares.fit_act4(divided),
            even & (whole.fit(divided) | (~wage_fits & whole.fit_act4(divided) & ~multiplied)),
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


def _fit_ringgit_wage(shares: Shares, wage: Integers, months: Integers) -> Mask:
    """Whose SOCSO shares fit the wage in ringgit, as it stands or with the sen that were cut off.

    The highest band fits every wage above it, and so proves little: a wage that was cut at a limit fits too.
    """
    multiplied = wage * HUNDRED
    as_it_stands, with_sen = due_on(multiplied, months), due_on(multiplied + HUNDRED - 1, months)
    fit = shares.fit_act4(as_it_stands) | shares.fit_act4(with_sen)
    return np.asarray(fit & (multiplied <= MOST_MULTIPLIED))


def _fit_in_ringgit(shares: Shares, wage: Integers, months: Integers) -> tuple[Mask, Mask]:
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
