"""AM: amounts as digits in columns, and the columns that stay blank."""

from functools import partial

from contributions.alignment import is_alignable
from contributions.bilingual import NOTHING, T
from contributions.checks.amounts.due import is_foreign
from contributions.checks.amounts.fields import ALL_AMOUNTS, FORMAT_2
from contributions.checks.amounts.meant import meant
from contributions.checks.check import Check
from contributions.checks.examples import SAMPLE, file_of, record, text, with_field
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import C2, COMBINED, WAGE
from contributions.matrix.amount_faults import AmountFault
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.writing import write

__all__ = ["CHECKS"]

FIELDS_WITHOUT_LINDUNG = tuple(name for name in ALL_AMOUNTS if name != "lindung")
FILLER_FIELDS = tuple(field.name for field in C2.fillers)
_WRITE = T("Write", "Tulis")
_WRITE_UNLESS_AMOUNT = T(
    "See first whether the digits belong to the amount before them: then the line is shifted. If not, write",
    "Semak dahulu sama ada digit itu milik amaun di hadapannya: jika ya, baris teralih. Jika tidak, tulis",
)
_OR_NONE = T(", or 0000 for none", ", atau 0000 jika tiada")
_BLANK_LINDUNG = C2["lindung"].length * b" "
_LINE = write([SAMPLE])
_LINDUNG = C2["lindung"].columns
_SECOND = with_field("identity_number", "880515105437").file.replace(b"AMINAH", b"AMIRAH")


def _has(fault: AmountFault, lines: Lines, field: str) -> Mask:
    return lines.has_amount_fault(field, fault)


def _guessed(row: Row, field: str) -> dict[str, T]:
    return {"guessed": meant(row, field)}


def _nothing_due(row: Row, field: str) -> dict[str, T]:
    """That a share may be none; a wage may only where nothing is paid on it."""
    is_paid = field == WAGE and any(row.amount(share.name) for share in C2.shares)
    return {"none": NOTHING if is_paid else _OR_NONE}


def _moved_digit(row: Row, field: str) -> dict[str, T]:
    """Digits there may be the end of the last amount, or the whole of it: spaces would lose money."""
    text = row.content[C2[field].columns]
    is_end = text[0].isdigit() or (not row.content[_LINDUNG].strip() and text.strip().isdigit())
    return {"write": _WRITE_UNLESS_AMOUNT if field == FILLER_FIELDS[0] and is_end else _WRITE}


AM01 = Check(
    code="AM01",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L40",
    mark="code",
    title=T("An amount is not digits", "Amaun bukan digit"),
    why=T(
        "An amount is digits alone, in sen, with spaces or zeros in front.",
        "Amaun ialah digit sahaja, dalam sen, dengan ruang atau sifar di hadapan.",
    ),
    message=T("{found} is no amount.", "{found} bukan amaun."),
    mend=T("Write digits alone, in sen{guessed}.", "Tulis digit sahaja, dalam sen{guessed}."),
    wrong_in=partial(_has, AmountFault.LETTER),
    fields=ALL_AMOUNTS,
    facts_in=_guessed,
    bad=with_field("socso_employer", "56A5"),
    good=record(),
)

AM02 = Check(
    code="AM02",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L41",
    mark="code",
    title=T("An amount has a decimal point", "Amaun mempunyai titik perpuluhan"),
    why=T(
        "Amounts are sen, so they have no point and no comma: 5685 is RM 56.85.",
        "Amaun dalam sen, maka tiada titik dan koma: 5685 ialah RM 56.85.",
    ),
    message=T("{found} has a point or comma.", "{found} mempunyai titik atau koma."),
    mend=T("Write the amount in sen{guessed}.", "Tulis amaun dalam sen{guessed}."),
    wrong_in=partial(_has, AmountFault.POINT),
    fields=ALL_AMOUNTS,
    facts_in=_guessed,
    bad=with_field("socso_employer", "56.85"),
    good=record(),
)

