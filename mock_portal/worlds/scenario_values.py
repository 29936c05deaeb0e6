"""What single values of a scenario must be like; each says what it takes."""

import re
from typing import Final

from contributions.identifiers import employer_code, mykad
from contributions.months import NotAMonth, YearMonth

__all__ = ["a_month", "an_employer_code", "an_identity_number"]

_OF_PERKESO: Final = re.compile(r"SSFD?W[0-9]{1,8}")
_OLD_IC: Final = re.compile(r"[0-9]{7}")


def a_month(text: str) -> str:
    """A month; raises `ValueError` with what it takes."""
    try:
        YearMonth.parse(text)
    except NotAMonth as error:
        raise ValueError(f"a month as {error.expected}") from error
    return text


def an_employer_code(text: str) -> str:
    """An employer code; raises `ValueError` with what it takes."""
    if text != employer_code.compact(text) or not (
        employer_code.is_valid(text) or employer_code.is_old(text)
    ):
        raise ValueError("an employer code: a letter, ten digits and a letter, such as B3200000123X")
    return text


def an_identity_number(text: str) -> str:
    """The number of an insured person; raises `ValueError` with what it takes."""
    is_mykad = mykad.is_valid(text) and text == mykad.compact(text)
    if not (is_mykad or _OF_PERKESO.fullmatch(text) or _OLD_IC.fullmatch(text)):
        raise ValueError(
            "twelve digits of a MyKad that can exist (such as 900101145678), the seven of an old IC, "
            "or the number of a foreign worker (such as SSFW12345678)"
        )
    return text
