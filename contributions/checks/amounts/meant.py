"""What an amount was meant to be that is not digits alone: told by the others of its line, or not at all.

`325,000` may be sen with a mark for thousands, or ringgit. A guess that is wrong by a hundred is worse than
none, so a reading is named alone only where nothing else is possible or where the rate table proves it.
"""

import re

from contributions.bilingual import NOTHING, T
from contributions.checks.row import Row
from contributions.layouts import C2
from contributions.matrix.scales import are_due
from contributions.matrix.shares import HUNDRED
from contributions.money import NotAnAmount, parse_ringgit

__all__ = ["meant"]

_LOOK_LIKE_DIGITS = str.maketrans("OolI", "0011")
_IS_MONEY = re.compile(r"(RM ?)?[0-9.,]+")
_POINT_ZEROS = re.compile(r"(?P<whole>[0-9]+)[.]0{1,2}")
_THOUSANDS = re.compile(r"[0-9]{1,3}([.,][0-9]{3})+")
_COMMA_BEFORE_SEN = re.compile(r"[0-9]+,[0-9]{2}")
_MARKS = str.maketrans("", "", ",. ")
_CELLS = {
    "socso_employer": ("employer_first", "employer_second"),
    "socso_employee": ("employee_first",),
    "eis_employer": ("eis",),
    "eis_employee": ("eis",),
    "lindung": ("lindung",),
}
"""The columns of the rate tables that hold a share."""


def meant(row: Row, field: str) -> T:
    """`: 325000` for the end of a sentence; with both readings where either is possible, else nothing."""
    text = row.text(field).strip()
    if text.strip("-") == "":
        return T(": 0000 if the dash stands for zero", ": 0000 jika sempang itu bermaksud sifar")
    readings = _readings(text)
    proven = [
        sen for unit, sen in enumerate(readings) if sen and (_fits(row, field, sen) or _all_fit(row, unit))
    ]
    if len(proven) == 1:
        return T.same(f": {proven[0]}")
    if not readings or not _IS_MONEY.fullmatch(text):
        return NOTHING  # a digit may be lost where a space or a letter is
    if len(readings) == 1:
        return T.same(f": {readings[0]}")
    sen, ringgit = readings
    return T(
        f": {sen} if {text} is in sen, {ringgit} if it is in ringgit",
        f": {sen} jika {text} dalam sen, {ringgit} jika dalam ringgit",
    )


def _readings(written: str) -> tuple[int, ...]:
    """The amounts (sen) that a text may stand for: one, or as sen and as ringgit where either is possible.

    Either is possible where a mark may be for thousands, and where a program may have printed whole sen with
    a point and zeros.
    """
    text = written.translate(_LOOK_LIKE_DIGITS)
    if text.startswith("RM"):
        return _in_ringgit(text)
    digits = text.translate(_MARKS)
    if not digits.isascii() or not digits.isdigit():
        return ()
    if _THOUSANDS.fullmatch(text):
        return int(digits), int(digits) * HUNDRED
    whole = _POINT_ZEROS.fullmatch(text)
    if whole:
        return int(whole["whole"]), int(whole["whole"]) * HUNDRED
    if "." not in text and "," not in text:
        return (int(digits),)
    return _in_ringgit(text.replace(",", ".") if _COMMA_BEFORE_SEN.fullmatch(text) else text)


def _in_ringgit(text: str) -> tuple[int, ...]:
    try:
        return (parse_ringgit(text),)
    except NotAnAmount:
        return ()


def _fits(row: Row, field: str, sen: int) -> bool:
    """Whether the rate table proves a contribution by the wage."""
    return sen in {row.cell(column) for column in _CELLS.get(field, ())}


def _all_fit(row: Row, unit: int) -> bool:
    """Whether the rate table proves all amounts of a line together, in one unit where both are possible."""
    money: dict[str, int] = {}
    for field in C2.amounts:
        text = row.text(field.name).strip() if field.name in row.layout else ""
        readings = _readings(text) if text else (0,)
        if not readings:
            return False
        money[field.name] = readings[min(unit, len(readings) - 1)]
    return are_due(money, row.month_number)
