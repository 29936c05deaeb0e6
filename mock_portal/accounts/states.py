"""The states of a Portal ID (portal-flows 12.1): the table of those that are kept, and those told by time."""

from enum import StrEnum
from typing import Final

from mock_portal.accounts.models import AccountState
from mock_portal.moves import Moves

__all__ = ["ACCOUNT_MOVES", "Condition"]

ACCOUNT_MOVES: Final = Moves(
    {
        (AccountState.TEMPORARY_PASSWORD, AccountState.ACTIVE),  # first change, or a reset link
        (AccountState.ACTIVE, AccountState.ACTIVE),  # a change or a reset
        (AccountState.ACTIVE, AccountState.TEMPORARY_PASSWORD),  # an officer gave a new one
        (AccountState.TEMPORARY_PASSWORD, AccountState.TEMPORARY_PASSWORD),
        (AccountState.ACTIVE, AccountState.DISABLED),
        (AccountState.TEMPORARY_PASSWORD, AccountState.DISABLED),
        (AccountState.DISABLED, AccountState.ACTIVE),
        (AccountState.DISABLED, AccountState.TEMPORARY_PASSWORD),  # as it was before
    }
)


class Condition(StrEnum):
    """How an ID stands at a moment: the states kept, and those that the world's clock makes."""

    ACTIVE = "active"
    TEMPORARY_PASSWORD = "temporary_password"  # noqa: S105 - the name of a state
    TEMPORARY_EXPIRED = "temporary_expired"
    PASSWORD_EXPIRED = "password_expired"  # noqa: S105 - the name of a state
    RESET_REQUESTED = "reset_requested"
    LOCKED = "locked"
    DISABLED = "disabled"
