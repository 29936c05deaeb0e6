"""The employer code that PERKESO gives: a letter, ten digits, a letter, such as B3200000123X.

The shape is one program's pattern; others accept any twelve letters or digits, and the check character's
rule was not found (contribution-files notes, 8.1). So a code of this shape has the right shape, no more.
The old code had a letter, seven digits and a letter.

>>> validate(" b3200000123x ")
'B3200000123X'
"""

import re

from contributions.identifiers.errors import NotAnIdentifier

__all__ = ["compact", "format", "is_old", "is_valid", "validate"]

_SHAPE = re.compile(r"[A-Z][0-9]{10}[A-Z]")
_OLD_SHAPE = re.compile(r"[A-Z][0-9]{7}[A-Z]")


def compact(text: str) -> str:
    """The code without spaces and dashes, in capitals."""
    return re.sub(r"[\s-]", "", text).upper()


def validate(text: str) -> str:
    """The compact code.

    Raises:
        NotAnIdentifier: the shape is another.
    """
    code = compact(text)
    if not _SHAPE.fullmatch(code):
        raise NotAnIdentifier(text, "an employer code is a letter, ten digits and a letter")
    return code


def is_valid(text: str) -> bool:
    """Whether the shape is right."""
    return _SHAPE.fullmatch(compact(text)) is not None


def is_old(text: str) -> bool:
    """Whether this is the old short code."""
    return _OLD_SHAPE.fullmatch(compact(text)) is not None


def format(text: str) -> str:  # noqa: A001 - the same four names in every identifier
    """The code as people write it: like the compact form."""
    return compact(text)
