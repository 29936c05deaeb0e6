"""What a cell of a table says: an identity number, a day, a month, yes or no.

A spreadsheet keeps what looks like a number as a number: zeros in front go, and long numbers are shown as
9.00101E+11. Where only one number can have been meant, it is given back, and said so.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from contributions.bilingual import T
from contributions.identifiers import mykad
from contributions.identifiers.shortened import is_shortened
from contributions.months import NotAMonth, YearMonth
from contributions.sheets.errors import NotReadAs

__all__ = [
    "NAMED_MONTHS",
    "Mended",
    "day",
    "has_figures",
    "identity",
    "is_blank",
    "is_empty",
    "mended_identity",
    "month",
    "refuse_error",
    "text",
    "without_guard",
    "yes",
]

MYKAD_DIGITS, FEWEST_DIGITS = 12, 9
CENTURY = 100
_DAYS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d", "%d%m%Y", "%d %b %Y", "%d %B %Y")
_BLANK = frozenset({"", "-", "--", "n/a", "na", "nil", "tiada"})
_YES = frozenset({"y", "yes", "ya", "true", "1", "x", "released", "dilepaskan"})
_NO = frozenset({"n", "no", "tidak", "t", "false", "0"})
NAMED_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb februari february", "mac mar march", "apr april", "mei may",
            "jun june", "jul julai july", "ogos ogo aug august", "sep sept september",
            "okt oct oktober october", "nov november", "dis dec disember december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""The number of a month by its names and their short forms, in small letters."""
_FORMULA = re.compile(r"'*[=+\-@]")
_POINT_ZERO = re.compile(r"(?<=[0-9])\.0$")
"""What programs append that took a number of a name for a number."""
_SIGNS = re.compile(r"[\s\-'.=\"\u00a0]")
_BREAKS = re.compile(r"[\s\u00a0]*[\r\n\t\u00a0]+[\s\u00a0]*")
_NOT_FOUND = "#N/A"
_ERRORS = re.compile(r"#(REF|N/A|VALUE|DIV/0|NAME\?|NULL|NUM)!?", re.IGNORECASE)
_GUARDED = re.compile(r"'+[=+\-@]")


@dataclass(frozen=True, slots=True)
class Mended:
    """A value, and what was put right to get it; nothing when it stood so."""

    value: str
    how: T | None = None


def text(cell: object) -> str:
    """A cell as text, on one line."""
    if isinstance(cell, str):
        return cell.strip() if cell.isprintable() else _BREAKS.sub(" ", cell).strip()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


def without_guard(written: str) -> str:
    """Text of a CSV file without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return written[1:] if _GUARDED.match(written) else written


def guarded(written: str) -> str:
    """Text for a CSV file, with an apostrophe where a spreadsheet would take it for a formula.

    >>> without_guard(guarded("=1+1"))
    '=1+1'
    """
    return f"'{written}" if _FORMULA.match(written) else written


def is_blank(cell: object) -> bool:
    """Whether a cell says nothing: empty, or a dash."""
    return isinstance(cell, str) and (not cell or text(cell).lower() in _BLANK)


def refuse_error(cell: object) -> None:
    """Let everything pass but what a formula gives that has no result.

    Raises:
        NotReadAs: the cell is an error such as `#N/A`.
    """
    written = text(cell)
    if _ERRORS.fullmatch(written):
        raise NotReadAs(
            T(f"the formula gives {written}", f"formula memberi {written}"),
            T(
                "Mend the formula in the workbook and save it.",
                "Betulkan formula dalam buku kerja dan simpan.",
            ),
        )


def is_empty(cell: object) -> bool:
    """Whether nothing is written in a cell, not even a dash for none."""
    return isinstance(cell, str) and not text(cell)


def has_figures(cell: object) -> bool:
    """Whether a cell may be a number or an amount: it has a digit, or a formula's error in place of one."""
    written = text(cell)
    return any(map(str.isdigit, written)) or bool(_ERRORS.fullmatch(written))


def identity(cell: object) -> str:
    """An identity number as a contribution file has it.

    >>> identity(50101145678.0), identity("900101-14-5678")
    ('050101145678', '900101145678')
    """
    number = _SIGNS.sub("", _POINT_ZERO.sub("", text(cell))).upper()
    whole = number.zfill(MYKAD_DIGITS)
    lost_zeros = number.isdigit() and FEWEST_DIGITS <= len(number) < MYKAD_DIGITS and mykad.is_valid(whole)
    return whole if lost_zeros else number


