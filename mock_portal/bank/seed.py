"""The bank of a new world: its customers, and what it debited for months that are paid already."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.bank import service
from mock_portal.bank.models import BankAccount
from mock_portal.payments import service as payments
from mock_portal.worlds.scenarios import Scenario

__all__ = ["plant"]

_PASSWORD = "Bank#2026"  # noqa: S105 - of a customer who does not exist; the bank's own pages show it


def plant(session: Session, scenario: Scenario, now: datetime) -> None:
    """Plant the accounts of a scenario, and a debit for every payment that succeeded before it begins."""
    del now
    for place, seed in enumerate(scenario.bank_accounts, start=1):
        session.add(
            BankAccount(
                number=f"5140{place:08}",
                name=seed.name,
                user=seed.user,
                password=seed.password,
                balance_sen=seed.balance_sen,
                limit_sen=seed.limit_sen,
                approver_user=seed.approver_user,
                approver_password=seed.approver_password,
            )
        )
    session.flush()
    accounts = {account.name: account.id for account in session.scalars(select(BankAccount))}
    for paid in payments.all_payments(session):
        service.record_past_debit(
            session,
            answer=paid.as_answer(),
            payer_email=paid.payer_email,
            account_id=accounts.get(paid.employer_name) or _any_account(session),
        )


def _any_account(session: Session) -> int:
    """Somebody who paid, for a scenario that names no customer of the bank."""
    account = session.scalar(select(BankAccount).order_by(BankAccount.id).limit(1))
    if account is None:
        account = BankAccount(
            number="514000000000",
            name="PEMBAYAR CONTOH",
            user="pembayar",
            password=_PASSWORD,
            balance_sen=100_000_000,
            limit_sen=100_000_000,
        )
        session.add(account)
        session.flush()
    return account.id
