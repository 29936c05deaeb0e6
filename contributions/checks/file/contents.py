"""FL: the file is empty, is another kind of document, or its lines are not separated in one way."""

from collections.abc import Iterator

from contributions.bilingual import T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.examples import SAMPLE, record, text
from contributions.checks.recognition import hidden_mark, not_text
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.writing import write

__all__ = ["CHECKS"]

_LINE = write([SAMPLE])


def _whole(found: T) -> Iterator[Sighting]:
    yield Sighting(places=1, at=(Sight(found=found),))


def _empty(file: WholeFile) -> Iterator[Sighting]:
    if file.filled_lines == 0:
        yield from _whole(T(f"{file.reading.size} bytes", f"{file.reading.size} bait"))


def _marked(file: WholeFile) -> Iterator[Sighting]:
    mark = hidden_mark(file.head)
    if mark is not None:
        yield from _whole(mark)


def _not_text(file: WholeFile) -> Iterator[Sighting]:
    what = not_text(file.head)
    if what is None and file.reading.nul:
        what = T(f"{file.reading.nul} NUL bytes", f"{file.reading.nul} bait NUL")
    if what is not None:
        yield from _whole(what)


def _line_ends(file: WholeFile) -> Iterator[Sighting]:
    counts = {"CRLF": file.reading.crlf, "LF": file.reading.lf, "CR": file.reading.lone_cr}
    used = [f"{count} {name}" for name, count in counts.items() if count]
    if file.reading.lone_cr or len(used) > 1:
        yield from _whole(T.same(", ".join(used)))


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
        "Export the contribution file from the payroll system; do not rename or save it from Excel.",
        "Eksport fail caruman daripada sistem gaji; jangan tukar nama atau simpan daripada Excel.",
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
    severity=Severity.FILE,
    fixable=True,
    source="contribution-files 10.1 F05",
    mark="code",
    title=T("Lines do not end in one way", "Baris tidak berakhir dengan cara yang sama"),
    why=T(
        "Programs end every line with CR and LF, one of them with LF alone. A file that mixes them was "
        "joined or edited, and a program may take two lines for one.",
        "Program mengakhiri setiap baris dengan CR dan LF, satu daripadanya dengan LF sahaja. Fail yang "
        "mencampurkannya telah dicantum atau disunting, dan dua baris mungkin dibaca sebagai satu.",
    ),
    message=T("The file has these line ends: {found}.", "Fail mempunyai penghujung baris ini: {found}."),
    mend=T("End every line with CR LF.", "Akhiri setiap baris dengan CR LF."),
    seen=_line_ends,
    bad=text(
        _LINE + _LINE.replace(b"\r\n", b"\n").replace(b"900101", b"910101").replace(b"AMINAH", b"AMIRAH")
    ),
    good=record(),
)

CHECKS = (FL03, FL02, FL01, FL05)