AM03 = Check(
    code="AM03",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L42",
    mark="code",
    title=T("A negative amount", "Amaun negatif"),
    why=T(
        "A file only says what is to be paid. What was paid too much is claimed back in the portal.",
        "Fail hanya menyatakan apa yang perlu dibayar. Lebihan bayaran dituntut semula dalam portal.",
    ),
    message=T("{found} is negative.", "{found} ialah amaun negatif."),
    mend=T(
        "Take the line out and claim the difference as a refund.",
        "Keluarkan baris itu dan tuntut perbezaan sebagai bayaran balik.",
    ),
    wrong_in=partial(_has, AmountFault.MINUS),
    fields=ALL_AMOUNTS,
    bad=with_field("socso_employer", "-5685"),
    good=record(),
)

AM04 = Check(
    code="AM04",
    severity=Severity.ERROR,
    fixable=True,
    fixable_in=is_alignable,
    source="contribution-files 10.4 L43",
    mark="code",
    title=T("An amount is not right justified", "Amaun tidak diselaraskan ke kanan"),
    why=T(
        "All programs let an amount end in the last column of its field. With spaces after it, it may be "
        "read as a hundred times more.",
        "Semua program menamatkan amaun pada lajur terakhir medan. Dengan ruang selepasnya, ia mungkin "
        "dibaca sebagai seratus kali ganda.",
    ),
    message=T(
        "{found} does not end in the last column of the field.",
        "{found} tidak berakhir pada lajur terakhir medan.",
    ),
    mend=T("Move the digits to the right.", "Alihkan digit ke kanan."),
    wrong_in=partial(_has, AmountFault.LEFT),
    fields=ALL_AMOUNTS,
    bad=with_field("socso_employer", "5685  "),
    good=record(),
)

AM05 = Check(
    code="AM05",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L44",
    mark="code",
    title=T("An amount is missing", "Amaun tiada"),
    why=T(
        "The amounts are required. Where nothing is due, programs write 0000.",
        "Amaun adalah wajib. Jika tiada yang perlu dibayar, program menulis 0000.",
    ),
    message=T("The field is blank.", "Medan ini kosong."),
    mend=T("Write the amount in sen{none}.", "Tulis amaun dalam sen{none}."),
    wrong_in=lambda lines, field: lines.is_blank(field),
    fields=FIELDS_WITHOUT_LINDUNG,
    facts_in=_nothing_due,
    bad=with_field("eis_employee", ""),
    good=record(),
)

AM06 = Check(
    code="AM06",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L45",
    mark="code",
    layouts=FORMAT_2,
    title=T("LINDUNG 24 JAM is blank", "LINDUNG 24 JAM kosong"),
    why=T(
        "Other lines of the file fill the field, so this is format 2 and the field is required: 0000 where "
        "nothing is deducted.",
        "Baris lain dalam fail mengisi medan ini, maka ini format 2 dan medan ini wajib: 0000 "
        "jika tiada potongan.",
    ),
    message=T("The field for LINDUNG 24 JAM is blank.", "Medan LINDUNG 24 JAM kosong."),
    mend=T("Write the amount in sen{none}.", "Tulis amaun dalam sen{none}."),
    facts=lambda row: {"none": NOTHING if is_foreign(row) else _OR_NONE},
    points_at="lindung",
    wrong=lambda lines: lines.is_blank("lindung") & lines.is_lindung_month,
    bad=text(_LINE + _SECOND[: _LINDUNG.start] + _BLANK_LINDUNG + _SECOND[_LINDUNG.stop :]),
    good=text(_LINE + _SECOND),
)

AM08 = Check(
    code="AM08",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L47",
    mark="code",
    layouts=COMBINED,
    title=T("Columns that stay blank are not", "Lajur yang perlu kosong telah diisi"),
    why=T(
        "Columns 245-278 are kept free by the specification; something there often means a shifted line.",
        "Lajur 245-278 dikosongkan oleh spesifikasi; sesuatu di situ sering bermakna baris teralih.",
    ),
    message=T("{found} stands where spaces belong.", "{found} berada di tempat ruang kosong."),
    mend=T("{write} spaces.", "{write} ruang kosong."),
    wrong_in=lambda lines, field: ~lines.is_blank(field),
    fields=FILLER_FIELDS,
    facts_in=_moved_digit,
    bad=with_field("filler_1", "X"),
    good=file_of(SAMPLE),
)

CHECKS = (AM03, AM02, AM01, AM04, AM05, AM06, AM08)
