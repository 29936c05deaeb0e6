"""What was declared for each employee: the lines of a submission, and their sums by month."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contributions import YearMonth
from mock_portal.submissions.models import SubmissionLine
from mock_portal.submissions.payables import KINDS

__all__ = ["Line", "LinesPage", "lines_page", "month_totals"]

LINES_A_PAGE: Final = 50


@dataclass(frozen=True)
class Line:
    """One employee and month of a submission. Amounts are sen."""

    identity_number: str
    name: str
    month: YearMonth
    wage: int
    socso_employer: int
    socso_employee: int
    eis_employer: int
    eis_employee: int
    lindung: int

    @property
    def total(self) -> int:
        """All five shares together."""
        return (
            self.socso_employer + self.socso_employee + self.eis_employer + self.eis_employee + self.lindung
        )


@dataclass(frozen=True)
class LinesPage:
    """Some lines of a submission: page `page` of `pages`, from 1."""

    shown: tuple[Line, ...]
    page: int
    pages: int


def lines_page(session: Session, submission_id: int, page: int) -> LinesPage:
    """Lines of a submission, by month and then as declared; a page that is not there is the first."""
    query = select(SubmissionLine).filter_by(submission_id=submission_id)
    count = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    pages = max(-(-count // LINES_A_PAGE), 1)
    page = page if 1 <= page <= pages else 1
    shown = query.order_by(SubmissionLine.month, SubmissionLine.id)
    rows = session.scalars(shown.offset((page - 1) * LINES_A_PAGE).limit(LINES_A_PAGE))
    return LinesPage(shown=tuple(_line(row) for row in rows), page=page, pages=pages)


def month_totals(session: Session, submission_id: int) -> dict[YearMonth, dict[str, int]]:
    """What each month of a submission adds to each of its lines, in sen."""
    sums = [func.sum(getattr(SubmissionLine, kind)).label(kind) for kind in KINDS]
    query = select(SubmissionLine.month, *sums).where(SubmissionLine.submission_id == submission_id)
    rows = session.execute(query.group_by(SubmissionLine.month).order_by(SubmissionLine.month))
    return {YearMonth.parse(row.month): {kind: getattr(row, kind) for kind in KINDS} for row in rows}


def _line(row: SubmissionLine) -> Line:
    return Line(
        identity_number=row.identity_number,
        name=row.name,
        month=YearMonth.parse(row.month),
        wage=row.wage,
        socso_employer=row.socso_employer,
        socso_employee=row.socso_employee,
        eis_employer=row.eis_employer,
        eis_employee=row.eis_employee,
        lindung=row.lindung,
    )
