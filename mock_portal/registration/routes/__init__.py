"""Pages of the first-time registration: start, steps A to D, links of mails, status."""

from flask import Blueprint, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mock_portal.registration.errors import OpenedElsewhere
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
    "purpose": "registration.existing.purpose",
    "representative": "registration.representative.edit",
}


@blueprint.errorhandler(StepMissing)
def go_to_step(error: StepMissing) -> Response:
    """Send an applicant who came too early, or whose application has gone on, to where it goes on."""
    return redirect(url_for(_STEPS[error.step]), 303)


@blueprint.errorhandler(OpenedElsewhere)
def say_where_it_is(error: OpenedElsewhere) -> Response:
    """Say that the application is in another browser now, and how it comes back to this one."""
    if request.accept_mimetypes.best == "application/json":
        return make_response(jsonify(next=url_for("registration.documents.edit")), error.status)
    page = render_template("registration/link.html", why="other_browser", error=error)
    return make_response(page, error.status)
