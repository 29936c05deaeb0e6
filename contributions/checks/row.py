"""One line, read slowly: for the words of a finding, after the masks have found it."""

from collections.abc import Collection
from functools import cached_property

from contributions.bilingual import T
from contributions.errors import RatesUnknown
from contributions.identifiers import mykad
from contributions.layouts import C2, Kind, Layout
from contributions.matrix.months import NO_MONTH
from contributions.money import format_sen
from contributions.months import NotAMonth, YearMonth
from contributions.rates import Rates, rates_for

__all__ = ["Row", "decoded", "readable", "visible"]


_CODES = {"employer_code", "identity_number"}
"""Text fields that have no space inside, so that one there is the point."""


def visible(raw: str) -> str:
    """Text whose spaces can be counted: `5685__`."""
    return readable(raw).replace(" ", "_")


def readable(raw: str) -> str:
    """Text of a file for people: letters of several bytes as letters, the unprintable by its number."""
    text = decoded(raw)
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)


def decoded(raw: str) -> str:
    """Text of a file, read byte by byte, with its letters of several bytes where it is UTF-8."""
    try:
        return raw.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return raw


class Row:
    """A line of a layout with its number and the offset of its first byte."""

    def __init__(self, raw: bytes, line: int, offset: int, layout: Layout = C2) -> None:
        self.layout = layout
        self.width = len(raw)
        self.raw = raw.ljust(layout.width)
        self.content = self.raw.decode("latin-1")
        self.line = line
        self.offset = offset

    def text(self, field: str) -> str:
        """A field without trailing spaces."""
        return self.content[self.layout[field].columns].rstrip(" ")

    def sen(self, field: str) -> int | None:
        """An amount; `None` when it is not digits, right justified, or the layout has no such field."""
        if field not in self.layout:
            return None
        digits = self.content[self.layout[field].columns].lstrip(" ")
        return int(digits) if digits.isascii() and digits.isdigit() else None

    def amount(self, field: str) -> int:
        """An amount, 0 when it cannot be read."""
        return self.sen(field) or 0

    @cached_property
    def month(self) -> YearMonth | None:
        """The contribution month, if there is one."""
        try:
            return YearMonth.from_mmyyyy(self.text("month"))
        except NotAMonth:
            return None

    @property
    def month_number(self) -> int:
        """The number of the month (`YearMonth.number`), `NO_MONTH` if there is none."""
        return self.month.number if self.month else NO_MONTH

    @cached_property
    def rates(self) -> Rates | None:
        """The tables of the month."""
        try:
            return rates_for(self.month) if self.month else None
        except RatesUnknown:  # an amount may be wrong in itself, whatever the tables say
            return None

    def cell(self, column: str, wage: int | None = None) -> int:
        """What a rate table says for the wage; `column` is `employer_first`, `eis` and so on."""
        wage = self.amount("wage") if wage is None else wage
        if self.rates is None:
            return 0
        table, name = {
            "employer_first": (self.rates.act4, "employer_cat1_sen"),
            "employee_first": (self.rates.act4, "employee_cat1_sen"),
            "employer_second": (self.rates.act4, "employer_cat2_sen"),
            "eis": (self.rates.act800, "employee_sen"),
            "lindung": (self.rates.lindung, "employee_sen"),
        }[column]
        return table.amount(name, wage) if table else 0

    @cached_property
    def age(self) -> int | None:
        """Completed years at the end of the month by the MyKad number; `None` when it cannot be told."""
        month = self.month
        born = mykad.born(self.text("identity_number"), month=month) if month else None
        return month.year - born.year - (born.month > month.month) if month and born else None

    def shown(self, field: str) -> T:
        """A field as people read it: an amount, a month in words, or the text.

        Its spaces are shown as `_` where they do not belong: in front, in a number, in an amount.
        """
        kind = self.layout[field].kind
        amount = self.sen(field) if kind is Kind.SEN else None
        if amount is not None:
            return T.same(format_sen(amount))
        if kind is Kind.MONTH and self.month:
            return self.month.name
        if not self.text(field):
            return T("nothing", "kosong")
        if kind is not Kind.TEXT:
            return T.same(visible(self.content[self.layout[field].columns]))
        text = self.text(field)
        if field in _CODES:
            return T.same(visible(text))
        begin = text.lstrip(" ")
        return T.same(visible(" " * (len(text) - len(begin))) + readable(begin))

    def words(self, names: Collection[str]) -> dict[str, T]:
        """Those words for the texts of a finding that are named: fields, `due_` of a table, `line`, `age`."""
        words = {field.name: self.shown(field.name) for field in self.layout if field.name in names}
        for column in ("employer_first", "employee_first", "employer_second", "eis", "lindung"):
            if f"due_{column}" in names:
                words[f"due_{column}"] = T.same(format_sen(self.cell(column)))
        words["line"] = T.same(str(self.line))
        if "age" in names:
            words["age"] = T.same(str(self.age if self.age is not None else "?"))
        return words
