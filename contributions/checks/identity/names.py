"""ID: names, and how texts stand in their fields."""

import numpy as np

from contributions.alignment import is_alignable
from contributions.bilingual import T
from contributions.checks.check import Check
from contributions.checks.examples import record, with_field
from contributions.findings import Severity
from contributions.layouts import C2
from contributions.matrix.digits import is_digit
from contributions.matrix.lines import Lines
from contributions.matrix.masks import any_in_row
from contributions.matrix.types import Bytes, Mask

__all__ = ["CHECKS"]

TEXT_FIELDS = tuple(field.name for field in C2.texts)
_SMALL_A, _LETTERS, _SMALL, _LAST_OF_ASCII = np.uint8(97), np.uint8(26), np.uint8(32), np.uint8(127)
_NOTHING = (b"NULL", b"NONE", b"N/A", b"#N/A", b"#REF!", b"#NAME?", b"#VALUE!", b"TIADA")


def _small_letters(lines: Lines, field: str) -> Mask:
    if lines.is_upper:
        return lines.none
    return any_in_row((lines.columns(field) - _SMALL_A) < _LETTERS)


def _is_no_name(lines: Lines) -> Mask:
    """Names without letters and digits, and what programs write for nothing."""
    names = lines.columns("name")
    found = lines.name_words.is_one_of(_NOTHING)
    suspects = ~_is_letter(names[:, 0]) & ~lines.is_blank("name")
    if suspects.any():
        found[suspects] |= ~any_in_row(_is_letter(names[suspects]) | is_digit(names[suspects]))
    return found


def _is_letter(letters: Bytes) -> Mask:
    """Which bytes are letters; those beyond ASCII are taken for some."""
    return np.asarray((((letters | _SMALL) - _SMALL_A) < _LETTERS) | (letters > _LAST_OF_ASCII))


ID11 = Check(
    code="ID11",
    severity=Severity.ERROR,
    source="contribution-files 10.2 L20",
    mark="official-2nd",
    title=T("Name missing", "Nama tiada"),
    why=T("The name is a required field.", "Nama ialah medan wajib."),
    message=T("The line has no employee name.", "Baris ini tiada nama pekerja."),
    mend=T(
        "Write the name as on the card into columns 45-194.",
        "Tulis nama seperti pada kad dalam lajur 45-194.",
    ),
    points_at="name",
    wrong=lambda lines: lines.is_blank("name"),
    bad=record(name=""),
    good=record(),
)

ID12 = Check(
    code="ID12",
    severity=Severity.WARNING,
    source="contribution-files 10.2 L21",
    mark="assumed",
    title=T("Digits in the name", "Digit dalam nama"),
    why=T(
        "Names have no digits; a number there often comes from another column.",
        "Nama tidak mempunyai digit; nombor di situ sering datang daripada lajur lain.",
    ),
    message=T("The name {name} holds a digit.", "Nama {name} mengandungi digit."),
    mend=T("Write the name as on the card.", "Tulis nama seperti pada kad pengenalan."),
    points_at="name",
    wrong=lambda lines: lines.name_words.has_digit(),
    bad=record(name="AMINAH 2"),
    good=record(name="SURESH A/L RAMASAMY"),
)

ID29 = Check(
    code="ID29",
    severity=Severity.WARNING,
    source="contribution-files 10.2 L20",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("No name in the name", "Tiada nama dalam medan nama"),
    why=T(
        "A name has letters. Question marks are what is left of letters that a program could not write, such "
        "as Chinese or Tamil ones; NULL and #N/A are what programs write for nothing.",
        "Nama mempunyai huruf. Tanda soal ialah baki huruf yang tidak dapat ditulis oleh program, seperti "
        "huruf Cina atau Tamil; NULL dan #N/A ditulis oleh program bagi tiada apa-apa.",
    ),
    message=T("{name} is no name.", "{name} bukan nama."),
    mend=T("Write the name as on the card.", "Tulis nama seperti pada kad pengenalan."),
    points_at="name",
    wrong=_is_no_name,
    bad=record(name="????? ??"),
    good=record(name="M"),
)

ID13 = Check(
    code="ID13",
    severity=Severity.INFO,
    fixable=True,
    source="contribution-files 10.2 W15",
    mark="code",
    title=T("Small letters", "Huruf kecil"),
    why=T(
        "Most programs write capitals; some keep what was typed. Both are taken for good.",
        "Kebanyakan program menulis huruf besar; sesetengahnya mengekalkan yang ditaip. "
        "Kedua-duanya diterima.",
    ),
    message=T("The field holds small letters: {found}.", "Medan ini mengandungi huruf kecil: {found}."),
    mend=T("Write capitals.", "Tulis huruf besar."),
    wrong_in=_small_letters,
    fields=TEXT_FIELDS,
    bad=with_field("name", "Aminah binti Contoh"),
    good=record(),
)

ID14 = Check(
    code="ID14",
    severity=Severity.ERROR,
    fixable=True,
    fixable_in=is_alignable,
    source="contribution-files 10.2 L22",
    mark="code",
    title=T("A text does not begin in its first column", "Teks tidak bermula pada lajur pertamanya"),
    why=T(
        "Texts are left justified: the first letter stands in the first column of the field.",
        "Teks diselaraskan ke kiri: huruf pertama berada pada lajur pertama medan.",
    ),
    message=T("The field begins with a space.", "Medan ini bermula dengan ruang kosong."),
    mend=T("Move the text to the left.", "Alihkan teks ke kiri."),
    wrong_in=lambda lines, field: lines.is_indented(field),
    fields=TEXT_FIELDS,
    bad=with_field("name", "  AMINAH BINTI CONTOH"),
    good=record(),
)

CHECKS = (ID11, ID12, ID29, ID14, ID13)
