"""ID: the identity number of a line.

What identity numbers look like: contribution-files notes, 8.3 to 8.6. A number has at most one fault of
its shape (`contributions.matrix.identity_faults`).
"""

import re

from contributions.bilingual import NOTHING, T
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE_FOREIGN, file_of, record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.identifiers.mykad import OLDEST, YOUNGEST
from contributions.identifiers.shortened import is_shortened
from contributions.layouts import C2
from contributions.matrix.identity_faults import IdentityFault

__all__ = ["CHECKS"]

_IN_GROUPS = re.compile(r"[0-9]{6}[-/. ][0-9]{2}[-/. ][0-9]{2}")
"""A MyKad number as it is printed on the card, cut to the field."""


def _parts(row: Row) -> dict[str, T]:
    number = row.text("identity_number")
    return {"date": T.same(number[:6]), "place": T.same(number[6:8])}


def _with_zeros(row: Row) -> T:
    """The number with the zeros in front that a spreadsheet dropped."""
    return T.same(row.text("identity_number").zfill(C2["identity_number"].length))


def _lost(row: Row) -> dict[str, T]:
    lost = C2["identity_number"].length - len(row.text("identity_number"))
    return {
        "zeros": T("a zero" if lost == 1 else f"{lost} zeros", "satu sifar" if lost == 1 else f"{lost} sifar")
    }


def _cut_off(row: Row) -> dict[str, T]:
    """What signs have cost a number: those that fill the field have pushed its last digits out."""
    number = row.text("identity_number")
    signs = sum(not letter.isalnum() for letter in number)
    if is_shortened(number):
        lost = T(
            ": a spreadsheet shortened the number, and its last digits are gone. Set the column to Text "
            "there and enter the number again",
            ": hamparan memendekkan nombor, dan digit akhirnya hilang. Tetapkan lajur sebagai Teks di sana "
            "dan masukkan semula nombor",
        )
    elif len(number) == C2["identity_number"].length and _IN_GROUPS.fullmatch(number):
        lost = T(
            f", before the number is cut to twelve characters: here its last {signs} digits are lost",
            f", sebelum nombor dipotong kepada dua belas aksara: di sini {signs} digit terakhirnya hilang",
        )
    else:
        lost = NOTHING
    return {"lost": lost}


def _instead(row: Row) -> dict[str, T]:
    """What stands in the field instead of a number."""
    text = row.shown("identity_number")
    said = T(
        f": {text.en} only holds its place, and is nobody's number",
        f": {text.ms} hanya pengisi tempat dan bukan nombor sesiapa",
    )
    return {"instead": said if row.text("identity_number") else NOTHING}


def _length(row: Row) -> dict[str, T]:
    count = len(row.text("identity_number"))
    return {"length": T("1 digit" if count == 1 else f"{count} digits", f"{count} digit")}


ID01 = Check(
    code="ID01",
    severity=Severity.ERROR,
    source="contribution-files 10.2 L10",
    mark="official-2nd",
    title=T("Identity number missing", "Nombor pengenalan tiada"),
    why=T(
        "Without it nobody can be insured by the line.",
        "Tanpanya tiada sesiapa dapat dilindungi oleh baris ini.",
    ),
    message=T("The line has no identity number{instead}.", "Baris ini tiada nombor pengenalan{instead}."),
    mend=T(
        "Fill columns 33-44: the MyKad number without dashes, or the SSFW number of a foreign worker.",
        "Isi lajur 33-44: nombor MyKad tanpa sengkang, atau nombor SSFW bagi pekerja asing.",
    ),
    points_at="identity_number",
    wrong=lambda lines: (
        lines.is_blank("identity_number") | lines.has_identity_fault(IdentityFault.PLACEHOLDER)
    ),
    facts=_instead,
    bad=record(identity_number=""),
    good=record(),
)

