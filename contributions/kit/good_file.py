"""A good file taken apart, so that one thing in it can be made wrong while all the rest stays as it was."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from contributions.bilingual import T
from contributions.checking import check
from contributions.computing import Amounts, Person, compute
from contributions.errors import ContributionsError
from contributions.findings import FileReport, Verdict
from contributions.identifiers import mykad
from contributions.layouts import C1, C2, WAGE, Kind, Layout, layout_named
from contributions.months import NotAMonth, YearMonth
from contributions.rates import current

__all__ = ["FOREIGN_PREFIX", "GoodFile", "NoBase", "Spot"]

FOREIGN_PREFIX = "SSFW"
YOUNGEST, OLDEST = 19, 50
LEAST_WAGE, MOST_WAGE = 1_000_00, 5_800_00
LINE_ENDS = (b"\r\n", b"\n")
END_OF_FILE = b"\x1a"


_NOBODY_ORDINARY = T(
    "nobody of 19 to 50 in the first category on an ordinary wage",
    "tiada orang berumur 19 hingga 50 dalam kategori pertama dengan gaji biasa",
)


class NoBase(ContributionsError):
    """A file cannot be the base of a kit; the words say why."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a line: `line` counts from 1, columns are 1-based and inclusive; line 0 is the file."""

    line: int = 0
    column: int = 0
    end_column: int = 0
    field: str = ""


