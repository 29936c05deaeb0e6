"""What the portal recorded, as the control API tells it: submissions and payments. Amounts are sen."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator

from contributions import YearMonth

__all__ = ["IssuedReceipt", "PaidRecord", "Payable", "PayableLine", "Payment", "Submission"]

Month = Annotated[YearMonth, BeforeValidator(YearMonth.parse)]


@dataclass(frozen=True, slots=True)
class PayableLine:
    """One part of what a record asks for."""

    kind: str
    amount_sen: int


@dataclass(frozen=True, slots=True)
class Payable:
    """An ACR or ECR of a submission; `paid_at` is None until it is paid."""

    number: str
    scheme: str
    months: tuple[Month, ...]
    lines: tuple[PayableLine, ...]
    heads: int
    received_at: datetime
    status: str
    paid_at: datetime | None = None

    @property
    def amount_sen(self) -> int:
        """What it asks for in all."""
        return sum(line.amount_sen for line in self.lines)


@dataclass(frozen=True, slots=True)
class Submission:
    """What an employer submitted, with its records; `heads` are the people in it."""

    id: int
    employer_id: int
    months: tuple[Month, ...]
    heads: int
    received_at: datetime
    payables: tuple[Payable, ...]


@dataclass(frozen=True, slots=True)
class PaidRecord:
    """An ACR or ECR in a payment."""

    number: str
    months: tuple[Month, ...]
    amount_sen: int


@dataclass(frozen=True, slots=True)
class IssuedReceipt:
    """A receipt of a payment, for one scheme."""

    number: str
    scheme: str
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as the portal believes it; the bank's books are the ledger.

    `fpx_id` and the bank's `code` are empty until the bank answered.
    """

    number: str
    employer_code: str
    state: str
    amount_sen: int
    records: tuple[PaidRecord, ...]
    payer_email: str
    business_model: str
    bank_code: str
    fpx_id: str
    code: str
    created_at: datetime
    redirected_at: datetime | None
    settled_at: datetime | None
    receipts: tuple[IssuedReceipt, ...]
