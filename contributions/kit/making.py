"""Make the kit: from our own good files, or from a vendor's; each bad file is wrong in exactly one way."""

from dataclasses import dataclass
from datetime import date

from contributions.bilingual import T
from contributions.checking import check
from contributions.checks.registry import all_checks, get_check
from contributions.expectations import PortalExpectations
from contributions.generate.making import generate
from contributions.generate.recipe import Recipe
from contributions.kit import of_amounts, of_files, of_older, of_people
from contributions.kit.good_file import GoodFile, NoBase, Spot
from contributions.kit.mistake import Made, Mistake
from contributions.layouts import C2
from contributions.months import YearMonth

__all__ = ["ALL_MISTAKES", "FROM_OUTSIDE", "Item", "Kit", "LeftOut", "alone_in_a_file", "kit_from", "our_kit"]

ALL_MISTAKES = (*of_files.MISTAKES, *of_people.MISTAKES, *of_amounts.MISTAKES, *of_older.MISTAKES)
FROM_OUTSIDE = frozenset({"FL90", "FL91"})
"""Codes that say that a file could not be judged: no file has them by itself."""
USUAL = "format-2"
LINES = 30
_JUNE = YearMonth(2026, 6)
_RECIPES = {
    USUAL: {"month": YearMonth(2026, 10), "foreign": 0.1},
    "first-of-lindung": {"month": _JUNE, "foreign": 0.1},
    "before-lindung": {"month": _JUNE.previous(), "foreign": 0.1},
    "before-eis": {"month": YearMonth(2017, 12)},
    "format-1": {"layout": "C1", "month": YearMonth(2026, 4), "foreign": 0.1},
    "format-1-june": {"layout": "C1", "month": _JUNE},
    "socso-alone": {"layout": "S1", "month": YearMonth(2026, 4), "foreign": 0.1},
    "socso-alone-june": {"layout": "S1", "month": _JUNE},
    "eis-alone": {"layout": "E1", "month": YearMonth(2026, 4)},
}
_NEVER_GOOD = frozenset({"format-1-june", "socso-alone-june"})
"""Files that are remarked on as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A file of the kit and what is to be said of it; `code` is empty for a good one."""

    name: str
    content: bytes
    as_of: date
    layout: str
    code: str = ""
    places: tuple[Spot, ...] = ()
    also: frozenset[str] = frozenset()
    """Codes that come along, and those that the good file has as it is."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A mistake that could not be put into a base alone, and why."""

    code: str
    reason: T


@dataclass(frozen=True, slots=True)
class Kit:
    """Files and, where the base was a vendor's, what could not be made from it."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...] = ()


def alone_in_a_file() -> frozenset[str]:
    """The codes that a file can have without anything that only a portal knows."""
    nothing = PortalExpectations()
    return frozenset(check.code for check in all_checks() if check.bad.portal == nothing) - FROM_OUTSIDE


def our_kit(*, seed: int = 1) -> Kit:
    """The kit made from good files of our own."""
    bases = {
        name: GoodFile.of(generate(LINES, Recipe(seed=seed, ages=(20, 50), **parts)))  # type: ignore[arg-type]
        for name, parts in _RECIPES.items()
    }
    good = [_good(f"good-{name}.txt", base) for name, base in bases.items() if name not in _NEVER_GOOD]
    bad = [
        _bad(mistake, mistake.make(base := bases[mistake.base or USUAL]), base) for mistake in ALL_MISTAKES
    ]
    return Kit((*good, *bad))


def kit_from(content: bytes, *, as_of: date | None = None) -> Kit:
    """The kit made from somebody's own good file: his people, his order, his fill, his line ends.

    What the checker does not find alone in a file that was made so is left out, with the reason.

    Raises:
        NoBase: the file is not a good file of format 2.
    """
    base = GoodFile.of(content, as_of=as_of)
    if base.layout is not C2:
        raise NoBase(
            T(
                f"it is of layout {base.layout.name}; a base is of format 2, which is the one now taken",
                f"ia susun atur {base.layout.name}; asas ialah format 2, yang diterima sekarang",
            )
        )
    items, left_out = [_good("good-base.txt", base)], []
    for mistake in ALL_MISTAKES:
        try:
            items.append(_proved(mistake, base))
        except NoBase as reason:
            left_out.append(LeftOut(mistake.code, reason.words))
    return Kit(tuple(items), tuple(left_out))


def _proved(mistake: Mistake, base: GoodFile) -> Item:
    if mistake.base:
        raise NoBase(
            T(
                "it is a mistake of other months or older layouts",
                "ini kesilapan bulan lain atau susun atur lama",
            )
        )
    if mistake.code in base.standing:
        raise NoBase(T("the base has that as it is", "asas sudah mempunyainya"))
    item = _bad(mistake, mistake.make(base), base)
    report = check(item.content, as_of=item.as_of, name=item.name)
    found = {finding.code for finding in report.findings}
    if mistake.code not in found or not found <= {mistake.code} | item.also:
        raise NoBase(
            T(
                "it cannot be put alone into this file",
                "ia tidak dapat dimasukkan bersendirian ke dalam fail ini",
            )
        )
    return item


def _good(name: str, base: GoodFile) -> Item:
    return Item(
        name=name, content=base.content, as_of=base.as_of, layout=base.layout.name, also=base.standing
    )


def _bad(mistake: Mistake, made: Made, base: GoodFile) -> Item:
    return Item(
        name=made.name or f"{mistake.code}.txt",
        content=made.content,
        as_of=made.as_of or base.as_of,
        layout=base.layout.name,
        code=get_check(mistake.code).code,
        places=made.places,
        also=(made.also | base.standing) - {mistake.code},
    )
