"""What may become of an application for a Portal ID: the diagram of portal-flows 12.2, as data."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from contributions import T
from mock_portal.moves import Moves

__all__ = [
    "AMENDMENT_HAS",
    "DECIDED",
    "EDITABLE",
    "FINAL",
    "LINK_LIVES",
    "MOVES",
    "OPEN",
    "WORDS",
    "ApplicationState",
    "Kind",
    "Purpose",
    "moved",
]

LINK_LIVES: Final = timedelta(hours=24)  # assumed, portal-flows 2.2
AMENDMENT_HAS: Final = timedelta(days=14)  # assumed, 12.2


class ApplicationState(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    PENDING_EMAIL = "pending_email"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    QUERY = "query"
    APPROVED = "approved"
    REJECTED = "rejected"
    EXPIRED = "expired"


MOVES: Final = Moves(
    {
        (ApplicationState.DRAFT, ApplicationState.PENDING_EMAIL),
        (ApplicationState.PENDING_EMAIL, ApplicationState.SUBMITTED),
        (ApplicationState.PENDING_EMAIL, ApplicationState.EXPIRED),
        (ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW),
        (ApplicationState.IN_REVIEW, ApplicationState.SUBMITTED),  # assumed: given back by its officer
        (ApplicationState.IN_REVIEW, ApplicationState.QUERY),
        (ApplicationState.QUERY, ApplicationState.SUBMITTED),
        (ApplicationState.QUERY, ApplicationState.EXPIRED),
        (ApplicationState.IN_REVIEW, ApplicationState.REJECTED),
        (ApplicationState.IN_REVIEW, ApplicationState.APPROVED),
    }
)
moved = MOVES.make
FINAL: Final = frozenset({ApplicationState.APPROVED, ApplicationState.REJECTED, ApplicationState.EXPIRED})
DECIDED: Final = frozenset({ApplicationState.APPROVED, ApplicationState.REJECTED, ApplicationState.QUERY})
EDITABLE: Final = frozenset({ApplicationState.DRAFT, ApplicationState.QUERY})
# A number in one of these is taken: the diagram's applications that an officer has, or will have.
OPEN: Final = frozenset(ApplicationState) - FINAL - {ApplicationState.DRAFT}

WORDS: Final = {
    ApplicationState.DRAFT: T("Draft", "Draf"),
    ApplicationState.PENDING_EMAIL: T("Pending email verification", "Menunggu pengesahan emel"),
    ApplicationState.SUBMITTED: T("Submitted", "Telah dihantar"),
    ApplicationState.IN_REVIEW: T("In review", "Dalam semakan"),
    ApplicationState.QUERY: T("Query", "Pertanyaan"),
    ApplicationState.APPROVED: T("Approved", "Lulus"),
    ApplicationState.REJECTED: T("Rejected", "Ditolak"),
    ApplicationState.EXPIRED: T("Expired", "Tamat tempoh"),
}


class Kind(StrEnum):
    """The two kinds of applicants (official [GUIDE])."""

    NEW_EMPLOYER = "new"
    EXISTING_EMPLOYER = "existing"


class Purpose(StrEnum):
    """What an approval leads to (2.3; the last two where the employer has a Portal ID, assumed)."""

    NOT_CHOSEN = "not_chosen"
    NEW_ID = "new_id"
    CHANGE_REPRESENTATIVE = "change_representative"
    ADDITIONAL_EMPLOYER = "additional_employer"
