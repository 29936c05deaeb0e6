"""The list of unpaid records and the cart: what is ticked, added, removed, and locked meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from contributions import YearMonth
from mock_portal.database import leaves_nothing
from mock_portal.payments.errors import AlreadyInPayment, NotInList
from mock_portal.payments.models import CartItem, Order, OrderItem
from mock_portal.submissions import service as submissions
from mock_portal.submissions.service import Payable

__all__ = [
    "Buyer",
    "Unpaid",
    "add",
    "cart",
    "clear",
    "forget",
    "put_back",
    "remove",
    "remove_record",
    "search",
    "unpaid",
]


@dataclass(frozen=True)
class Buyer:
    """Who pays, and for which employer."""

    account_id: int
    employer_id: int


@dataclass(frozen=True)
class Unpaid:
    """A record that waits to be paid.

    Attributes:
        in_cart: it is in this buyer's cart.
        order_number: the payment that holds it, or `None` when it can be paid.
    """

    payable: Payable
    in_cart: bool
    order_number: str | None


def unpaid(session: Session, buyer: Buyer) -> tuple[Unpaid, ...]:
    """All unpaid records of the employer, oldest first."""
    waiting = submissions.payables(session, buyer.employer_id)
    held = _held_by(session, [payable.id for payable in waiting])
    mine = set(session.scalars(select(CartItem.payable_id).filter_by(account_id=buyer.account_id)))
    return tuple(
        Unpaid(payable, in_cart=payable.id in mine, order_number=held.get(payable.id)) for payable in waiting
    )


def cart(session: Session, buyer: Buyer) -> tuple[Payable, ...]:
    """What is in the cart and can be paid now."""
    return tuple(row.payable for row in unpaid(session, buyer) if row.in_cart and row.order_number is None)


def search(rows: Sequence[Unpaid], words: str) -> tuple[Unpaid, ...]:
    """The records that can be added to the cart and whose number or month (`10/2026`) holds these words."""
    wanted = words.strip().upper()
    return tuple(
        row
        for row in rows
        if not row.in_cart
        and row.order_number is None
        and any(wanted in text for text in (row.payable.number, *map(_written, row.payable.months)))
    )


@leaves_nothing
def add(session: Session, buyer: Buyer, payable_ids: Iterable[int], *, now: datetime) -> None:
    """Put records into the cart; one that is there already stays.

    Raises:
        NotInList: one of them is not an unpaid record of the employer.
        AlreadyInPayment: one of them is being paid.
    """
    rows = _rows(session, buyer, payable_ids)
    for row in rows:
        if row.order_number is not None:
            raise AlreadyInPayment(row.payable.number, row.order_number)
        if not row.in_cart:
            session.add(CartItem(account_id=buyer.account_id, payable_id=row.payable.id, added_at=now))
    session.flush()


@leaves_nothing
def remove(session: Session, buyer: Buyer, payable_id: int) -> None:
    """Take one record out of the cart; it stays in the list."""
    session.execute(delete(CartItem).filter_by(account_id=buyer.account_id, payable_id=payable_id))


@leaves_nothing
def clear(session: Session, buyer: Buyer) -> None:
    """Take all records of the employer out of the cart."""
    for row in unpaid(session, buyer):
        if row.in_cart:
            remove(session, buyer, row.payable.id)


@leaves_nothing
def remove_record(session: Session, buyer: Buyer, payable_ids: Iterable[int]) -> tuple[str, ...]:
    """Remove records for good: their submissions are cancelled and the months are open again (7.1).

    The answer is the numbers that went, an ACR together with the ECR of the same Submit.

    Raises:
        NotInList: one of them is not an unpaid record of the employer.
        AlreadyInPayment: one of them, or its companion, is being paid.
        NotAllowed: its companion is paid already.
    """
    rows = companions(session, buyer, payable_ids)
    for row in rows:
        if row.order_number is not None:
            raise AlreadyInPayment(row.payable.number, row.order_number)
    first_of_each = {row.payable.submission_id: row.payable.id for row in reversed(rows)}
    for payable_id in first_of_each.values():
        submissions.cancel(session, payable_id)
    forget(session, [row.payable.id for row in rows])
    return tuple(row.payable.number for row in rows)


def companions(session: Session, buyer: Buyer, payable_ids: Iterable[int]) -> tuple[Unpaid, ...]:
    """Records together with those of the same submissions, which are removed with them.

    Raises:
        NotInList: one of them is not an unpaid record of the employer.
    """
    wanted = {row.payable.submission_id for row in _rows(session, buyer, payable_ids)}
    return tuple(row for row in unpaid(session, buyer) if row.payable.submission_id in wanted)


def forget(session: Session, payable_ids: Iterable[int]) -> None:
    """Take records out of everybody's cart: they are being paid, or gone."""
    session.execute(delete(CartItem).where(CartItem.payable_id.in_(tuple(payable_ids))))
    session.flush()


def put_back(session: Session, order: Order, *, now: datetime) -> None:
    """Put what an order held back into the cart of who made it."""
    if order.account_id is None:
        return
    there = set(session.scalars(select(CartItem.payable_id).filter_by(account_id=order.account_id)))
    for item in order.items:
        if item.payable_id not in there:
            session.add(CartItem(account_id=order.account_id, payable_id=item.payable_id, added_at=now))
    session.flush()


def _written(month: YearMonth) -> str:
    return f"{month.month:02}/{month.year}"


def _rows(session: Session, buyer: Buyer, payable_ids: Iterable[int]) -> tuple[Unpaid, ...]:
    listed = {row.payable.id: row for row in unpaid(session, buyer)}
    asked = tuple(payable_ids)
    if not asked or not set(asked) <= set(listed):
        raise NotInList
    return tuple(listed[number] for number in asked)


def _held_by(session: Session, payable_ids: Iterable[int]) -> dict[int, str]:
    found = session.execute(
        select(OrderItem.payable_id, Order.number)
        .join(Order, Order.id == OrderItem.order_id)
        .where(OrderItem.held, OrderItem.payable_id.in_(tuple(payable_ids)))
    )
    return {payable_id: number for payable_id, number in found}  # noqa: C416 - rows are no plain tuples
