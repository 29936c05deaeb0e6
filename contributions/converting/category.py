"""The category of Act 4 that a sheet says, where the age leaves a choice (rates notes, section 4, A6 to A10).

From 55 to 59 somebody is in the first category, or in the second when Act 4 first applied at 55 or later:
only the payroll knows which. At other ages the age decides, but for an invalidity pension.
"""

import re
from dataclasses import replace

from contributions.bilingual import T
from contributions.computing import Person, is_second_category
from contributions.months import YearMonth
from contributions.rates import current
from contributions.sheets import cells
from contributions.sheets.errors import NotReadAs

__all__ = ["category_in", "doubt_about_age", "doubt_about_eis", "in_category", "refuse_unsaid_category"]

FIRST, SECOND = 1, 2
_WORDS = {
    **dict.fromkeys(("1", "1st", "first", "pertama", "i"), FIRST),
    **dict.fromkeys(("2", "2nd", "second", "kedua", "ii"), SECOND),
}
_AROUND = re.compile(r"\b(category|kategori|cat|kat|type|jenis|ke)\b|[^a-z0-9]+")


def category_in(cell: object) -> int | None:
    """1 or 2; `None` where the cell says nothing.

    Raises:
        NotReadAs: it is no category.

    >>> category_in("Kategori Kedua"), category_in(1.0), category_in("-")
    (2, 1, None)
    """
    if cells.is_blank(cell):
        return None
    written = cells.text(cell)
    category = _WORDS.get(_AROUND.sub("", written.lower()))
    if category is None:
        raise NotReadAs(
            T(
                f"{written!r} is neither the first nor the second category",
                f"{written!r} bukan kategori pertama atau kedua",
            ),
            T(
                "Write 1 or 2; a column of something else is left out by --map HEADING=-.",
                "Tulis 1 atau 2; lajur bagi perkara lain ditinggalkan dengan --map TAJUK=-.",
            ),
        )
    return category


def in_category(person: Person, category: int | None, month: YearMonth) -> Person:
    """The person with what the category says of the past; his age must be known.

    Raises:
        NotReadAs: nobody of this age is in the category.
    """
    if category is None:
        return person
    rules = current().rules
    age = person.age_in(month)
    if is_second_category(person, month, rules) == (category == SECOND):
        return person
    if category == SECOND and age >= rules.late_entry_age:
        return replace(person, first_act4_age=rules.late_entry_age)
    mend = T(
        "Correct the category or the identity number, or add the amounts as columns.",
        "Betulkan kategori atau nombor pengenalan, atau tambah amaun sebagai lajur.",
    )
    if category == FIRST:
        raise NotReadAs(
            T(
                f"the sheet says first category; at {age} and by the kind of worker it is the second",
                f"helaian menyatakan kategori pertama; pada umur {age} dan mengikut jenis pekerja, ia "
                "kategori kedua",
            ),
            mend,
        )
    raise NotReadAs(
        T(
            f"the sheet says second category; at {age} it is the first, but for an invalidity pension",
            f"helaian menyatakan kategori kedua; pada umur {age} ia kategori pertama, kecuali bagi penerima "
            "pencen ilat",
        ),
        mend,
    )


def _is_open(person: Person, month: YearMonth) -> bool:
    """Whether the age allows both categories, by when somebody first contributed."""
    rules = current().rules
    return person.age_in(month) >= rules.late_entry_age and not is_second_category(person, month, rules)


def refuse_unsaid_category(person: Person, month: YearMonth) -> None:
    """Raise where a sheet that has categories says none, and the age does not decide.

    Raises:
        NotReadAs: either category may be meant.
    """
    if not _is_open(person, month):
        return
    age, late = person.age_in(month), current().rules.late_entry_age
    raise NotReadAs(
        T(
            f"nothing stands here, and at {age} it may be the first or the second",
            f"tiada apa-apa di sini, dan pada umur {age} ia mungkin kategori pertama atau kedua",
        ),
        T(
            f"Write 1, or 2 for who first contributed at {late} or later.",
            f"Tulis 1, atau 2 bagi orang yang mula mencarum pada umur {late} atau lebih.",
        ),
    )


def doubt_about_age(person: Person, month: YearMonth, *, socso: bool, eis: bool) -> T | None:
    """What was taken of somebody whose category nobody said, where his age allows another.

    `socso` and `eis` say whether amounts of these were computed.
    """
    if not _is_open(person, month):
        return None
    rules = current().rules
    age, late = person.age_in(month), rules.late_entry_age
    said = []
    if socso:
        said.append(
            T(
                f"the first category was taken; it is the second for who first contributed at {late} or "
                "later",
                f"kategori pertama diambil; kategori kedua bagi orang yang mula mencarum pada umur {late} "
                "atau lebih",
            )
        )
    if eis and age >= rules.eis_late_entry_age:
        late = rules.eis_late_entry_age
        said.append(
            T(
                f"EIS was taken as due; who first joined at {late} or later pays none",
                f"SIP dikira perlu dibayar; orang yang mula mencarum pada umur {late} atau lebih tidak "
                "membayarnya",
            )
        )
    if not said:
        return None
    return T(
        f"{age} years old: {'; '.join(each.en for each in said)}",
        f"umur {age} tahun: {'; '.join(each.ms for each in said)}",
    )


def doubt_about_eis(person: Person, month: YearMonth) -> T | None:
    """What is not known of EIS where the second category was said: when somebody first joined."""
    if person.first_act4_age is None:
        return None
    age = person.age_in(month)
    if age < current().rules.eis_late_entry_age:
        return None
    return T(
        f"Second category at {age}: EIS was taken as due; who first joined at 57 or later pays none.",
        f"Kategori kedua pada umur {age}: SIP dikira perlu dibayar; orang yang mula mencarum pada umur 57 "
        "atau lebih tidak membayarnya.",
    )
