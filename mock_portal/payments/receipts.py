"""Receipts: their numbers, and what stands on them.

Number: year and 10 digits, with `E` after the year for EIS; LINDUNG 24 JAM is a line of its own under its
ACR: code (contribution-files 8.7). Other facts: portal-flows 7.4.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contributions import T, YearMonth
from mock_portal.payments.models import Order, OrderItem, ReceiptRow

__all__ = ["SCHEMES", "Receipt", "ReceiptLine", "issue", "receipts_of"]

SCHEMES: Final = {
    "ACR": T("Employees' Social Security Act 1969 (Act 4)", "Akta Keselamatan Sosial Pekerja 1969 (Akta 4)"),
    "ECR": T(
        "Employment Insurance System Act 2017 (Act 800)", "Akta Sistem Insurans Pekerjaan 2017 (Akta 800)"
    ),
}
_MONTHLY: Final = T("Monthly contribution", "Caruman Bulanan")
_LINDUNG: Final = T("SKBBK / LINDUNG 24 JAM", "SKBBK / LINDUNG 24 JAM")


@dataclass(frozen=True)
class ReceiptLine:
    """One line of a receipt: what was paid for which months of which record, in sen."""

    what: T
    record: str
    months: tuple[YearMonth, ...]
    amount_sen: int


@dataclass(frozen=True)
class Receipt:
    """One receipt of a payment.

    Attributes:
        scheme: `ACR` (Act 4 with LINDUNG 24 JAM) or `ECR` (Act 800).
    """

    number: str
    scheme: str
    issued_at: datetime
    lines: tuple[ReceiptLine, ...]

    @property
    def title(self) -> T:
        """The Act that it is for."""
        return SCHEMES[self.scheme]

    @property
    def amount_sen(self) -> int:
        """The sum of its lines."""
        return sum(line.amount_sen for line in self.lines)


def issue(session: Session, order: Order, *, now: datetime) -> None:
    """Write the receipts of an order that was just paid, one for each Act in it."""
    for scheme in sorted({item.scheme for item in order.items}):
        order.receipts.append(
            ReceiptRow(number=_next_number(session, scheme, now.year), scheme=scheme, issued_at=now)
        )
        session.flush()


def receipts_of(order: Order) -> tuple[Receipt, ...]:
    """The receipts of an order; none while it is not paid."""
    return tuple(
        Receipt(
            number=row.number,
            scheme=row.scheme,
            issued_at=row.issued_at,
            lines=tuple(
                line for item in order.items if item.scheme == row.scheme for line in _lines_of(item)
            ),
        )
        for row in order.receipts
    )


def _lines_of(item: OrderItem) -> list[ReceiptLine]:
    months = tuple(YearMonth.parse(month) for month in item.months)
    lindung = item.lines.get("lindung", 0)
    monthly = sum(item.lines.values()) - lindung
    lines = [(_MONTHLY, monthly), (_LINDUNG, lindung)]
    return [ReceiptLine(what, item.number, months, sen) for what, sen in lines if sen]


def _next_number(session: Session, scheme: str, year: int) -> str:
    # Numbers of one scheme and year have the same length, so the greatest text is the last number.
    start = f"{year}{'E' if scheme == 'ECR' else '0'}"
    last = session.scalar(
        select(func.max(ReceiptRow.number)).where(
            ReceiptRow.scheme == scheme, ReceiptRow.number.startswith(start)
        )
    )
    serial = int(last[-10:]) + 1 if last else 1
    return f"{year}{'E' if scheme == 'ECR' else ''}{serial:010}"
