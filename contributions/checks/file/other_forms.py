"""Fields written in another form than the layout has, so that all behind them is shifted.

A month such as 2026-10 or an identity number with its dashes is longer than its field. The proof: written as
it should be, month and amounts stand at their places.
"""

import re

from contributions.bilingual import T
from contributions.checks.file.cause import RIGHT, Cause
from contributions.checks.lost_digits import has_lost_digit
from contributions.layouts import C2, Kind, Layout
from contributions.matrix.shifts import stands_at
from contributions.months import NotAMonth, YearMonth

__all__ = ["identity_with_signs", "month_in_another_form", "month_without_digit", "without_signs"]

_MONTH = C2.of_kind(Kind.MONTH)[0]
_IDENTITY = C2["identity_number"]
# Patterns of this module are compiled when they are first needed: most files need none.
_MONTHS = (
    r"([0-3]?[0-9][-/. ])?(?P<month>[0-1]?[0-9])[-/. ]?(?P<year>(19|20)[0-9]{2})",
    r"[0-3][0-9](?P<month>[0-1][0-9])(?P<year>(19|20)[0-9]{2})",
    r"(?P<year>(19|20)[0-9]{2})[-/. ]?(?P<month>[0-1][0-9])([-/. ]?[0-3][0-9])?",
    r"(?P<month>[0-1][0-9])[-/. ]?(?P<short>[0-9]{2})",
    r"(?P<short>[0-9]{2})[-/. ]?(?P<month>[0-1][0-9])",
)
"""Day, month, year; month, year; year first, with a day or without; and years of two digits."""
_ANY_MONTH = b"012000"
_WITH_SIGNS = rb"[0-9A-Za-z]+([-/. ][0-9A-Za-z]+){1,2}"
_SIGNS = rb"-/. "


def month_without_digit(line: bytes, width: int, layout: Layout) -> Cause | None:
    """A month that has lost a digit, so that all behind it stands a column too far left."""
    start, end = _MONTH.columns.start, _MONTH.columns.stop - 1
    text = line[start:end].decode("latin-1")
    if width != layout.width - 1 or line[start - 1 : start] != b" " or not has_lost_digit(text):
        return None
    if stands_at(line[:start] + _ANY_MONTH + line[end:], layout) != 0:
        return None
    return Cause(
        "month without a digit",
        T(
            f"{{who}} {{have}} lost a digit of the month: {text}; with six digits, {RIGHT.en}.",
            f"{{who}} kehilangan satu digit bulan: {text}; dengan enam digit, {RIGHT.ms}.",
        ),
        T(
            f"Write the month as MMYYYY into columns {_MONTH.start}-{_MONTH.end}{{such}}.",
            f"Tulis bulan sebagai BBTTTT dalam lajur {_MONTH.start}-{_MONTH.end}{{such}}.",
        ),
        column=_MONTH.start,
        lost_in=text,
    )


def month_in_another_form(line: bytes, width: int, layout: Layout) -> Cause | None:
    """A month that is longer or shorter than its six columns."""
    end = _MONTH.columns.stop + width - layout.width
    written = line[_MONTH.columns.start : end]
    months = _months_of(written.decode("latin-1"))
    is_apart = line[_MONTH.columns.start - 1 : _MONTH.columns.start] == b" "
    if not is_apart or len(written) == _MONTH.length or len(months) != 1:
        return None
    month = months.pop()
    meant = f"{month.month:02}{month.year}"
    if stands_at(line[: _MONTH.columns.start] + meant.encode() + line[end:], layout) != 0:
        return None
    text = written.decode("latin-1")
    return Cause(
        f"month {len(written)}",
        T(
            f"{{who}} {{have}} the month in another form: {text} for {meant}; with that, {RIGHT.en}.",
            f"{{who}} mempunyai bulan dalam bentuk lain: {text} bagi {meant}; dengan itu, {RIGHT.ms}.",
        ),
        T(
            f"Write the month as MMYYYY into columns {_MONTH.start}-{_MONTH.end}: {meant}.",
            f"Tulis bulan sebagai BBTTTT dalam lajur {_MONTH.start}-{_MONTH.end}: {meant}.",
        ),
        column=_MONTH.start,
    )


def _months_of(text: str) -> set[YearMonth]:
    """The months that a text may stand for."""
    found = set()
    for form in _MONTHS:
        match = re.fullmatch(form, text)
        if match is None:
            continue
        parts = match.groupdict()
        try:
            found.add(YearMonth(int(parts.get("year") or f"20{parts['short']}"), int(parts["month"])))
        except NotAMonth:
            continue
    return found


def without_signs(line: bytes, extra: int, layout: Layout) -> tuple[str, str] | None:
    """An identity number that its signs make longer than its field, as it is written and as it is meant.

    `None` where month and amounts do not stand at their places without the signs.
    """
    start = _IDENTITY.columns.start
    written = line[start : _IDENTITY.columns.stop + extra]
    plain = written.translate(None, _SIGNS)
    if (
        len(plain) != _IDENTITY.length
        or not re.fullmatch(_WITH_SIGNS, written)
        or stands_at(line[:start] + plain + line[start + len(written) :], layout) != 0
    ):
        return None
    return written.decode("latin-1"), plain.decode("latin-1")


def identity_with_signs(line: bytes, width: int, layout: Layout) -> Cause | None:
    """An identity number with dashes or the like, too long for its twelve columns."""
    extra = width - layout.width
    number = without_signs(line, extra, layout)
    if number is None:
        return None
    text, meant = number
    return Cause(
        f"identity {extra}",
        T(
            f"{{who}} {{have}} signs in the identity number: {text} for {meant}; without them, {RIGHT.en}.",
            f"{{who}} mempunyai tanda dalam nombor pengenalan: {text} bagi {meant}; tanpanya, {RIGHT.ms}.",
        ),
        T(
            f"Write the identity number without signs into columns {_IDENTITY.start}-{_IDENTITY.end}: "
            f"{meant}.",
            f"Tulis nombor pengenalan tanpa tanda dalam lajur {_IDENTITY.start}-{_IDENTITY.end}: {meant}.",
        ),
        column=_IDENTITY.start,
    )
