"""Documents of an application that its applicant may still change."""

from datetime import datetime

from sqlalchemy.orm import Session

from mock_portal.database import leaves_nothing
from mock_portal.registration.drafts import get_editable
from mock_portal.registration.errors import DocumentNotFound, TooManyFiles
from mock_portal.registration.models import ApplicationDocument
from mock_portal.registration.papers import FILES_AT_MOST
from mock_portal.registration.received_files import ReceivedFile
from mock_portal.registration.views import Document

__all__ = ["add_document", "read_own_document", "remove_document"]


@leaves_nothing
def add_document(  # noqa: PLR0913 - what a row of the table of documents holds
    session: Session, key: str, *, kind: str, file: ReceivedFile, remarks: str, now: datetime
) -> None:
    """Keep a document.

    Raises:
        ApplicationNotFound: the browser holds no application that can be changed.
        TooManyFiles: there are as many as there may be.
    """
    row = get_editable(session, key)
    if len(row.documents) >= FILES_AT_MOST:
        raise TooManyFiles
    row.documents.append(
        ApplicationDocument(
            application_id=row.id,
            kind=kind,
            name=file.name,
            media_type=file.media_type,
            size=len(file.content),
            remarks=remarks,
            uploaded_at=now,
            content=file.content,
        )
    )
    session.flush()


@leaves_nothing
def remove_document(session: Session, key: str, document_id: int) -> None:
    """Take a document away; one that is gone already stays so.

    Raises:
        ApplicationNotFound: the browser holds no application that can be changed.
    """
    row = get_editable(session, key)
    for document in list(row.documents):
        if document.id == document_id:
            row.documents.remove(document)
            session.delete(document)
    session.flush()


def read_own_document(session: Session, key: str, document_id: int) -> Document:
    """A document that the applicant uploaded, with its bytes.

    Raises:
        ApplicationNotFound: the browser holds no application that can be changed.
        DocumentNotFound: it has no such document.
    """
    row = get_editable(session, key)
    for document in row.documents:
        if document.id == document_id:
            return Document(document.name, document.media_type, document.content)
    raise DocumentNotFound(str(document_id))
