"""What others see of an application: frozen values, read from its rows."""

from dataclasses import dataclass
from datetime import datetime

from mock_portal.registration.answers import Company, Representative
from mock_portal.registration.models import Application
from mock_portal.registration.states import ApplicationState, Kind, Purpose

__all__ = ["ApplicationView", "Document", "DocumentView", "HistoryLine", "QueueItem", "QueuePage", "view_of"]


@dataclass(frozen=True)
class DocumentView:
    """A document without its bytes; `kind` is a key of `documents.KINDS`."""

    id: int
    kind: str
    name: str
    media_type: str
    size: int
    remarks: str
    uploaded_at: datetime


@dataclass(frozen=True)
class Document:
    """A document to be downloaded."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened; `who` is empty for the applicant and for the clock."""

    at: datetime
    what: str
    who: str
    reason: str


@dataclass(frozen=True)
class ApplicationView:
    """An application in full; the fields are those of the table."""

    reference: str
    kind: Kind
    purpose: Purpose
    state: ApplicationState
    language: str
    company: Company | None
    representative: Representative | None
    employer_name: str
    registration_no: str
    employer_code: str
    email: str
    reason: str
    created_at: datetime
    submitted_at: datetime | None
    decided_at: datetime | None
    taken_by_id: int | None
    taken_by: str
    portal_id: str
    documents: tuple[DocumentView, ...]
    history: tuple[HistoryLine, ...]

    @property
    def amended_at(self) -> datetime | None:
        """When the applicant last answered a query; `None` where there was none."""
        return next((line.at for line in reversed(self.history) if line.what == "amended"), None)


@dataclass(frozen=True)
class QueueItem:
    """One row of the officers' queue."""

    reference: str
    kind: Kind
    employer_name: str
    registration_no: str
    submitted_at: datetime | None
    state: ApplicationState
    taken_by: str
    is_amended: bool


@dataclass(frozen=True)
class QueuePage:
    """A page of the queue, and how many applications there are in all."""

    items: tuple[QueueItem, ...]
    total: int
    page: int
    pages: int


def view_of(row: Application) -> ApplicationView:
    """An application as a value."""
    return ApplicationView(
        reference=row.reference,
        kind=Kind(row.kind),
        purpose=Purpose(row.purpose),
        state=ApplicationState(row.state),
        language=row.language,
        company=Company.from_json(row.company) if row.company else None,
        representative=Representative.from_json(row.representative) if row.representative else None,
        employer_name=row.employer_name,
        registration_no=row.registration_no,
        employer_code=row.employer_code,
        email=row.email,
        reason=row.reason,
        created_at=row.created_at,
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        taken_by_id=row.taken_by_id,
        taken_by=row.taken_by,
        portal_id=row.portal_id,
        documents=tuple(
            DocumentView(d.id, d.kind, d.name, d.media_type, d.size, d.remarks, d.uploaded_at)
            for d in row.documents
        ),
        history=tuple(HistoryLine(e.at, e.what, e.who, e.reason) for e in row.events),
    )
