"""What a table of columns cannot say: what belongs into each field, how it is filled, who says so.

Sources: contribution-files notes, sections 2 to 6 and 8. A mark is one of `contributions.source_marks`.
"""

from dataclasses import dataclass

from contributions.bilingual import T
from contributions.layouts import C1, C2, D1, E1, K1, S1, Kind

__all__ = ["FIELDS", "FILE", "FILLS", "KNOWN_BY", "OF_LAYOUT", "FieldRule", "FileRule", "Fill"]


@dataclass(frozen=True, slots=True)
class Fill:
    """How fields of a kind are filled, and how they say "nothing"."""

    name: T
    justified: T
    filled: T
    zero: T
    mark: str


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What belongs into a field, by whom it is known, and whether blank is taken."""

    holds: T
    mark: str
    may_be_blank: T


@dataclass(frozen=True, slots=True)
class FileRule:
    """A rule for the file as a whole."""

    says: T
    mark: str


_NONE = T.same("-")
_NO = T("no", "tidak")
_YES = T("yes", "ya")
_LEFT, _RIGHT = T("left", "kiri"), T("right", "kanan")
_SPACES = T("spaces", "ruang kosong")

KNOWN_BY = {C2: "official-2nd", C1: "official-2nd", S1: "official-2nd", E1: "vendor", D1: "code", K1: "code"}
"""How the columns of each layout are known."""

FILLS = {
    Kind.TEXT: Fill(T("text", "teks"), _LEFT, _SPACES, _NONE, "vendor"),
    Kind.SEN: Fill(
        T("digits, sen", "digit, sen"), _RIGHT,
        T("spaces or zeros", "ruang kosong atau sifar"), T.same("`0000`"), "code",
    ),
    Kind.MONTH: Fill(T("MMYYYY", "BBTTTT"), _NONE, _NONE, _NONE, "vendor"),
    Kind.DATE: Fill(T("DDMMYYYY", "HHBBTTTT"), _NONE, _SPACES, _SPACES, "vendor"),
    Kind.STATUS: Fill(T("one letter", "satu huruf"), _NONE, _SPACES, _SPACES, "vendor"),
    Kind.FILLER: Fill(T("filler", "ruang kosong"), _NONE, _SPACES, _NONE, "code"),
}  # fmt: skip

FIELDS = {
    "employer_code": FieldRule(
        T(
            "the code from the ASSIST profile: a letter, ten digits, a letter; the same in every line",
            "kod daripada profil ASSIST: satu huruf, sepuluh digit, satu huruf; sama dalam setiap baris",
        ),
        "code",
        _NO,
    ),
    "ssm_number": FieldRule(
        T("twelve digits, or the old number", "dua belas digit, atau nombor lama"), "vendor", _YES
    ),
    "identity_number": FieldRule(
        T(
            "MyKad: twelve digits without dashes. Foreign worker: the number that PERKESO gave, which begins "
            "with SSFW (in a household SSFDW), not the passport",
            "MyKad: dua belas digit tanpa sengkang. Pekerja asing: nombor yang diberi PERKESO, bermula "
            "dengan SSFW (dalam rumah SSFDW), bukan pasport",
        ),
        "vendor",
        _NO,
    ),
    "name": FieldRule(
        T(
            "as on the card, in capitals, cut where the field ends",
            "seperti pada kad, huruf besar, dipotong di hujung medan",
        ),
        "code",
        _NO,
    ),
    "month": FieldRule(
        T(
            "the month the wage belongs to, not the month of payment; 102026 is October 2026",
            "bulan gaji, bukan bulan bayaran; 102026 ialah Oktober 2026",
        ),
        "vendor",
        _NO,
    ),
    "wage": FieldRule(
        T(
            "the actual wage liable to SOCSO, not cut at the ceiling",
            "gaji sebenar yang dikenakan caruman PERKESO, tidak dihadkan pada siling",
        ),
        "assumed",
        _NO,
    ),
    "socso_employer": FieldRule(
        T("from the rate table, by wage and category", "daripada jadual kadar, mengikut gaji dan kategori"),
        "code",
        _NO,
    ),
    "socso_employee": FieldRule(
        T("the same; nothing in the second category", "sama; tiada dalam kategori kedua"), "code", _NO
    ),
    "eis_employer": FieldRule(
        T(
            "from the rate table; nothing if not covered",
            "daripada jadual kadar; tiada jika tidak dilindungi",
        ),
        "code",
        _NO,
    ),
    "eis_employee": FieldRule(
        T("the same as the employer's share", "sama dengan caruman majikan"), "code", _NO
    ),
    "lindung": FieldRule(
        T(
            "the employee's LINDUNG 24 JAM from the rate table; nothing before June 2026, or with a release "
            "notice. Never added to the SOCSO share",
            "LINDUNG 24 JAM pekerja daripada jadual kadar; tiada sebelum Jun 2026, atau dengan notis "
            "pelepasan. Tidak dicampur dalam caruman PERKESO",
        ),
        "official-2nd",
        T("no (blank is format 1.0)", "tidak (kosong ialah format 1.0)"),
    ),
    "filler_1": FieldRule(T("nothing", "tiada"), "code", T("always", "sentiasa")),
    "filler_2": FieldRule(T("nothing", "tiada"), "code", T("always", "sentiasa")),
    "total": FieldRule(
        T("both shares of the scheme together, from the rate table",
          "jumlah kedua-dua caruman skim, daripada jadual kadar"),
        "official-2nd",
        _NO,
    ),
    "employment_date": FieldRule(
        T(
            "the day of joining, leaving or death in the month",
            "tarikh mula, berhenti atau meninggal pada bulan itu",
        ),
        "vendor",
        _YES,
    ),
    "employment_status": FieldRule(
        T(
            "B new, H left, M died, S sick leave with PERKESO benefit, T leave without wages",
            "B baru, H berhenti, M meninggal, S cuti sakit dengan faedah PERKESO, T cuti tanpa gaji",
        ),
        "vendor",
        _YES,
    ),
    "socso_number": FieldRule(T("PERKESO's old number", "nombor lama PERKESO"), "code", _YES),
    "short_month": FieldRule(T("month and two digits of the year", "bulan dan dua digit tahun"), "code", _NO),
}  # fmt: skip
"""By the name of the field; the same in each layout that has it, but for `OF_LAYOUT`."""

OF_LAYOUT = {
    (D1, "employer_code"): FieldRule(
        T("the old code: a letter, seven digits, a letter", "kod lama: satu huruf, tujuh digit, satu huruf"),
        "code",
        _NO,
    ),
    (D1, "identity_number"): FieldRule(T("twelve digits", "dua belas digit"), "code", _NO),
}
"""What differs in one layout."""

FILE = (
    FileRule(
        T(
            "One line for each employee with an amount to pay; no title, no total, no line numbers.",
            "Satu baris bagi setiap pekerja yang ada amaun; tiada tajuk, jumlah atau nombor baris.",
        ),
        "code",
    ),
    FileRule(
        T(
            "One employer and one month a file, as the portal works month by month.",
            "Satu majikan dan satu bulan sefail, kerana portal bekerja mengikut bulan.",
        ),
        "assumed",
    ),
    FileRule(
        T(
            "Lines end in CR LF, the last one too. LF alone is read as well.",
            "Baris berakhir dengan CR LF, termasuk yang terakhir. LF sahaja juga dibaca.",
        ),
        "code",
    ),
    FileRule(
        T(
            "Letters are plain ASCII, without a byte-order mark and without tabs: a column is a byte.",
            "Huruf ialah ASCII biasa, tanpa tanda susunan bait dan tanpa tab: satu lajur ialah satu bait.",
        ),
        "assumed",
    ),
    FileRule(
        T(
            "Amounts are whole sen: 325000 is RM 3,250.00. No point, comma, sign or RM.",
            "Amaun ialah sen bulat: 325000 ialah RM 3,250.00. Tiada titik, koma, tanda atau RM.",
        ),
        "vendor",
    ),
    FileRule(
        T(
            "Spaces at the end of a line belong to it; an editor that cuts them breaks the file.",
            "Ruang kosong di hujung baris ialah sebahagian daripadanya; penyunting yang membuangnya "
            "merosakkan fail.",
        ),
        "code",
    ),
    FileRule(
        T("The name of the file ends in .txt; nothing else of it counts.",
          "Nama fail berakhir dengan .txt; selebihnya tidak dikira."),
        "vendor",
    ),
    FileRule(
        T("The order of the lines is free; most programs sort by name.",
          "Susunan baris bebas; kebanyakan program menyusun mengikut nama."),
        "code",
    ),
)  # fmt: skip
