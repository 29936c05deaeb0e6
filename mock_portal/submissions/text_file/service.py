"""The rules of a contribution file on its way from upload to Submit.

A file is checked when it comes, whenever it is shown and again at Submit: meanwhile its month may have
been submitted from another browser. The check is the one that `assist check` runs.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from contributions import FileReport, PortalExpectations, Severity, Verdict, YearMonth, read
from mock_portal.database import leaves_nothing
from mock_portal.employees.service import on_record
from mock_portal.submissions.acting import Acting
from mock_portal.submissions.errors import FileHasErrors, FileTooLarge, NoSuchUpload, WarningsNotAccepted
from mock_portal.submissions.models import Upload
from mock_portal.submissions.months.service import closed_months, list_months
from mock_portal.submissions.recording import keep
from mock_portal.submissions.states import State, moved
from mock_portal.submissions.text_file.names import shown_name

__all__ = ["CheckedUpload", "Draft", "SentFile", "drafts", "get_checked", "receive", "remove", "submit"]

BLOCKING = (Severity.FILE, Severity.ERROR)
KEPT = (State.ERRORS, State.COMPLETE)


@dataclass(frozen=True)
class SentFile:
    """A file as a browser sent it: bytes, and whatever name its sender gave it."""

    content: bytes
    name: str | None


@dataclass(frozen=True)
class CheckedUpload:
    """An uploaded file and what the check says of it now.

    Attributes:
        report: `None` once the file is submitted; then it is history, and its month is closed by itself.
        submission_id: what came of it, or `None`.
    """

    id: int
    employer_id: int
    employer_code: str
    file_name: str
    size_bytes: int
    uploaded_at: datetime
    report: FileReport | None
    submission_id: int | None

    @property
    def errors(self) -> int:
        """Findings that block Submit, each of its places counted."""
        return sum(self.report.count_places(severity) for severity in BLOCKING) if self.report else 0

    @property
    def warnings(self) -> int:
        """Findings that need a tick before Submit, each of its places counted."""
        return self.report.count_places(Severity.WARNING) if self.report else 0

    @property
    def may_be_submitted(self) -> bool:
        """Whether nothing blocks Submit. A file that could not be judged is not a good file."""
        return self.report is not None and self.report.verdict is Verdict.VALID


@dataclass(frozen=True)
class Draft:
    """A file that was read and not submitted, as the list of drafts shows it."""

    id: int
    employer_id: int
    file_name: str
    uploaded_at: datetime
    months: tuple[YearMonth, ...]
    records: int
    total_sen: int
    errors: int
    warnings: int
    state: State


@leaves_nothing
def receive(  # noqa: PLR0913 - who, for whom, what, how much, when
    session: Session,
    *,
    acting: Acting,
    employer_id: int,
    file: SentFile,
    limit_bytes: int,
    now: datetime,
) -> CheckedUpload:
    """Keep an uploaded file and check it.

    Raises:
        FileTooLarge: it has more bytes than the world allows.
        NoSuchUpload: the employer is not one of this person's.
    """
    if len(file.content) > limit_bytes:
        raise FileTooLarge(limit_bytes)
    if not acting.may_act_for(employer_id):
        raise NoSuchUpload
    row = Upload(
        employer_id=employer_id,
        account_id=acting.account_id,
        file_name=shown_name(file.name),
        size_bytes=len(file.content),
        sha256=hashlib.sha256(file.content).hexdigest(),
        content=file.content,
        uploaded_at=now,
        state=moved(State.PENDING, State.VALIDATING),
    )
    session.add(row)
    session.flush()
    return _checked(session, row, acting, now)


@leaves_nothing
def get_checked(session: Session, upload_id: int, *, acting: Acting, now: datetime) -> CheckedUpload:
    """An uploaded file, checked against what the portal knows now.

    Raises:
        NoSuchUpload: there is none of this id, it was removed, or it is another employer's.
    """
    return _look(session, _get(session, upload_id, acting), acting, now)


@leaves_nothing
def submit(
    session: Session,
    upload_id: int,
    *,
    acting: Acting,
    accepts_warnings: bool,
    now: datetime,
) -> int:
    """Submit an uploaded file; the id of the submission. Asking twice gives the same submission.

    Raises:
        NoSuchUpload: there is none of this id, it was removed, or it is another employer's.
        FileHasErrors: something blocks Submit, perhaps only since the file was uploaded.
        WarningsNotAccepted: there are warnings that nobody ticked.
        NothingToPay: every amount is zero.
    """
    row = _get(session, upload_id, acting)
    if row.submission_id is not None:
        return row.submission_id
    seen = _look(session, row, acting, now)
    if not seen.may_be_submitted:
        raise FileHasErrors
    if seen.warnings and not accepts_warnings:
        raise WarningsNotAccepted
    records = read(row.content)
    submission = keep(
        session,
        employer_id=row.employer_id,
        account_id=acting.account_id,
        records=records,
        received_at=now,
    )
    list_months(session, row.employer_id, {record.month for record in records})
    row.state = moved(row.state, State.SUBMITTED)
    row.submission_id = submission.id
    session.flush()
    return submission.id


@leaves_nothing
def remove(session: Session, upload_id: int, *, acting: Acting) -> None:
    """Throw an uploaded file away; its month stays pending.

    Raises:
        NoSuchUpload: there is none of this id, or it is another employer's.
        NotAllowed: it was submitted.
    """
    row = _get(session, upload_id, acting)
    moved(row.state, State.PENDING)
    session.delete(row)
    session.flush()


def drafts(session: Session, employer_id: int) -> tuple[Draft, ...]:
    """The files that were read and not submitted, newest first, as they were when last checked.

    A month that was closed meanwhile shows without another check.
    """
    closed = closed_months(session, employer_id)
    query = select(Upload).filter_by(employer_id=employer_id).order_by(Upload.id.desc())
    rows = session.scalars(query.where(Upload.state.in_(KEPT), Upload.records > 0))
    return tuple(_draft(row, closed) for row in rows)


def _get(session: Session, upload_id: int, acting: Acting) -> Upload:
    row = session.scalar(select(Upload).filter_by(id=upload_id).options(undefer(Upload.content)))
    if row is None or not acting.may_act_for(row.employer_id):
        raise NoSuchUpload(str(upload_id))
    return row


def _look(session: Session, row: Upload, acting: Acting, now: datetime) -> CheckedUpload:
    if row.submission_id is not None:
        return _seen(row, acting, None)
    row.state = moved(row.state, State.VALIDATING)
    return _checked(session, row, acting, now)


def _checked(session: Session, row: Upload, acting: Acting, now: datetime) -> CheckedUpload:
    # NumPy comes with the check; a portal that shows its log-in page has no need of it yet.
    from contributions import check

    report = check(
        row.content,
        as_of=now.date(),
        name=row.file_name,
        portal=PortalExpectations(
            employer_code=acting.codes[row.employer_id],
            closed_months=closed_months(session, row.employer_id),
            roster=on_record(session, row.employer_id),
        ),
        portal_limits=True,
    )
    seen = _seen(row, acting, report)
    row.state = moved(row.state, State.COMPLETE if seen.may_be_submitted else State.ERRORS)
    row.records = report.records
    row.months = [str(month) for month in report.months]
    row.total_sen = report.totals.total
    row.errors, row.warnings = seen.errors, seen.warnings
    session.flush()
    return seen


def _seen(row: Upload, acting: Acting, report: FileReport | None) -> CheckedUpload:
    return CheckedUpload(
        id=row.id,
        employer_id=row.employer_id,
        employer_code=acting.codes[row.employer_id],
        file_name=row.file_name,
        size_bytes=row.size_bytes,
        uploaded_at=row.uploaded_at,
        report=report,
        submission_id=row.submission_id,
    )


def _draft(row: Upload, closed: frozenset[YearMonth]) -> Draft:
    months = tuple(YearMonth.parse(month) for month in row.months)
    return Draft(
        id=row.id,
        employer_id=row.employer_id,
        file_name=row.file_name,
        uploaded_at=row.uploaded_at,
        months=months,
        records=row.records,
        total_sen=row.total_sen,
        errors=row.errors,
        warnings=row.warnings,
        state=State.ERRORS if closed.intersection(months) else State(row.state),
    )
