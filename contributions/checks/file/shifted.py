"""FL: lines of the right width of which a part stands some columns beside its place."""

from collections.abc import Callable

import numpy as np

from contributions.bilingual import NOTHING, T
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, file_of, text
from contributions.checks.file.other_forms import without_signs
from contributions.checks.file.places import (
    before_identity,
    in_front_of,
    named_column,
    place_of,
    spaces_in_front,
)
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import C2
from contributions.lengths import characters
from contributions.matrix.identity_shifts import identity_shift_of
from contributions.matrix.lines import Lines
from contributions.matrix.moves import Move, move_of, moved_back
from contributions.matrix.shifts import lacks_zero, shift_of
from contributions.matrix.types import Mask
from contributions.money import format_sen
from contributions.writing import write

__all__ = ["CHECKS"]

_LINE = write([SAMPLE])
_NAME_END = C2["name"].columns.stop
_SHIFTED = _LINE[:_NAME_END] + b" " + _LINE[_NAME_END : C2.width - 1] + b"\r\n"
_WAGE = C2["wage"].columns
_MONTH, _IDENTITY = "month", "identity_number"
_FIELDS = (_IDENTITY, _MONTH, *(field.name for field in C2.amounts))


def _shifted(lines: Lines, field: str) -> Mask:
    """Lines that stand right before a field and beside their place from it on, or to the month."""
    if field in {_IDENTITY, _MONTH}:
        return np.asarray((lines.shift if field == _MONTH else lines.identity_shift) != 0)
    return lines.is_moved_from(field)


def _shift_facts(row: Row, field: str) -> dict[str, T]:
    if field == _IDENTITY:
        return _identity_facts(row)
    if lacks_zero(row.raw, row.layout):
        return _zero_facts(row)
    move = move_of(row.raw)
    if move is None:
        shift = shift_of(row.raw, row.layout)
        place = place_of(row.raw, shift)
        return {
            **_words(row, shift, characters),
            "begin": T("the month", "bulan"),
            "where": place,
            "place": place,
            "proof": _signs(row, shift),
        }
    return {
        **_words(row, move.by, spaces_in_front),
        "begin": named_column(move.field),
        "where": T("in front of it", "di hadapannya"),
        "place": in_front_of(move.field),
        "proof": _proof(row, move),
    }


def _identity_facts(row: Row) -> dict[str, T]:
    """Those of a line whose identity number and name alone are shifted."""
    shift = identity_shift_of(row.raw)
    start = C2[_IDENTITY].columns.start + shift
    number = row.content[start : start + C2[_IDENTITY].length]
    place = before_identity(row.raw)
    do = _do(-shift, characters)
    return {
        **_words(row, shift, characters),
        "begin": T("the identity number", "nombor pengenalan"),
        "where": place,
        "place": place,
        "proof": T(
            f"{number} begins in column {start + 1}, and from the month on the line stands right again. ",
            f"{number} bermula pada lajur {start + 1}, dan mulai bulan baris ini berada di tempatnya. ",
        ),
        "end": T(f", and {do.en.lower()} behind its name", f", dan {do.ms.lower()} selepas namanya"),
    }


def _zero_facts(row: Row) -> dict[str, T]:
    """Those of a line whose month has lost the zero in front of it."""
    start = C2[_MONTH].columns.start
    short = row.content[start : C2[_MONTH].columns.stop - 1]
    return {
        **_words(row, -1, characters),
        "begin": T("the month", "bulan"),
        "where": T(f"in front of {short}", f"di hadapan {short}"),
        "place": T(
            f"in front of {short} in column {start + 1}", f"di hadapan {short} pada lajur {start + 1}"
        ),
        "proof": T(
            f"A zero of the month was lost: as 0{short}, month and amounts stand at their places. ",
            f"Satu sifar bulan hilang: sebagai 0{short}, bulan dan amaun berada di tempatnya. ",
        ),
        "do": T("Add 0", "Tambah 0"),
    }


def _words(row: Row, shift: int, put_in: Callable[[int], T]) -> dict[str, T]:
    """How far it stands where, and what to remove or add; `put_in` names characters that are added."""
    step = abs(shift)
    return {
        "shift": T("1 column" if step == 1 else f"{step} columns", f"{step} lajur"),
        "side": T("right", "kanan") if shift > 0 else T("left", "kiri"),
        "why": T("too many", "terlebih") if shift > 0 else T("too few", "terkurang"),
        "count": characters(step),
        "do": _do(shift, put_in),
        "end": _at_end(row.width - shift - row.layout.width, put_in),
    }


def _do(surplus: int, put_in: Callable[[int], T]) -> T:
    """Remove characters that are too many; add as many as there are too few, where it is below 0."""
    if surplus > 0:
        many = characters(surplus)
        return T(f"Remove {many.en}", f"Buang {many.ms}")
    few = put_in(-surplus)
    return T(f"Add {few.en}", f"Tambah {few.ms}")


def _at_end(surplus: int, put_in: Callable[[int], T]) -> T:
    """What is left to do at the end of a line, so that it has its width; nothing where it has."""
    if surplus == 0:
        return NOTHING
    do = _do(surplus, put_in)
    return T(f", and {do.en.lower()} at its end", f", dan {do.ms.lower()} di hujungnya")


def _signs(row: Row, shift: int) -> T:
    """The signs in an identity number that have shifted what follows it; nothing where there are none."""
    number = without_signs(row.raw, shift, row.layout)
    if number is None:
        return NOTHING
    written, meant = number
    return T(
        f"Its signs do it: {written} is written for {meant}. ",
        f"Tandanya yang menyebabkannya: {written} ditulis bagi {meant}. ",
    )


def _proof(row: Row, move: Move) -> T:
    wage = format_sen(int(moved_back(row.raw, move)[_WAGE]))
    return T(
        f"Moved back, the amounts are those of the rate table on a wage of {wage}. ",
        f"Apabila dialihkan semula, amaun ialah amaun jadual kadar atas gaji {wage}. ",
    )


FL25 = Check(
    code="FL25",
    severity=Severity.ERROR,
    sets_aside=True,
    source="contribution-files 10.2 L22, 10.4 L47",
    mark="unreadable",
    title=T("A shifted line", "Baris teralih"),
    why=T(
        "Month and amounts stand together, or amounts from one of them on, some columns beside their place: "
        "somewhere before them a character is too many or too few. That amounts alone are shifted is said "
        "only where the rate table proves it, and that identity number and name alone are, only where the "
        "number stands whole across the border of its field.",
        "Bulan dan amaun berada bersama, atau amaun mulai salah satunya, beberapa lajur di sisi tempatnya: "
        "ada aksara terlebih atau terkurang sebelumnya. Anjakan amaun sahaja dinyatakan hanya jika jadual "
        "kadar membuktikannya, dan anjakan nombor pengenalan dan nama sahaja hanya jika nombor itu lengkap "
        "merentasi sempadan medannya.",
    ),
    message=T(
        "From {begin} on, line {line} stands {shift} too far {side}: {count} {why} {where}. {proof}Such a "
        "shift is on {on_lines}.",
        "Mulai {begin}, baris {line} teralih {shift} ke {side}: {count} {why} {where}. {proof}Anjakan begini "
        "ada pada {on_lines}.",
    ),
    mend=T(
        "{do} {place} of line {line}{end}.",
        "{do} {place} baris {line}{end}.",
    ),
    wrong_in=_shifted,
    fields=_FIELDS,
    facts_in=_shift_facts,
    bad=text(_SHIFTED),
    good=file_of(SAMPLE),
)

CHECKS = (FL25,)
