"""`/employer/profile`: what is on record about the employers of the ID."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from mock_portal.access import current_user, signed_in
from mock_portal.edge import database
from mock_portal.employers.service import employers_of

__all__ = ["blueprint"]

blueprint = Blueprint("employers", __name__, template_folder="templates")


@blueprint.get("/employer/profile")
@signed_in
def profile() -> ResponseReturnValue:
    """Profile view (portal-flows 4.1; "Profile Viewing" is an official section title [UG17])."""
    return render_template(
        "employers/profile.html", linked=employers_of(database(), current_user().account_id)
    )
