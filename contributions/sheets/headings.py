"""Find the row of headings in a table, and what each column holds, from words in English and Malay.

A heading counts with or without its signs, its unit and what stands in brackets; `Nama / Name` is known by
either half. Headings in two rows, such as `PERKESO` over `Majikan` and `Pekerja`, are read as one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from contributions.sheets.below import is_persons_number
from contributions.sheets.shares import share_named

__all__ = [
    "ROWS_WITH_HEADINGS",
    "Headings",
    "count_known",
    "field_named",
    "find_headings",
    "headings_at",
    "is_in_sen",
    "looks_like_total",
    "plain",
]

ROWS_WITH_HEADINGS = 20
FEWEST_KNOWN = 2
_UNITS = re.compile(r"\b(rm|myr|ringgit|sen)\b")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_HALVES = re.compile(r"[/\n|]")
_WORDS = {
    "identity_number": """
        identity number; identity no; identity; ic; ic no; no ic; i c no; ic number; new ic; nric; nric no;
        mykad; mykad no; mykad number; id no; id number; nric number; new ic no; new ic number; ic passport;
        ic ssfw; employee id number; identification number; identification no; nombor pengenalan;
        no pengenalan; nombor kad pengenalan; no kad pengenalan; kad pengenalan; no kp; no k p; nombor kp; kp;
        k p; no kp baru; no kad pengenalan baru; no mykad; nombor mykad; no pengenalan diri; no kp pasport;
        no k p baru; nombor kp baru; nombor kad pengenalan baru; no kpt; k p baru; kp baru; new i c no; new i
        c;
        new nric no; new nric; employee ic; employee ic no; employee nric; identity card no;
        identity card number; identification card no; new identity card no; nric passport; ic no passport no
    """,
    "name": """
        name; employee name; full name; name of employee; staff name; employee; name as per ic; worker name;
        employees name; employee s name; employee full name; emp name; name as per nric; name as in ic;
        name as in nric; worker s name;
        nama; nama pekerja; nama penuh; nama kakitangan; nama staf; nama seperti dalam kad pengenalan;
        nama penuh pekerja; nama seperti dalam kp; nama seperti dalam k p; nama seperti kad pengenalan
    """,
    "wage": """
        wage; wages; salary; gross; gross pay; gross salary; gross wage; gross wages; monthly wages;
        monthly wage; monthly salary; employee salary; total wages; total gross; gross earnings; socso wages;
        socso wage; perkeso wage; gaji; upah; gaji kasar; upah bulanan; gaji bulanan; jumlah upah;
        jumlah gaji; pendapatan kasar; upah kasar; gaji perkeso; upah perkeso;
        gaji kasar bulanan; jumlah gaji kasar; gaji bulanan kasar; jumlah pendapatan; jumlah pendapatan kasar;
        jumlah upah kasar; gaji layak perkeso; gaji layak socso; upah layak perkeso; upah layak socso;
        gaji socso; upah socso; gaji untuk perkeso; upah untuk perkeso;
        gross remuneration; gross income; monthly gross; gross monthly salary; gross monthly wages;
        monthly gross salary; monthly gross pay; total gross pay; total gross salary; total gross wages;
        total earnings; total salary; wages for socso; salary for socso; socso salary; perkeso wages;
        socsoable wages; socso able wages; wages subject to socso
    """,
    "month": """
        month; contribution month; wage month; month of contribution; month contribution; pay month;
        payroll month; salary month; period; pay period; payroll period; bulan; bulan caruman; bulan gaji;
        bulan upah;
        bulan caruman gaji; tempoh gaji
    """,
    "employer_code": """
        employer code; employer no; employer number; socso employer code; socso employer no; perkeso code;
        socso code; socso no employer; kod majikan; no majikan; nombor majikan; kod majikan perkeso;
        no kod majikan; kod perkeso; no majikan perkeso;
        kod majikan socso; no majikan socso;
        nombor majikan perkeso
    """,
    "ssm_number": """
        mycoid; my co id; mycoid no; ssm no; ssm number; mycoid ssm number; ssm; company registration number;
        company registration no; company no; registration no; business registration no; roc no;
        mycoid ssm no; no mycoid; nombor mycoid; no ssm; nombor ssm; nombor mycoid ssm;
        no pendaftaran syarikat; nombor pendaftaran syarikat; no syarikat; no pendaftaran ssm
    """,
    "started": """
        start date; started; date joined; join date; joined; date of joining; hire date; date hired;
        joined date; date join; employment date; commencement date; date of employment; tarikh mula; tarikh
        mula kerja;
        tarikh mula bekerja; tarikh mula khidmat; tarikh mula berkhidmat; tarikh masuk; tarikh masuk kerja;
        tarikh lapor diri; tarikh pekerjaan
    """,
    "resigned": """
        resigned; resignation date; date resigned; end date; date left; left; leaving date; termination date;
        last day; last working day; last day of work;
        last working date; resign date; date of resignation; date of leaving; date resign; tarikh berhenti;
        tarikh berhenti kerja; tarikh tamat;
        tarikh akhir; tarikh akhir bekerja; hari terakhir; hari terakhir bekerja
    """,
    "branch": """
        branch; branch code; branch name; outlet; location; site; cost centre; cost center; cawangan;
        kod cawangan; nama cawangan; lokasi; tapak; pusat kos
    """,
    "born": """
        date of birth; birth date; birthdate; dob; birthday; tarikh lahir; t lahir
    """,
    "category": """
        socso category; category of socso; socso cat; socso contribution category; perkeso category;
        act 4 category; kategori perkeso; kategori socso; kategori caruman perkeso; kategori caruman socso;
        kategori akta 4; jenis caruman perkeso; jenis caruman socso
    """,
    "released": """
        lindung release; lindung 24 jam release; released from lindung 24 jam; released from lindung;
        skbbk release; released; opted out of lindung 24 jam; lindung opt out; pelepasan lindung;
        pelepasan lindung 24 jam; dilepaskan daripada lindung 24 jam; pelepasan skbbk; pelepasan
    """,
}
_SCHEMES = {
    "socso": "socso; perkeso; act 4; akta 4; caruman perkeso; socso contribution; keilatan",
    "eis": "eis; sip; act 800; akta 800; caruman sip; eis contribution; eis sip; sip eis",
}
_SIDES = {
    "employer": "employer; majikan; er; employer share; syer majikan; bahagian majikan; caruman majikan; "
    "employer contribution; yer",
    "employee": "employee; pekerja; ee; employee share; syer pekerja; bahagian pekerja; caruman pekerja; "
    "employee contribution; yee",
}
_LINDUNG = """
    lindung 24 jam; lindung; lindung24; skbbk; lindung 24 jam employee; lindung 24 jam pekerja;
    skbbk employee; skbbk pekerja; caruman skbbk; caruman lindung 24 jam; lindung employee; lindung pekerja;
    skbbk lindung 24 jam; lindung 24 jam skbbk; skbbk employee share; skbbk caruman pekerja
