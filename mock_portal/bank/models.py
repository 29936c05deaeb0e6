"""Tables of the bank: customers' accounts, what merchants asked for, and what was really debited."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from mock_portal.database import Base
from mock_portal.worlds.models import Moment

__all__ = ["BankAccount", "BankCallback", "BankDebit", "BankTransaction"]


class BankAccount(Base):
    """A customer with one account. Passwords are readable: the bank's own pages show them as a hint.

    Attributes:
        balance_sen: what is in the account.
        limit_sen: the customer's own limit per payment.
        approver_user: who signs second for a business; empty where one signature is enough.
    """

    __tablename__ = "bank_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(150))
    user: Mapped[str] = mapped_column(String(60), unique=True)
    password: Mapped[str] = mapped_column(String(60))
    balance_sen: Mapped[int]
    limit_sen: Mapped[int]
    approver_user: Mapped[str] = mapped_column(String(60), default="")
    approver_password: Mapped[str] = mapped_column(String(60), default="")


class BankTransaction(Base):
    """One payment that a merchant asked for.

    Attributes:
        token: the part of the bank's addresses that names it; nobody can guess it.
        fpx_id: the FPX Transaction ID, 16 digits.
        callback_url: where the merchant hears of it, server to server.
        state: one of `states.State`.
        code: the code of the answer, once there is one.
        failures: wrong passwords so far.
        account_id: who pays, once approved by the maker.
    """

    __tablename__ = "bank_transaction"

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(40), unique=True)
    fpx_id: Mapped[str] = mapped_column(String(16), unique=True)
    order_number: Mapped[str] = mapped_column(String(20), unique=True)
    amount_sen: Mapped[int]
    business_model: Mapped[str] = mapped_column(String(3))
    bank_code: Mapped[str] = mapped_column(String(10))
    payer_email: Mapped[str] = mapped_column(String(254))
    callback_url: Mapped[str] = mapped_column(String(400), default="")
    state: Mapped[str] = mapped_column(String(20))
    code: Mapped[str] = mapped_column(String(2), default="")
    failures: Mapped[int] = mapped_column(default=0)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("bank_account.id"))
    received_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)


class BankDebit(Base):
    """Money that left an account. A payment has at most one."""

    __tablename__ = "bank_debit"

    id: Mapped[int] = mapped_column(primary_key=True)
    transaction_id: Mapped[int] = mapped_column(ForeignKey("bank_transaction.id"), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("bank_account.id"))
    amount_sen: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)


class BankCallback(Base):
    """A callback that a fault of the world delays, signed when the bank decided."""

    __tablename__ = "bank_callback"

    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(String(400))
    form: Mapped[bytes] = mapped_column(LargeBinary)
