"""FL: the file is empty, is another kind of document, or its lines are not separated in one way."""

import re
from collections.abc import Iterator

from contributions.bilingual import NOTHING, T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.examples import SAMPLE, record, text
from contributions.checks.recognition import (
    UTF8_MARK,
    hidden_mark,
    holds_records,
    may_be_workbook,
    not_text,
    wide_encoding,
    without_wide_mark,
)
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.layouts import READ
from contributions.writing import write

__all__ = ["CHECKS"]

LINES_LOOKED_AT = 2_000
_LINE = write([SAMPLE])
_MIXED = _LINE + _LINE.replace(b"\r\n", b"\n").replace(b"900101", b"910101").replace(b"AMINAH", b"AMIRAH")

_OF_A_SHEET = T(
    " If it is your payroll sheet, assist convert FILE makes a contribution file of it.",
    " Jika ia helaian gaji anda, assist convert FAIL membuat fail caruman daripadanya.",
)


def _whole(found: T) -> Iterator[Sighting]:
    yield Sighting(places=1, at=(Sight(found=found),))


def _empty(file: WholeFile) -> Iterator[Sighting]:
    if file.filled_lines == 0:
        size = file.reading.size
        yield from _whole(T("1 byte" if size == 1 else f"{size} bytes", f"{size} bait"))


def _marked(file: WholeFile) -> Iterator[Sighting]:
    mark = hidden_mark(file.head)
    if mark is not None:
        yield Sighting(places=1, at=(Sight(found=mark),), fixable=_is_mended_without_mark(file))


def _is_mended_without_mark(file: WholeFile) -> bool:
    """Whether records are left once the mark is gone and UTF-16 is made ASCII (`contributions.mending`)."""
    text = file.head
    while text.startswith(UTF8_MARK):
        text = text.removeprefix(UTF8_MARK)
    encoding = wide_encoding(file.head)
    if not encoding:
        return _has_records(text)
    return file.reading.is_plain_wide and _has_records(without_wide_mark(text).decode(encoding).encode())


def _has_records(head: bytes) -> bool:
    return holds_records(re.split(rb"\r*\n|\r", head))


def _not_text(file: WholeFile) -> Iterator[Sighting]:
    what = not_text(file.head)
    if what is None and file.reading.nul and file.layout not in READ:
        what = _nul_bytes(file)
    if what is not None:
        sheet = _OF_A_SHEET if may_be_workbook(file.head) else NOTHING
        yield Sighting(places=1, at=(Sight(found=what, facts={"sheet": sheet}),))


def _nul_bytes(file: WholeFile) -> T:
    count = file.reading.nul
    return T("1 NUL byte" if count == 1 else f"{count:,} NUL bytes", f"{count:,} bait NUL")


def _nul_in_records(file: WholeFile) -> Iterator[Sighting]:
    """NUL bytes in a file that reads as records all the same."""
    first = file.reading.first_nul
    if first is None or file.layout not in READ or not_text(file.head):
        return
    line, offset, column = first
    rest = file.reading.nul - 1
    more = T(f", and {rest:,} more after it", f", dan {rest:,} lagi selepasnya") if rest else NOTHING
    sight = Sight(
        line=line,
        offset=offset,
        width=len(file.read_line(offset)),
        column=column,
        found=_nul_bytes(file),
        expected=T("a space", "ruang kosong"),
        facts={"column": T.same(str(column)), "more": more},
    )
    yield Sighting(places=1, at=(sight,))


def _counted(file: WholeFile) -> T:
    counts = {"CRLF": file.reading.crlf, "LF": file.reading.lf, "CR": file.reading.lone_cr}
    return T.same(", ".join(f"{count} {name}" for name, count in counts.items() if count))


def _mixed_ends(file: WholeFile) -> Iterator[Sighting]:
    if file.reading.crlf and file.reading.lf and not file.reading.lone_cr:
        yield from _whole(_counted(file))


def _lone_returns(file: WholeFile) -> Iterator[Sighting]:
    if file.reading.lone_cr:
        doubled = _ends_with_two_returns(file)
        found = T.same(f"{file.reading.crlf} CRCRLF") if doubled else _counted(file)
        is_one_way = not file.reading.crlf and (not file.reading.lf or _ends_turned_round(file))
        yield Sighting(
            places=1, at=(Sight(found=found),), fixable=doubled or (is_one_way and _has_records(file.head))
        )


def _ends_turned_round(file: WholeFile) -> bool:
    """Whether every line ends with LF CR."""
    lines = file.odd.where(file.odd.widths > 0).offsets[:LINES_LOOKED_AT].tolist()
    begins = {file.read_line(offset)[:1] for offset in lines}
    # The CR behind the last line is counted with its end.
    return file.reading.lf - file.reading.lone_cr in {0, 1} and begins == {b"\r"}


def _ends_with_two_returns(file: WholeFile) -> bool:
    """Whether every line ends with CR CR LF, as after a conversion of line ends that was done twice."""
    if file.reading.lf or file.reading.lone_cr != file.reading.crlf or len(file.odd) != file.reading.crlf:
        return False
    looked = file.odd.offsets[:LINES_LOOKED_AT].tolist(), file.odd.widths[:LINES_LOOKED_AT].tolist()
    return all(len(file.read_line(offset)) == width - 1 for offset, width in zip(*looked, strict=True))


