"""FL: the lines fit no layout, an older one, or several."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import numpy as np

from contributions.accepting import AcceptRule
from contributions.bilingual import NOTHING, T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.examples import SAMPLE, record, text
from contributions.checks.file.causes import column_of, common_cause, words_of
from contributions.checks.recognition import recognise
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.layouts import (
    BEFORE_ASSIST,
    C1,
    C2,
    D1,
    LAYOUTS,
    READ,
    S1,
    SINGLE,
    CommaList,
    Layout,
    known_layout,
    layout_named,
)
from contributions.lengths import characters
from contributions.matrix.totals import totals_ever
from contributions.months import YearMonth
from contributions.writing import write

__all__ = ["CHECKS"]

_LINE = write([SAMPLE])
_C1_LINE = _LINE[: C2["lindung"].columns.start].ljust(C2.width) + b"\r\n"
_S1_LINE = _LINE[: C2["wage"].columns.start] + b"00000000007310" + b" " * 9 + b"\r\n"
_D1_LINE = b"B1234567X900101145678812345678" + b"1026" + b"AMINAH BINTI CONTOH".ljust(45) + b"7310\r\n"
_WIDTHS_SHOWN = 3
_LINES_LOOKED_AT = 2_000
_MEANT = (C2, S1)
"""The layouts that lines of no known width may have been meant to have."""
_EXPORT = T(
    "Export the file in the combined format 2 (SOCSO, EIS and LINDUNG 24 JAM).",
    "Eksport fail dalam format gabungan 2 (PERKESO, SIP dan LINDUNG 24 JAM).",
)
_WAGES_NEEDED = T(
    "A file of one scheme has no wages, so it cannot be turned into format 2 without them.",
    "Fail satu skim tiada gaji, maka ia tidak dapat ditukar kepada format 2 tanpanya.",
)
_CAN_BE_TURNED = T(
    "A file of format 1.0 can be turned into format 2 by adding LINDUNG 24 JAM.",
    "Fail format 1.0 boleh ditukar kepada format 2 dengan menambah LINDUNG 24 JAM.",
)


def _named(layout: Layout | CommaList) -> T:
    return T(f"layout {layout.name}: {layout.title.en}", f"susun atur {layout.name}: {layout.title.ms}")


def _before_assist(file: WholeFile) -> Iterator[Sighting]:
    if file.layout in BEFORE_ASSIST:
        layout = known_layout(file.layout)
        yield Sighting(places=1, at=(Sight(found=_named(layout), facts={"fields": _fields_of(layout)}),))


def _fields_of(layout: Layout | CommaList) -> T:
    """The fields of a layout in a sentence: what stands where."""
    if isinstance(layout, CommaList):
        return T(
            f"between commas, {_listed([title.en for title in layout.columns], 'and')}",
            f"di antara koma, {_listed([title.ms for title in layout.columns], 'dan')}",
        )
    places = [(field.title, f"{field.start}-{field.end}") for field in layout]
    return T(
        _listed([f"{title.en} ({columns})" for title, columns in places], "and"),
        _listed([f"{title.ms} ({columns})" for title, columns in places], "dan"),
    )


def _listed(items: list[str], word: str) -> str:
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def _refused(file: WholeFile) -> Iterator[Sighting]:
    if file.is_refused:
        layout = layout_named(file.layout or "")
        how = _CAN_BE_TURNED if layout is C1 else _WAGES_NEEDED
        yield Sighting(places=1, at=(Sight(found=_named(layout), facts={"rule": _rule(file), "how": how}),))


def _rule(file: WholeFile) -> T:
    """Since when it is refused, by the rule that was asked for."""
    first = (file.accepted_until or file.context.as_of) + timedelta(days=1)
    month = YearMonth.of(first).name
    if file.accept_rule is AcceptRule.UPLOAD_DATE:
        return T(
            f"Since {first.day} {month.en} only the combined format 2 is taken.",
            f"Sejak {first.day} {month.ms} hanya format gabungan 2 diterima.",
        )
    return T(
        f"For months from {month.en} on only the combined format 2 is taken.",
        f"Bagi bulan mulai {month.ms} hanya format gabungan 2 diterima.",
    )


def _mixed(file: WholeFile) -> Iterator[Sighting]:
    """Lines of another layout among those that were read; of very many only the first are looked at."""
    if not len(file.odd):
        return
    others = {C2.width, *C2.trimmed_widths, S1.width, *S1.trimmed_widths, D1.width}
    lines = file.odd.where(np.isin(file.odd.widths, list(others))) if file.layout in READ else file.odd.none
    looked = zip(
        lines.offsets[:_LINES_LOOKED_AT].tolist(), lines.widths[:_LINES_LOOKED_AT].tolist(), strict=True
    )
    is_other = [_is_of_another_layout(file.read_line(offset), width) for offset, width in looked]
    if any(is_other):
        shown = file.shown.width
        expected = T(f"{shown} characters, as other lines have", f"{shown} aksara, seperti baris lain")
        meant = np.ones(len(lines), np.bool_)
        meant[: len(is_other)] = is_other
        sighting = file.at_odd(lines.where(meant))
        at = tuple(replace(sight, found=characters(sight.width), expected=expected) for sight in sighting.at)
        yield replace(sighting, at=at)


def _is_of_another_layout(line: bytes, width: int) -> bool:
    """Whether a line is one of another layout, and not a combined one that was cut after its wage."""
    if recognise(width, [line]) is None:
        return False
    total = line[S1["total"].columns].strip()
    may_be_cut = width == S1["total"].end
    return not may_be_cut or not total.isdigit() or any(int(total) in totals_ever(name) for name in SINGLE)


def _unknown(file: WholeFile) -> Iterator[Sighting]:
    if file.layout is not None or not (file.odd.widths > 0).any():
        return
    lines = {"lines": _widths(file)}
    common = common_cause(file, _MEANT)
    if common is None:
        facts = {**lines, "cause": NOTHING, "how": _EXPORT}
        expected = T(f"lines of {C2.width}", f"baris sepanjang {C2.width}")
        yield Sighting(places=1, at=(Sight(found=lines["lines"], expected=expected, facts=facts),))
        return
    words = partial(words_of, who=common.who, several=common.are_several, layouts=_MEANT)
    yield file.at_odd(
        common.lines, lambda line, width: {**lines, **words(line, width)}, partial(column_of, layouts=_MEANT)
    )


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
        "A line has 278 characters, in the older files of one scheme 223. This file has {lines}.{cause}",
        "Satu baris mempunyai 278 aksara, dalam fail lama satu skim 223. Fail ini mempunyai {lines}.{cause}",
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
    message=T(
        "This is {found}. ASSIST does not take it. It holds {fields}.",
        "Ini ialah {found}. ASSIST tidak menerimanya. Ia mengandungi {fields}.",
    ),
    mend=T(
        "Export the file in the combined format 2 (278 characters a line).",
        "Eksport fail dalam format gabungan 2 (278 aksara sebaris).",
    ),
    seen=_before_assist,
    bad=text(_D1_LINE),
    good=record(),
)

FL08 = Check(
    code="FL08",
    severity=Severity.FILE,
    source="contribution-files 10.1 F08",
    mark="official-2nd",
    layouts=READ - {C2.name},
    reads_on=True,
    title=T("Layout not accepted", "Susun atur tidak diterima"),
    why=T(
        "The older layouts have no column for LINDUNG 24 JAM; the data pack says until when each is taken. "
        "Sources disagree whether the day of the upload or the month of the contribution decides; the data "
        "pack does, unless another rule is asked for. The lines are judged all the same.",
        "Susun atur lama tiada lajur bagi LINDUNG 24 JAM; pek data menyatakan sehingga bila setiap satunya "
        "diterima. Sumber bercanggah sama ada hari muat naik atau bulan caruman yang menentukan; pek data "
        "menentukannya kecuali peraturan lain diminta. Barisnya tetap dinilai.",
    ),
    message=T(
        "This is {found}. {rule}",
        "Ini ialah {found}. {rule}",
    ),
    mend=T(
        "Export the file in the combined format 2, with LINDUNG 24 JAM in columns 239-244 of each "
        "line. {how}",
        "Eksport fail dalam format gabungan 2, dengan LINDUNG 24 JAM dalam lajur 239-244 setiap baris. {how}",
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

CHECKS = (FL07, FL08, FL09, FL06)