"""
_TOTALS = re.compile(r"((grand|page) |sub ?)?totals?\b|jumlah\b|overall\b|keseluruhan\b|muka surat\b|sum$")
"""`Sum` alone: it is a surname too."""


def _split(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(";") if word.strip()]


def _shares() -> Iterable[tuple[str, str]]:
    for scheme, names in _SCHEMES.items():
        for side, sides in _SIDES.items():
            for name in _split(names):
                for word in _split(sides):
                    yield f"{name} {word}", f"{scheme}_{side}"
                    yield f"{word} {name}", f"{scheme}_{side}"


_FIELD_OF = {
    **dict(_shares()),
    **{heading: field for field, words in _WORDS.items() for heading in _split(words)},
    **dict.fromkeys(_split(_LINDUNG), "lindung"),
}
_UNDER = frozenset(word for words in _SIDES.values() for word in _split(words))
"""What may stand alone under a heading that spans several columns."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a table by column, counted from 0, and the index of the first row below them."""

    texts: Mapping[int, str]
    first: int
    rows: int = 1
    """How many rows the headings take."""

    @property
    def fields(self) -> dict[int, str]:
        """What each column holds, where its heading says so."""
        known = {index: field_named(text) for index, text in self.texts.items()}
        return {index: field for index, field in known.items() if field}


