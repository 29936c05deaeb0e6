"""The two business models of FPX and their limits per transaction.

B2C RM1.00 to RM30,000; B2B RM2.00 to RM1,000,000: official (portal-flows 7.2). A customer's own limit at
the bank may be lower.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["LIMITS", "BusinessModel", "Limits"]


class BusinessModel(StrEnum):
    """Who pays: a person, or a business whose payments may need a second signature."""

    B2C = "B2C"
    B2B = "B2B"

    @property
    def token(self) -> str:
        """What FPX calls it in a message."""
        return "01" if self is BusinessModel.B2C else "02"


@dataclass(frozen=True)
class Limits:
    """Least and most of one payment, in sen."""

    least_sen: int
    most_sen: int


LIMITS: Final = {
    BusinessModel.B2C: Limits(100, 3_000_000),
    BusinessModel.B2B: Limits(200, 100_000_000),
}
