"""What counts of a person's name where two records of it are compared, and how a file can hold it."""

import unicodedata

__all__ = ["letters_of", "plain_letters"]

_MARKS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2014": "-", "\u00b4": "'", "`": "'"})


def plain_letters(name: str) -> str:
    """A name in ASCII where that loses no more than accents.

    >>> plain_letters("JOS\u00c9")
    'JOSE'
    """
    if name.isascii():
        return name
    parts = unicodedata.normalize("NFKD", name.translate(_MARKS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def letters_of(name: str) -> str:
    """What counts of a name: its letters, whatever their case, accents, signs and spaces.

    >>> letters_of("Jos\u00e9 D'Cruz") == letters_of("JOSE DCRUZ")
    True
    """
    return "".join(filter(str.isalnum, plain_letters(name).casefold()))
