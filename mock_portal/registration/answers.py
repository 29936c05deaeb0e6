"""What an applicant answered in steps A and B, as values."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Final, Self

__all__ = ["SIGNS", "Company", "Representative"]

SIGNS: Final = " '/@.-&(),:;#+\u2019\u00b7"
"""The usual punctuation, which names, addresses and numbers may hold."""


@dataclass(frozen=True)
class _Answers:
    def to_json(self) -> dict[str, Any]:
        """As the application's row keeps them."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(self).items()
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """What the application's row kept."""
        dates = {field.name for field in fields(cls) if "date" in str(field.type)}
        values = {
            name: date.fromisoformat(value) if name in dates and value else value
            for name, value in kept.items()
        }
        return cls(**values)


@dataclass(frozen=True)
class Company(_Answers):
    """Step A. `registration_no` is compact; `state` and `industry` are codes of their tables."""

    entity: str
    registration_no: str
    name: str
    sector: str
    industry: str
    first_employee: date
    address_1: str
    address_2: str
    address_3: str
    postcode: str
    state: str
    city: str
    telephone: str
    fax: str
    email: str


@dataclass(frozen=True)
class Representative(_Answers):
    """Step B. Birth date and sex are those of the MyKad number, or typed for other papers."""

    name: str
    designation: str
    id_type: str
    id_number: str
    birth_date: date | None
    sex: str
    mobile: str
    email: str
    acts_as: str
