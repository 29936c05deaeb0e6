"""Pages of the first-time registration: start, steps A to D, links of mails, status."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from mock_portal.registration.routes import (
    company,
    documents,
    existing,
    finish,
    mailed,
    representative,
    start,
)
from mock_portal.registration.visiting import StepMissing

__all__ = ["blueprint"]

blueprint = Blueprint("registration", __name__, template_folder="../templates")
for part in (start, company, existing, representative, documents, finish, mailed):
    blueprint.register_blueprint(part.blueprint)

_STEPS = {
    "start": "registration.start.choose",
    "company": "registration.company.edit",
    "representative": "registration.representative.edit",
}


@blueprint.errorhandler(StepMissing)
def go_to_step(error: StepMissing) -> Response:
    """Send an applicant who came too early, or whose application has gone on, to where it goes on."""
    return redirect(url_for(_STEPS[error.step]), 303)
