"""Step B: the representative."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from mock_portal.access import public
from mock_portal.csrf import shown_again
from mock_portal.edge import database, now
from mock_portal.registration import drafts
from mock_portal.registration.answers import Representative
from mock_portal.registration.errors import EmailInUse, EmailUnknown
from mock_portal.registration.representative_form import RepresentativeForm
from mock_portal.registration.states import ApplicationState, Kind
from mock_portal.registration.views import ApplicationView
from mock_portal.registration.visiting import my_draft, next_step, visit

__all__ = ["blueprint"]

blueprint = Blueprint("representative", __name__)


@blueprint.route("/employer/register/representative", methods=["GET", "POST"])
@public
def edit() -> Response | str:
    """Fill in who acts for the employer; the e-mail address becomes the log-in."""
    draft = my_draft(after="employer")
    form = _form(draft)
    if request.form.get("fill_in") and not shown_again():
        form.fill_in_from_number()
    elif form.validate_on_submit():
        try:
            drafts.save_representative(database(), visit(), form.answers)
        except EmailInUse:
            form.refuse(_email_in_use(), "email")
        except EmailUnknown:
            form.refuse(_email_unknown(), "email")
        else:
            return redirect(url_for(next_step("registration.documents.edit")), 303)
    back = "registration.company.edit" if draft.kind is Kind.NEW_EMPLOYER else "registration.existing.purpose"
    return render_template(
        "registration/representative.html", form=form, view=draft, back=url_for(back), today=now().date()
    )


def _form(draft: ApplicationView) -> RepresentativeForm:
    fixed = "" if draft.state is ApplicationState.DRAFT else draft.email
    today = now().date()
    if draft.representative is None:
        return RepresentativeForm(today=today)
    return RepresentativeForm(obj=_Shown(draft.representative), today=today, fixed_email=fixed)


class _Shown:
    """What was kept, as the form's fields take it."""

    def __init__(self, kept: Representative) -> None:
        self.__dict__.update(vars(kept))
        self.confirm_email = kept.email


def _email_in_use() -> str:
    return str(
        gettext(
            "This email address belongs to a Portal ID or to another application. Use another one, or log in "
            "with it."
        )
    )


def _email_unknown() -> str:
    return str(gettext("This email address is no Portal ID. Enter the one that you log in with."))
