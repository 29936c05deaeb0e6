"""What is not certain about the amounts for a person in a month, in words (rates notes, sections 4 and 5).

These are notes beside an amount, never a reason to refuse it: where the law leaves doubt, programs differ.
"""

from collections.abc import Iterator

from contributions.bilingual import T
from contributions.computing import Group, Person, was_too_old_for_invalidity
from contributions.months import YearMonth
from contributions.rates import Rates, current, rates_for

__all__ = ["doubts_about"]


def doubts_about(person: Person, month: YearMonth) -> tuple[T, ...]:
    """What somebody should know who pays the amounts that `compute` gives.

    Raises:
        RatesUnknown: the month is older than the oldest table.
    """
    if not person.under_act4:
        return ()
    rates = rates_for(month)
    return (*_birthday(person, rates), *_category(person, month), *_lindung(person, rates))


def _birthday(person: Person, rates: Rates) -> Iterator[T]:
    rules = current().rules
    if person.born is None or person.born.month != rates.month.month:
        return
    age = person.age_in(rates.month)
    if age == rules.second_category_age:
        yield T(
            f"The person becomes {age} in this month: taken as {age} (the age at the end of the month, "
            "assumed); some programs change the category a month later.",
            f"Orang ini mencapai umur {age} pada bulan ini: dikira {age} (umur pada akhir bulan, andaian); "
            "sesetengah program menukar kategori sebulan kemudian.",
        )
    covered = rates.act800 is not None and not person.group.is_foreign and person.group is not Group.SPOUSE
    if not covered or not person.under_eis:
        return
    if age == rules.eis_from_age or (age == rules.eis_late_entry_age and not person.eis_before_57):
        yield T(
            f"The person becomes {age} in this month, where EIS changes; the age at the end of the month was "
            "taken (assumed).",
            f"Orang ini mencapai umur {age} pada bulan ini, apabila SIP berubah; umur pada akhir bulan "
            "diambil (andaian).",
        )


def _category(person: Person, month: YearMonth) -> Iterator[T]:
    rules = current().rules
    if month >= rules.foreign_both_categories_from and was_too_old_for_invalidity(person, rules):
        yield T(
            "A foreign worker who was 55 before July 2024 is taken as second category (our reading).",
            "Pekerja asing yang berumur 55 sebelum Julai 2024 dikira kategori kedua (tafsiran kami).",
        )


def _lindung(person: Person, rates: Rates) -> Iterator[T]:
    if rates.lindung is None or person.lindung_elsewhere:
        return
    if person.group.is_foreign:
        if person.lindung_released:
            yield T(
                "LINDUNG 24 JAM is due from every foreign worker: the release was not taken into account.",
                "LINDUNG 24 JAM wajib bagi setiap pekerja asing: pelepasan itu tidak diambil kira.",
            )
        return
    may_be_released = rates.month >= current().rules.lindung_release_from
    if person.lindung_released and not may_be_released:
        yield T(
            "LINDUNG 24 JAM was due from everyone in this month; a later release does not undo it.",
            "LINDUNG 24 JAM wajib bagi semua pada bulan ini; pelepasan kemudian tidak membatalkannya.",
        )
    elif person.lindung_released:
        yield T(
            "No LINDUNG 24 JAM, by the person's own release: keep the notice.",
            "Tiada LINDUNG 24 JAM, atas pelepasan sendiri: simpan notis itu.",
        )
    elif may_be_released:
        yield T(
            "LINDUNG 24 JAM is due unless the person was released by a notice of his own.",
            "LINDUNG 24 JAM perlu dibayar melainkan orang ini dilepaskan dengan notisnya sendiri.",
        )
