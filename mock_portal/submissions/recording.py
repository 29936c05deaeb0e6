"""Making the records of one Submit: the submission, its lines, its ACR and its ECR."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import insert
from sqlalchemy.orm import Session

from contributions import Record
from mock_portal.submissions.errors import NothingToPay
from mock_portal.submissions.models import PayableRow, Submission, SubmissionLine
from mock_portal.submissions.states import State

__all__ = ["keep"]

# Numbers of a fresh portal begin above this, so that none of them reads like a row number.
FIRST_NUMBER: Final = 100


def keep(
    session: Session,
    *,
    employer_id: int,
    account_id: int | None,
    records: Sequence[Record],
    received_at: datetime,
) -> Submission:
    """Record what an employer declared, and make the ACR and ECR that ask for it.

    The two carry the same digits. A scheme in which nobody owes anything gets no record.

    Raises:
        NothingToPay: every amount is zero.
    """
    submission = Submission(
        employer_id=employer_id,
        account_id=account_id,
        received_at=received_at,
        months=sorted({str(record.month) for record in records}),
        heads=len({record.identity_number for record in records}),
    )
    session.add(submission)
    session.flush()
    submission.payables.extend(_payables(submission, records))
    if not submission.payables:
        raise NothingToPay
    session.execute(insert(SubmissionLine), [_line(submission.id, record) for record in records])
    session.flush()
    return submission


def _payables(submission: Submission, records: Sequence[Record]) -> list[PayableRow]:
    def total(field: str) -> int:
        return sum(getattr(record, field) for record in records)

    digits = f"{FIRST_NUMBER + submission.id:012}"
    common = {"employer_id": submission.employer_id, "state": State.SUBMITTED.value}
    acr = {field: total(field) for field in ("socso_employer", "socso_employee", "lindung")}
    ecr = {field: total(field) for field in ("eis_employer", "eis_employee")}
    return [
        PayableRow(number=scheme + digits, scheme=scheme, **common, **amounts)
        for scheme, amounts in (("ACR", acr), ("ECR", ecr))
        if any(amounts.values())
    ]


def _line(submission_id: int, record: Record) -> dict[str, object]:
    return {
        "submission_id": submission_id,
        "identity_number": record.identity_number,
        "name": record.name,
        "month": str(record.month),
        "wage": record.wage,
        "socso_employer": record.socso_employer,
        "socso_employee": record.socso_employee,
        "eis_employer": record.eis_employer,
        "eis_employee": record.eis_employee,
        "lindung": record.lindung,
    }
