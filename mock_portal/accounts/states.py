"""The moves between states of a Portal ID (portal-flows 12.1). Locked and expired are told by time."""

from typing import Final

from mock_portal.accounts.models import AccountState
from mock_portal.moves import Moves

__all__ = ["ACCOUNT_MOVES"]

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
