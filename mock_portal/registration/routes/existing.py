"""An employer that has a code: find it, and say what the application is for (portal-flows 2.3)."""

from flask import Blueprint, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from mock_portal.access import public
from mock_portal.edge import database, now
from mock_portal.registration import drafts
from mock_portal.registration.errors import NoEmployerMatches
from mock_portal.registration.forms import ExistingForm, PurposeForm
from mock_portal.registration.states import EDITABLE, Kind
from mock_portal.registration.visiting import hold, my_application, my_draft, next_step, visit

__all__ = ["blueprint"]

blueprint = Blueprint("existing", __name__)


@blueprint.route("/employer/register/existing", methods=["GET", "POST"])
@public
def edit() -> Response | str:
    """Employer Code and registration number, which must be of one active employer."""
    mine = my_application()
    is_mine = mine is not None and mine.kind is Kind.EXISTING_EMPLOYER and mine.state in EDITABLE
    form = ExistingForm(obj=mine if is_mine else None)
    if form.validate_on_submit():
        try:
            key = drafts.start_existing(
                database(),
                visit(),
                code=form.employer_code.data,
                number=form.registration_no.data,
                now=now(),
            )
        except NoEmployerMatches:
            form.refuse(
                gettext("Employer record not found. Check that code and number are of the same employer.")
            )
        else:
            hold(key)
            return redirect(url_for(".purpose"), 303)
    return render_template("registration/existing.html", form=form)


@blueprint.route("/employer/register/purpose", methods=["GET", "POST"])
@public
def purpose() -> Response | str:
    """First Portal ID or change of representative, or one more employer for a Portal ID."""
    draft = my_draft(kind=Kind.EXISTING_EMPLOYER)
    _, has_id = drafts.find_employer(database(), draft)
    form = PurposeForm(has_id=has_id, purpose=draft.purpose.value)
    if form.validate_on_submit():
        drafts.choose_purpose(database(), visit(), form.chosen)
        return redirect(url_for(next_step("registration.representative.edit")), 303)
    return render_template("registration/purpose.html", form=form, view=draft, has_id=has_id)
