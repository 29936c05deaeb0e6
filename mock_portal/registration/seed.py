"""Applications of a scenario that wait for an officer, with the documents that applicants would send."""

import struct
import zlib
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from mock_portal.registration.answers import Company, Representative
from mock_portal.registration.history import note
from mock_portal.registration.models import Application, ApplicationDocument
from mock_portal.registration.papers import needed
from mock_portal.registration.states import ApplicationState, Kind, Purpose
from mock_portal.registration.views import view_of
from mock_portal.worlds.scenarios import ApplicationSeed, Scenario

__all__ = ["plant"]

_SCAN: Final = (420, 594)  # a sheet of A4, in dots
_PAPER_GREY: Final = 236
_WAY: Final = (ApplicationState.DRAFT, ApplicationState.PENDING_EMAIL, ApplicationState.SUBMITTED)


def plant(session: Session, scenario: Scenario, now: datetime) -> None:
    """Put the scenario's applications into the world, each verified so many hours ago."""
    for number, seed in enumerate(scenario.applications, 1):
        _plant(session, seed, number, now - timedelta(hours=seed.hours_ago))


def _plant(session: Session, seed: ApplicationSeed, number: int, at: datetime) -> None:
    company, who = Company.from_json(seed.company), Representative.from_json(seed.representative)
    row = Application(
        reference=f"PID-{at:%Y%m%d}-{number:05}",
        browser_key="",  # of no browser: only a link to amend gives it one
        kind=Kind.NEW_EMPLOYER.value,
        purpose=Purpose.NEW_ID.value,
        state=ApplicationState.SUBMITTED.value,
        language=seed.language,
        world="",
        origin="",
        company=company.to_json(),
        representative=who.to_json(),
        employer_name=company.name,
        registration_no=company.registration_no,
        email=who.email,
        created_at=at,
        submitted_at=at,
    )
    session.add(row)
    session.flush()
    for state in _WAY:
        note(session, row, state.value, now=at)
    for kind in needed(Kind.NEW_EMPLOYER, company.entity, who.acts_as):
        row.documents.append(_document(row, kind, at))
    session.flush()


def _document(row: Application, kind: str, at: datetime) -> ApplicationDocument:
    # Imported here: worlds without applications print nothing while they are made.
    from mock_portal.registration.borang import file_name, forms_of, print_form

    view = view_of(row)
    if kind in forms_of(view):
        content = print_form(kind, view, language="ms" if row.language == "ms" else "en", now=at)
        name, media_type = file_name(kind, view), "application/pdf"
    else:
        content, name, media_type = _scan(), f"{kind.replace('_', '-')}.png", "image/png"
    return ApplicationDocument(
        kind=kind, name=name, media_type=media_type, size=len(content), uploaded_at=at, content=content
    )


def _scan() -> bytes:
    """A grey sheet as a PNG: a scan on which nothing can be read, of nobody's papers."""
    across, down = _SCAN
    head = struct.pack(">IIBBBBB", across, down, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([_PAPER_GREY]) * across) * down
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
