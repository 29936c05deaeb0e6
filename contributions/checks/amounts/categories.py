"""AM: the category of Act 4 in which a person is paid for, by age and month (rates notes, section 4)."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from contributions.bilingual import T
from contributions.checks.amounts.fields import JUDGED
from contributions.checks.check import Check, Sighting
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, file_of
from contributions.checks.row import Row
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.layouts import COMBINED
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.rates import current

__all__ = ["CHECKS", "is_first", "is_second"]

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


def is_first(lines: Lines) -> Mask:
    """Whose employer's share is that of the first category."""
    return np.asarray(lines.sen("socso_employer") == lines.due.employer_first)


def is_second(lines: Lines) -> Mask:
    """Whose employer's share is that of the second category."""
    return np.asarray(lines.sen("socso_employer") == lines.due.employer_second)


def _other_category(lines: Lines) -> Mask:
    age, rules = lines.people.age, current().rules
    before_both = lines.people.is_foreign & (lines.month < rules.foreign_both_categories_from.number)
    elder = (age >= rules.second_category_age) | before_both
    younger = (age >= 0) & (age < rules.late_entry_age) & ~before_both
    wrong: Mask = (is_first(lines) & elder) | (is_second(lines) & younger)
    return lines.is_assessable & wrong


def _all_foreign_second(file: WholeFile) -> Iterator[Sighting]:
    tally = file.tally
    if len(tally.foreign_second) >= FEWEST_FOREIGN and not tally.foreign_first:
        yield file.at_records(tally.foreign_second)


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

CHECKS = (AM20, AM41)
