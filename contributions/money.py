"""Money is integer sen; these turn it into words and back."""

import re

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.wrong_types import must_be, must_be_whole

__all__ = ["NotAnAmount", "format_sen", "parse_ringgit"]

SEN = 100
_RINGGIT = re.compile(
    r"(?:RM\s*)?(?P<ringgit>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\.(?P<sen>[0-9]{1,2}))?"
)


class NotAnAmount(ContributionsError):
    """The text is not an amount in ringgit; `text` is what was given."""

    def __init__(self, text: str) -> None:
        super().__init__(
            T(
                f"{text!r} is not an amount; write ringgit such as 3250 or 3250.50",
                f"{text!r} bukan amaun; tulis ringgit, misalnya 3250 atau 3250.50",
            )
        )
        self.text = text


def format_sen(amount: int) -> str:
    """The amount as people read it.

    Raises:
        TypeError: it is not an int, in sen.

    >>> format_sen(130450)
    'RM 1,304.50'
    """
    must_be_whole(amount, what="an amount", such_as="325000, in sen, for RM 3,250.00")
    sign = "-" if amount < 0 else ""
    ringgit, sen = divmod(abs(amount), SEN)
    return f"{sign}RM {ringgit:,}.{sen:02}"


def parse_ringgit(text: str) -> int:
    """The amount in sen that a person wrote in ringgit: `3250`, `3,250.00`, `RM 3250.5`.

    Raises:
        NotAnAmount: it is not an amount, is negative, or has parts of a sen.
        TypeError: it is not text.

    >>> parse_ringgit("3250.00")
    325000
    """
    must_be(str, text, what="an amount in ringgit", such_as='"3250.00"')
    match = _RINGGIT.fullmatch(text.strip())
    if match is None:
        raise NotAnAmount(text)
    ringgit = int(match["ringgit"].replace(",", ""))
    return ringgit * SEN + int((match["sen"] or "0").ljust(2, "0"))
