"""Why a number is not what it should be."""

from contributions.errors import ContributionsError

__all__ = ["NotAnIdentifier"]


class NotAnIdentifier(ContributionsError):
    """`text` is not an identifier of this kind; `reason` is one of the module's own words."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{text!r}: {reason}")
        self.text = text
        self.reason = reason
