"""What an officer does with applications: queue, open, query, reject, approve.

Each act needs the write transaction of its request, so of two officers who press at once the second is told
what the first decided.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Select, SQLColumnExpression, func, or_, select
from sqlalchemy.orm import Session, selectinload

from mock_portal.database import leaves_nothing
from mock_portal.registration import deciding, mail
from mock_portal.registration.answers import SIGNS
from mock_portal.registration.deciding import Approval
from mock_portal.registration.errors import (
    AlreadyDecided,
    AlreadyTaken,
    ApplicationNotFound,
    DocumentNotFound,
    ReasonMissing,
)
from mock_portal.registration.history import get_by_reference, move, note
from mock_portal.registration.models import Application, ApplicationDocument
from mock_portal.registration.states import DECIDED, FINAL, ApplicationState, Kind
from mock_portal.registration.views import (
    ApplicationView,
    Document,
    DocumentView,
    HistoryLine,
    QueueItem,
    QueuePage,
    view_of,
)

__all__ = [
    "AUTOMATIC",
    "AlreadyDecided",
    "AlreadyTaken",
    "ApplicationNotFound",
    "ApplicationState",
    "ApplicationView",
    "Approval",
    "Document",
    "DocumentNotFound",
    "DocumentView",
    "HistoryLine",
    "Kind",
    "QueueItem",
    "QueuePage",
    "ReasonMissing",
    "Reviewer",
    "approve",
    "count_for_review",
    "give_back",
    "list_for_review",
    "mail_links_lead_to",
    "open_for_review",
    "query",
    "read_application",
    "read_document",
    "reject",
]

PER_PAGE: Final = 20
REASON_LONGEST: Final = 2000
_FOR_OFFICERS: Final = frozenset(ApplicationState) - {ApplicationState.DRAFT, ApplicationState.PENDING_EMAIL}


@dataclass(frozen=True)
class Reviewer:
    """Who acts."""

    id: int
    name: str


AUTOMATIC: Final = Reviewer(0, "automatic")


def list_for_review(
    session: Session,
    *,
    state: ApplicationState | None = None,
    search: str = "",
    page: int = 1,
    per_page: int = PER_PAGE,
) -> QueuePage:
    """Applications that reached an officer, those that waited longest first; of one state, or of all.

    `search` finds a part of the reference number, the employer's name, the registration number or the
    employer code, whatever blanks and signs stand in them.
    """
    chosen = _for_officers(search)
    if state is not None:
        chosen = chosen.where(Application.state == state.value)
    total = session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    pages = max(1, -(-total // per_page))
    here = min(max(1, page), pages)
    rows = session.scalars(
        chosen.options(selectinload(Application.events))
        .order_by(Application.submitted_at, Application.id)
        .offset((here - 1) * per_page)
        .limit(per_page)
    )
    return QueuePage(tuple(_item(row) for row in rows), total, here, pages)


def count_for_review(session: Session, *, search: str = "") -> dict[ApplicationState, int]:
    """How many applications that reached an officer are in each state; states without any are left out."""
    found = _for_officers(search).with_only_columns(Application.state, func.count())
    return {
        ApplicationState(state): count for state, count in session.execute(found.group_by(Application.state))
    }


def read_application(session: Session, reference: str) -> ApplicationView:
    """An application in full.

    Raises:
        ApplicationNotFound: there is none of this reference.
    """
    return view_of(get_by_reference(session, reference))


def read_document(session: Session, reference: str, document_id: int) -> Document:
    """A document of an application, with its bytes.

    Raises:
        ApplicationNotFound: there is no such application.
        DocumentNotFound: it has no such document.
    """
    row = get_by_reference(session, reference)
    document = session.scalar(select(ApplicationDocument).filter_by(id=document_id, application_id=row.id))
    if document is None:
        raise DocumentNotFound(str(document_id))
    return Document(document.name, document.media_type, document.content)


@leaves_nothing
def mail_links_lead_to(session: Session, reference: str, *, world: str, origin: str) -> None:
    """Let links in further mail lead to the portal that the officer uses.

    An application of a scenario never had one, and a copied world's is another than where it was sent from.

    Raises:
        ApplicationNotFound: there is none of this reference.
    """
    row = get_by_reference(session, reference)
    row.world, row.origin = world, origin
    session.flush()


@leaves_nothing
def open_for_review(session: Session, reference: str, reviewer: Reviewer, now: datetime) -> ApplicationView:
    """Take an application, so that nobody else decides it; taking it again changes nothing.

    Raises:
        ApplicationNotFound: there is none of this reference.
        AlreadyTaken: another officer has it.
        AlreadyDecided: it is approved, rejected, queried or expired.
    """
    row = get_by_reference(session, reference)
    _refuse_if_decided(row)
    if row.state == ApplicationState.IN_REVIEW:
        _refuse_if_taken(row, reviewer)
        return view_of(row)
    move(session, row, ApplicationState.IN_REVIEW, now=now, who=reviewer.name)
    row.taken_by_id, row.taken_by = reviewer.id, reviewer.name
    session.flush()
    return view_of(row)


@leaves_nothing
def give_back(session: Session, reference: str, reviewer: Reviewer, now: datetime) -> None:
    """Put an application back into its place in the queue, so that any officer may take it.

    Raises:
        ApplicationNotFound: there is none of this reference.
        AlreadyTaken: another officer has it.
        AlreadyDecided: it is approved, rejected, queried or expired.
        NotAllowed: nobody has it.
    """
    row = get_by_reference(session, reference)
    _refuse_if_decided(row)
    _refuse_if_taken(row, reviewer)
    note(session, row, "given_back", now=now, who=reviewer.name)
    move(session, row, ApplicationState.SUBMITTED, now=now)
    row.taken_by_id, row.taken_by = None, ""
    session.flush()


@leaves_nothing
def query(session: Session, reference: str, reviewer: Reviewer, reason: str, now: datetime) -> None:
    """Ask the applicant for more; a mail takes the reason and a link to amend.

    Raises:
        ApplicationNotFound: there is none of this reference.
        ReasonMissing: no words.
        AlreadyTaken: another officer has it.
        AlreadyDecided: somebody decided before.
        NotAllowed: it was not opened for review.
    """
    row, _ = _decide(session, reference, reviewer, ApplicationState.QUERY, reason, now)
    deciding.ask_to_amend(session, row, now=now)


@leaves_nothing
def reject(session: Session, reference: str, reviewer: Reviewer, reason: str, now: datetime) -> None:
    """Refuse an application for good; a mail says why.

    Raises:
        ApplicationNotFound: there is none of this reference.
        ReasonMissing: no words.
        AlreadyTaken: another officer has it.
        AlreadyDecided: somebody decided before.
        NotAllowed: it was not opened for review.
    """
    row, words = _decide(session, reference, reviewer, ApplicationState.REJECTED, reason, now)
    mail.send_rejection(session, row, words, now=now)


@leaves_nothing
def approve(session: Session, reference: str, reviewer: Reviewer, now: datetime) -> Approval:
    """Give the employer code and the Portal ID; the temporary password goes by mail.

    Raises:
        ApplicationNotFound: there is none of this reference.
        AlreadyTaken: another officer has it.
        AlreadyDecided: somebody decided before.
        NotAllowed: it was not opened for review.
        RegistrationError: it cannot be given any more (number or e-mail taken meanwhile); reject or query.
    """
    row, _ = _decide(session, reference, reviewer, ApplicationState.APPROVED, None, now)
    return deciding.carry_out(session, row, now=now)


def _decide(  # noqa: PLR0913, PLR0917 - who, what, why and when of one act
    session: Session,
    reference: str,
    reviewer: Reviewer,
    to: ApplicationState,
    reason: str | None,
    now: datetime,
) -> tuple[Application, str]:
    row = get_by_reference(session, reference)
    _refuse_if_decided(row)
    _refuse_if_taken(row, reviewer)
    words = (reason or "").strip()[:REASON_LONGEST]
    if reason is not None and not words:
        raise ReasonMissing
    move(session, row, to, now=now, who=reviewer.name, reason=words)
    row.reason, row.decided_at = words, now
    session.flush()
    return row, words


def _refuse_if_decided(row: Application) -> None:
    if row.state in DECIDED | FINAL:
        last = row.events[-1]
        raise AlreadyDecided(last.who, last.at, ApplicationState(row.state))


def _refuse_if_taken(row: Application, reviewer: Reviewer) -> None:
    if row.taken_by_id is not None and row.taken_by_id != reviewer.id:
        raise AlreadyTaken(row.taken_by)


def _for_officers(search: str) -> Select[Application]:
    chosen = select(Application).where(
        Application.state.in_({state.value for state in _FOR_OFFICERS}), Application.submitted_at.is_not(None)
    )
    if not search:
        return chosen
    wanted = "".join(c for c in search if c not in SIGNS) or search
    places = (
        Application.reference,
        Application.employer_name,
        Application.registration_no,
        Application.employer_code,
    )
    return chosen.where(or_(*(_without_signs(place).icontains(wanted, autoescape=True) for place in places)))


def _without_signs(place: SQLColumnExpression[str]) -> SQLColumnExpression[str]:
    for sign in SIGNS:
        place = func.replace(place, sign, "")
    return place


def _item(row: Application) -> QueueItem:
    return QueueItem(
        reference=row.reference,
        kind=Kind(row.kind),
        employer_name=row.employer_name,
        registration_no=row.registration_no,
        submitted_at=row.submitted_at,
        state=ApplicationState(row.state),
        taken_by=row.taken_by,
        is_amended=any(event.what == "amended" for event in row.events),
    )
