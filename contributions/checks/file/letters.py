"""Letters that are not plain: which they are, how they are written, and a line that they make too wide."""

import unicodedata

from contributions.bilingual import T
from contributions.checks.file.cause import Cause
from contributions.layouts import Kind, Layout

__all__ = ["encoding_at", "is_number_at", "is_space_at", "letter_at", "of_letters"]

_NUMBERS = {Kind.SEN, Kind.MONTH}
_DIGITS = T("plain digits, 0 to 9,", "digit biasa, 0 hingga 9,")
_LETTERS = T("plain letters, A to Z,", "huruf biasa, A hingga Z,")
_ENCODINGS = (
    ("utf-8", T.same("UTF-8")),
    ("gb18030", T("GB 18030, Chinese", "GB 18030, Cina")),
    ("big5", T("Big5, Chinese", "Big5, Cina")),
)


def letter_at(raw: bytes, index: int) -> str:
    """The letter that begins at a byte, as UTF-8 where it is that; else as the byte itself."""
    letter = _utf8_letter(raw, index)
    if letter:
        return _shown(letter)
    letter = _windows_letter(raw, index)
    return letter if letter.isprintable() and not letter.isspace() else f"\\x{raw[index]:02x}"


def _shown(letter: str) -> str:
    """A letter as people can see it, a kind of space by its number."""
    return letter if letter.isprintable() and not letter.isspace() else f"U+{ord(letter):04X}"


def is_number_at(column: int, layout: Layout) -> bool:
    """Whether digits belong in a column (1-based): it is one of a month or an amount."""
    return any(field.start <= column <= field.end for field in layout if field.kind in _NUMBERS)


def is_space_at(raw: bytes, index: int) -> bool:
    """Whether the letter that begins at a byte is a kind of space, such as one that does not break a line."""
    letter = _utf8_letter(raw, index) or _windows_letter(raw, index)
    return letter.isspace() and not letter.isascii()


def encoding_at(raw: bytes, index: int) -> T:
    """How the letter that begins at a byte is written."""
    letter = _utf8_letter(raw, index)
    if letter:
        size = len(letter.encode("utf-8"))
        return T(f"UTF-8 ({size} bytes)", f"UTF-8 ({size} bait)")
    if _windows_letter(raw, index).isprintable() or is_space_at(raw, index):
        return T("Windows-1252 (ANSI, 1 byte)", "Windows-1252 (ANSI, 1 bait)")
    return T("no encoding of text (1 byte)", "bukan pengekodan teks (1 bait)")


def _utf8_letter(raw: bytes, index: int) -> str:
    """The letter of several bytes that begins at a byte; empty where there is none."""
    for length in (2, 3, 4):
        try:
            letter = raw[index : index + length].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return letter if len(letter) == 1 else ""
    return ""


def _windows_letter(raw: bytes, index: int) -> str:
    return raw[index : index + 1].decode("cp1252", "replace").replace("\ufffd", "\0")


def of_letters(line: bytes, width: int, layout: Layout) -> Cause | None:
    """Letters of several bytes, without which the line has the width of a record."""
    if line.isascii():
        return None
    for encoding, name in _ENCODINGS:
        try:
            text = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        if width - len(line) + len(text) in {layout.width, *layout.trimmed_widths}:
            return _of_letter(text, encoding, name, width, layout)
    return None


def _of_letter(text: str, encoding: str, name: T, width: int, layout: Layout) -> Cause:
    index = next(index for index, letter in enumerate(text) if not letter.isascii())
    letter = text[index]
    size = len(letter.encode(encoding))
    plain, shown = unicodedata.normalize("NFKD", letter)[0], _shown(letter)
    if plain == " ":
        written = T("a space", "ruang kosong")
    elif plain.isascii():
        written = T.same(plain)
    else:
        written = _DIGITS if is_number_at(index + 1, layout) else _LETTERS
    return Cause(
        "letter",
        T(
            f"{{who}} {{have}} letters of several bytes ({name.en}): {shown} in column {index + 1} takes "
            f"{size} bytes, so that {len(text)} letters become {width} bytes.",
            f"{{who}} mempunyai huruf berbilang bait ({name.ms}): {shown} pada lajur {index + 1} mengambil "
            f"{size} bait, maka {len(text)} huruf menjadi {width} bait.",
        ),
        T(f"Write {written.en} in place of {shown}.", f"Tulis {written.ms} menggantikan {shown}."),
        column=index + 1,
    )
