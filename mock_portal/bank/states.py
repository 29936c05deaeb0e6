"""What may become of a payment at the bank, as a table of allowed moves (all assumed, portal-flows 7.2)."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from mock_portal.fpx.codes import Code, Outcome
from mock_portal.moves import Moves

__all__ = ["FINAL", "MOVES", "State", "moved", "state_after"]

SESSION_LASTS: Final = timedelta(minutes=10)  # assumed
APPROVER_HAS: Final = timedelta(days=7)  # vendor [FIUU]
ATTEMPTS: Final = 3  # assumed


class State(StrEnum):
    """Where a payment stands at the bank."""

    RECEIVED = "received"
    AWAITING_APPROVER = "awaiting_approver"
    APPROVED = "approved"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


MOVES: Final = Moves(
    {
        (State.RECEIVED, State.APPROVED),
        (State.RECEIVED, State.AWAITING_APPROVER),
        (State.RECEIVED, State.DECLINED),
        (State.RECEIVED, State.CANCELLED),
        (State.AWAITING_APPROVER, State.APPROVED),
        (State.AWAITING_APPROVER, State.DECLINED),
        (State.AWAITING_APPROVER, State.EXPIRED),
    }
)
moved = MOVES.make
FINAL: Final = frozenset({State.APPROVED, State.DECLINED, State.CANCELLED, State.EXPIRED})

_AFTER: Final = {
    Outcome.APPROVED: State.APPROVED,
    Outcome.PENDING: State.AWAITING_APPROVER,
    Outcome.DECLINED: State.DECLINED,
    Outcome.CANCELLED: State.CANCELLED,
    Outcome.EXPIRED: State.EXPIRED,
}


def state_after(code: Code) -> State:
    """The state that an answer with this code leaves a payment in."""
    return _AFTER[code.outcome]
