"""Mistakes in who a line is about, and for which month."""

from collections.abc import Callable
from datetime import timedelta

from contributions.bilingual import T
from contributions.kit.good_file import GoodFile, NoBase
from contributions.kit.mistake import Made, Mistake, at_field, everywhere
from contributions.rates import current

__all__ = ["MISTAKES"]

CENTURY = 100
TOO_YOUNG = 8


def _identity(change: Callable[[str], str]) -> Callable[[GoodFile], Made]:
    """A mistake in the identity number of somebody ordinary."""
    return at_field(
        "identity_number",
        lambda good, at: good.put(at, identity_number=change(good.text(at, "identity_number"))),
    )


def _ssm(number: str) -> Callable[[GoodFile], Made]:
    """The same number on every line, since one that differs is a mistake of its own."""
    return everywhere("ssm_number", lambda good: good.put_everywhere(ssm_number=number))


def _another_ssm(good: GoodFile) -> Made:
    last = len(good) - 1
    if not last:
        raise NoBase(T("it has one line", "ia mempunyai satu baris"))
    changed = good.put_everywhere(ssm_number="201501012345").put(last, ssm_number="201501054321")
    return Made(content=changed.content, places=(good.spot(last, "ssm_number"),))


def _of_a_child(good: GoodFile, at: int) -> GoodFile:
    number = good.text(at, "identity_number")
    return good.put(at, identity_number=f"{(good.month.year - TOO_YOUNG) % CENTURY:02}{number[2:]}")


def _twice(good: GoodFile) -> Made:
    changed = good.with_lines((*good.lines, good.lines[good.local]))
    return Made(content=changed.content, places=(good.spot(len(good), "identity_number"),))


def _same_name(good: GoodFile) -> Made:
    first, second = good.locals(2)
    changed = good.put(second, name=good.text(first, "name"))
    return Made(content=changed.content, places=(good.spot(second, "name"),))


def _name(change: Callable[[str], str]) -> Callable[[GoodFile], Made]:
    return at_field("name", lambda good, at: good.put(at, name=change(good.text(at, "name"))))


def _future(good: GoodFile) -> GoodFile:
    return good.put_everywhere(month=good.month.next().next().mmyyyy)


def _current(good: GoodFile) -> Made:
    return Made(
        content=good.content,
        places=tuple(good.spot(index, "month") for index in range(len(good))),
        as_of=good.month.last_day,
    )


def _late(good: GoodFile) -> Made:
    return Made(
        content=good.content,
        places=tuple(good.spot(index, "month") for index in range(len(good))),
        as_of=good.month.due_date + timedelta(days=1),
    )


def _unknown_rates(good: GoodFile) -> Made:
    """The first month whose rates nobody knows, with amounts by the tables at hand."""
    month = current().known_until.next()
    table = current().table("skbbk", month)
    changed = good.put_everywhere(month=month.mmyyyy)
    for index in range(len(good)):
        if table is not None and good.sen(index, "lindung"):
            changed = changed.put(index, lindung=table.amount("employee_sen", good.wage(index)))
    return Made(
        content=changed.content,
        places=tuple(good.spot(index, "month") for index in range(len(good))),
        as_of=month.due_date,
    )


def _two_months(good: GoodFile) -> Made:
    index, month = good.local, good.month.next()
    if current().table("skbbk", month) != current().table("skbbk", good.month):
        raise NoBase(
            T(
                "other amounts are due in the month after it",
                "amaun lain perlu dibayar pada bulan selepasnya",
            )
        )
    changed = good.put(index, month=month.mmyyyy)
    return Made(content=changed.content, places=(good.spot(index, "month"),), also=frozenset({"MO03"}))


MISTAKES = (
    Mistake("ID01", _identity(lambda _number: "")),
    Mistake("ID02", _identity(lambda number: f"{number[:6]}-{number[6:8]}-{number[8:10]}")),
    Mistake("ID03", _identity(lambda _number: "A12345678")),
    Mistake("ID04", _identity(lambda number: f"{number[:2]}13{number[4:]}")),
    Mistake("ID05", _identity(lambda number: f"{number[:6]}00{number[8:]}")),
    Mistake("ID06", _identity(lambda number: number[:8])),
    Mistake("ID07", at_field("identity_number", _of_a_child)),
    Mistake("ID08", _identity(lambda _number: "T1234")),
    Mistake("ID09", _twice),
    Mistake("ID10", _same_name),
    Mistake("ID11", _name(lambda _name: "")),
    Mistake("ID12", _name(lambda name: f"{name} 2")),
    Mistake("ID29", _name(lambda name: "?" * len(name))),
    Mistake("ID13", _name(str.lower)),
    Mistake("ID14", _name(lambda name: f" {name}")),
    Mistake("ID15", _ssm("")),
    Mistake("ID16", _ssm("202399012345")),
    Mistake("ID17", _ssm("202301012345(1-A)")),
    Mistake("ID23", _identity(lambda number: f"4{number[2:]}")),
    Mistake("ID24", _identity(lambda number: f"{number[:-1]}O")),
    Mistake(
        "ID25",
        at_field(
            "identity_number",
            lambda good, at: good.put(at, identity_number=f"{good.text(at, 'identity_number')[:-1]}O"),
            who="foreign",
        ),
    ),
    Mistake("ID26", _ssm("20150101234")),
    Mistake("ID27", _ssm("ABCDEFGH")),
    Mistake("ID28", _another_ssm),
    Mistake("MO01", at_field("month", lambda good, at: good.put(at, month=f"13{good.month.year}"))),
    Mistake("MO02", everywhere("month", _future)),
    Mistake("MO03", _current),
    Mistake("MO04", _late),
    Mistake("MO07", _unknown_rates),
    Mistake("MO08", _two_months),
    Mistake(
        "MO09",
        at_field("month", lambda good, at: good.put(at, month=f"{good.month.year}{good.month.month:02}")),
    ),
)
