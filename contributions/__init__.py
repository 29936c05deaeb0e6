"""The domain: contribution files, rates, identifiers, checks. It knows no web, no browser, no database.

Other rooms import from this package. Names are loaded when first used, so that a command that only
needs a month or an amount does not pay for NumPy.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contributions.bilingual import Language, T
    from contributions.computing import AgeUnknown, Amounts, Group, Person, compute
    from contributions.errors import (
        ContributionsError,
        NotWritable,
        RatesUnknown,
        UnreadableFile,
        UnreadableLine,
    )
    from contributions.layouts import C2
    from contributions.money import NotAnAmount, format_sen, parse_ringgit
    from contributions.months import NotAMonth, YearMonth
    from contributions.reading import read
    from contributions.record import Record
    from contributions.writing import write

_HOMES = {
    "bilingual": ("Language", "T"),
    "computing": ("AgeUnknown", "Amounts", "Group", "Person", "compute"),
    "errors": ("ContributionsError", "NotWritable", "RatesUnknown", "UnreadableFile", "UnreadableLine"),
    "layouts": ("C2",),
    "money": ("NotAnAmount", "format_sen", "parse_ringgit"),
    "months": ("NotAMonth", "YearMonth"),
    "reading": ("read",),
    "record": ("Record",),
    "writing": ("write",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "C2",
    "AgeUnknown",
    "Amounts",
    "ContributionsError",
    "Group",
    "Language",
    "NotAMonth",
    "NotAnAmount",
    "NotWritable",
    "Person",
    "RatesUnknown",
    "Record",
    "T",
    "UnreadableFile",
    "UnreadableLine",
    "YearMonth",
    "compute",
    "format_sen",
    "parse_ringgit",
    "read",
    "write",
]


def __getattr__(name: str) -> object:
    """A public name, loaded on first use."""
    try:
        module = _HOME_OF[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value: object = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
