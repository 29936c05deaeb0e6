"""Mistakes in wages and contributions."""

from collections.abc import Callable
from functools import partial

from contributions.bilingual import T
from contributions.computing import Person
from contributions.kit.good_file import FOREIGN_PREFIX, GoodFile, NoBase, Spot
from contributions.kit.mistake import Made, Mistake, at_field
from contributions.layouts import C2
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.rates import current

__all__ = ["MISTAKES"]

HUNDRED = 100
CAPPED = 6_000_00
LOW, OVERTIME = 2_000_00, 450_00
HIGH, VERY_HIGH = 325_000_00, 1_500_000_00
FEWEST_RELEASED, FEWEST_FOREIGN = 3, 3
FOREIGN_NUMBERS = 91_234_501
FEWEST_CAPPED, SHARE_CAPPED = 3, 10
ABOVE_OLD_CEILING, OLD_TABLE = 5_500_00, YearMonth(2024, 9)
SECOND_CATEGORY = Person(age=61)
SHARES = tuple(field.name for field in C2.shares)
BAND, BESIDE_THE_MIDDLE = 100_00, 30_00
WHOLE = 10_000
PARTS = dict(zip(SHARES, (175, 50, 20, 20, 75), strict=True))
"""Of `WHOLE`: 1.75 %, 0.5 % and so on."""


def _written(name: str, change: Callable[[str], str]) -> Callable[[GoodFile], Made]:
    """A field of somebody ordinary, written otherwise."""
    return at_field(name, lambda good, at: good.put(at, **{name: change(good.text(at, name).lstrip("0"))}))


def _more(name: str, sen: int, *others: str) -> Callable[[GoodFile], Made]:
    """An amount of somebody ordinary a little too high, and others with it."""

    def change(good: GoodFile, at: int) -> GoodFile:
        return good.put(at, **{each: good.sen(at, each) + sen for each in (name, *others)})

    return at_field(name, change)


def _dotted(text: str) -> str:
    return format_sen(int(text)).removeprefix("RM ").replace(",", "")


def _left(good: GoodFile, at: int) -> GoodFile:
    name = "socso_employer"
    return good.put(at, **{name: good.text(at, name).lstrip("0").ljust(C2[name].length)})


def _nothing(good: GoodFile) -> Made:
    at = good.local
    changed = good.put(at, wage=0, **dict.fromkeys(SHARES, 0))
    return Made(content=changed.content, places=(Spot(at + 1, 1, good.layout.width),))


def _nobody_with_lindung(good: GoodFile) -> Made:
    """Zero for everyone, in a file of locals: for a foreign worker it would be an error of its own."""
    if good.month < current().rules.lindung_release_from:
        raise NoBase(T("its month was compulsory for all", "bulannya wajib bagi semua"))
    at = good.locals(FEWEST_RELEASED)
    changed = good.with_lines(good.lines[index] for index in at).put_everywhere(lindung=0)
    return Made(
        content=changed.content, places=tuple(changed.spot(index, "lindung") for index in range(len(at)))
    )


def _paid_on(good: GoodFile, at: int, wage: int) -> GoodFile:
    """A line with another wage and what is due on it."""
    changed = good.put(at, wage=wage)
    due = changed.due(at)
    return changed.put(at, **{name: getattr(due, name) for name in SHARES})