def plain(cell: object) -> str:
    """A heading in small letters, without signs."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", str(cell).lower()).split())


def field_named(heading: object) -> str | None:
    """The field that a heading means, by the names of a record; `None` when nothing is known of it.

    >>> field_named("No. K/P (Baru)"), field_named("Gaji Kasar (RM)"), field_named("Caruman PERKESO Majikan")
    ('identity_number', 'wage', 'socso_employer')
    """
    text = str(heading)
    found = _known(text) or _known(_BRACKETS.sub(" ", text))
    if found:
        return found
    halves = {_known(_BRACKETS.sub(" ", half)) for half in _HALVES.split(text)} - {None}
    return halves.pop() if len(halves) == 1 else None


def _known(text: str) -> str | None:
    heading = " ".join(_UNITS.sub(" ", plain(text)).split())
    return _FIELD_OF.get(heading) or share_named(heading)


@lru_cache(maxsize=256)
def is_in_sen(heading: str) -> bool:
    """Whether a heading says that its amounts are sen; `Gaji (RM & sen)` are ringgit.

    >>> is_in_sen("Wage (sen)"), is_in_sen("Gaji (RM.sen)")
    (True, False)
    """
    return set(_UNITS.findall(plain(heading))) == {"sen"}


def count_known(row: Sequence[object]) -> int:
    """How many different fields the cells of a row name."""
    return len({field_named(cell) for cell in row if cell not in {"", None}} - {None})


def find_headings(
    rows: Sequence[Sequence[object]],
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
    *,
    also: frozenset[str] = frozenset(),
) -> Headings | None:
    """The headings among the first rows; `None` when no row names two fields.

    `also` are headings, in plain form, that count as known although no word list has them.
    """
    best, most = None, FEWEST_KNOWN - 1
    head = rows[:ROWS_WITH_HEADINGS]
    for index, row in enumerate(head):
        if best and _has_person(row, best):
            break
        for headings in (headings_at(head, index, 1), headings_at(head, index, 2, merged)):
            if headings is None:
                continue
            known = set(headings.fields.values())
            known |= {text for text in map(plain, headings.texts.values()) if text in also}
            if len(known) > most:
                best, most = headings, len(known)
    return best


def _has_person(row: Sequence[object], headings: Headings) -> bool:
    """Whether somebody stands in a row, so that it is below these headings and ends the search."""
    return any(
        field == "identity_number" and at < len(row) and is_persons_number(row[at])
        for at, field in headings.fields.items()
    )


def headings_at(
    rows: Sequence[Sequence[object]],
    index: int,
    count: int,
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
) -> Headings | None:
    """The headings that begin in a row, counted from 0, and take one row or two; `None` where two are not."""
    if count > 1:
        return _in_two_rows(rows, index, merged)
    return Headings({at: _text(cell) for at, cell in enumerate(rows[index]) if _text(cell)}, index + 1)


def _in_two_rows(
    rows: Sequence[Sequence[object]], index: int, merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> Headings | None:
    """Two rows as one, when every cell of the lower one is a heading or belongs under one."""
    if index + 1 >= len(rows):
        return None
    upper, lower = rows[index], rows[index + 1]
    below = {at: _text(cell) for at, cell in enumerate(lower) if _text(cell)}
    if not any(plain(text) in _UNDER for text in below.values()):
        return None
    spans = {
        column: start[1]
        for start, end in merged
        if start[0] == index
        for column in range(start[1], end[1] + 1)
    }
    texts: dict[int, str] = {}
    above = ""
    for at in range(max(len(upper), len(lower))):
        own = _text(upper[at]) if at < len(upper) else ""
        above = own or (_text(upper[spans[at]]) if at in spans else above)
        under = below.get(at, "")
        if under:
            texts[at] = f"{above} {under}" if plain(under) in _UNDER and above else under
        elif own:
            texts[at] = own
    return Headings(texts, index + 2, rows=2)


def _text(cell: object) -> str:
    """A heading on one line; where it was written in two, they may be two languages."""
    lines = (" ".join(line.split()) for line in cell.splitlines()) if isinstance(cell, str) else ()
    return " / ".join(line for line in lines if line)


def looks_like_total(cell: object) -> bool:
    """Whether a cell begins a row of sums."""
    return bool(_TOTALS.match(plain(cell)))
