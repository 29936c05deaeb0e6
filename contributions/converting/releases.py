"""Why a release from LINDUNG 24 JAM that somebody said changes nothing (rates notes, L3 to L5)."""

from contributions.bilingual import T
from contributions.converting.amounts import is_foreign
from contributions.months import YearMonth
from contributions.rates import current

__all__ = ["has_lindung", "release_in_vain"]


def release_in_vain(identity_number: str, month: YearMonth) -> T | None:
    """Why nobody with this number is released in a month; `None` where he may be."""
    if not has_lindung(month):
        return T(
            f"the release changes nothing: there was no LINDUNG 24 JAM in {month.name.en}",
            f"pelepasan ini tidak mengubah apa-apa: tiada LINDUNG 24 JAM pada {month.name.ms}",
        )
    if is_foreign(identity_number):
        return T(
            "the release changes nothing: a foreign worker cannot be released from LINDUNG 24 JAM",
            "pelepasan ini tidak mengubah apa-apa: pekerja asing tidak boleh dilepaskan daripada LINDUNG "
            "24 JAM",
        )
    first = current().rules.lindung_release_from
    if month < first:
        return T(
            f"the release changes nothing: until {first.previous().name.en} LINDUNG 24 JAM was due from "
            "everyone",
            f"pelepasan ini tidak mengubah apa-apa: hingga {first.previous().name.ms} LINDUNG 24 JAM wajib "
            "bagi semua",
        )
    return None


def has_lindung(month: YearMonth) -> bool:
    """Whether there is LINDUNG 24 JAM in a month."""
    return any(month >= table.first for table in current().tables["skbbk"])