FL01 = Check(
    code="FL01",
    severity=Severity.FILE,
    source="contribution-files 10.1 F01",
    mark="unreadable",
    title=T("The file is empty", "Fail kosong"),
    why=T(
        "A contribution file has one line for each employee.",
        "Fail caruman mempunyai satu baris bagi setiap pekerja.",
    ),
    message=T("The file holds no record: {found}.", "Fail tidak mengandungi rekod: {found}."),
    mend=T(
        "Export the file again from the payroll system and check its size before uploading.",
        "Eksport semula fail daripada sistem gaji dan semak saiznya sebelum memuat naik.",
    ),
    seen=_empty,
    bad=text(b""),
    good=record(),
)

FL02 = Check(
    code="FL02",
    severity=Severity.FILE,
    source="contribution-files 10.1 F02",
    mark="unreadable",
    title=T("The file is not plain text", "Fail bukan teks biasa"),
    why=T(
        "The portal reads plain text. Giving a workbook the ending .txt does not make it text.",
        "Portal membaca teks biasa. Menukar hujung nama buku kerja kepada .txt tidak menjadikannya teks.",
    ),
    message=T("This is not plain text but {found}.", "Ini bukan teks biasa tetapi {found}."),
    mend=T(
        "Export the contribution file from the payroll system; do not rename or save it from Excel.{sheet}",
        "Eksport fail caruman daripada sistem gaji; jangan tukar nama atau simpan daripada Excel.{sheet}",
    ),
    seen=_not_text,
    bad=text(b"PK\x03\x04\x14\x00\x06\x00\x08\x00xl/workbook.xml"),
    good=record(),
)

FL03 = Check(
    code="FL03",
    severity=Severity.FILE,
    fixable=True,
    source="contribution-files 10.1 F03",
    mark="unreadable",
    title=T("The file begins with a hidden mark", "Fail bermula dengan tanda tersembunyi"),
    why=T(
        "Every field is found by its column. A mark before the first letter, or two bytes for each letter, "
        "moves all columns.",
        "Setiap medan dikenal melalui lajurnya. Tanda sebelum huruf pertama, atau dua bait bagi setiap "
        "huruf, mengalihkan semua lajur.",
    ),
    message=T("The file begins with {found}.", "Fail bermula dengan {found}."),
    mend=T("Save the file as ANSI or ASCII text.", "Simpan fail sebagai teks ANSI atau ASCII."),
    seen=_marked,
    bad=text(b"\xef\xbb\xbf" + _LINE),
    good=record(),
)

FL05 = Check(
    code="FL05",
    severity=Severity.WARNING,
    fixable=True,
    source="contribution-files 10.1 F05",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("Lines do not end in one way", "Baris tidak berakhir dengan cara yang sama"),
    why=T(
        "Programs end every line with CR and LF, one of them with LF alone; none is known to mix them. Such "
        "a file was joined or edited. Every line can be told from the next all the same, and no source says "
        "that the portal refuses it, so this is a warning and not an error.",
        "Program mengakhiri setiap baris dengan CR dan LF, satu daripadanya dengan LF sahaja; tiada yang "
        "diketahui mencampurkannya. Fail sebegini telah dicantum atau disunting. Namun setiap baris masih "
        "dapat dibezakan, dan tiada sumber menyatakan portal menolaknya, maka ini amaran dan bukan ralat.",
    ),
    message=T("The file has these line ends: {found}.", "Fail mempunyai penghujung baris ini: {found}."),
    mend=T("End every line with CR LF.", "Akhiri setiap baris dengan CR LF."),
    seen=_mixed_ends,
    bad=text(_MIXED),
    good=record(),
)

FL26 = Check(
    code="FL26",
    severity=Severity.FILE,
    source="contribution-files 10.1 F05",
    mark="unreadable",
    title=T("Carriage returns without line feeds", "CR tanpa LF"),
    why=T(
        "Every program known ends a line with LF, most with CR before it. Where a CR stands alone nobody can "
        "tell whether a line ends there or the character strayed into one, so the lines cannot be read.",
        "Semua program yang diketahui mengakhiri baris dengan LF, kebanyakannya dengan CR sebelumnya. Jika "
        "CR berdiri sendiri, tidak dapat dipastikan sama ada baris tamat di situ atau aksara itu tersesat, "
        "maka baris tidak dapat dibaca.",
    ),
    message=T("The file has these line ends: {found}.", "Fail mempunyai penghujung baris ini: {found}."),
    mend=T(
        "End every line with CR LF and take other CRs out.",
        "Akhiri setiap baris dengan CR LF dan buang CR yang lain.",
    ),
    seen=_lone_returns,
    bad=text(_MIXED.replace(b"\r\n", b"\r")),
    good=record(),
)

FL27 = Check(
    code="FL27",
    severity=Severity.FILE,
    source="contribution-files 10.1 F02",
    mark="unreadable",
    title=T("A NUL byte in a line", "Bait NUL dalam baris"),
    why=T(
        "A NUL byte is no letter. Programs that fill a field with it, and not with spaces, leave it behind; "
        "many others end a text there.",
        "Bait NUL bukan huruf. Program yang mengisi medan dengannya, dan bukan dengan ruang kosong, "
        "meninggalkannya; banyak program lain menamatkan teks di situ.",
    ),
    message=T(
        "Line {line} has a NUL byte in column {column}{more}.",
        "Baris {line} mempunyai bait NUL pada lajur {column}{more}.",
    ),
    mend=T(
        "Write a space in place of each NUL byte; delete those that stand after the last line.",
        "Tulis ruang kosong menggantikan setiap bait NUL; padam yang berada selepas baris terakhir.",
    ),
    seen=_nul_in_records,
    bad=text(_LINE.replace(b"AMINAH BINTI", b"AMINAH\0BINTI")),
    good=record(),
)

CHECKS = (FL03, FL02, FL27, FL01, FL26, FL05)
