"""FL: lines as lines: of another width, shifted, cut, empty, titles, or with letters that are not plain."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from contributions.bilingual import T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.examples import SAMPLE, record, text
from contributions.checks.file.causes import cause_of, column_of, in_words
from contributions.checks.file.endings import at_end, broken_off, cut_off
from contributions.checks.file.letters import encoding_at, is_number_at, is_space_at, letter_at
from contributions.checks.file.titles import titles_among
from contributions.checks.row import Row
from contributions.checks.whole_file import OddLines, WholeFile
from contributions.findings import Severity
from contributions.layouts import C2, READ, Layout
from contributions.lengths import characters
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.writing import write

__all__ = ["CHECKS"]

_LINE = write([SAMPLE])
_SECOND = write([replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")])
_TITLE = b"EMPLOYER CODE".ljust(C2.width) + b"\r\n"
_PLAIN_SPACE = T("a plain space", "ruang kosong biasa")
_PLAIN_LETTER = T("the nearest plain letter, A to Z", "huruf biasa yang terdekat, A hingga Z")
_PLAIN_DIGITS = T("plain digits, 0 to 9", "digit biasa, 0 hingga 9")
_PLAIN = np.zeros(256, np.bool_)
_PLAIN[[*range(32, 127), 9]] = True
_TAB = np.zeros(256, np.bool_)
_TAB[9] = True


def _of_another_width(file: WholeFile) -> Iterator[Sighting]:
    if not len(file.odd):
        return
    titles = titles_among(file).numbers
    lines = file.odd.where((file.odd.widths > 0) & ~np.isin(file.odd.numbers, titles))
    if file.layout not in READ or not len(lines):
        return
    layouts = (file.table,)
    is_last = lines.numbers == (file.last_line if _breaks_off(file, lines) else 0)
    whole, last = lines.where(~is_last), lines.where(is_last)
    if len(whole):
        yield file.at_odd(whole, partial(_width_facts, file), partial(column_of, layouts=layouts))
    if len(last):
        yield file.at_odd(last, partial(_broken_facts, file.table))


def _breaks_off(file: WholeFile, lines: OddLines) -> bool:
    """Whether the last line of the file is among some, has no end, and is a record as far as it goes."""
    reading = file.reading
    if reading.ends_with_line_end or reading.has_end_mark or file.last_line not in lines.numbers:
        return False
    width, line = int(lines.widths[-1]), file.read_line(int(lines.offsets[-1]))
    cause = cause_of(line, width, (file.table,))
    begins_as_code = any(code.startswith(line) for code in file.tally.employer_codes)
    if cause is None:
        return begins_as_code
    if cause == at_end(line, width, file.table):
        return width < file.table.width and reading.whole_lines == reading.lines - 1
    return cause == cut_off(line, width, file.table)


def _broken_facts(layout: Layout, _line: bytes, width: int) -> dict[str, T]:
    return _facts(in_words(broken_off(width, layout)), layout, width)


def _width_facts(file: WholeFile, line: bytes, width: int) -> dict[str, T]:
    cause = cause_of(line, width, (file.table,))
    return _facts(in_words(cause, months=file.named_months), file.table, width)


def _facts(words: dict[str, T], layout: Layout, width: int) -> dict[str, T]:
    compare = T("Compare it with a line that is right.", "Bandingkan dengan baris yang betul.")
    return {
        **words,
        "length": characters(width),
        "whole": T.same(str(layout.width)),
        "hint": words["how"] if words["how"].en else compare,
    }


def _title_lines(file: WholeFile) -> Iterator[Sighting]:
    if not len(file.odd):
        return
    titles = titles_among(file)
    if len(titles):
        yield file.at_odd(titles)


def _empty_lines(file: WholeFile) -> Iterator[Sighting]:
    if not len(file.odd):
        return
    inside = file.odd.where((file.odd.widths == 0) & (file.odd.numbers < file.last_line))
    if len(inside):
        yield file.at_odd(inside)


def _harmless(file: WholeFile) -> Iterator[Sighting]:
    reading = file.reading
    oddities = {
        T("LF line ends", "penghujung baris LF"): reading.lf > 0 and not reading.crlf,
        T(
            "no line end after the last line", "tiada penghujung selepas baris terakhir"
        ): not reading.ends_with_line_end and not reading.has_end_mark,
        T("an end-of-file byte", "bait akhir fail"): reading.has_end_mark,
        T("empty lines at the end", "baris kosong di hujung"): bool(
            ((file.odd.widths == 0) & (file.odd.numbers > file.last_line)).any()
        ),
    }
    there = [oddity for oddity, is_there in oddities.items() if is_there]
    if there:
        found = T(", ".join(oddity.en for oddity in there), ", ".join(oddity.ms for oddity in there))
        yield Sighting(places=1, at=(Sight(found=found),))


def _not_plain(lines: Lines) -> Mask:
    return lines.none if lines.is_plain else lines.has(~_PLAIN)


def _column(letters: Mask, row: Row) -> int:
    """The first column (1-based) with a letter for which the table says yes; 1 when there is none."""
    return int(np.argmax(letters[np.frombuffer(row.raw, np.uint8)])) + 1


def _not_plain_letter(row: Row, _field: str) -> T:
    return T.same(letter_at(row.raw, _column(~_PLAIN, row) - 1))


def _encoding(row: Row) -> dict[str, T]:
    index = _column(~_PLAIN, row) - 1
    if is_space_at(row.raw, index):
        plain = _PLAIN_SPACE
    else:
        plain = _PLAIN_DIGITS if is_number_at(index + 1, row.layout) else _PLAIN_LETTER
    return {"encoding": encoding_at(row.raw, index), "plain": plain}


def _cut_facts(row: Row) -> dict[str, T]:
    lost = row.layout.width - row.width
    return {
        "width": T.same(str(row.width)),
        "whole": T.same(str(row.layout.width)),
        "lost": T("1 space is" if lost == 1 else f"{lost} spaces are", f"{lost} ruang kosong"),
    }


FL04 = Check(
    code="FL04",
    severity=Severity.WARNING,
    source="contribution-files 10.1 F04",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("A letter that is not plain", "Huruf yang bukan huruf biasa"),
    why=T(
        "No source says which letters the portal takes. A letter of two bytes moves the columns after it "
        "in programs that count letters.",
        "Tiada sumber menyatakan huruf yang diterima portal. Huruf dua bait mengalihkan lajur selepasnya "
        "dalam program yang mengira huruf.",
    ),
    message=T(
        "{found} is outside plain ASCII; it is written in {encoding}.",
        "{found} di luar ASCII biasa; ia ditulis dalam {encoding}.",
    ),
    mend=T("Write {plain}.", "Tulis {plain}."),
    wrong=_not_plain,
    column=partial(_column, ~_PLAIN),
    found=_not_plain_letter,
    facts=_encoding,
    bad=text(_LINE.replace(b"AMINAH", "AMÉNA".encode())),
    good=record(),
)

FL16 = Check(
    code="FL16",
    severity=Severity.ERROR,
    sets_aside=True,
    source="contribution-files 10.1 F15",
    mark="code",
    title=T("A title or total line", "Baris tajuk atau jumlah"),
    why=T(
        "All programs write one line for each employee and nothing else.",
        "Semua program menulis satu baris bagi setiap pekerja dan tiada yang lain.",
    ),
    message=T("Line {line} is no employee's record.", "Baris {line} bukan rekod pekerja."),
    mend=T("Delete line {line}.", "Padam baris {line}."),
    wrong=lambda lines: lines.is_title,
    seen=_title_lines,
    bad=text(_TITLE + _LINE),
    good=record(),
)

FL17 = Check(
    code="FL17",
    severity=Severity.ERROR,
    fixable=True,
    sets_aside=True,
    source="contribution-files 10.1 F16",
    mark="unreadable",
    title=T("An empty line inside the file", "Baris kosong di dalam fail"),
    why=T("An empty line is no record.", "Baris kosong bukan rekod."),
    message=T("Line {line} is empty.", "Baris {line} kosong."),
    mend=T("Delete line {line}.", "Padam baris {line}."),
    wrong=lambda lines: lines.is_empty,
    seen=_empty_lines,
    bad=text(_LINE + b"\r\n" + _SECOND),
    good=text(_LINE + _SECOND),
)

FL18 = Check(
    code="FL18",
    severity=Severity.INFO,
    fixable=True,
    source="contribution-files 10.1 F17",
    mark="assumed",
    title=T("Harmless differences in line ends", "Perbezaan penghujung baris yang tidak memudaratkan"),
    why=T(
        "Most programs end every line, also the last, with CR LF and write nothing after it.",
        "Kebanyakan program mengakhiri setiap baris, termasuk yang terakhir, dengan CR LF tanpa apa-apa "
        "selepasnya.",
    ),
    message=T("The file has {found}.", "Fail mempunyai {found}."),
    mend=T("Nothing needs to be done.", "Tiada apa-apa yang perlu dibuat."),
    seen=_harmless,
    bad=text(_LINE.replace(b"\r\n", b"\n")),
    good=record(),
)

FL19 = Check(
    code="FL19",
    severity=Severity.ERROR,
    fixable=True,
    source="contribution-files 10.1 F18",
    mark="unreadable",
    title=T("Trailing spaces were cut", "Ruang kosong di hujung telah dibuang"),
    why=T(
        "A line of format 2 ends with 34 spaces, one of format 1.0 with 40, one of a single scheme mostly "
        "with 9. Some editors remove spaces at the end of a line.",
        "Baris format 2 berakhir dengan 34 ruang kosong, format 1.0 dengan 40, dan satu skim lazimnya dengan "
        "9. Sesetengah penyunting membuang ruang di hujung baris.",
    ),
    message=T(
        "Line {line} has {width} characters; {lost} missing at its end. So it is on {on_lines}.",
        "Baris {line} mempunyai {width} aksara; {lost} tiada di hujungnya. Begitulah pada {on_lines}.",
    ),
    mend=T(
        "Fill the line with spaces to {whole} characters.",
        "Penuhkan baris dengan ruang kosong hingga {whole} aksara.",
    ),
    wrong_in=lambda lines, _field: lines.is_trimmed,
    fields=("filler_1", "employment_date"),
    facts=_cut_facts,
    bad=text(_LINE.rstrip() + b"\r\n"),
    good=record(),
)

FL20 = Check(
    code="FL20",
    severity=Severity.WARNING,
    source="contribution-files 10.1 F19",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("A tab in the line", "Tab dalam baris"),
    why=T(
        "A tab is one byte, but programs show and may read it as several columns.",
        "Tab ialah satu bait, tetapi program memaparkannya dan mungkin membacanya sebagai beberapa lajur.",
    ),
    message=T("Line {line} holds a tab.", "Baris {line} mengandungi tab."),
    mend=T("Write a space in place of the tab.", "Tulis ruang kosong menggantikan tab."),
    wrong=lambda lines: lines.none if lines.is_plain else lines.has(_TAB),
    column=partial(_column, _TAB),
    bad=text(_LINE.replace(b"AMINAH BINTI", b"AMINAH\tBINTI")),
    good=record(),
)

FL24 = Check(
    code="FL24",
    severity=Severity.ERROR,
    source="contribution-files 10.1 F06",
    mark="unreadable",
    title=T("A line of another width", "Baris dengan panjang berlainan"),
    why=T(
        "A field is found by its column. In a line that is too long or too short they cannot be trusted.",
        "Medan dikenal melalui lajurnya. Dalam baris yang terlalu panjang atau pendek, lajur "
        "tidak boleh dipercayai.",
    ),
    message=T(
        "Line {line} has {length}, not {whole}. It was not read.{cause}",
        "Baris {line} mempunyai {length}, bukan {whole}. Ia tidak dibaca.{cause}",
    ),
    mend=T(
        "Let line {line} have {whole} characters. {hint}",
        "Jadikan baris {line} sepanjang {whole} aksara. {hint}",
    ),
    seen=_of_another_width,
    bad=text(_LINE + _SECOND.replace(b"TAN WEI MING ", b"TAN WEI MING")),
    good=text(_LINE + _SECOND),
)

CHECKS = (FL16, FL24, FL17, FL19, FL04, FL20, FL18)
