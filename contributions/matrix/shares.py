"""The five contributions of some lines, and how they stand to what is due."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from contributions.layouts import C2
from contributions.matrix.bands import Due
from contributions.matrix.types import Integers, Mask

__all__ = ["HUNDRED", "SHARES", "Shares"]

HUNDRED = 100
SHARES = tuple(field.name for field in C2.shares)


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
        return cls(*(sen[name] for name in SHARES))

    def divided(self, by: int) -> "Shares":
        """Each divided by a number."""
        return Shares(*(getattr(self, name) // by for name in SHARES))

    def are_multiples(self, of: int) -> Mask:
        """Whether each is a multiple of a number."""
        return np.asarray(np.logical_and.reduce([getattr(self, name) % of == 0 for name in SHARES]))

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