def _capped(good: GoodFile) -> Made:
    """The highest wages cut at the ceiling, on lines enough to be seen."""
    high = [index for index in range(len(good)) if good.wage(index) > CAPPED]
    missing = max(FEWEST_CAPPED, -(-len(good) // SHARE_CAPPED)) - len(high)
    lines = sorted((*high, *good.locals(missing))) if missing > 0 else high
    changed = good
    for index in lines:
        changed = changed.put(index, wage=CAPPED) if index in high else _paid_on(changed, index, CAPPED)
    return Made(content=changed.content, places=tuple(good.spot(index, "wage") for index in lines))


def _of_an_old_table(good: GoodFile, at: int) -> GoodFile:
    """A wage above the ceiling of 2024, paid on as it was then."""
    changed = _paid_on(good, at, ABOVE_OLD_CEILING)
    old = changed.due(at, month=OLD_TABLE)
    shares = (name for name in SHARES if name != "lindung")
    return changed.put(at, **{name: getattr(old, name) for name in shares})


def _with_lindung(good: GoodFile, at: int) -> GoodFile:
    return good.put(at, socso_employee=good.sen(at, "socso_employee") + good.sen(at, "lindung"), lindung=0)


def _in_ringgit(good: GoodFile, at: int) -> GoodFile:
    return good.put(at, **{name: good.sen(at, name) // HUNDRED for name in SHARES})


def _of_a_lower_wage(good: GoodFile, at: int) -> GoodFile:
    """The wage without its overtime, beside the contributions of the whole."""
    basic = min(max(good.wage(at), LOW), CAPPED - 2 * OVERTIME)
    return _paid_on(good, at, basic + OVERTIME).put(at, wage=basic)


def _without_last_digit(good: GoodFile, at: int) -> GoodFile:
    """A wage that lost its last zero, beside the contributions of the whole."""
    wage = min(max(good.wage(at), LOW), CAPPED - 2 * OVERTIME) // BAND * BAND + BESIDE_THE_MIDDLE
    return _paid_on(good, at, wage).put(at, wage=wage // 10)


def _of_percentages(good: GoodFile, at: int) -> GoodFile:
    """Percentages of a wage that does not lie in the middle of its band, rounded to sen."""
    wage = min(max(good.wage(at), LOW), CAPPED - 2 * OVERTIME) // BAND * BAND + BESIDE_THE_MIDDLE
    paid = _paid_on(good, at, wage)
    multiplied = {name: -(-wage * part // WHOLE) for name, part in PARTS.items() if paid.sen(at, name)}
    return paid.put(at, **multiplied)


def _changed_over(good: GoodFile, at: int) -> GoodFile:
    employer, employee = (good.sen(at, name) for name in SHARES[:2])
    return good.put(at, socso_employer=employee, socso_employee=employer)


def _second_category(good: GoodFile, at: int) -> GoodFile:
    return good.put(at, socso_employer=good.due(at, SECOND_CATEGORY).socso_employer, socso_employee=0)


def _foreigners_in_the_second_category(good: GoodFile) -> Made:
    if good.month < current().rules.foreign_both_categories_from:
        raise NoBase(T("foreign workers had one category", "pekerja asing hanya ada satu kategori"))
    at = good.locals(FEWEST_FOREIGN)
    changed = good.with_lines(good.lines[index] for index in at)
    for index in range(len(at)):
        number = f"{FOREIGN_PREFIX}{FOREIGN_NUMBERS + index}"
        changed = _eis(_second_category(changed, index).put(index, identity_number=number), index, 0)
    return Made(
        content=changed.content, places=tuple(changed.spot(index, _SOCSO) for index in range(len(at)))
    )


def _eis(good: GoodFile, at: int, sen: int) -> GoodFile:
    return good.put(at, eis_employer=sen, eis_employee=sen)


def _eis_too_early(good: GoodFile) -> Made:
    at = good.local
    places = tuple(good.spot(at, name) for name in ("eis_employer", "eis_employee"))
    return Made(content=_eis(good, at, 790).content, places=places)


def _sixty_this_month(good: GoodFile, at: int) -> GoodFile:
    number = good.text(at, "identity_number")
    born = f"{(good.month.year - 60) % HUNDRED:02}{good.month.month:02}14"
    return _second_category(good, at).put(at, identity_number=born + number[6:])


_SOCSO = "socso_employer"
_NO_LINDUNG = at_field("lindung", lambda good, at: good.put(at, lindung=0))

MISTAKES = (
    Mistake("AM01", _written(_SOCSO, lambda text: f"{text[:2]}A{text[3:]}")),
    Mistake("AM02", _written(_SOCSO, _dotted)),
    Mistake("AM03", _written(_SOCSO, lambda text: f"-{text}")),
    Mistake("AM04", at_field(_SOCSO, _left)),
    Mistake("AM05", _written("eis_employee", lambda _text: "")),
    Mistake("AM06", _written("lindung", lambda _text: "")),
    Mistake("AM07", at_field("lindung", lambda good, at: good.put(at, lindung=2435)), base="before-lindung"),
    Mistake("AM08", at_field("filler_1", lambda good, at: good.put(at, filler_1="X"))),
    Mistake("AM09", _more(_SOCSO, 10)),
    Mistake("AM10", _more("socso_employee", 10)),
    Mistake("AM11", _more("eis_employee", 20)),
    Mistake("AM12", _more("eis_employer", 20, "eis_employee")),
    Mistake(
        "AM13",
        at_field("eis_employer", lambda good, at: _eis(good, at, good.due(at).eis_employer), who="foreign"),
    ),
    Mistake("AM14", at_field("eis_employer", partial(_eis, sen=0))),
    Mistake("AM15", _more("lindung", 3)),
    Mistake("AM16", at_field("lindung", lambda good, at: good.put(at, lindung=0), who="foreign")),
    Mistake("AM17", _NO_LINDUNG, base="first-of-lindung"),
    Mistake("AM18", _NO_LINDUNG),
    Mistake("AM36", _nobody_with_lindung),
    Mistake("AM19", at_field("socso_employee", _with_lindung)),
    Mistake("AM20", at_field(_SOCSO, _second_category)),
    Mistake("AM41", _foreigners_in_the_second_category),
    Mistake("AM21", _capped),
    Mistake("AM22", at_field("wage", lambda good, at: good.put(at, wage=-(-good.wage(at) // HUNDRED)))),
    Mistake("AM23", at_field("wage", partial(_paid_on, wage=VERY_HIGH))),
    Mistake("AM37", at_field("wage", partial(_paid_on, wage=HIGH))),
    Mistake("AM24", _nothing),
    Mistake("AM43", at_field(_SOCSO, lambda good, at: good.put(at, **dict.fromkeys(SHARES, 0)))),
    Mistake("AM25", at_field("wage", lambda good, at: good.put(at, wage=0))),
    Mistake("AM26", _eis_too_early, base="before-eis"),
    Mistake("AM34", at_field(_SOCSO, _of_an_old_table)),
    Mistake("AM27", at_field("eis_employer", _sixty_this_month)),
    Mistake("AM38", at_field(_SOCSO, _in_ringgit)),
    Mistake("AM40", at_field("wage", _of_a_lower_wage)),
    Mistake("AM42", at_field(_SOCSO, _of_percentages)),
    Mistake("AM44", at_field("wage", _without_last_digit)),
    Mistake("AM39", at_field(_SOCSO, _changed_over)),
)
