"""What an applicant answers, as values. Codes of lists are those that the portal's lists send."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import FilePayload

__all__ = ["CompanyAnswers", "Paper", "RepresentativeAnswers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyAnswers:
    """Step A. `entity`, `sector` and `industry` are codes: `company`, `J`, `62`.

    State and city follow from the postcode.
    """

    entity: str = "company"
    registration_no: str
    name: str
    sector: str
    industry: str
    first_employee: date
    address: str
    postcode: str
    telephone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentativeAnswers:
    """Step B, of somebody with a new IC; birth date and sex follow from its number."""

    name: str
    designation: str
    identity_number: str
    mobile: str
    email: str
    is_owner: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: the code of what it is, such as `borang_1`, and its file."""

    kind: str
    file: Path | FilePayload
    remarks: str = ""
