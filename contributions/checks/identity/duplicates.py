"""ID: the same person, or the same name, on several lines."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from contributions.bilingual import NOTHING, T
from contributions.checks.check import Check, Sighting
from contributions.checks.examples import SAMPLE, file_of
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.matrix.hashing import mixed
from contributions.matrix.types import Hashes, Integers, Mask
from contributions.months import YearMonth

__all__ = ["CHECKS"]

_MONTH_SEED = np.uint64(0xD6E8FEB86659FD93)
_NAMES_DIFFER = T(
    "The names differ: if these are two people, one of the numbers is wrong. Look up whose it is and write "
    "the right number on the other line. ",
    "Namanya berbeza: jika ini dua orang, salah satu nombor itu salah. Semak nombor itu milik siapa dan "
    "tulis nombor yang betul pada baris yang satu lagi. ",
)
_SECOND = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")


def _groups(keys: Hashes) -> tuple[Integers, Integers, Integers]:
    """Records in groups of equal keys: their order, where each group starts, how long it is."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    return order, starts, np.diff(np.append(starts, len(keys)))


def _has_equal(keys: Hashes) -> bool:
    ordered = np.sort(keys)
    return bool((ordered[1:] == ordered[:-1]).any())


def _person_months(file: WholeFile) -> Hashes:
    """One number for each person and month; 0 where the identity number is blank or wrong."""
    if len(file.tally.months) == 1 and next(iter(file.tally.months.values())).times == file.tally.records:
        return file.identities
    months = mixed(file.months.astype(np.uint64) + np.uint64(2), _MONTH_SEED)
    return np.where(file.identities == 0, np.uint64(0), file.identities ^ months)


def _later(order: Integers, starts: Integers, sizes: Integers, groups: Mask) -> Iterator[tuple[int, int]]:
    """For each record of the groups but the first: its index and that of the group's first."""
    for start, size in zip(starts[groups].tolist(), sizes[groups].tolist(), strict=True):
        first = int(order[start])
        yield from ((int(record), first) for record in order[start + 1 : start + size])


def _first_places(file: WholeFile, pairs: Iterator[tuple[int, int]], places: int) -> Sighting:
    """A sighting of the earliest of many records, each with the line that it resembles."""
    earliest = sorted(pairs)[: file.context.places_kept]
    at = tuple(
        file.sight(
            record,
            other=T.same(str(file.numbers[first])),
            differ=NOTHING if file.names[record] == file.names[first] else _NAMES_DIFFER,
        )
        for record, first in earliest
    )
    return Sighting(places=places, at=at)


def _twice(file: WholeFile) -> Iterator[Sighting]:
    keys = _person_months(file)
    if len(keys) < 2 or not _has_equal(keys):  # noqa: PLR2004 - two make a pair
        return
    order, starts, sizes = _groups(keys)
    groups = (sizes > 1) & (keys[order[starts]] != 0)
    if groups.any():
        yield _first_places(file, _later(order, starts, sizes, groups), int((sizes[groups] - 1).sum()))


def _same_names(file: WholeFile) -> Iterator[Sighting]:
    names = file.names
    if len(names) < 2 or not _has_equal(names):  # noqa: PLR2004 - two make a pair
        return
    order, starts, sizes = _groups(names)
    firsts = np.repeat(order[starts], sizes)
    differs = file.identities[order] != file.identities[firsts]
    differs &= names[order] != 0
    places = int(differs.sum())
    if places:
        records, others = order[differs], firsts[differs]
        chosen = np.argsort(records)[: file.context.places_kept]
        pairs = zip(records[chosen].tolist(), others[chosen].tolist(), strict=True)
        yield _first_places(file, iter(pairs), places)


ID09 = Check(
    code="ID09",
    severity=Severity.ERROR,
    source="contribution-files 10.2 L16",
    mark="code",
    title=T("The same person twice in a month", "Orang yang sama dua kali dalam sebulan"),
    why=T(
        "One person has one line for each month. The amounts of two lines do not add up to what is due on "
        "both wages together.",
        "Seorang pekerja mempunyai satu baris bagi setiap bulan. Amaun dua baris tidak sama dengan amaun "
        "yang perlu dibayar bagi jumlah kedua-dua gaji.",
    ),
    message=T(
        "Identity number {identity_number} is on line {other} already, for the same month.",
        "Nombor pengenalan {identity_number} sudah ada pada baris {other}, bagi bulan yang sama.",
    ),
    mend=T(
        "{differ}Delete one of the lines where the same stands there twice; otherwise add the wages in one "
        "line and look all amounts up again.",
        "{differ}Padam salah satu baris jika baris yang sama tertulis dua kali; jika tidak, jumlahkan gaji "
        "dalam satu baris dan cari semula semua amaun.",
    ),
    points_at="identity_number",
    seen=_twice,
    bad=file_of(SAMPLE, SAMPLE),
    good=file_of(replace(SAMPLE, month=YearMonth(2026, 10)), _SECOND),
)

ID10 = Check(
    code="ID10",
    severity=Severity.WARNING,
    source="contribution-files 10.2 L17",
    mark="assumed",
    title=T("The same name with another identity number", "Nama yang sama dengan nombor pengenalan lain"),
    why=T(
        "Two people may share a name; it may also be one person entered twice.",
        "Dua orang mungkin mempunyai nama yang sama; mungkin juga seorang yang dimasukkan dua kali.",
    ),
    message=T(
        "{name} is also on line {other}, with another identity number.",
        "{name} juga ada pada baris {other}, dengan nombor pengenalan lain.",
    ),
    mend=T(
        "Compare both identity numbers with the cards.", "Bandingkan kedua-dua nombor dengan kad pengenalan."
    ),
    points_at="name",
    seen=_same_names,
    bad=file_of(SAMPLE, replace(SAMPLE, identity_number="880515105437")),
    good=file_of(SAMPLE, _SECOND),
)

CHECKS = (ID09, ID10)
