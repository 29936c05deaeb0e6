"""FL: the lines fit no layout, an older one, or several."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from contributions.bilingual import NOTHING, T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.examples import SAMPLE, Example, record, text
from contributions.checks.file.causes import column_of, common_cause, words_of
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.layouts import C2, LAYOUTS, OTHER_LAYOUTS, OtherLayout
from contributions.writing import write

__all__ = ["CHECKS"]

BEFORE_ASSIST = frozenset({"D1", "K1"})
_LINE = write([SAMPLE])
_C1_LINE = _LINE[: C2["lindung"].columns.start].ljust(C2.width) + b"\r\n"
_S1_LINE = _LINE[: C2["wage"].columns.start] + b"00000000007310" + b" " * 9 + b"\r\n"
_D1_LINE = b"B1234567X900101145678812345678" + b"1026" + b"AMINAH BINTI CONTOH".ljust(45) + b"7310\r\n"
_WIDTHS_SHOWN = 3
_EXPORT = T(
    "Export the file in the combined format 2 (SOCSO, EIS and LINDUNG 24 JAM).",
    "Eksport fail dalam format gabungan 2 (PERKESO, SIP dan LINDUNG 24 JAM).",
)


def _other(file: WholeFile) -> OtherLayout | None:
    return OTHER_LAYOUTS.get(file.layout or "")


def _seen(layout: OtherLayout) -> Sighting:
    found = T(f"layout {layout.name}: {layout.title.en}", f"susun atur {layout.name}: {layout.title.ms}")
    return Sighting(places=1, at=(Sight(found=found),))


def _of_a_diskette(file: WholeFile) -> Iterator[Sighting]:
    layout = _other(file)
    if layout and layout.name in BEFORE_ASSIST:
        yield _seen(layout)


def _refused(file: WholeFile) -> Iterator[Sighting]:
    layout = _other(file)
    if layout and layout.name not in BEFORE_ASSIST and file.context.as_of > layout.accepted_until:
        yield _seen(layout)


def _not_read(file: WholeFile) -> Iterator[Sighting]:
    layout = _other(file)
    if layout and layout.name not in BEFORE_ASSIST and file.context.as_of <= layout.accepted_until:
        yield _seen(layout)


def _mixed(file: WholeFile) -> Iterator[Sighting]:
    widths = {width for layout in OTHER_LAYOUTS.values() for width in (layout.width, layout.trimmed_width)}
    others = [width in widths - {0} for width in file.odd.widths.tolist()] if file.tally.records else []
    if any(others):
        first = others.index(True)
        width = int(file.odd.widths[first])
        sight = Sight(
            line=int(file.odd.numbers[first]),
            offset=int(file.odd.offsets[first]),
            width=width,
            found=T(f"{width} characters", f"{width} aksara"),
            expected=T(
                f"{C2.width} characters, as other lines have", f"{C2.width} aksara, seperti baris lain"
            ),
        )
        yield Sighting(places=sum(others), at=(sight,))


def _unknown(file: WholeFile) -> Iterator[Sighting]:
    if file.layout is not None or not (file.odd.widths > 0).any():
        return
    lines = {"lines": _widths(file)}
    common = common_cause(file)
    if common is None:
        facts = {**lines, "cause": NOTHING, "how": _EXPORT}
        expected = T(f"lines of {C2.width}", f"baris sepanjang {C2.width}")
        yield Sighting(places=1, at=(Sight(found=lines["lines"], expected=expected, facts=facts),))
        return
    words = partial(words_of, who=common.who, several=common.are_several)
    yield file.at_odd(common.lines, lambda line, width: {**lines, **words(line, width)}, column_of)


def _widths(file: WholeFile) -> T:
    widths = Counter(file.odd.widths[file.odd.widths > 0].tolist()).most_common(_WIDTHS_SHOWN)
    return T(
        ", ".join(f"{count} {'line' if count == 1 else 'lines'} of {width}" for width, count in widths),
        ", ".join(f"{count} baris sepanjang {width}" for width, count in widths),
    )


FL06 = Check(
    code="FL06",
    severity=Severity.FILE,
    source="contribution-files 10.1 F06",
    mark="unreadable",
    layouts=LAYOUTS,
    title=T("The lines fit no layout", "Baris tidak sepadan dengan mana-mana susun atur"),
    why=T(
        "A field is found by its column, so every line must have the same width. Usual causes: characters "
        "lost or put in before the month, letters that take several bytes, fields separated by tabs or "
        "commas, spaces cut at the end. Where undoing one of them makes the lines right, it is named.",
        "Medan dikenal melalui lajurnya, maka setiap baris mesti sama panjang. Punca biasa: aksara hilang "
        "atau terlebih sebelum bulan, huruf yang mengambil beberapa bait, medan dipisahkan dengan tab atau "
        "koma, ruang kosong di hujung dibuang. Punca dinamakan jika baris menjadi betul tanpanya.",
    ),
    message=T(
        "A line of a contribution file has 278 characters. This file has {lines}.{cause}",
        "Baris fail caruman mempunyai 278 aksara. Fail ini mempunyai {lines}.{cause}",
    ),
    mend=T("{how} Then check the file again.", "{how} Kemudian semak fail ini semula."),
    seen=_unknown,
    bad=text(_LINE.replace(b"AMINAH", b"AMINAH AMINAH")),
    good=record(),
)

FL07 = Check(
    code="FL07",
    severity=Severity.FILE,
    source="contribution-files 10.1 F07",
    mark="code",
    layouts=frozenset({"D1", "K1"}),
    title=T("A layout from before ASSIST", "Susun atur sebelum ASSIST"),
    why=T(
        "The diskette file and the comma list have no place for the fields that are needed today.",
        "Fail disket dan senarai berkoma tiada ruang bagi medan yang diperlukan sekarang.",
    ),
    message=T("This is {found}. ASSIST does not take it.", "Ini ialah {found}. ASSIST tidak menerimanya."),
    mend=T(
        "Export the file in the combined format 2 (278 characters a line).",
        "Eksport fail dalam format gabungan 2 (278 aksara sebaris).",
    ),
    seen=_of_a_diskette,
    bad=text(_D1_LINE),
    good=record(),
)

FL08 = Check(
    code="FL08",
    severity=Severity.FILE,
    source="contribution-files 10.1 F08, 10.4 W20",
    mark="official-2nd",
    layouts=frozenset({"C1", "S1", "E1"}),
    title=T("Layout not accepted", "Susun atur tidak diterima"),
    why=T(
        "The older layouts were taken until 30 September 2026. They have no column for LINDUNG 24 JAM.",
        "Susun atur lama diterima sehingga 30 September 2026. Ia tiada lajur bagi LINDUNG 24 JAM.",
    ),
    message=T(
        "This is {found}. Since 1 October 2026 only the combined format 2 is taken.",
        "Ini ialah {found}. Sejak 1 Oktober 2026 hanya format gabungan 2 diterima.",
    ),
    mend=T(
        "Export the file in the combined format 2, with LINDUNG 24 JAM in columns 239-244 of each line.",
        "Eksport fail dalam format gabungan 2, dengan LINDUNG 24 JAM dalam lajur 239-244 setiap baris.",
    ),
    seen=_refused,
    bad=text(_C1_LINE),
    good=record(),
)

FL09 = Check(
    code="FL09",
    severity=Severity.FILE,
    source="contribution-files 10.1 F09",
    mark="unreadable",
    layouts=LAYOUTS,
    title=T("Lines of different layouts are mixed", "Baris daripada susun atur berlainan bercampur"),
    why=T(
        "A file is read by one table of columns; a line of another layout would be read wrongly.",
        "Fail dibaca dengan satu jadual lajur; baris susun atur lain akan tersalah baca.",
    ),
    message=T(
        "Line {line} has the width of another layout: {found}.",
        "Baris {line} mempunyai panjang susun atur lain: {found}.",
    ),
    mend=T(
        "Export everyone again in the combined format 2, or take the other lines out.",
        "Eksport semula semua pekerja dalam format gabungan 2, atau keluarkan baris yang lain itu.",
    ),
    seen=_mixed,
    bad=text(_LINE + _S1_LINE),
    good=record(),
)

FL92 = Check(
    code="FL92",
    severity=Severity.FILE,
    leaves_open=True,
    source="contribution-files 1",
    mark="official-2nd",
    layouts=frozenset({"C1", "S1", "E1"}),
    title=T("Layout known but not read", "Susun atur dikenal tetapi tidak dibaca"),
    why=T(
        "The layout was accepted on the day asked about, yet this version of the checker reads only C2.",
        "Susun atur ini diterima pada hari yang ditanya, tetapi versi penyemak ini hanya membaca C2.",
    ),
    message=T(
        "This is {found}. It was accepted then, but it was not judged.",
        "Ini ialah {found}. Ia diterima ketika itu, tetapi tidak dinilai.",
    ),
    mend=T(
        "Export the file in the combined format 2 and check that.",
        "Eksport fail dalam format gabungan 2 dan semak fail itu.",
    ),
    seen=_not_read,
    bad=Example(content=_C1_LINE, as_of=OTHER_LAYOUTS["C1"].accepted_until),
    good=record(),
)

CHECKS = (FL07, FL08, FL92, FL09, FL06)
