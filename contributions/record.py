"""One line of a contribution file, as a value."""

from dataclasses import dataclass
from datetime import date

from contributions.months import YearMonth

__all__ = ["Record", "SingleRecord"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one employer pays for one employee and one month. Amounts are sen.

    The names are those of the fields of layout C2. Texts carry no filling spaces.
    """

    employer_code: str
    ssm_number: str = ""
    identity_number: str
    name: str
    month: YearMonth
    wage: int
    socso_employer: int
    socso_employee: int
    eis_employer: int
    eis_employee: int
    lindung: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleRecord:
    """What one employer pays for one employee, one month and one scheme. The amount is sen.

    `scheme` is the layout, S1 for SOCSO or E1 for EIS; `total` is both shares together.
    """

    scheme: str
    employer_code: str
    ssm_number: str = ""
    identity_number: str
    name: str
    month: YearMonth
    total: int
    employment_date: date | None = None
    employment_status: str = ""
