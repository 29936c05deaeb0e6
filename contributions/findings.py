"""What a check of a file says: findings, totals and a verdict, as values.

Every output (terminal, JSON, CSV, the portal's table) is made from these objects.
"""

from dataclasses import dataclass
from enum import StrEnum

from contributions.bilingual import NOTHING, T
from contributions.months import YearMonth

__all__ = ["FileReport", "Finding", "Place", "Severity", "Totals", "Verdict"]


class Severity(StrEnum):
    """What a finding does to the file."""

    FILE = "file"
    """The file as a whole is refused; mostly nothing else in it can be judged."""
    ERROR = "error"
    """The line blocks Submit."""
    WARNING = "warning"
    """Somebody should look and tick."""
    INFO = "info"
    """Only told."""


class Verdict(StrEnum):
    """Three values, since not knowing is not passing."""

    VALID = "valid"
    INVALID = "invalid"
    COULD_NOT_TELL = "could_not_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a finding. `line` 0 is the whole file; columns are 1-based and inclusive, 0 for none."""

    line: int = 0
    column: int = 0
    end_column: int = 0
    byte_offset: int = 0
    employee: str = ""
    """The identity number on the line, as written."""
    employee_name: str = ""
    found: T = NOTHING
    expected: T = NOTHING
    message: T = NOTHING
    mend: T = NOTHING
    text: str = ""
    """The line itself, for the ruler; at most a few hundred characters of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One cause, wherever it occurs: `places` counts all its places, `at` holds the first twenty or all."""

    code: str
    severity: Severity
    title: T
    why: T
    places: int
    at: tuple[Place, ...]
    field: str = ""
    """Name of the field in the layout; empty when it is not about one field."""
    field_title: T = NOTHING
    fixable: bool = False
    """Whether mending it cannot change what the file means."""
    leaves_open: bool = False
    """Whether it says that something could not be judged."""
    source: str = ""
    """Entry of the domain notes that the check implements."""
    if_trusted: Severity | None = None
    """The severity that it has where assumptions about the portal are trusted; `None` for no other."""
    source_mark: str = ""
    """How the rule is known: official, official-2nd, vendor, code, assumed, or unreadable."""

    @property
    def first(self) -> Place:
        """The first place."""
        return self.at[0]

    @property
    def line(self) -> int:
        """Line of the first place; 0 for the whole file."""
        return self.first.line

    @property
    def column(self) -> int:
        """First column of the first place; 0 for none."""
        return self.first.column

    @property
    def end_column(self) -> int:
        """Last column of the first place; 0 for none."""
        return self.first.end_column

    @property
    def byte_offset(self) -> int:
        """Offset in the file of the first place's first byte."""
        return self.first.byte_offset

    @property
    def employee(self) -> str:
        """Identity number on the line of the first place."""
        return self.first.employee

    @property
    def found(self) -> T:
        """What stands at the first place."""
        return self.first.found

    @property
    def expected(self) -> T:
        """What should stand at the first place; empty when nobody can say."""
        return self.first.expected

    @property
    def message(self) -> T:
        """What is wrong at the first place, in a sentence."""
        return self.first.message

    @property
    def mend(self) -> T:
        """What to do about the first place."""
        return self.first.mend


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over the records that could be read, in sen, and the number of people."""

    heads: int = 0
    wages: int = 0
    socso_employer: int = 0
    socso_employee: int = 0
    eis_employer: int = 0
    eis_employee: int = 0
    lindung: int = 0
    socso_both: int = 0
    """Both SOCSO shares where a layout writes them as one amount."""
    eis_both: int = 0
    """Both EIS shares where a layout writes them as one amount."""

    @property
    def socso(self) -> int:
        """Both SOCSO shares."""
        return self.socso_employer + self.socso_employee + self.socso_both

    @property
    def eis(self) -> int:
        """Both EIS shares."""
        return self.eis_employer + self.eis_employee + self.eis_both

    @property
    def acr(self) -> int:
        """What the portal's ACR asks for: SOCSO with LINDUNG 24 JAM."""
        return self.socso + self.lindung

    @property
    def ecr(self) -> int:
        """What the portal's ECR asks for: EIS."""
        return self.eis

    @property
    def total(self) -> int:
        """Everything to be paid."""
        return self.socso + self.eis + self.lindung


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """All that a check found out about one file."""

    name: str
    sha256: str
    verdict: Verdict
    layout: str | None
    """Name of the layout, such as `C2`; `None` when it could not be told."""
    records: int
    employer_codes: tuple[str, ...]
    months: tuple[YearMonth, ...]
    totals: Totals
    findings: tuple[Finding, ...]
    left_out: int = 0
    """How many findings a selection left out."""

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def count_places(self, severity: Severity) -> int:
        """How many places the findings of a severity have together."""
        return sum(finding.places for finding in self.findings if finding.severity is severity)

    @property
    def assumed(self) -> int:
        """How many findings rest on an assumption about the portal."""
        return sum(finding.source_mark == "assumed" for finding in self.findings)
