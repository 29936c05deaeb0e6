"""The registration number of a business (MyCoID / SSM number).

Since 11 October 2019 it has twelve digits: year, type of entity (01 to 06), running number. Old numbers
and those of societies have other shapes (contribution-files notes, 8.2: vendor).

>>> validate("2023 01 012345")
'202301012345'
"""

import re

from contributions.identifiers.errors import NotAnIdentifier

__all__ = ["compact", "format", "is_valid", "validate", "year"]

TYPES = frozenset({"01", "02", "03", "04", "05", "06"})
FIRST_YEAR = 1800
_NEW = re.compile(r"(?P<year>[0-9]{4})(?P<type>[0-9]{2})[0-9]{6}")


def compact(text: str) -> str:
    """The number without spaces and dashes, in capitals."""
    return re.sub(r"[\s-]", "", text).upper()


def validate(text: str) -> str:
    """The compact number of the new form.

    Raises:
        NotAnIdentifier: it has not twelve digits, or its year or type cannot be.
    """
    number = compact(text)
    match = _NEW.fullmatch(number)
    if match is None:
        raise NotAnIdentifier(text, "a new SSM number has twelve digits")
    if match["type"] not in TYPES:
        raise NotAnIdentifier(text, "the type of entity is 01 to 06")
    if int(match["year"]) < FIRST_YEAR:
        raise NotAnIdentifier(text, "the year cannot be right")
    return number


def is_valid(text: str) -> bool:
    """Whether this can be a number of the new form."""
    try:
        validate(text)
    except NotAnIdentifier:
        return False
    return True


def year(text: str) -> int | None:
    """The year in a number of twelve digits; `None` for any other number."""
    match = _NEW.fullmatch(compact(text))
    return int(match["year"]) if match else None


def format(text: str) -> str:  # noqa: A001 - the same four names in every identifier
    """The number as people write it: like the compact form."""
    return compact(text)
