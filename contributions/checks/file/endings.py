"""Lines that end too early or too late: cut, broken off, filled up, or several records in one."""

import re

from contributions.bilingual import T
from contributions.checks.file.cause import RIGHT, Cause, spaces
from contributions.checks.file.places import CODE
from contributions.layouts import C2, Field, Kind, Layout
from contributions.lengths import characters
from contributions.matrix.shifts import stands_at
from contributions.months import NotAMonth, YearMonth

__all__ = ["at_end", "broken_off", "cut_off", "joined"]

_MONTH = C2.of_kind(Kind.MONTH)[0]
_SSM = re.compile(rb"[^\s,;|]* *")
_IDENTITY = re.compile(rb"[0-9A-Za-z]+ *")


def joined(line: bytes, width: int, layout: Layout) -> Cause | None:
    """Several records in one line; of a very long line the first of them are looked at."""
    count, rest = divmod(width, layout.width)
    if count <= 1 or rest:
        return None
    starts = range(0, len(line) - layout.width + 1, layout.width)
    pieces = [line[start : start + layout.width] for start in starts]
    if not all(CODE.match(piece) and stands_at(piece, layout) == 0 for piece in pieces):
        return None
    return Cause(
        "joined",
        T(
            f"{{who}} {{have}} {count:,} records one after the other, without a line end between them.",
            f"{{who}} mempunyai {count:,} rekod berturut-turut, tanpa penghujung baris di antaranya.",
        ),
        T(
            f"Begin a new line after every {layout.width} characters.",
            f"Mulakan baris baharu selepas setiap {layout.width} aksara.",
        ),
    )


def at_end(line: bytes, width: int, layout: Layout) -> Cause | None:
    """Spaces lost at the end, or something put in there, of a line whose month and amounts stand right."""
    missing = layout.width - width
    if missing > 0 and width >= layout.amounts[-1].end and not line[layout.amounts[-1].end :].strip():
        return Cause(
            f"end {missing}",
            T(
                f"{{who}} {{have}} lost {spaces(missing).en} at the end; {RIGHT.en}.",
                f"{{who}} kehilangan {spaces(missing).ms} di hujung; {RIGHT.ms}.",
            ),
            T(
                f"Fill the lines with spaces to {layout.width} characters.",
                f"Penuhkan baris dengan ruang kosong hingga {layout.width} aksara.",
            ),
        )
    # With something in its blank columns a line that is too long may be shifted: then its end is needed.
    if missing < 0 and not any(line[field.columns].strip() for field in layout.fillers):
        extra = characters(-missing)
        return Cause(
            f"end {missing}",
            T(
                f"{{who}} {{have}} {extra.en} too many at the end; {RIGHT.en}.",
                f"{{who}} terlebih {extra.ms} di hujung; {RIGHT.ms}.",
            ),
            _end_after(line, width, layout.width),
        )
    return None


def _end_after(line: bytes, width: int, last: int) -> T:
    """What to do with the rest of a line; more than spaces there may be somebody's record."""
    if width == len(line) and not line[last:].strip():
        return T(f"End the lines after column {last}.", f"Tamatkan baris selepas lajur {last}.")
    return T(
        f"See what stands after column {last}: a further record belongs on a line of its own; otherwise end "
        f"the lines after column {last}.",
        f"Lihat apa yang ada selepas lajur {last}: rekod lain perlu berada pada barisnya sendiri; jika "
        f"bukan, tamatkan baris selepas lajur {last}.",
    )


def cut_off(line: bytes, width: int, layout: Layout) -> Cause | None:
    """A line that ends before its last amount, and is a record as far as it goes."""
    if width >= layout.amounts[-1].end or not _is_beginning(line, width):
        return None
    what = (
        T("the month stands at its place", "bulan berada di tempatnya")
        if width >= _MONTH.end
        else T("the beginning is that of a record", "permulaannya ialah permulaan rekod")
    )
    where = _where(width, layout)
    return Cause(
        f"cut {width}",
        T(
            f"{{who}} {{have}} been cut: {what.en}, and nothing follows column {width}{where.en}.",
            f"{{who}} telah terpotong: {what.ms}, dan tiada apa-apa selepas lajur {width}{where.ms}.",
        ),
        T(
            f"Export the file again and see that every line has {layout.width} characters.",
            f"Eksport semula fail dan pastikan setiap baris mempunyai {layout.width} aksara.",
        ),
    )


def broken_off(width: int, layout: Layout) -> Cause:
    """The last line of a file, without a line end and shorter than a record.

    Where all its amounts are there, nothing of it is lost but some blanks, and perhaps the lines behind it.
    """
    if width > layout.amounts[-1].end:
        return Cause(
            "broken off",
            T(
                f"The file may break off here: its last line has no line end, and nothing follows column "
                f"{width}, while the other lines go on to column {layout.width}.",
                f"Fail mungkin terputus di sini: baris terakhirnya tiada penghujung baris, dan tiada apa-apa "
                f"selepas lajur {width}, sedangkan baris lain berterusan hingga lajur {layout.width}.",
            ),
            T(
                "First see whether this was the last line: further lines may be lost; then export or copy "
                "the file again.",
                "Pastikan dahulu sama ada ini baris terakhir: baris seterusnya mungkin hilang; jika hilang, "
                "eksport atau salin semula fail.",
            ),
        )
    where = _where(width, layout)
    return Cause(
        "broken off",
        T(
            f"The file breaks off here: its last line has no line end, and nothing follows column {width}"
            f"{where.en}.",
            f"Fail terputus di sini: baris terakhirnya tiada penghujung baris, dan tiada apa-apa selepas "
            f"lajur {width}{where.ms}.",
        ),
        T(
            "Export or copy the file again: further lines may be lost as well.",
            "Eksport atau salin semula fail: baris seterusnya mungkin hilang juga.",
        ),
    )


def _where(width: int, layout: Layout) -> T:
    """In which field a line ends, or before which."""
    field: Field = next(field for field in layout if field.end > width)
    if field.start <= width:
        return T(
            f", where {field.title.en} ends only at {field.end}",
            f", sedangkan {field.title.ms} berakhir pada {field.end}",
        )
    return T(
        f": {field.title.en} (columns {field.start}-{field.end}) and all after it are missing",
        f": {field.title.ms} (lajur {field.start}-{field.end}) dan semua selepasnya tiada",
    )


def _is_beginning(line: bytes, width: int) -> bool:
    """Whether a line is a record as far as it goes: by its month, or by what stands before it."""
    if width >= _MONTH.end:
        return _is_month(line[_MONTH.columns])
    ssm, identity, name = (line[C2[field].columns] for field in ("ssm_number", "identity_number", "name"))
    return (
        CODE.match(line) is not None
        and _SSM.fullmatch(ssm) is not None
        and (not identity or _IDENTITY.fullmatch(identity) is not None)
        and not name.startswith(b" ")
    )


def _is_month(text: bytes) -> bool:
    try:
        YearMonth.from_mmyyyy(text.decode("latin-1"))
    except NotAMonth:
        return False
    return True