ID02 = Check(
    code="ID02",
    severity=Severity.ERROR,
    source="contribution-files 10.2 L11",
    mark="code",
    title=T("A sign inside the identity number", "Tanda dalam nombor pengenalan"),
    why=T(
        "All programs write the number without dashes and spaces. With them, its last digits do not fit.",
        "Semua program menulis nombor tanpa sengkang dan ruang. Dengannya, digit terakhir tidak muat.",
    ),
    message=T(
        "Identity number {identity_number} holds something that is neither a letter nor a digit.",
        "Nombor pengenalan {identity_number} mengandungi sesuatu yang bukan huruf atau digit.",
    ),
    mend=T("Write letters and digits alone{lost}.", "Tulis huruf dan digit sahaja{lost}."),
    points_at="identity_number",
    wrong=lambda lines: lines.has_identity_fault(IdentityFault.SIGN),
    facts=_cut_off,
    bad=record(identity_number="900101-14-56"),
    good=record(),
)

ID03 = Check(
    code="ID03",
    severity=Severity.WARNING,
    source="contribution-files 10.2 L12",
    mark="vendor",
    title=T("Looks like a passport number", "Kelihatan seperti nombor pasport"),
    why=T(
        "PERKESO knows a foreign worker by the SSFW number it gives. A letter and seven digits may also be "
        "an old IC.",
        "PERKESO mengenali pekerja asing melalui nombor SSFW yang diberinya. Satu huruf dan tujuh digit "
        "mungkin juga kad pengenalan lama.",
    ),
    message=T(
        "Identity number {identity_number} has the shape of a passport number.",
        "Nombor pengenalan {identity_number} berbentuk nombor pasport.",
    ),
    mend=T(
        "Register the worker in ASSIST and write the SSFW number.",
        "Daftarkan pekerja dalam ASSIST dan tulis nombor SSFW.",
    ),
    points_at="identity_number",
    wrong=lambda lines: lines.has_identity_fault(IdentityFault.PASSPORT),
    bad=record(identity_number="A12345678"),
    good=file_of(SAMPLE_FOREIGN),
)

ID04 = Check(
    code="ID04",
    severity=Severity.ERROR,
    source="contribution-files 10.2 L13",
    mark="code",
    title=T(
        "Birth date in the identity number does not exist", "Tarikh lahir dalam nombor pengenalan tidak wujud"
    ),
    why=T(
        "The first six of twelve digits are year, month and day.",
        "Enam digit pertama daripada dua belas ialah tahun, bulan dan hari.",
    ),
    message=T(
        "Identity number {identity_number} begins with {date}, which is no date.",
        "Nombor pengenalan {identity_number} bermula dengan {date}, yang bukan tarikh.",
    ),
    mend=T("Copy the number from the card again.", "Salin semula nombor daripada kad pengenalan."),
    points_at="identity_number",
    wrong=lambda lines: lines.people.has_impossible_date,
    facts=_parts,
    bad=record(identity_number="901301145678"),
    good=record(identity_number="000229145678"),
)

ID05 = Check(
    code="ID05",
    severity=Severity.WARNING,
    source="contribution-files 10.2 L14",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T(
        "Place code in the identity number is unknown", "Kod tempat dalam nombor pengenalan tidak dikenali"
    ),
    why=T(
        "The seventh and eighth digits say where the holder was born. The list of codes may have grown.",
        "Digit ketujuh dan kelapan menyatakan tempat lahir. Senarai kod mungkin telah bertambah.",
    ),
    message=T(
        "Identity number {identity_number} has place code {place}, which is in no list.",
        "Nombor pengenalan {identity_number} mempunyai kod tempat {place}, yang tiada dalam senarai.",
    ),
    mend=T("Compare the number with the card.", "Bandingkan nombor dengan kad pengenalan."),
    points_at="identity_number",
    wrong=lambda lines: lines.people.has_impossible_place,
    facts=_parts,
    bad=record(identity_number="900101005678"),
    good=record(identity_number="900101745678"),
)

