"""AM: the SOCSO shares of Act 4, by rate table and category (contribution-files notes, 9.4)."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from contributions.bilingual import NOTHING, T
from contributions.checks.amounts.due import categories, in_categories, into_columns, written_shares
from contributions.checks.amounts.fields import FORMAT_2, JUDGED
from contributions.checks.check import Check, Sighting
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, file_of, record
from contributions.checks.row import Row
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.layouts import COMBINED
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.money import format_sen
from contributions.rates import current

__all__ = ["CHECKS"]

_SECOND_CATEGORY = replace(SAMPLE, socso_employer=40_60, socso_employee=0)
FEWEST_FOREIGN = 3
"""So few may all have their reasons; of more it is asked whether the program knows the first category."""
_FOREIGN_SECOND = tuple(
    replace(
        SAMPLE_FOREIGN,
        identity_number=f"SSFW1234567{digit}",
        name=name,
        socso_employer=40_60,
        socso_employee=0,
    )
    for digit, name in enumerate(("RAM CONTOH", "MD RAHIM CONTOH", "SURYA CONTOH"))
)
_ELDER = replace(_SECOND_CATEGORY, identity_number="650314025519", eis_employer=0, eis_employee=0)


def _is_first(lines: Lines) -> Mask:
    return np.asarray(lines.sen("socso_employer") == lines.due.employer_first)


def _is_second(lines: Lines) -> Mask:
    return np.asarray(lines.sen("socso_employer") == lines.due.employer_second)


def _has_lindung_added(lines: Lines) -> Mask:
    """Whose employee share is what is due plus LINDUNG 24 JAM, in either category, its own columns none.

    With an amount in these columns too, LINDUNG 24 JAM would be paid twice: then the share is simply wrong.
    """
    extra = lines.sen("socso_employee") - lines.due.lindung
    added: Mask = (_is_first(lines) & (extra == lines.due.employee_first)) | (
        _is_second(lines) & (extra == 0)
    )
    has_own = ~lines.is_blank("lindung") & (lines.sen("lindung") != 0)
    return np.asarray(added & ~has_own & (lines.due.lindung > 0))


def _employer_wrong(lines: Lines) -> Mask:
    return lines.is_assessable & ~_is_first(lines) & ~_is_second(lines)


def _employee_wrong(lines: Lines) -> Mask:
    share, due = lines.sen("socso_employee"), lines.due.employee_first
    first, second = _is_first(lines), _is_second(lines)
    neither = ~first & ~second & (share != due) & (share != 0)
    wrong: Mask = (first & (share != due)) | (second & (share != 0)) | neither
    return lines.is_assessable & wrong & ~_has_lindung_added(lines)


def _other_category(lines: Lines) -> Mask:
    age, rules = lines.people.age, current().rules
    before_both = lines.people.is_foreign & (lines.month < rules.foreign_both_categories_from.number)
    elder = (age >= rules.second_category_age) | before_both
    younger = (age >= 0) & (age < rules.late_entry_age) & ~before_both
    wrong: Mask = (_is_first(lines) & elder) | (_is_second(lines) & younger)
    return lines.is_assessable & wrong


def _all_foreign_second(file: WholeFile) -> Iterator[Sighting]:
    tally = file.tally
    if len(tally.foreign_second) >= FEWEST_FOREIGN and not tally.foreign_first:
        yield file.at_records(tally.foreign_second)


def _employer_categories(row: Row) -> tuple[bool, ...]:
    """The categories that a wrong employer's share may have been meant for, the first as `True`.

    The employee's share shows it where it is the one that is due; of another the age may show it.
    Where it is nothing, the employer's may be both shares together; else the age shows it, or the second
    category is meant, unless the employer's is nothing too and the age shows neither.
    """
    by_age = categories(row)
    if row.amount("socso_employee"):
        return (True,) if row.amount("socso_employee") == row.cell("employee_first") else by_age
    both = row.cell("employer_first") + row.cell("employee_first")
    if row.amount("socso_employer") == both and True in by_age:
        return (True,)
    return by_age if len(by_age) == 1 or not row.amount("socso_employer") else (False,)


def _employer_choices(row: Row) -> tuple[int, ...]:
    return tuple(
        row.cell("employer_first" if is_first else "employer_second")
        for is_first in _employer_categories(row)
    )


def _right_employer_share(row: Row) -> dict[str, T]:
    shares = _employer_choices(row)
    choices = [str(share) for share in shares]
    right = T(" or ".join(choices), " atau ".join(choices))
    # Where the employee's share is nothing as well, the first category needs both: nobody else says so.
    if _employer_categories(row) != (True,) or row.amount("socso_employee"):
        return {"right": right, "beside": NOTHING}
    employee = row.cell("employee_first")
    return {
        "right": right,
        "beside": T(f" and {employee} into columns 221-226", f" dan {employee} dalam lajur 221-226"),
    }


def _due_employer(row: Row) -> T:
    choices = [format_sen(share) for share in _employer_choices(row)]
    return T(" or ".join(choices), " atau ".join(choices))


def _employee_should_be(row: Row) -> int:
    """What the employer's share shows, or the age where that is of neither category."""
    employer = row.amount("socso_employer")
    if employer == row.cell("employer_first") or (
        employer != row.cell("employer_second") and True in categories(row)
    ):
        return row.cell("employee_first")
    return 0


