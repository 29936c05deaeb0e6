"""What may become of a payment: the diagram of portal-flows 12.4, as data."""

from enum import StrEnum
from typing import Final

from contributions import T
from mock_portal.fpx.codes import Outcome
from mock_portal.moves import Moves

__all__ = ["FINAL", "HOLDING", "MOVES", "OPEN", "WORDS", "State", "can_move", "moved", "state_after"]


class State(StrEnum):
    """Where a payment stands. In a cart there is no payment yet."""

    NEW = "new"
    REDIRECTED = "redirected"
    PENDING_AUTHORISATION = "pending_authorisation"
    UNKNOWN = "unknown"
    SUCCESSFUL = "successful"
    UNSUCCESSFUL = "unsuccessful"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


MOVES: Final = Moves(
    {
        (State.NEW, State.REDIRECTED),
        (State.NEW, State.CANCELLED),  # drawn as New -> InCart: Back; assumed: also when left for 30 minutes
        (State.REDIRECTED, State.SUCCESSFUL),
        (State.REDIRECTED, State.UNSUCCESSFUL),
        (State.REDIRECTED, State.CANCELLED),  # drawn as Unsuccessful: declined or cancelled; words of 7.4
        (State.REDIRECTED, State.PENDING_AUTHORISATION),
        (State.REDIRECTED, State.UNKNOWN),
        (
            State.REDIRECTED,
            State.EXPIRED,
        ),  # assumed: the bank's first answer came after its approver's 7 days
        (State.UNKNOWN, State.SUCCESSFUL),
        (State.UNKNOWN, State.UNSUCCESSFUL),
        (State.UNKNOWN, State.CANCELLED),  # as from Redirected
        (State.UNKNOWN, State.PENDING_AUTHORISATION),  # assumed: Requery finds that the maker has signed
        (State.UNKNOWN, State.EXPIRED),  # assumed
        (State.PENDING_AUTHORISATION, State.SUCCESSFUL),
        (State.PENDING_AUTHORISATION, State.UNSUCCESSFUL),  # assumed: the approver rejects
        (State.PENDING_AUTHORISATION, State.EXPIRED),
    }
)
can_move = MOVES.has
moved = MOVES.make
FINAL: Final = frozenset({State.SUCCESSFUL, State.UNSUCCESSFUL, State.CANCELLED, State.EXPIRED})
OPEN: Final = frozenset(State) - FINAL
# A record in one of these is locked in all carts (7.5).
HOLDING: Final = OPEN | {State.SUCCESSFUL}

WORDS: Final = {
    State.NEW: T("New", "Baharu"),
    State.REDIRECTED: T("In progress", "Sedang diproses"),
    State.PENDING_AUTHORISATION: T("Pending Authorisation", "Menunggu Kelulusan"),
    State.UNKNOWN: T("Unknown", "Tidak diketahui"),
    State.SUCCESSFUL: T("Successful", "Berjaya"),
    State.UNSUCCESSFUL: T("Unsuccessful", "Tidak berjaya"),
    State.CANCELLED: T("Cancelled", "Dibatalkan"),
    State.EXPIRED: T("Expired", "Tamat tempoh"),
}

_AFTER: Final = {
    Outcome.APPROVED: State.SUCCESSFUL,
    Outcome.PENDING: State.PENDING_AUTHORISATION,
    Outcome.DECLINED: State.UNSUCCESSFUL,
    Outcome.CANCELLED: State.CANCELLED,
    Outcome.EXPIRED: State.EXPIRED,
}


def state_after(outcome: Outcome) -> State:
    """The state that an answer of the bank leads to."""
    return _AFTER[outcome]