ID06 = Check(
    code="ID06",
    severity=Severity.ERROR,
    source="contribution-files 10.2 L15",
    mark="code",
    title=T("Wrong number of digits in the identity number", "Bilangan digit nombor pengenalan salah"),
    why=T(
        "A MyKad number has twelve digits; an old IC has seven.",
        "Nombor MyKad mempunyai dua belas digit; kad pengenalan lama mempunyai tujuh.",
    ),
    message=T(
        "Identity number {identity_number} has {length}. A MyKad number has 12.",
        "Nombor pengenalan {identity_number} mempunyai {length}. Nombor MyKad mempunyai 12.",
    ),
    mend=T(
        "Copy the number from the card again; keep it as text in the spreadsheet.",
        "Salin semula nombor daripada kad; simpan sebagai teks dalam hamparan.",
    ),
    points_at="identity_number",
    wrong=lambda lines: lines.has_identity_fault(IdentityFault.DIGITS),
    facts=_length,
    bad=record(identity_number="9001011456"),
    good=record(identity_number="050101145678"),
)

ID23 = Check(
    code="ID23",
    severity=Severity.ERROR,
    source="contribution-files 10.2 L15",
    mark="code",
    title=T("Zeros lost in front of the identity number", "Sifar di hadapan nombor pengenalan hilang"),
    why=T(
        "A spreadsheet takes the number for an amount and drops zeros in front: 050101... becomes 50101... "
        "With them it has a real date and a real place.",
        "Hamparan menganggap nombor itu amaun dan membuang sifar di hadapan: 050101... menjadi 50101... "
        "Dengannya, nombor itu mempunyai tarikh dan tempat yang sah.",
    ),
    message=T(
        "Identity number {identity_number} has lost {zeros} in front; so it is on {on_lines}.",
        "Nombor pengenalan {identity_number} kehilangan {zeros} di hadapan; begitulah pada {on_lines}.",
    ),
    mend=T(
        "Compare {expected} with the card, write that, and keep the column as text in the spreadsheet.",
        "Bandingkan {expected} dengan kad, tulis nombor itu, dan simpan lajur sebagai teks dalam hamparan.",
    ),
    points_at="identity_number",
    wrong=lambda lines: lines.has_identity_fault(IdentityFault.LOST_ZEROS),
    facts=_lost,
    expected=_with_zeros,
    bad=record(identity_number="50101145678"),
    good=record(identity_number="050101145678"),
)

ID07 = Check(
    code="ID07",
    severity=Severity.WARNING,
    source="contribution-files 10.2 W10",
    mark="assumed",
    title=T("Unlikely age", "Umur yang luar biasa"),
    why=T(
        f"By the identity number the person is under {YOUNGEST} or over {OLDEST}. For some holders its first "
        "digits are a registration date.",
        f"Menurut nombor pengenalan, orang ini bawah {YOUNGEST} atau melebihi {OLDEST} tahun. "
        "Bagi sesetengah "
        "pemegang, digit pertamanya ialah tarikh pendaftaran.",
    ),
    message=T(
        "Identity number {identity_number} gives no age between 15 and 100 in {month}.",
        "Nombor pengenalan {identity_number} tidak memberi umur antara 15 dan 100 pada {month}.",
    ),
    mend=T("Compare the number with the card.", "Bandingkan nombor dengan kad pengenalan."),
    points_at="identity_number",
    wrong=lambda lines: lines.people.has_strange_age,
    bad=record(identity_number="150101145678"),
    good=record(identity_number="900101145678"),
)

ID08 = Check(
    code="ID08",
    severity=Severity.INFO,
    source="contribution-files 10.2 W11",
    mark="assumed",
    title=T("Not a twelve-digit identity number", "Bukan nombor pengenalan dua belas digit"),
    why=T(
        "Old IC, army and police numbers are accepted; their shapes are not known well enough to check them.",
        "Nombor kad pengenalan lama, tentera dan polis diterima; bentuknya tidak cukup "
        "diketahui untuk disemak.",
    ),
    message=T(
        "Identity number {identity_number} is an old IC, army, police or other number.",
        "Nombor pengenalan {identity_number} ialah nombor lama, tentera, polis atau lain-lain.",
    ),
    mend=T("Prefer the twelve digits of the MyKad.", "Utamakan dua belas digit MyKad."),
    points_at="identity_number",
    wrong=lambda lines: lines.has_identity_fault(IdentityFault.OTHER),
    bad=record(identity_number="T1234"),
    good=record(),
)

CHECKS = (ID01, ID02, ID03, ID04, ID05, ID23, ID06, ID07, ID08)
