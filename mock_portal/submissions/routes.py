"""Pages of contributions: months and drafts, submitted contributions, records and their PDF.

Screens and labels: portal-flows 6.1 (vendor [ESTR]) and 6.5 (assumed).
"""

from collections.abc import Sequence

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import NotFound

from mock_portal.access import current_user, signed_in
from mock_portal.edge import database, now
from mock_portal.employers.service import get_employer
from mock_portal.submissions import listing, sheet
from mock_portal.submissions.errors import NoSuchSubmission
from mock_portal.submissions.forms import EmployerChoice
from mock_portal.submissions.lines import lines_page, month_totals
from mock_portal.submissions.listing import Submitted
from mock_portal.submissions.months.service import pending_months
from mock_portal.submissions.payables import Payable
from mock_portal.submissions.sheet import EmployerFacts
from mock_portal.submissions.text_file.findings import masked
from mock_portal.submissions.text_file.service import drafts
from mock_portal.submissions.visiting import chosen_employer, employer_of
from mock_portal.submissions.words import LINE_WORDS, STATE_WORDS
from mock_portal.ui.languages import language
from mock_portal.ui.pdf import pdf_answer

__all__ = ["blueprint"]

blueprint = Blueprint("submissions", __name__, template_folder="templates")


@blueprint.app_context_processor
def words() -> dict[str, object]:
    """The words of states and amounts, for the templates."""
    return {"STATE_WORDS": STATE_WORDS, "LINE_WORDS": LINE_WORDS}


@blueprint.app_template_filter("masked")
def masked_number(identity_number: str) -> str:
    """An identity number of which only the last digits show."""
    return masked(identity_number)


@blueprint.get("/employer/contributions")
@signed_in
def contributions() -> str:
    """SOCSO + EIS: the months to submit and the drafts of one employer."""
    employer = chosen_employer()
    return render_template(
        "submissions/contributions.html",
        choice=EmployerChoice.of(current_user().employers, employer),
        employer=employer,
        months=pending_months(database(), employer.id, today=now().date()),
        drafts=drafts(database(), employer.id),
    )


@blueprint.get("/employer/submissions")
@signed_in
def submitted() -> str:
    """Submitted contributions: every ACR and ECR of one employer, newest first."""
    employer = chosen_employer()
    return render_template(
        "submissions/submitted.html",
        choice=EmployerChoice.of(current_user().employers, employer),
        employer=employer,
        payables=[p for s in listing.submissions_of(database(), employer.id) for p in s.payables],
    )


@blueprint.get("/employer/submissions/<int:submission_id>")
@signed_in
def view(submission_id: int) -> str:
    """One submission with its records."""
    seen = _mine(submission_id)
    shown = lines_page(database(), submission_id, request.args.get("page", 1, type=int))
    return render_template(
        "submissions/view.html", submission=seen, employer=employer_of(seen.employer_id), lines=shown
    )


@blueprint.get("/employer/submissions/<int:submission_id>/received")
@signed_in
def received(submission_id: int) -> str:
    """What Submit led to: the numbers to keep, and what comes next."""
    seen = _mine(submission_id)
    due = min(month.due_date for month in seen.months)
    return render_template(
        "submissions/received.html", submission=seen, employer=employer_of(seen.employer_id), due_date=due
    )


@blueprint.get("/employer/submissions/<int:submission_id>/print")
@signed_in
def print_all(submission_id: int) -> Response:
    """The PDF of ACR and ECR together."""
    seen = _mine(submission_id)
    return _pdf(seen, seen.payables)


@blueprint.get("/employer/submissions/<int:submission_id>/print/<number>")
@signed_in
def print_one(submission_id: int, number: str) -> Response:
    """The PDF of one record."""
    seen = _mine(submission_id)
    chosen = [payable for payable in seen.payables if payable.number == number]
    if not chosen:
        raise NotFound
    return _pdf(seen, chosen)


def _mine(submission_id: int) -> Submitted:
    seen = listing.get_submission(database(), submission_id)
    if seen.employer_id not in {employer.id for employer in current_user().employers}:
        raise NoSuchSubmission(str(submission_id))
    return seen


def _pdf(seen: Submitted, payables: Sequence[Payable]) -> Response:
    employer = get_employer(database(), seen.employer_id)
    totals = month_totals(database(), seen.id)
    pdf = sheet.print_records(
        payables,
        employer=EmployerFacts(employer.code, employer.name, employer.ssm_number),
        totals=totals,
        language=language(),
    )
    return pdf_answer(pdf, sheet.file_name(payables))