def _right_socso_shares(row: Row) -> dict[str, T]:
    """What to write: by the employer's share or the age, unless the employee's is right in another category.

    Then the age decides which of them is wrong, or either may be.
    """
    written = written_shares(row)
    contradictions = {
        (row.cell("employer_first"), 0),
        (row.cell("employer_second"), row.cell("employee_first")),
    }
    if written[:2] in contradictions:
        return {"right": in_categories(row)}
    return {"right": into_columns((written[0], _employee_should_be(row), *written[2:]), written)}


def _categories(row: Row) -> dict[str, T]:
    first = row.amount("socso_employer") == row.cell("employer_first")
    used = T("first", "pertama") if first else T("second", "kedua")
    other = T("second", "kedua") if first else T("first", "pertama")
    who = (
        T(f"age {row.age}", f"umur {row.age}")
        if row.age is not None
        else T("a foreign worker", "pekerja asing")
    )
    return {"used": used, "other": other, "who": who}


AM09 = Check(
    code="AM09",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L48",
    mark="official",
    layouts=COMBINED,
    title=T(
        "SOCSO employer share does not fit the wage", "Caruman PERKESO majikan tidak sepadan dengan gaji"
    ),
    why=T(
        "The share is read from the table of the Third Schedule for the wage; there is one figure for the "
        "first category and one for the second.",
        "Caruman dibaca daripada Jadual Ketiga bagi gaji berkenaan; ada satu angka bagi kategori pertama dan "
        "satu bagi kategori kedua.",
    ),
    message=T(
        "On a wage of {wage} in {month} the employer pays {due_employer_first} (first category) or "
        "{due_employer_second} (second), not {socso_employer}.",
        "Atas gaji {wage} pada {month} majikan membayar {due_employer_first} (kategori pertama) atau "
        "{due_employer_second} (kedua), bukan {socso_employer}.",
    ),
    mend=T(
        "Put {right} into columns 215-220{beside} of line {line}.",
        "Isi {right} dalam lajur 215-220{beside} baris {line}.",
    ),
    facts=_right_employer_share,
    points_at="socso_employer",
    needs=JUDGED,
    wrong=_employer_wrong,
    expected=_due_employer,
    bad=record(socso_employer=56_90),
    good=record(),
)

AM10 = Check(
    code="AM10",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L49",
    mark="official",
    layouts=COMBINED,
    title=T("SOCSO employee share does not fit", "Caruman PERKESO pekerja tidak sepadan"),
    why=T(
        "In the first category the employee pays for invalidity; in the second, nothing. The share must "
        "belong to the category of the employer's share.",
        "Dalam kategori pertama pekerja membayar bagi keilatan; dalam kategori kedua, tiada. Caruman mesti "
        "dalam kategori yang sama dengan caruman majikan.",
    ),
    message=T(
        "Beside an employer share of {socso_employer} the employee pays {expected}, not {socso_employee}.",
        "Bagi caruman majikan {socso_employer}, pekerja membayar {expected}, bukan {socso_employee}.",
    ),
    mend=T("Put {right} of line {line}.", "Isi {right} baris {line}."),
    facts=_right_socso_shares,
    points_at="socso_employee",
    needs=JUDGED,
    wrong=_employee_wrong,
    should_be=_employee_should_be,
    bad=record(socso_employee=0),
    good=record(),
)