def mended_identity(cell: object) -> Mended:
    """An identity number, and whether zeros were put back.

    Raises:
        NotReadAs: a spreadsheet rounded it away, a formula gives an error, or it has a number of digits that
            none has.
    """
    refuse_error(cell)
    written = text(cell)
    if is_shortened(written):
        raise NotReadAs(
            T(
                f"{written}: the spreadsheet shortened the identity number, and its last digits are gone",
                f"{written}: hamparan memendekkan nombor pengenalan, dan digit akhirnya hilang",
            ),
            T(
                "Set the column to Text in the original, enter the number again, then save.",
                "Tetapkan lajur sebagai Teks dalam fail asal, masukkan semula nombor itu, kemudian simpan.",
            ),
        )
    number = identity(cell)
    digits = re.sub(r"[^0-9]", "", _POINT_ZERO.sub("", written))
    if number.isdigit() and FEWEST_DIGITS <= len(number) < MYKAD_DIGITS:
        raise NotReadAs(
            T(
                f"identity number {number} has {len(number)} digits, and zeros in front make no MyKad number",
                f"nombor pengenalan {number} ada {len(number)} digit, dan sifar di depan tidak menjadikannya "
                "nombor MyKad",
            ),
            T(
                "Look at the card: twelve digits. Set the column to Text before typing.",
                "Semak kad: dua belas digit. Tetapkan lajur sebagai Teks sebelum menaip.",
            ),
        )
    lost = len(number) - len(digits)
    if number.isdigit() and lost > 0:
        return Mended(
            number,
            T(
                f"{lost} zero{'s' if lost > 1 else ''} lost in the spreadsheet put back",
                f"{lost} sifar yang hilang dalam hamparan dikembalikan",
            ),
        )
    return Mended(number)


def day(cell: object) -> date | None:
    """A day; `None` when the cell says nothing.

    Raises:
        NotReadAs: it is no day.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if is_blank(cell) or _is_not_found(cell):
        return None
    written = text(cell)
    for form in _DAYS:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise NotReadAs(
        T(f"{written!r} is no day", f"{written!r} bukan tarikh"),
        T("Write days as DD/MM/YYYY.", "Tulis tarikh sebagai HH/BB/TTTT."),
    )


def month(cell: object) -> YearMonth:
    """The month that a cell names: an Excel date, `10/2026`, `102026`, `2026-10`, `Okt 2026`, `October 2026`.

    Raises:
        NotReadAs: it is no month.
    """
    if isinstance(cell, date):
        return YearMonth(cell.year, cell.month)
    written = text(cell)
    try:
        found = _numbered_month(written) or _named_month(written) or _month_of_day(written)
    except NotAMonth:
        found = None
    if found is None:
        raise NotReadAs(
            T(f"{written!r} is no month", f"{written!r} bukan bulan"),
            T("Write months as MM/YYYY, such as 10/2026.", "Tulis bulan sebagai BB/TTTT, seperti 10/2026."),
        )
    return found


def _numbered_month(written: str) -> YearMonth | None:
    match = re.fullmatch(r"(?P<month>[0-9]{1,2})\s*[/.\- ]\s*(?P<year>[0-9]{4})", written)
    match = match or re.fullmatch(r"(?P<year>[0-9]{4})\s*[/.\- ]\s*(?P<month>[0-9]{1,2})", written)
    match = match or re.fullmatch(r"(?P<year>(19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])", written)
    match = match or re.fullmatch(r"(?P<month>[0-9]{1,2})(?P<year>[0-9]{4})", written)
    return YearMonth(int(match["year"]), int(match["month"])) if match else None


def _named_month(written: str) -> YearMonth | None:
    match = re.fullmatch(r"(?P<name>[A-Za-z]+)\.?[\s\-/,']*(?P<year>[0-9]{4}|[0-9]{2})", written)
    number = NAMED_MONTHS.get(match["name"].lower()) if match else None
    if match is None or number is None:
        return None
    year = int(match["year"])
    return YearMonth(year if year >= CENTURY else 2000 + year, number)


def _month_of_day(written: str) -> YearMonth | None:
    try:
        found = day(written)
    except NotReadAs:
        return None
    return YearMonth.of(found) if found else None


def yes(cell: object) -> bool:
    """Whether a cell says yes; empty is no.

    Raises:
        NotReadAs: it says neither.
    """
    written = text(cell).lower()
    if written in _YES:
        return True
    if written in _NO or is_blank(cell) or _is_not_found(cell):
        return False
    raise NotReadAs(
        T(f"{text(cell)!r} is neither yes nor no", f"{text(cell)!r} bukan ya atau tidak"),
        T("Write yes or no.", "Tulis ya atau tidak."),
    )


def _is_not_found(cell: object) -> bool:
    """Whether a formula looked for somebody in a list, such as of those who left, and did not find him."""
    return text(cell).upper() == _NOT_FOUND
