"""Step A: company information, and what its scripts ask for."""

from datetime import timedelta
from typing import Final

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from mock_portal.access import public
from mock_portal.csrf import shown_again
from mock_portal.edge import database, now
from mock_portal.registration import drafts, places
from mock_portal.registration.company_form import CompanyForm, city_value
from mock_portal.registration.entities import ENTITIES
from mock_portal.registration.errors import NumberInUse
from mock_portal.registration.papers import PAPERS, needed
from mock_portal.registration.states import EDITABLE, Kind
from mock_portal.registration.visiting import hold, my_application, next_step, visit
from mock_portal.ui.languages import said

__all__ = ["blueprint"]

blueprint = Blueprint("company", __name__)
REGISTER_WITHIN: Final = timedelta(days=30)  # official [REG]


@blueprint.route("/employer/register/company", methods=["GET", "POST"])
@public
def edit() -> Response | str:
    """Fill in the business; a draft begins when it is complete."""
    mine = my_application()
    is_mine = mine is not None and mine.kind is Kind.NEW_EMPLOYER and mine.state in EDITABLE
    kept = mine.company if is_mine and mine is not None else None
    form = CompanyForm.showing(kept, today=now().date())
    if request.form.get("fill_in") and not shown_again():
        form.fill_in_place()
    elif form.validate_on_submit():
        try:
            hold(drafts.save_company(database(), visit(), form.answers, now=now()))
        except NumberInUse as error:
            form.refuse(_number_in_use(registered=error.registered), "registration_no")
        else:
            _warn_if_late(form)
            return redirect(url_for(next_step("registration.representative.edit")), 303)
    return render_template(
        "registration/company.html", form=form, view=mine if is_mine else None, entities=_entities()
    )


@blueprint.get("/employer/register/places/<postcode>")
@public
def place_of(postcode: str) -> Response:
    """State and city of a postcode, for the script that fills them in."""
    place = places.find_place(postcode)
    if place is None:
        return jsonify(state="", city="")
    return jsonify(state=place.state, city=city_value(place.state, place.city))


def _number_in_use(*, registered: bool) -> str:
    if registered:
        return str(
            gettext(
                "This number is of an employer that is registered already. Register as an Existing Employer."
            )
        )
    return str(
        gettext(
            "An application with this number is open already. Ask for its status by its reference number."
        )
    )


def _warn_if_late(form: CompanyForm) -> None:
    day = form.answers.first_employee
    late = (now().date() - day) - REGISTER_WITHIN
    if late > timedelta(0):
        flash(
            ngettext(
                "Employers register within 30 days of hiring. This is %(num)s day late; you can go on.",
                "Employers register within 30 days of hiring. This is %(num)s days late; you can go on.",
                late.days,
            ),
            "warning",
        )


def _entities() -> list[dict[str, object]]:
    """What the script shows for each kind of business: the number's name, the documents."""
    return [
        {
            "key": key,
            "title": said(entity.title),
            "number_label": said(entity.number_label) if entity.number_label else "",
            "documents": [said(PAPERS[kind]) for kind in needed(Kind.NEW_EMPLOYER, key, "owner")],
        }
        for key, entity in ENTITIES.items()
    ]
