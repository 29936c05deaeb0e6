"""Why a line has another width than a record: what was lost, put in, or counted otherwise.

Each cause proves itself: with it undone, month and amounts stand at their places, or the line has the
letters of a record.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

import numpy as np

from contributions.bilingual import NOTHING, T
from contributions.checks.counting import lines_in_words
from contributions.checks.whole_file import OddLines, WholeFile
from contributions.layouts import C2, Kind, Layout
from contributions.matrix.people import FOREIGN_PREFIXES
from contributions.matrix.shifts import stands_at
from contributions.months import NotAMonth, YearMonth

__all__ = [
    "Cause",
    "Common",
    "cause_of",
    "characters",
    "column_of",
    "common_cause",
    "encoding_at",
    "letter_at",
    "place_of",
    "words_of",
]

LINES_LOOKED_AT = 2_000
_IT = T("It", "Ia")
_RIGHT = T("month and amounts stand at their places", "bulan dan amaun berada di tempatnya")
_ENCODINGS = (
    ("utf-8", T.same("UTF-8")),
    ("gb18030", T("GB 18030, Chinese", "GB 18030, Cina")),
    ("big5", T("Big5, Chinese", "Big5, Cina")),
)
_SEPARATORS = (
    (b"\t", 2, T("tab", "tab"), T("tabs", "tab")),
    (b"|", 2, T("bar (|)", "palang (|)"), T("bars (|)", "palang (|)")),
    (b";", 4, T("semicolon", "koma bertitik"), T("semicolons", "koma bertitik")),
    (b",", 4, T("comma", "koma"), T("commas", "koma")),
)
"""What separates fields in other files, and how many of them a line at least has."""
_CODE = re.compile(rb"[A-Za-z][0-9]{10}[A-Za-z]")
_IDENTITY = C2["identity_number"]


@dataclass(frozen=True, slots=True)
class Cause:
    """What happened to a line. `says` speaks of `{who}`, which `{have}` it; `mend` is a sentence."""

    kind: str
    """Lines of one kind have the same cause."""
    says: T
    mend: T
    column: int = 0
    """The one column (1-based) that it is about; 0 for the line."""

    def said_of(self, who: T, *, several: bool) -> T:
        """The cause in a sentence about some lines."""
        return self.says.filled(who=who, have=T("have" if several else "has", ""))


@dataclass(frozen=True, slots=True)
class Common:
    """The most frequent cause in a file: its lines, and how many lines there are."""

    kind: str
    lines: OddLines
    of: int

    @property
    def who(self) -> T:
        """The lines in words."""
        return lines_in_words(len(self.lines), self.of)

    @property
    def are_several(self) -> bool:
        """Whether a verb about them is in the plural."""
        return len(self.lines) > 1


def cause_of(line: bytes, width: int, layouts: tuple[Layout, ...] = (C2,)) -> Cause | None:
    """Why a line has this width; `line` may be the beginning of a very long one.

    The first of the layouts by which it can be explained is the one that it was meant to have.
    """
    for layout in layouts:
        for find in (_letter, _displaced, _cut_off):
            found = find(line, width, layout)
            if found:
                return found
    return _separated(line)


def words_of(
    line: bytes, width: int, *, who: T = _IT, several: bool = False, layouts: tuple[Layout, ...] = (C2,)
) -> dict[str, T]:
    """`cause`, a sentence with a space before it, and `how`, a sentence; both empty where none is known."""
    cause = cause_of(line, width, layouts)
    if cause is None:
        return {"cause": NOTHING, "how": NOTHING}
    said = cause.said_of(who, several=several)
    return {"cause": T(f" {said.en}", f" {said.ms}"), "how": cause.mend}


def column_of(line: bytes, width: int, layouts: tuple[Layout, ...] = (C2,)) -> int:
    """The one column that the cause is about; 0 for the line."""
    cause = cause_of(line, width, layouts)
    return cause.column if cause else 0


def common_cause(file: WholeFile, layouts: tuple[Layout, ...]) -> Common | None:
    """The cause that most lines have, when no line has the width of a record.

    Of a long file only the first lines are looked at; others count by their width.
    """
    odd = file.odd.where(file.odd.widths > 0)
    looked = zip(odd.offsets[:LINES_LOOKED_AT].tolist(), odd.widths[:LINES_LOOKED_AT].tolist(), strict=True)
    causes = [cause_of(file.read_line(offset), width, layouts) for offset, width in looked]
    kinds = Counter(cause.kind for cause in causes if cause)
    if not kinds:
        return None
    kind = kinds.most_common(1)[0][0]
    has_it = np.zeros(len(odd), np.bool_)
    has_it[: len(causes)] = [cause is not None and cause.kind == kind for cause in causes]
    has_it[LINES_LOOKED_AT:] = np.isin(odd.widths[LINES_LOOKED_AT:], odd.widths[has_it])
    return Common(kind, odd.where(has_it), file.filled_lines)


def letter_at(raw: bytes, index: int) -> str:
    """The letter that begins at a byte, as UTF-8 where it is that; else as the byte itself."""
    letter = _utf8_letter(raw, index)
    if letter:
        return letter if letter.isprintable() and not letter.isspace() else f"U+{ord(letter):04X}"
    letter = _windows_letter(raw, index)
    return letter if letter.isprintable() and not letter.isspace() else f"\\x{raw[index]:02x}"


def encoding_at(raw: bytes, index: int) -> T:
    """How the letter that begins at a byte is written."""
    letter = _utf8_letter(raw, index)
    if letter:
        size = len(letter.encode("utf-8"))
        return T(f"UTF-8 ({size} bytes)", f"UTF-8 ({size} bait)")
    if _windows_letter(raw, index).isprintable():
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


# Letters of several bytes


def _letter(line: bytes, width: int, layout: Layout) -> Cause | None:
    if line.isascii():
        return None
    for encoding, name in _ENCODINGS:
        try:
            text = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        if width - len(line) + len(text) in {layout.width, *layout.trimmed_widths}:
            return _of_letter(text, encoding, name, width)
    return None


def _of_letter(text: str, encoding: str, name: T, width: int) -> Cause:
    index = next(index for index, letter in enumerate(text) if not letter.isascii())
    letter = text[index]
    size = len(letter.encode(encoding))
    plain = unicodedata.normalize("NFKD", letter)[0]
    if plain == " ":
        written = T("a space", "ruang kosong")
    elif plain.isascii():
        written = T.same(plain)
    else:
        written = T("plain letters, A to Z,", "huruf biasa, A hingga Z,")
    return Cause(
        "letter",
        T(
            f"{{who}} {{have}} letters of several bytes ({name.en}): {letter} in column {index + 1} takes "
            f"{size} bytes, so that {len(text)} letters become {width} bytes.",
            f"{{who}} mempunyai huruf berbilang bait ({name.ms}): {letter} pada lajur {index + 1} mengambil "
            f"{size} bait, maka {len(text)} huruf menjadi {width} bait.",
        ),
        T(f"Write {written.en} in place of {letter}.", f"Tulis {written.ms} menggantikan {letter}."),
        column=index + 1,
    )


# Characters lost or put in


def _displaced(line: bytes, width: int, layout: Layout) -> Cause | None:
    shift = stands_at(line, layout)
    if shift is None:
        return None
    return _at_end(line, width, layout) if shift == 0 else _before_month(line, shift)


def _at_end(line: bytes, width: int, layout: Layout) -> Cause | None:
    missing = layout.width - width
    if missing > 0 and not line[layout.amounts[-1].end :].strip():
        return Cause(
            f"end {missing}",
            T(
                f"{{who}} {{have}} lost {_spaces(missing).en} at the end; {_RIGHT.en}.",
                f"{{who}} kehilangan {_spaces(missing).ms} di hujung; {_RIGHT.ms}.",
            ),
            T(
                f"Fill the lines with spaces to {layout.width} characters.",
                f"Penuhkan baris dengan ruang kosong hingga {layout.width} aksara.",
            ),
        )
    if missing < 0:
        extra = characters(-missing)
        return Cause(
            f"end {missing}",
            T(
                f"{{who}} {{have}} {extra.en} too many at the end; {_RIGHT.en}.",
                f"{{who}} terlebih {extra.ms} di hujung; {_RIGHT.ms}.",
            ),
            T(f"End the lines after column {layout.width}.", f"Tamatkan baris selepas lajur {layout.width}."),
        )
    return None


def _cut_off(line: bytes, width: int, layout: Layout) -> Cause | None:
    """A line that ends before its last amount although its month stands right."""
    month = layout.of_kind(Kind.MONTH)[0]
    if not month.end < width < layout.amounts[-1].end or not _is_month(line[month.columns]):
        return None
    field = next(field for field in layout if field.end > width)
    return Cause(
        f"cut {width}",
        T(
            f"{{who}} {{have}} been cut: the month stands at its place, and nothing follows column {width}, "
            f"where {field.title.en} ends only at {field.end}.",
            f"{{who}} telah terpotong: bulan berada di tempatnya, dan tiada apa-apa selepas lajur {width}, "
            f"sedangkan {field.title.ms} berakhir pada {field.end}.",
        ),
        T(
            f"Export the file again and see that every line has {layout.width} characters.",
            f"Eksport semula fail dan pastikan setiap baris mempunyai {layout.width} aksara.",
        ),
    )


def _is_month(text: bytes) -> bool:
    try:
        YearMonth.from_mmyyyy(text.decode("latin-1"))
    except NotAMonth:
        return False
    return True


def _before_month(line: bytes, shift: int) -> Cause:
    place = place_of(line, shift)
    count = characters(abs(shift))
    if shift > 0:
        says = T(
            f"{{who}} {{have}} {count.en} too many {place.en}; without that, {_RIGHT.en}.",
            f"{{who}} terlebih {count.ms} {place.ms}; tanpanya, {_RIGHT.ms}.",
        )
        mend = T(f"Remove {count.en} {place.en}.", f"Buang {count.ms} {place.ms}.")
    else:
        says = T(
            f"{{who}} {{have}} {count.en} too few {place.en}; with that added, {_RIGHT.en}.",
            f"{{who}} terkurang {count.ms} {place.ms}; setelah ditambah, {_RIGHT.ms}.",
        )
        mend = T(f"Add {count.en} {place.en}.", f"Tambah {count.ms} {place.ms}.")
    return Cause(f"shift {shift} {place.en}", says, mend)


def place_of(line: bytes, shift: int) -> T:
    """Where the characters are missing or too many, told by what still stands in place before the month."""
    if not _is_identity(line, shift):
        return T("in columns 45-194 (name)", "dalam lajur 45-194 (nama)")
    if _CODE.match(line):
        return T("in columns 13-32 (SSM number)", "dalam lajur 13-32 (nombor SSM)")
    return T("at the beginning", "di permulaan")


def _is_identity(line: bytes, shift: int) -> bool:
    text = line[_IDENTITY.columns.start + shift : _IDENTITY.columns.stop + shift]
    return text.isdigit() or text.upper().startswith(FOREIGN_PREFIXES)


# Fields that are not columns


def _separated(line: bytes) -> Cause | None:
    for separator, least, one, many in _SEPARATORS:
        count = line.count(separator)
        if count >= least:
            return Cause(
                f"separated by {one.en}",
                T(
                    f"{{who}} {{have}} fields that are separated by {many.en} ({count} in a line) "
                    "and not set in columns.",
                    f"{{who}} mempunyai medan yang dipisahkan dengan {many.ms} ({count} sebaris), "
                    "bukan dalam lajur.",
                ),
                T(
                    f"Export the file in fixed columns, {C2.width} characters a line, without {many.en}.",
                    f"Eksport fail dalam lajur tetap, {C2.width} aksara sebaris, tanpa {many.ms}.",
                ),
            )
    return None


def characters(count: int) -> T:
    """A number of characters in words."""
    return T("1 character" if count == 1 else f"{count} characters", f"{count} aksara")


def _spaces(count: int) -> T:
    return T("1 space" if count == 1 else f"{count} spaces", f"{count} ruang kosong")
