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

LINES_LOOKED_AT = 2_000
_LINE = write([SAMPLE])
_MIXED = _LINE + _LINE.replace(b"\r\n", b"\n").replace(b"900101", b"910101").replace(b"AMINAH", b"AMIRAH")


def _whole(found: T) -> Iterator[Sighting]:
    yield Sighting(places=1, at=(Sight(found=found),))


def _empty(file: WholeFile) -> Iterator[Sighting]:
    if file.filled_lines == 0:
        yield from _whole(T(f"{file.reading.size} bytes", f"{file.reading.size} bait"))


def _marked(file: WholeFile) -> Iterator[Sighting]:
    mark = hidden_mark(file.head)
    if mark is not None:
        yield Sighting(places=1, at=(Sight(found=mark),), fixable=True)


def _not_text(file: WholeFile) -> Iterator[Sighting]:
    what = not_text(file.head)
    if what is None and file.reading.nul:
        what = T(f"{file.reading.nul} NUL bytes", f"{file.reading.nul} bait NUL")
    if what is not None:
        yield from _whole(what)


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
        only_returns = not file.reading.crlf and not file.reading.lf
        yield Sighting(places=1, at=(Sight(found=found),), fixable=doubled or only_returns)


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

CHECKS = (FL03, FL02, FL01, FL26, FL05)
