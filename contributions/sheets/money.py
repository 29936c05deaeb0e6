"""An amount of money in a cell, as sen.

Some write thousands with a point and sen after a comma, others the other way round. Where a text can be
either, such as `3.250`, nothing is guessed. The number of a workbook's cell is always what it says.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from contributions.bilingual import T
from contributions.money import NotAnAmount, format_sen, parse_ringgit
from contributions.sheets import cells
from contributions.sheets.errors import NotReadAs

__all__ = ["is_in_thousands", "sen"]

SEN = 100
_UNIT = re.compile(r"^(rm|myr)\s*", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"([0-9]{1,3}(\.[0-9]{3})+|[0-9]+),[0-9]{2}")
"""Ringgit and sen as some computers write them; a comma before two digits separates no thousands."""
_WHOLE = re.compile(r"[0-9]{1,3}(,[0-9]{3})+|[0-9]+")
_THOUSANDS_OR_SEN = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")

_THOUSANDS = re.compile(
    r"(rm|myr|ringgit)?\s*['\u2018\u2019`]\s*000\b|\b(rm|myr|ringgit)\s*000\b(?!\.)|\brm\s*[km]\b|"
    r"\b(thousands?|ribu|ribuan|millions?|juta)\b",
    re.IGNORECASE,
)


def is_in_thousands(heading: str) -> bool:
    """Whether a heading says that its amounts are thousands of ringgit, or millions.

    >>> [is_in_thousands(each) for each in ("Wages (RM'000)", "Gaji (RM ribu)", "Gaji (RM 000.00)")]
    [True, True, False]
    """
    return bool(_THOUSANDS.search(heading))


def sen(cell: object, *, is_sen: bool = False) -> tuple[int, T | None]:
    """An amount of ringgit as sen, and what was done to it when it had parts of a sen.

    `is_sen` says that the column has sen: then whole numbers alone are amounts.

    Raises:
        NotReadAs: it is no amount, negative, or could be two amounts.
    """
    if is_sen:
        return _whole_sen(cell), None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _sen_of_number(cell)
    cells.refuse_error(cell)
    written = cells.text(cell)
    number = _UNIT.sub("", written)
    if _THOUSANDS_OR_SEN.fullmatch(number):
        raise _either(written, number)
    try:
        return parse_ringgit(number), None
    except NotAnAmount:
        pass
    if _DECIMAL_COMMA.fullmatch(number):
        number = number.replace(".", "").replace(",", ".")
    try:
        return _sen_of_number(Decimal(number))
    except InvalidOperation:
        raise NotReadAs(
            T(f"{written!r} is no amount in ringgit", f"{written!r} bukan amaun dalam ringgit"),
            T("Write ringgit such as 3250.00.", "Tulis ringgit seperti 3250.00."),
        ) from None


def _whole_sen(cell: object) -> int:
    cells.refuse_error(cell)
    written = cells.text(cell)
    if isinstance(cell, bool) or not _WHOLE.fullmatch(written):
        raise NotReadAs(
            T(f"{written!r} is no whole number of sen", f"{written!r} bukan bilangan sen yang bulat"),
            T(
                "Write whole sen such as 325000; or, for ringgit, take sen out of the heading.",
                "Tulis sen yang bulat seperti 325000; atau, bagi ringgit, buang sen daripada tajuk lajur.",
            ),
        )
    return int(written.replace(",", ""))


def _either(written: str, number: str) -> NotReadAs:
    """Why an amount that may be thousands or parts of a ringgit is not taken."""
    thousands = format_sen(int(number.replace(".", "")) * SEN)
    ringgit, _, parts = number.partition(".")
    or_sen = "" if "." in parts else f"RM {ringgit}.{parts.removesuffix('0')}"
    return NotReadAs(
        T(
            f"{written!r} may be {thousands}{or_sen and f' or {or_sen}'}: a point stands before three digits",
            f"{written!r} mungkin {thousands}{or_sen and f' atau {or_sen}'}: titik terletak sebelum tiga "
            "digit",
        ),
        T("Write two digits for the sen, such as 3250.00.", "Tulis dua digit bagi sen, seperti 3250.00."),
    )


def _sen_of_number(number: float | Decimal) -> tuple[int, T | None]:
    exact = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    if not exact.is_finite() or exact < 0:
        raise NotReadAs(
            T(f"{exact} is no amount: it is negative", f"{exact} bukan amaun: nilainya negatif"),
            T(
                "A file has no negative amounts; ask for a refund in the portal.",
                "Fail tiada amaun negatif; mohon bayaran balik dalam portal.",
            ),
        )
    rounded = int((exact * SEN).quantize(Decimal(1), ROUND_HALF_UP))
    if abs(exact * SEN - rounded) < Decimal("0.00001"):
        return rounded, None
    shown = f"{rounded // SEN}.{rounded % SEN:02}"
    return rounded, T(f"{exact} rounded to {shown}", f"{exact} dibundarkan kepada {shown}")
