"""Step D: check the answers, declare, submit; and the page with the reference number."""

from typing import Final

from flask import Blueprint, flash, redirect, render_template, session, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from mock_portal.access import public
from mock_portal.edge import database, now
from mock_portal.registration import applying, facts
from mock_portal.registration.errors import EmailInUse, EmailUnknown, NotComplete, NumberInUse
from mock_portal.registration.forms import DeclarationForm
from mock_portal.registration.papers import PAPERS
from mock_portal.registration.states import EDITABLE, ApplicationState, Kind
from mock_portal.registration.views import ApplicationView
from mock_portal.registration.visiting import (
    mail_waits,
    missing_documents,
    missing_words,
    my_application,
    my_draft,
    send_new_link,
    visit,
)
from mock_portal.ui.languages import said

__all__ = ["blueprint"]

blueprint = Blueprint("finish", __name__)
_JUST: Final = "application_just_sent"


@blueprint.route("/employer/register/declaration", methods=["GET", "POST"])
@public
def declare() -> Response | str:
    """All answers, each with Change; the tick; Submit."""
    form = DeclarationForm()
    draft = my_draft(after="representative")
    if form.validate_on_submit():
        _refuse_if_documents_miss(draft)
        if form.declared.data:
            return redirect(url_for(".confirm"), 303)
        form.ask_for_the_tick()
    return _page(form)


@blueprint.route("/employer/register/confirm", methods=["GET", "POST"])
@public
def confirm() -> Response | str:
    """Proceed for Submission? With JavaScript a dialog asks and only the POST comes here."""
    form = DeclarationForm()
    mine = my_application()
    if mine is not None and mine.state not in EDITABLE:
        return redirect(url_for(".sent"), 303)  # pressed twice
    draft = my_draft(after="representative")
    _refuse_if_documents_miss(draft)
    if not form.validate_on_submit():
        return render_template("registration/confirm.html", form=form, view=draft)
    if not form.declared.data:
        form.ask_for_the_tick()
        return _page(form)
    try:
        applying.submit(database(), visit(), now=now())
    except (NumberInUse, EmailInUse, EmailUnknown) as error:
        form.refuse(
            gettext(
                "Another application took the registration number or the email address meanwhile. Change it "
                "and submit again."
            ),
            status=error.status,
        )
        return _page(form)
    session[_JUST] = True
    return redirect(url_for(".sent"), 303)


@blueprint.get("/employer/register/sent")
@public
def sent() -> Response | str:
    """The reference number, and what comes next."""
    mine = my_application()
    if mine is None or mine.state in EDITABLE:
        return redirect(url_for("registration.start.choose"), 303)
    return render_template(
        "registration/sent.html",
        view=mine,
        is_pending=mine.state is ApplicationState.PENDING_EMAIL,
        mail_waits=mail_waits(mine.email),
        just_sent=bool(session.pop(_JUST, False)),
    )


@blueprint.post("/employer/register/sent/again")
@public
def send_again() -> Response:
    """Mail the verification link again."""
    mine = my_application()
    if mine is not None and mine.state is ApplicationState.PENDING_EMAIL:
        send_new_link(mine)
    return redirect(url_for(".sent"), 303)


def _page(form: DeclarationForm) -> str:
    draft = my_draft(after="representative")
    assert draft.representative is not None  # noqa: S101 - my_draft asked for it
    is_new = draft.kind is Kind.NEW_EMPLOYER
    missing = missing_documents(draft)
    company = facts.company_facts(draft.company) if draft.company else facts.employer_facts(draft)
    return render_template(
        "registration/declaration.html",
        form=form,
        view=draft,
        missing=missing_words(missing) if missing else "",
        company=_rows(company, "registration.company.edit" if is_new else "registration.existing.edit"),
        representative=_rows(
            facts.representative_facts(draft.representative), "registration.representative.edit"
        ),
        documents=[
            (said(PAPERS[each.kind]), each.name, url_for("registration.documents.edit", _anchor="uploaded"))
            for each in draft.documents
        ],
    )


def _rows(told: tuple[facts.Fact, ...], step: str) -> list[tuple[str, str, str]]:
    return [(said(fact.label), said(fact.value), _change(fact.field, step)) for fact in told]


def _change(field: str, step: str) -> str:
    """Where an answer is changed: at its field, which the browser focuses by the address alone."""
    if not field:
        return ""
    if field == "purpose":
        step = "registration.existing.purpose"
    return url_for(step, _anchor=f"{field}-0" if field in {"purpose", "acts_as"} else field)


def _refuse_if_documents_miss(draft: ApplicationView) -> None:
    missing = missing_documents(draft)
    if missing:
        raise NotComplete("documents", missing)


@blueprint.errorhandler(NotComplete)
def go_to_what_is_missing(error: NotComplete) -> Response:
    """Send an applicant who wants to submit to what has to be done first."""
    if error.step != "documents":
        return redirect(url_for(f"registration.{error.step}.edit"), 303)
    flash(missing_words(error.missing), "error")
    return redirect(url_for("registration.documents.edit"), 303)
