"""How the bank tells the merchant: the signed answer, carried home by the payer's browser and by a callback.

What goes wrong on the way is asked for by the faults of the world: `bank.callback` never, twice, delayed;
`bank.return` never, bad_signature, changed_amount.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from mock_portal.bank.models import BankCallback, BankTransaction
from mock_portal.fpx.business import BusinessModel
from mock_portal.fpx.messages import SIGNATURE, BankAnswer, signed
from mock_portal.fpx.signing import KeyRing, Party
from mock_portal.worlds import due
from mock_portal.worlds.outbox import post_callback
from mock_portal.worlds.settings import Fault

__all__ = ["Messenger", "answer_of", "form_for_return"]

DELAY_MINUTES: Final = 45  # when a delayed callback is asked for without saying how long


@dataclass(frozen=True)
class Messenger:
    """Who signs the callbacks, and what is to go wrong with them."""

    keys: KeyRing
    fault: Fault | None = None

    def tell(self, session: Session, payment: BankTransaction, *, now: datetime) -> None:
        """Let the merchant's server hear what became of a payment, after the commit."""
        mode = self.fault.mode if self.fault else "once"
        if mode == "never" or not payment.callback_url:
            return
        form = urlencode(signed(answer_of(payment).fields(), Party.BANK, self.keys)).encode("ascii")
        if self.fault is not None and mode == "delayed":
            waiting = BankCallback(url=payment.callback_url, form=form)
            session.add(waiting)
            session.flush()
            after = timedelta(minutes=self.fault.minutes or DELAY_MINUTES)
            due.plan(session, "bank.callback", due_at=now + after, subject=str(waiting.id))
            return
        for _ in range(2 if mode == "twice" else 1):
            post_callback(session, payment.callback_url, form, now=now)


def answer_of(payment: BankTransaction) -> BankAnswer:
    """The answer of a payment that was decided, or that waits for its approver."""
    if payment.decided_at is None:
        raise ValueError("the payment has no answer yet")
    return BankAnswer(
        order_number=payment.order_number,
        fpx_id=payment.fpx_id,
        amount_sen=payment.amount_sen,
        business_model=BusinessModel(payment.business_model),
        bank_code=payment.bank_code,
        code=payment.code,
        at=payment.decided_at,
    )


def form_for_return(answer: BankAnswer, keys: KeyRing, fault: Fault | None) -> dict[str, str] | None:
    """The fields that the payer's browser carries home, or `None` when a fault keeps it here."""
    mode = fault.mode if fault else ""
    if mode == "never":
        return None
    if mode == "changed_amount":
        # Signed as it should be: only a look at the merchant's own books finds it out.
        answer = replace(answer, amount_sen=answer.amount_sen + 100)
    form = signed(answer.fields(), Party.BANK, keys)
    if mode == "bad_signature":
        form[SIGNATURE] = form[SIGNATURE][::-1]
    return form