@dataclass(frozen=True)
class GoodFile:
    """The lines of a valid file without their ends, and the day on which it is valid."""

    lines: tuple[bytes, ...]
    end: bytes
    ends_with_end: bool
    layout: Layout
    month: YearMonth
    as_of: date
    standing: frozenset[str] = frozenset()
    """Codes that the checker gives for it as it is: remarks and warnings."""

    @classmethod
    def of(cls, content: bytes, *, as_of: date | None = None) -> "GoodFile":
        """A file taken apart. Without a day it is the one on which its month was due.

        Raises:
            NoBase: it is not valid, or has no lines that can be told apart.
        """
        first = check(content, as_of=as_of or date(2000, 1, 1))
        if first.layout is None or not first.records:
            raise NoBase(
                T(
                    "it has no records of a known layout; assist check says why",
                    "ia tiada rekod susun atur yang dikenali; assist check menerangkan sebabnya",
                )
            )
        layout = layout_named(first.layout)
        month = _month_of(content, layout)
        day = as_of or min(month.due_date, current().accepted_until.get(layout.name, month.due_date))
        report = check(content, as_of=day)
        _refuse_unless_valid(report, day)
        body = content.removesuffix(END_OF_FILE)
        end = next((end for end in LINE_ENDS if end in body), LINE_ENDS[0])
        lines = body.removesuffix(end).split(end)
        if any(len(line) != layout.width for line in lines):
            raise NoBase(
                T(
                    "not all its lines are as wide as its layout; assist check --fix mends that",
                    "tidak semua barisnya selebar susun aturnya; assist check --fix membetulkannya",
                )
            )
        codes = frozenset(finding.code for finding in report.findings)
        return cls(tuple(lines), end, body.endswith(end), layout, month, day, codes)

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.end.join(self.lines) + (self.end if self.ends_with_end else b"")

    def __len__(self) -> int:
        return len(self.lines)

    # What stands on a line

    def text(self, index: int, name: str) -> str:
        """A field without the spaces around it."""
        return self.lines[index][self.layout[name].columns].decode("latin-1").strip()

    def sen(self, index: int, name: str) -> int:
        """An amount; 0 where it is blank."""
        return int(self.text(index, name) or 0)

    def wage(self, index: int) -> int:
        """The wage of a line of the combined layouts."""
        return self.sen(index, WAGE)

    def spot(self, index: int, name: str) -> Spot:
        """Where a field of a line stands."""
        field = self.layout[name]
        return Spot(index + 1, field.start, field.end, name)

    @cached_property
    def local(self) -> int:
        """A line of somebody in the first category, neither young nor old, on an ordinary wage.

        Raises:
            NoBase: there is none.
        """
        return self._search(self._is_ordinary, _NOBODY_ORDINARY)

    @cached_property
    def foreign(self) -> int:
        """A line of a foreign worker.

        Raises:
            NoBase: there is none.
        """
        return self._search(
            lambda index: self.text(index, "identity_number").upper().startswith(FOREIGN_PREFIX),
            T("no foreign worker", "tiada pekerja asing"),
        )

    def locals(self, count: int) -> tuple[int, ...]:
        """Several lines like `local`, in the order of the file.

        Raises:
            NoBase: there are not as many.
        """
        found = [index for index in range(len(self)) if self._is_ordinary(index)]
        if len(found) < count:
            raise NoBase(
                T(
                    f"it has {len(found)} ordinary employees, and {count} are needed",
                    f"ia mempunyai {len(found)} pekerja biasa, dan {count} diperlukan",
                )
            )
        return tuple(found[:count])

    def _search(self, fits: Callable[[int], bool], missing: T) -> int:
        middle = len(self) // 2
        order = sorted(range(len(self)), key=lambda index: abs(index - middle))
        for index in order:
            if fits(index):
                return index
        raise NoBase(T(f"it has {missing.en}", f"padanya {missing.ms}"))

    def _is_ordinary(self, index: int) -> bool:
        number = self.text(index, "identity_number")
        born = mykad.born(number, month=self.month) if mykad.is_valid(number) else None
        if born is None or not YOUNGEST <= Person(born=born).age_in(self.month) <= OLDEST:
            return False
        if WAGE not in self.layout:
            return self.sen(index, "total") > 0
        due = self.due(index)
        shares = [self.sen(index, field.name) == getattr(due, field.name) for field in self.layout.shares]
        return LEAST_WAGE <= self.wage(index) <= MOST_WAGE and all(shares)

    def due(self, index: int, person: Person | None = None, *, month: YearMonth | None = None) -> Amounts:
        """What is due on a line's wage, by default for somebody ordinary."""
        return compute(self.wage(index), month=month or self.month, person=person or Person(age=30))

    # The file with something changed

    def with_line(self, index: int, line: bytes) -> "GoodFile":
        """The same with a line in place of another."""
        return replace(self, lines=(*self.lines[:index], line, *self.lines[index + 1 :]))

    def with_lines(self, lines: Iterable[bytes]) -> "GoodFile":
        """The same with other lines."""
        return replace(self, lines=tuple(lines))

    def put(self, index: int, **values: str | int) -> "GoodFile":
        """The same with fields of a line overwritten; amounts are filled as the file fills them."""
        line = self.lines[index]
        for name, value in values.items():
            columns = self.layout[name].columns
            line = line[: columns.start] + self._filled(name, value) + line[columns.stop :]
        return self.with_line(index, line)

    def put_everywhere(self, **values: str | int) -> "GoodFile":
        """The same with fields of every line overwritten."""
        changed = self
        for index in range(len(self)):
            changed = changed.put(index, **values)
        return changed

    def _filled(self, name: str, value: str | int) -> bytes:
        field = self.layout[name]
        if isinstance(value, str):
            text = value.rjust(field.length) if field.kind is Kind.SEN else value.ljust(field.length)
        elif self.fills_with_zeros:
            text = str(value).rjust(field.length, "0")
        else:
            text = (str(value) if value else "0000").rjust(field.length)
        return text.encode("latin-1")

    @cached_property
    def fills_with_zeros(self) -> bool:
        """Whether the file has zeros in front of its amounts."""
        return self.lines[0][self.layout.amounts[0].columns].startswith(b"0")

    def of_layout(self, layout: Layout) -> "GoodFile":
        """The same people in a layout of the same width."""
        cut = {C1.name: C2["lindung"].columns.start}[layout.name]
        return replace(
            self, layout=layout, lines=tuple(line[:cut].ljust(layout.width) for line in self.lines)
        )


def _month_of(content: bytes, layout: Layout) -> YearMonth:
    """The last month in the file."""
    columns = layout["month"].columns
    texts = {line[columns].decode("latin-1") for line in content.splitlines() if len(line) > columns.stop}
    try:
        return max(YearMonth.from_mmyyyy(text) for text in texts)
    except NotAMonth as error:
        raise NoBase(
            T(f"it has a line whose month is {error.text}", f"ia ada baris yang bulannya {error.text}")
        ) from error


def _refuse_unless_valid(report: FileReport, day: date) -> None:
    if report.verdict is not Verdict.VALID:
        codes = ", ".join(sorted({finding.code for finding in report.findings}))
        raise NoBase(
            T(
                f"it is not valid on {day} ({codes}); a base has to be a good file",
                f"ia tidak sah pada {day} ({codes}); asas mesti fail yang baik",
            )
        )
