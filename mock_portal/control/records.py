"""What the capabilities of a world recorded, as JSON: their own values, field by field."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy.orm import Session

from contributions import YearMonth

__all__ = ["as_json", "payments", "submissions", "transactions"]


def transactions(session: Session) -> list[Any]:
    """The bank's ledger."""
    from mock_portal.bank.service import ledger

    return _all(ledger(session))


def submissions(session: Session) -> list[Any]:
    """The portal's submissions."""
    from mock_portal.submissions.service import all_submissions

    return _all(all_submissions(session))


def payments(session: Session) -> list[Any]:
    """The portal's payments."""
    from mock_portal.payments.service import all_payments

    return _all(all_payments(session))


def as_json(value: object) -> Any:  # noqa: PLR0911 - one line for each kind of value
    """A value of a capability as JSON: months as 2026-10, moments in ISO 8601, amounts in sen."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, YearMonth):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_json(inner) for inner in value]
    return value


def _all(values: Iterable[object]) -> list[Any]:
    return [as_json(value) for value in values]
