"""Who acts on contributions, and for which employers."""

from dataclasses import dataclass

__all__ = ["Acting"]


@dataclass(frozen=True)
class Acting:
    """A person of the portal. `codes` holds the employer code of each employer the person may act for."""

    account_id: int
    codes: dict[int, str]

    def may_act_for(self, employer_id: int) -> bool:
        """Whether the employer is one of this person's."""
        return employer_id in self.codes
