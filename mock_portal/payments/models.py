"""Tables of payments: carts, orders with what they hold, receipts, reconciliation cases."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from mock_portal.database import Base
from mock_portal.worlds.models import Moment

__all__ = ["CartItem", "Order", "OrderItem", "ReceiptRow", "ReconciliationCase"]


class CartItem(Base):
    """A record in somebody's cart."""

    __tablename__ = "cart_item"
    __table_args__ = (UniqueConstraint("account_id", "payable_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(index=True)
    payable_id: Mapped[int] = mapped_column(ForeignKey("payable.id"))
    added_at: Mapped[datetime] = mapped_column(Moment)


class Order(Base):
    """One attempt to pay: the order of portal-flows 12.4.

    Attributes:
        key: idempotency key of the cart page that Continue was pressed on.
        account_id: who pays; `None` for what a scenario put there.
        language: the payer's, for the page after the bank and for mail.
        page_url: the order's page, whole, for mail.
        settled_at: when it reached its last state.
        code: the code of the bank's answer.
    """

    __tablename__ = "payment_order"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    account_id: Mapped[int | None] = mapped_column(index=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employer.id"), index=True)
    state: Mapped[str] = mapped_column(String(30))
    amount_sen: Mapped[int]
    language: Mapped[str] = mapped_column(String(2), default="en")
    page_url: Mapped[str] = mapped_column(String(400), default="")
    payer_email: Mapped[str] = mapped_column(String(254), default="")
    business_model: Mapped[str] = mapped_column(String(3), default="")
    bank_code: Mapped[str] = mapped_column(String(10), default="")
    fpx_id: Mapped[str] = mapped_column(String(16), default="")
    code: Mapped[str] = mapped_column(String(2), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    redirected_at: Mapped[datetime | None] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    items: Mapped[list["OrderItem"]] = relationship(order_by="OrderItem.id", lazy="selectin")
    receipts: Mapped[list["ReceiptRow"]] = relationship(order_by="ReceiptRow.id", lazy="selectin")


class OrderItem(Base):
    """One record in an order. `held` locks it in all carts; at most one order holds a record."""

    __tablename__ = "payment_order_item"
    __table_args__ = (
        Index("uq_payment_order_item_held", "payable_id", unique=True, sqlite_where=text("held")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("payment_order.id"), index=True)
    payable_id: Mapped[int] = mapped_column(ForeignKey("payable.id"))
    number: Mapped[str] = mapped_column(String(15))
    scheme: Mapped[str] = mapped_column(String(3))
    months: Mapped[list[str]] = mapped_column(JSON)
    lines: Mapped[dict[str, int]] = mapped_column(JSON)
    held: Mapped[bool] = mapped_column(default=True)


class ReceiptRow(Base):
    """A receipt: one for what an order pays under Act 4, one for what it pays under Act 800."""

    __tablename__ = "receipt"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("payment_order.id"), index=True)
    scheme: Mapped[str] = mapped_column(String(3))
    issued_at: Mapped[datetime] = mapped_column(Moment)


class ReconciliationCase(Base):
    """A message of the bank that does not fit the books; a person has to look at it.

    Attributes:
        via: `return` (the payer's browser) or `callback` (the bank's server).
        kind: `malformed`, `signature`, `unknown_order`, `amount`, `not_expected` or `late`.
        order_number: as the message says it; may be nobody's.
    """

    __tablename__ = "reconciliation_case"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    via: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(20))
    order_number: Mapped[str] = mapped_column(String(20), index=True)
    code: Mapped[str] = mapped_column(String(10), default="")
    amount: Mapped[str] = mapped_column(String(20), default="")
