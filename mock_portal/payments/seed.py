"""The payments of months that were paid before a world begins: one order a Submit, with its receipts."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from mock_portal.employers import service as employers
from mock_portal.fpx import codes
from mock_portal.fpx.banks import BANKS
from mock_portal.fpx.business import LIMITS, BusinessModel
from mock_portal.payments import receipts
from mock_portal.payments.models import Order, OrderItem
from mock_portal.payments.states import State
from mock_portal.submissions import service as submissions
from mock_portal.submissions.service import Payable
from mock_portal.worlds.scenarios import Scenario

__all__ = ["plant"]

# How long before its payment an order was made, and sent to the bank.
MADE_BEFORE: Final = timedelta(minutes=4)
SENT_BEFORE: Final = timedelta(minutes=3)


def plant(session: Session, scenario: Scenario, now: datetime) -> None:
    """Plant an order that succeeded for every submission that is paid already."""
    del now
    paid: dict[tuple[datetime, int], list[Payable]] = defaultdict(list)
    payers: dict[int, str] = {}
    for seed in scenario.employers:
        employer = employers.find_employer(session, seed.code)
        if employer is None:
            raise LookupError(f"the scenario's employer {seed.code} was not planted")
        payers[employer.id] = employer.email
        for payable in submissions.payables(session, employer.id, unpaid_only=False):
            if payable.paid_at is not None:
                paid[payable.paid_at, payable.submission_id].append(payable)
    for serial, ((at, _), payables) in enumerate(sorted(paid.items(), key=lambda entry: entry[0]), start=1):
        _plant(session, serial, at, payables, payers[payables[0].employer_id])


def _plant(session: Session, serial: int, at: datetime, payables: list[Payable], payer: str) -> None:
    amount = sum(payable.amount_sen for payable in payables)
    personal = amount <= LIMITS[BusinessModel.B2C].most_sen
    order = Order(
        number=f"PA{at:%Y%m%d}{serial:06}",
        key=f"seed-{serial}",
        employer_id=payables[0].employer_id,
        state=State.SUCCESSFUL,
        amount_sen=amount,
        payer_email=payer,
        business_model=BusinessModel.B2C if personal else BusinessModel.B2B,
        bank_code=BANKS[0].code,
        fpx_id=f"{at:%y%m%d%H%M}{serial:06}",
        code=codes.APPROVED.code,
        created_at=at - MADE_BEFORE,
        redirected_at=at - SENT_BEFORE,
        settled_at=at,
        items=[
            OrderItem(
                payable_id=payable.id,
                number=payable.number,
                scheme=payable.scheme,
                months=[str(month) for month in payable.months],
                lines={line.kind: line.amount_sen for line in payable.lines},
            )
            for payable in payables
        ],
    )
    session.add(order)
    session.flush()
    receipts.issue(session, order, now=at)
