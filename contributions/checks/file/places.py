"""Characters lost or put in somewhere in a line: where, and the proof that nothing else is wrong."""

import re

from contributions.bilingual import T
from contributions.checks.file.cause import RIGHT, Cause, spaces
from contributions.layouts import C2, Field, Layout
from contributions.lengths import characters
from contributions.matrix.moves import STEPS, move_of
from contributions.matrix.people import FOREIGN_PREFIXES
from contributions.matrix.shifts import stands_at

__all__ = [
    "CODE",
    "before_identity",
    "before_month",
    "in_amounts",
    "in_front_of",
    "named_column",
    "place_of",
    "quoted",
    "spaces_in_front",
]

CODE = re.compile(rb"[A-Za-z][0-9]{10}[A-Za-z]")
_IDENTITY = C2["identity_number"]
_NUMBER = re.compile(rb"(SSFD?W)?[0-9]+", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(rb"[0-9]{12}|SSFW[0-9]{8}|SSFDW[0-9]{7}", re.IGNORECASE)
_SIGNS = b"-/. "
_MONTH, _NAME = C2["month"], C2["name"]
_FEWEST_DIGITS = 6
_QUOTES = (b'"', b"'")


_UNFILLED_NAME = Cause(
    "unfilled name",
    T(
        f"{{who}} {{have}} no spaces behind the name; filled with spaces to column 194, {RIGHT.en}.",
        f"{{who}} tiada ruang kosong selepas nama; setelah dipenuhkan hingga lajur 194, {RIGHT.ms}.",
    ),
    T(
        "Fill every name with spaces to 150 characters, columns 45-194.",
        "Penuhkan setiap nama dengan ruang kosong hingga 150 aksara, lajur 45-194.",
    ),
    column=C2["name"].start,
)


def before_month(line: bytes, shift: int) -> Cause:
    """Characters before the month, told by how far month and amounts stand beside their places."""
    name = line[_NAME.columns.start : _MONTH.columns.start + shift]
    if shift < 0 and name[-1:].isalpha() and _is_identity(line, 0):
        return _UNFILLED_NAME
    place = place_of(line, shift)
    count = characters(abs(shift))
    if shift > 0:
        says = T(
            f"{{who}} {{have}} {count.en} too many {place.en}; without that, {RIGHT.en}.",
            f"{{who}} terlebih {count.ms} {place.ms}; tanpanya, {RIGHT.ms}.",
        )
        mend = T(f"Remove {count.en} {place.en}.", f"Buang {count.ms} {place.ms}.")
    else:
        says = T(
            f"{{who}} {{have}} {count.en} too few {place.en}; with that added, {RIGHT.en}.",
            f"{{who}} terkurang {count.ms} {place.ms}; setelah ditambah, {RIGHT.ms}.",
        )
        mend = T(f"Add {count.en} {place.en}.", f"Tambah {count.ms} {place.ms}.")
    return Cause(f"shift {shift} {place.en}", says, mend)


def place_of(line: bytes, shift: int) -> T:
    """Where the characters are missing or too many, told by what still stands in place before the month."""
    begin = _IDENTITY.columns.start
    is_whole = _is_identity(line, shift) and line[begin + shift - 1 : begin + shift] == b" "
    if _holds_too_much(line, shift) or (_begins_as_identity(line, shift) and not is_whole):
        if line[begin - 1 : begin] == b" ":
            return T("in columns 33-44 (identity number)", "dalam lajur 33-44 (nombor pengenalan)")
        return T(
            "in columns 13-44 (SSM number or identity number)",
            "dalam lajur 13-44 (nombor SSM atau nombor pengenalan)",
        )
    if line[_MONTH.columns.start : _MONTH.columns.start + shift].isdigit():
        return T("in columns 195-200 (month)", "dalam lajur 195-200 (bulan)")
    if not _is_identity(line, shift):
        return T("in columns 45-194 (name)", "dalam lajur 45-194 (nama)")
    return before_identity(line)


def before_identity(line: bytes) -> T:
    """Where the characters are missing or too many that have shifted an identity number."""
    if CODE.match(line):
        return T("in columns 13-32 (SSM number)", "dalam lajur 13-32 (nombor SSM)")
    return T("at the beginning", "di permulaan")


def _begins_as_identity(line: bytes, shift: int) -> bool:
    """Whether an identity number begins at its place and has itself lost or gained the digits."""
    start, end = _IDENTITY.columns.start, _IDENTITY.columns.stop + shift
    return (
        CODE.match(line) is not None
        and end - start >= _FEWEST_DIGITS
        and _NUMBER.fullmatch(line[start:end]) is not None
        and line[end : end + 1].isalpha()
    )


def _holds_too_much(line: bytes, shift: int) -> bool:
    """Whether an identity number, begun at its place, is one without its signs or something inside it."""
    written = line[_IDENTITY.columns.start : _IDENTITY.columns.stop + shift]
    if shift <= 0 or not CODE.match(line) or not written[:1].isalnum():
        return False
    inside = (written[:at] + written[at + shift :] for at in range(_IDENTITY.length))
    return any(_WHOLE_NUMBER.fullmatch(number) for number in (written.translate(None, _SIGNS), *inside))


def _is_identity(line: bytes, shift: int) -> bool:
    text = line[_IDENTITY.columns.start + shift : _IDENTITY.columns.stop + shift]
    return text.isdigit() or text.upper().startswith(FOREIGN_PREFIXES)


def in_amounts(line: bytes, width: int, layout: Layout) -> Cause | None:
    """Characters in front of an amount, proven by the rate table."""
    step = width - layout.width
    move = move_of(line, (step,), layout) if step in STEPS else None
    if move is None:
        return None
    count, place = characters(abs(step)), in_front_of(move.field)
    if step > 0:
        says = T(
            f"{{who}} {{have}} {count.en} too many {place.en}; without that, the amounts are those of the "
            "rate table.",
            f"{{who}} terlebih {count.ms} {place.ms}; tanpanya, amaun ialah amaun jadual kadar.",
        )
        mend = T(f"Remove {count.en} {place.en}.", f"Buang {count.ms} {place.ms}.")
    else:
        says = T(
            f"{{who}} {{have}} {count.en} too few {place.en}; with that added, the amounts are those of the "
            "rate table.",
            f"{{who}} terkurang {count.ms} {place.ms}; setelah ditambah, amaun ialah amaun jadual kadar.",
        )
        mend = T(
            f"Add {spaces_in_front(step).en} {place.en}.", f"Tambah {spaces_in_front(step).ms} {place.ms}."
        )
    return Cause(f"amounts {step} {move.field.name}", says, mend, column=move.field.start)


def spaces_in_front(step: int) -> T:
    """What balances amounts that stand some columns beside their place: their digits are all there."""
    count = abs(step)
    return T("a space", "satu ruang kosong") if count == 1 else spaces(count)


def in_front_of(field: Field) -> T:
    """In front of an amount."""
    column = named_column(field)
    return T(f"in front of {column.en}", f"di hadapan {column.ms}")


def named_column(field: Field) -> T:
    """The first column of a field with its name."""
    return T(f"column {field.start} ({field.title.en})", f"lajur {field.start} ({field.title.ms})")


def quoted(line: bytes, width: int, layout: Layout) -> Cause | None:
    """A line in quotes that is a record without them."""
    quote = line[:1]
    if quote not in _QUOTES or line[1:].rstrip()[-1:] != quote or width > len(line):
        return None
    inside = line.rstrip()[1:-1]
    if len(inside) not in {layout.width, *layout.trimmed_widths} or stands_at(inside, layout) != 0:
        return None
    mark = quote.decode()
    return Cause(
        "quoted",
        T(
            f"{{who}} {{have}} a quote ({mark}) at the beginning and one at the end; without "
            f"them, {RIGHT.en}.",
            f"{{who}} mempunyai tanda petik ({mark}) di permulaan dan di hujung; tanpanya, {RIGHT.ms}.",
        ),
        T(
            f"Write lines without quotes: remove {mark} at the beginning and at the end.",
            f"Tulis baris tanpa tanda petik: buang {mark} di permulaan dan di hujung.",
        ),
    )
