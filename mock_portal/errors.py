"""The base of everything that a person can do wrong in the portal.

Facts travel as attributes; the edge of a request turns them into words in the reader's language.
"""

__all__ = ["NotAllowed", "PortalError"]


class PortalError(Exception):
    """An action that cannot be done.

    Attributes:
        code: stable name for programs, such as `login.locked`.
        keeps_what_was_written: the rows written before it was raised stay (a failed log-in is recorded).
        status: HTTP status of the page that shows it, when no form can.
    """

    code = "portal.error"
    keeps_what_was_written = False
    status = 409


class NotAllowed(PortalError):
    """A move that the table of allowed moves of a state machine does not have."""

    code = "portal.not_allowed"

    def __init__(self, from_state: str, to_state: str) -> None:
        """Remember which move was refused."""
        super().__init__(f"{from_state} -> {to_state}")
        self.from_state = from_state
        self.to_state = to_state
