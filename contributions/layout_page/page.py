"""Write `docs/layouts.md` anew from the layouts: `python -m contributions.layout_page.page [FILE]`."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from contributions.bilingual import Language, T
from contributions.layout_page.rules import FIELDS, FILE, FILLS, KNOWN_BY, OF_LAYOUT
from contributions.layouts import C1, C2, D1, E1, K1, S1, CommaList, Field, Kind, Layout
from contributions.source_marks import mark_in_words

__all__ = ["example_of", "layouts_page", "main", "ruler_over"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "layouts.md"
_BEGIN = """# The layouts of contribution files

For whoever writes an exporter. Columns are counted from 1, the last one included; a column is a byte. Today
the portal takes **C2** alone ([which when](payroll-vendors.md#older-layouts-and-when-they-are-taken));
the others stand here so that an old file can be read. *Bahasa Melayu di bawah:*
[C2 dalam bahasa Melayu](#c2-dalam-bahasa-melayu-gabungan-perkeso-sip-dan-lindung-24-jam-format-2).

How something is known: *official-2nd* (PERKESO's words, restated by others), *vendor*, *code* (public
programs), *assumed* (nobody knows). PERKESO's own document could not be read for this page: compare the two
once before you build on it. What a finding of the checker means: [checks](checks/README.md). What your
exporter writes is checked by `assist check october.txt --totals`.

"""
_END = "This page is made from the layouts: `python -m contributions.layout_page.page`.\n"
_TOLD_BY_AMOUNTS = """It has the columns of S1; only its amounts, EIS contributions, tell it apart.
A few amounts, such as RM 14.60, are contributions of both: where there are no others, they are taken for EIS
if the person may have it by age and month, else for SOCSO."""
_HEADINGS = (
    T("no", "no"), T("columns", "lajur"), T("length", "panjang"), T("field", "medan"),
    T("Melayu", "English"), T("kind", "jenis"), T("justified", "jajaran"), T("filled with", "diisi dengan"),
    T("zero or none", "sifar atau tiada"), T("may be blank", "boleh kosong"),
    T("holds", "kandungan"), T("known by", "diketahui melalui"),
)  # fmt: skip
_VALUES = {
    "employer_code": "B3200000123X", "ssm_number": "202301012345", "identity_number": "900101145678",
    "name": "AMINAH BINTI CONTOH", "wage": "325000", "socso_employer": "5685", "socso_employee": "1625",
    "eis_employer": "650", "eis_employee": "650", "lindung": "2435",
    "socso_number": "812345678", "short_month": "0426",
}  # fmt: skip
"""A person who does not exist, on a wage of RM 3,250.00."""
_OWN = {
    C2: {"month": "102026"},
    C1: {"month": "052026"},
    S1: {"month": "042026", "total": "7310", "employment_date": "15042026", "employment_status": "B"},
    E1: {"month": "042026", "total": "1300"},
    D1: {"employer_code": "B1234567X", "total": "7310"},
}
_BLANK_SHOWN = 30


def layouts_page() -> str:
    """The page: C2 in full in both languages, the older layouts in short."""
    parts = [
        *_in_full("en"),
        *_in_full("ms"),
        "## C1: " + C1.title.en,
        f"{_known(C1)} It is C2 without LINDUNG 24 JAM, whose columns belong to the first filler.",
        _short_table(C1),
        _example(C1),
        "## S1: " + S1.title.en,
        _known(S1),
        _short_table(S1),
        _example(S1),
        "## E1: " + E1.title.en,
        f"{_known(E1)} {_TOLD_BY_AMOUNTS}",
        _example(E1),
        "## D1: " + D1.title.en,
        _known(D1) + " It is recognised and explained, never taken ([FL07](checks/FL07.md)).",
        _short_table(D1),
        _example(D1),
        "## K1: " + K1.title.en,
        _known(K1) + " It is recognised and explained, never taken ([FL07](checks/FL07.md)).",
        _columns_of(K1),
        _END,
    ]
    return _BEGIN + "\n\n".join(parts)


def example_of(layout: Layout) -> str:
    """A record of a layout, without its line end."""
    values = _VALUES | _OWN[layout]
    return "".join(_filled(field, values.get(field.name, "")) for field in layout)


def ruler_over(layout: Layout) -> tuple[str, str]:
    """Two lines to set over a record: the first column of each field, and the tens."""
    firsts = ""
    for field in layout:
        firsts = firsts.ljust(field.start - 1) + str(field.start)
    tens = "".join(
        str(column // 10 % 10) if column % 10 == 0 else "+" if column % 5 == 0 else "-"
        for column in range(1, layout.width + 1)
    )
    return firsts, tens


def _filled(field: Field, value: str) -> str:
    return value.rjust(field.length) if field.kind is Kind.SEN else value.ljust(field.length)


def _in_full(language: Language) -> Iterator[str]:
    yield T("## C2: ", "## C2 dalam bahasa Melayu: ").in_language(language) + C2.title.in_language(language)
    yield T(
        f"{C2.width} characters, the line end not counted. The columns are known by "
        f"*{KNOWN_BY[C2]}*; the last column of the table says how what belongs into a field is known.",
        f"{C2.width} aksara, tidak termasuk penghujung baris. Lajur diketahui melalui "
        f"*{mark_in_words(KNOWN_BY[C2]).ms}*; ruang terakhir jadual menyatakan sumber kandungan medan.",
    ).in_language(language)
    yield _table(
        [heading.in_language(language) for heading in _HEADINGS],
        [_row(number, field, language) for number, field in enumerate(C2, start=1)],
    )
    yield T("### The file as a whole", "### Fail secara keseluruhan").in_language(language)
    yield "\n".join(
        f"- {rule.says.in_language(language)} *{mark_in_words(rule.mark).in_language(language)}*"
        for rule in FILE
    )
    yield T("### Fill", "### Isian").in_language(language)
    yield T(
        "Amounts may be filled with spaces or with zeros: programs do either, and nobody knows which one the "
        "portal prefers. `assist convert` writes spaces, and `0000` for nothing: "
        "`  5685` and `005685` are the same, so are `  0000` and `000000`. A blank amount is an error.",
        "Amaun boleh diisi dengan ruang kosong atau sifar: program melakukan kedua-duanya, dan tiada yang "
        "tahu pilihan portal. `assist convert` menulis ruang kosong, dan `0000` bagi tiada: "
        "`  5685` dan `005685` adalah sama, begitu juga `  0000` dan `000000`. Amaun kosong ialah ralat.",
    ).in_language(language)
    yield T("### An example", "### Contoh").in_language(language)
    yield T(
        "Above the line: the first column of each field, and a ruler (the digit is the ten). A person who "
        "does not exist; RM 3,250.00 in October 2026.",
        "Di atas baris: lajur pertama setiap medan, dan pembaris (digit ialah puluh). Orang rekaan; "
        "RM 3,250.00 pada Oktober 2026.",
    ).in_language(language)
    yield _example(C2)
    yield _values_of(C2, language)


def _row(number: int, field: Field, language: Language) -> list[str]:
    fill, rule = FILLS[field.kind], FIELDS[field.name]
    other: Language = "ms" if language == "en" else "en"
    return [
        str(number),
        f"{field.start}-{field.end}",
        str(field.length),
        field.title.in_language(language),
        field.title.in_language(other),
        *(text.in_language(language) for text in (fill.name, fill.justified, fill.filled, fill.zero)),
        rule.may_be_blank.in_language(language),
        rule.holds.in_language(language),
        mark_in_words(rule.mark).in_language(language),
    ]


def _short_table(layout: Layout) -> str:
    rows = []
    for number, field in enumerate(layout, start=1):
        fill, rule = FILLS[field.kind], OF_LAYOUT.get((layout, field.name), FIELDS[field.name])
        columns = f"{field.start}-{field.end}" if field.length > 1 else str(field.start)
        named = [field.title.en, field.title.ms, fill.name.en, fill.filled.en]
        rows.append([str(number), columns, str(field.length), *named, rule.may_be_blank.en, rule.holds.en])
    headings = ["no", "columns", "length", "field", "Melayu", "kind", "filled with", "may be blank", "holds"]
    return _table(headings, rows)


def _columns_of(layout: CommaList) -> str:
    rows = [[str(number), title.en, title.ms] for number, title in enumerate(layout.columns, start=1)]
    return _table(["no", "field", "Melayu"], rows)


def _known(layout: Layout | CommaList) -> str:
    width = f"{layout.width} characters" if isinstance(layout, Layout) else "Fields between commas"
    return f"{width}. Columns known by *{KNOWN_BY[layout]}*. *{layout.title.ms}*."


def _example(layout: Layout) -> str:
    return "\n".join(["```text", *(line.rstrip() for line in ruler_over(layout)), example_of(layout), "```"])


def _values_of(layout: Layout, language: Language) -> str:
    line = example_of(layout)
    headings = (
        T("columns", "lajur"),
        T("field", "medan"),
        T("value (`_` is a space)", "nilai (`_` ialah ruang)"),
    )
    return _table(
        [heading.in_language(language) for heading in headings],
        [
            [f"{field.start}-{field.end}", field.title.in_language(language), _shown(line[field.columns])]
            for field in layout
        ],
    )


def _shown(value: str) -> str:
    """A value with its spaces seen; many of them at its end are counted."""
    text = value.rstrip(" ")
    blank = len(value) - len(text)
    if blank > _BLANK_SHOWN:
        return f"`{text}` + {blank}"
    return f"`{value.replace(' ', '_')}`"


def _table(headings: list[str], rows: list[list[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main(arguments: Sequence[str]) -> int:
    """Write the page."""
    page = Path(arguments[0]) if arguments else PAGE
    page.write_text(layouts_page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
