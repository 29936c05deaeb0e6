"""What may become of a contribution: the diagram of portal-flows 12.3, as data.

An uploaded file and a record to be paid both carry one of these states. Moves without a remark are drawn
in the diagram; states whose moves no screen of this portal makes yet are in the table all the same.
"""

from enum import StrEnum
from typing import Final

from mock_portal.moves import Moves

__all__ = ["MOVES", "State", "moved"]


class State(StrEnum):
    """Where a contribution stands."""

    PENDING = "pending"
    DRAFT = "draft"
    VALIDATING = "validating"
    ERRORS = "errors"
    INCOMPLETE = "incomplete"
    COMPLETE = "complete"
    SUBMITTED = "submitted"
    PAYMENT_PENDING = "payment_pending"
    PART_PAID = "part_paid"
    PAID = "paid"
    SHORT_PAID = "short_paid"
    REFUND_CLAIMED = "refund_claimed"
    CANCELLED = "cancelled"
    """What a record is called after its removal, when its months are pending again (status words of 6.5)."""


MOVES: Final = Moves(
    {
        (State.PENDING, State.DRAFT),
        (State.PENDING, State.VALIDATING),
        (State.VALIDATING, State.ERRORS),
        (State.VALIDATING, State.COMPLETE),
        (State.ERRORS, State.VALIDATING),
        (State.COMPLETE, State.VALIDATING),  # assumed: a kept file is checked again on the day of Submit
        (State.ERRORS, State.PENDING),  # assumed: Remove in the list of drafts
        (State.COMPLETE, State.PENDING),  # assumed: the same
        (State.DRAFT, State.INCOMPLETE),
        (State.DRAFT, State.COMPLETE),
        (State.DRAFT, State.PENDING),
        (State.INCOMPLETE, State.COMPLETE),
        (State.COMPLETE, State.SUBMITTED),
        (State.SUBMITTED, State.CANCELLED),  # drawn as Submitted -> Pending
        (State.SUBMITTED, State.PAYMENT_PENDING),
        (State.PAYMENT_PENDING, State.SUBMITTED),
        (State.PAYMENT_PENDING, State.PAID),
        (State.SUBMITTED, State.PAID),
        (State.SUBMITTED, State.PART_PAID),
        (State.PART_PAID, State.PAID),
        (State.PAID, State.SHORT_PAID),
        (State.SHORT_PAID, State.PAID),
        (State.PAID, State.REFUND_CLAIMED),
    }
)
moved = MOVES.make