AM19 = Check(
    code="AM19",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W21",
    mark="code",
    layouts=FORMAT_2,
    title=T("LINDUNG 24 JAM was added to the SOCSO share", "LINDUNG 24 JAM ditambah pada caruman PERKESO"),
    why=T(
        "Programs write LINDUNG 24 JAM in columns of its own; one account of PERKESO's own "
        "answers says to add it. "
        "As sources disagree, this is only a warning.",
        "Program menulis LINDUNG 24 JAM dalam lajurnya sendiri; satu catatan tentang jawapan "
        "PERKESO menyuruh "
        "menambahnya. Oleh sebab sumber bercanggah, ini hanya amaran.",
    ),
    message=T(
        "The SOCSO employee share {socso_employee} is the share due plus {due_lindung} for LINDUNG 24 JAM; "
        "so it is on {on_lines}.",
        "Caruman PERKESO pekerja {socso_employee} ialah caruman kena bayar campur {due_lindung} "
        "bagi LINDUNG 24 JAM; begitulah pada {on_lines}.",
    ),
    mend=T(
        "Put {put} into columns 221-226 and the rest into columns 239-244.",
        "Isi {put} dalam lajur 221-226 dan selebihnya dalam lajur 239-244.",
    ),
    points_at="socso_employee",
    needs=JUDGED,
    wrong=lambda lines: lines.is_assessable & _has_lindung_added(lines),
    should_be=_employee_should_be,
    bad=record(socso_employee=16_25 + 24_35, lindung=0),
    good=record(),
)

AM20 = Check(
    code="AM20",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W27",
    mark="assumed",
    layouts=COMBINED,
    title=T("Category does not fit the age", "Kategori tidak sepadan dengan umur"),
    why=T(
        "From 60 on, or who first joined at 55 or later, or draws an invalidity pension, is in the second "
        "category. The age is taken at the end of the month from the identity number; the law does not say "
        "how the month of the birthday counts.",
        "Mulai umur 60, atau yang mula mencarum pada umur 55 atau lebih, atau menerima pencen ilat, berada "
        "dalam kategori kedua. Umur diambil pada akhir bulan daripada nombor pengenalan; undang-undang tidak "
        "menyatakan bagaimana bulan hari lahir dikira.",
    ),
    message=T(
        "The {used} category was used for {who}; the {other} would be expected.",
        "Kategori {used} digunakan bagi {who}; kategori {other} dijangka.",
    ),
    mend=T("Check the person's record in the portal.", "Semak rekod orang ini dalam portal."),
    points_at="socso_employer",
    needs=JUDGED,
    wrong=_other_category,
    facts=_categories,
    bad=file_of(_SECOND_CATEGORY),
    good=file_of(_ELDER),
)

AM41 = Check(
    code="AM41",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W27",
    mark="assumed",
    layouts=COMBINED,
    title=T("All foreign workers in the second category", "Semua pekerja asing dalam kategori kedua"),
    why=T(
        "Since July 2024 foreign workers are in the first category like locals, but for those who first "
        "joined at 55 or later, are 60, or whose work pass lapsed. That all are in the second is rare: a "
        "program that does not know the change writes it so, and the workers lack the invalidity scheme.",
        "Mulai Julai 2024 pekerja asing berada dalam kategori pertama seperti pekerja tempatan, kecuali yang "
        "mula mencarum pada umur 55 atau lebih, berumur 60, atau yang pas kerjanya tamat. Jarang semuanya "
        "dalam kategori kedua: program yang tidak tahu perubahan itu menulisnya begini, dan pekerja tidak "
        "dilindungi Skim Keilatan.",
    ),
    message=T(
        "Every foreign worker is paid for as in the second category in {month}: on {on_lines}.",
        "Setiap pekerja asing dibayar seperti dalam kategori kedua pada {month}: pada {on_lines}.",
    ),
    mend=T(
        "See that the payroll program uses the first category for foreign workers, or check the record of "
        "each.",
        "Pastikan program gaji menggunakan kategori pertama bagi pekerja asing, atau semak rekod setiap "
        "seorang.",
    ),
    points_at="socso_employer",
    seen=_all_foreign_second,
    bad=file_of(*_FOREIGN_SECOND),
    good=file_of(SAMPLE_FOREIGN, *_FOREIGN_SECOND[1:]),
)

CHECKS = (AM09, AM10, AM19, AM20, AM41)
