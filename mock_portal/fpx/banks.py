"""The banks that a payer can choose from. All are invented; none is anybody's brand."""

from dataclasses import dataclass
from typing import Final

__all__ = ["BANKS", "Bank", "find_bank"]


@dataclass(frozen=True)
class Bank:
    """One bank of the list: the code that travels in messages, and its name."""

    code: str
    name: str


BANKS: Final = (
    Bank("CTH01", "Bank Contoh"),
    Bank("SMP02", "Bank Sampel Utama"),
    Bank("TLD03", "Bank Teladan"),
    Bank("UJN04", "Bank Ujian Selatan"),
)
_BY_CODE: Final = {bank.code: bank for bank in BANKS}


def find_bank(code: str) -> Bank | None:
    """The bank with this code, or `None`."""
    return _BY_CODE.get(code)
