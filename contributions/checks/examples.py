"""Small files for the examples of a check: good and bad, each a test and a passage of its page."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from contributions.accepting import AcceptRule
from contributions.expectations import PortalExpectations
from contributions.layouts import C1, C2, S1, Kind, Layout
from contributions.months import YearMonth
from contributions.record import Record
from contributions.writing import write

__all__ = [
    "SAMPLE",
    "SAMPLE_FOREIGN",
    "SAMPLE_TOTAL",
    "SINGLE_MONTH",
    "Example",
    "as_c1",
    "file_of",
    "record",
    "single",
    "single_field",
    "text",
    "with_field",
]

SAMPLE = Record(
    employer_code="B3200000123X",
    ssm_number="202301012345",
    identity_number="900101145678",
    name="AMINAH BINTI CONTOH",
    month=YearMonth(2026, 10),
    wage=3_250_00,
    socso_employer=56_85,
    socso_employee=16_25,
    eis_employer=6_50,
    eis_employee=6_50,
    lindung=24_35,
)

SAMPLE_FOREIGN = replace(
    SAMPLE, identity_number="SSFW12345678", name="RAM CONTOH", eis_employer=0, eis_employee=0
)
SINGLE_MONTH = YearMonth(2026, 4)
_PEOPLE = (
    SAMPLE,
    replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING"),
    replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY"),
)
SAMPLE_TOTAL = SAMPLE.socso_employer + SAMPLE.socso_employee


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A file and the circumstances of its check."""

    content: bytes | Callable[[], bytes]
    """The bytes, or what makes them: a program that checks a file needs no example."""
    as_of: date = date(2026, 11, 10)
    name: str | None = None
    portal: PortalExpectations = field(default_factory=PortalExpectations)
    portal_limits: bool = False
    accept_rule: AcceptRule | None = None
    also: frozenset[str] = frozenset()
    """Codes that cannot but come along, such as a late month beside several months."""

    @property
    def file(self) -> bytes:
        """The bytes of the file."""
        return self.content if isinstance(self.content, bytes) else self.content()


def record(**changes: object) -> Example:
    """A file of one record, the sample record with some values changed."""
    return Example(content=lambda: write([replace(SAMPLE, **changes)]))  # type: ignore[arg-type]


def file_of(*records: Record) -> Example:
    """A file of several records."""
    return Example(content=lambda: write(records))


def as_c1(*records: Record, as_of: date) -> Example:
    """A file of several records in layout C1."""

    def content() -> bytes:
        lines = (write([record])[: C1["filler_1"].columns.start].ljust(C1.width) for record in records)
        return b"".join(line + b"\r\n" for line in lines)

    return Example(content=content, as_of=as_of)


def text(content: bytes) -> Example:
    """A file of given bytes."""
    return Example(content=content)


def with_field(name: str, value: str, *, sample: Record = SAMPLE) -> Example:
    """A file of one record with a field overwritten, filled to its width on the side where it is filled."""
    place = C2[name]
    filled = value.rjust(place.length) if place.kind is Kind.SEN else value.ljust(place.length)
    columns = place.columns

    def content() -> bytes:
        line = write([sample])
        return line[: columns.start] + filled.encode("latin-1") + line[columns.stop :]

    return Example(content=content)


def single(
    *totals: int,
    day: date | None = None,
    status: str = "",
    layout: Layout = S1,
    month: YearMonth = SINGLE_MONTH,
) -> Example:
    """A file of one scheme with a record for each total, checked on the day when the month was due."""

    def content() -> bytes:
        lines = []
        for total, person in zip(totals or (SAMPLE_TOTAL,), _PEOPLE, strict=False):
            line = write([replace(person, month=month)]).decode()[: layout["total"].columns.start]
            line = _put(line.ljust(layout.width), layout, "total", str(total))
            line = _put(line, layout, "employment_date", f"{day:%d%m%Y}" if day else "")
            lines.append(_put(line, layout, "employment_status", status))
        return "".join(f"{line}\r\n" for line in lines).encode()

    return Example(content=content, as_of=month.due_date)


def single_field(name: str, value: str, *, status: str = "") -> Example:
    """The same with a field overwritten."""
    whole = single(status=status).file.decode().rstrip("\r\n")
    return Example(content=f"{_put(whole, S1, name, value)}\r\n".encode(), as_of=SINGLE_MONTH.due_date)


def _put(line: str, layout: Layout, name: str, value: str) -> str:
    field = layout[name]
    filled = value.rjust(field.length) if field.kind is Kind.SEN else value.ljust(field.length)
    return line[: field.columns.start] + filled + line[field.columns.stop :]
