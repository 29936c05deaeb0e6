"""Small files for the examples of a check: good and bad, each a test and a passage of its page."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from contributions.expectations import PortalExpectations
from contributions.layouts import C2, Kind
from contributions.months import YearMonth
from contributions.record import Record
from contributions.writing import write

__all__ = ["SAMPLE", "SAMPLE_FOREIGN", "Example", "file_of", "record", "text", "with_field"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A file and the circumstances of its check."""

    content: bytes | Callable[[], bytes]
    """The bytes, or what makes them when they are many."""
    as_of: date = date(2026, 11, 10)
    name: str | None = None
    portal: PortalExpectations = field(default_factory=PortalExpectations)
    portal_limits: bool = False
    also: frozenset[str] = frozenset()
    """Codes that cannot but come along, such as a late month beside several months."""

    @property
    def file(self) -> bytes:
        """The bytes of the file."""
        return self.content if isinstance(self.content, bytes) else self.content()


def record(**changes: object) -> Example:
    """A file of one record, the sample record with some values changed."""
    return Example(content=write([replace(SAMPLE, **changes)]))  # type: ignore[arg-type]


def file_of(*records: Record) -> Example:
    """A file of several records."""
    return Example(content=write(records))


def text(content: bytes) -> Example:
    """A file of given bytes."""
    return Example(content=content)


def with_field(name: str, value: str, *, sample: Record = SAMPLE) -> Example:
    """A file of one record with a field overwritten, filled to its width on the side where it is filled."""
    place = C2[name]
    filled = value.rjust(place.length) if place.kind is Kind.SEN else value.ljust(place.length)
    line = write([sample])
    columns = place.columns
    return Example(content=line[: columns.start] + filled.encode("latin-1") + line[columns.stop :])
