"""Choosing the kind, and asking how an application stands (portal-flows 2.1, 2.4)."""

from typing import Final

from flask import Blueprint, redirect, render_template, session, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from mock_portal.access import public
from mock_portal.accounts.directory import has_ended_temporary_password
from mock_portal.edge import database, now, world
from mock_portal.registration import applying
from mock_portal.registration.errors import ApplicationNotFound, OpenedElsewhere
from mock_portal.registration.forms import KindForm, StatusForm
from mock_portal.registration.history import get_by_reference
from mock_portal.registration.states import EDITABLE, WORDS, ApplicationState, Kind
from mock_portal.registration.views import ApplicationView, view_of
from mock_portal.registration.visiting import let_go, mail_waits, my_application, send_new_link
from mock_portal.ui.languages import said

__all__ = ["blueprint"]

blueprint = Blueprint("start", __name__)
_ASKED: Final = "application_asked_for"


@blueprint.route("/employer/register", methods=["GET", "POST"])
@public
def choose() -> Response | str:
    """New Employer or Existing Employer, Next."""
    form = KindForm()
    mine, lost = None, ""
    try:
        mine = my_application()
    except OpenedElsewhere as error:
        lost = error.reference
    if form.validate_on_submit():
        if lost:
            let_go()
        step = "company" if form.chosen is Kind.NEW_EMPLOYER else "existing"
        return redirect(url_for(f"registration.{step}.edit"), 303)
    unfinished = mine if mine is not None and mine.state in EDITABLE else None
    is_sent = mine is not None and mine.state not in {*EDITABLE, ApplicationState.EXPIRED}
    return render_template(
        "registration/choose.html",
        form=form,
        unfinished=unfinished,
        submitted=mine if is_sent else None,
        lost=lost,
    )


@blueprint.route("/employer/register/status", methods=["GET", "POST"])
@public
def status() -> Response | str:
    """Reference number and e-mail address."""
    form = StatusForm()
    if form.validate_on_submit():
        try:
            found = applying.read_status(database(), form.reference.data, form.email.data)
        except ApplicationNotFound:
            form.refuse(
                gettext("No application has this reference number and email address. Check both of them.")
            )
        else:
            session[_ASKED] = found.reference
            return redirect(url_for(".stands"), 303)
    return render_template("registration/status.html", form=form)


@blueprint.get("/employer/register/status/result")
@public
def stands() -> Response | str:
    """How the application stands that was asked for."""
    view = _asked_for()
    if view is None:
        return redirect(url_for(".status"), 303)
    waits = mail_waits(view.email)
    return render_template(
        "registration/stands.html",
        view=view,
        state=said(WORDS[view.state]),
        mail_waits=waits,
        sends=_sends(view) and not waits,
        password_ended=has_ended_temporary_password(
            database(), view.portal_id, settings=world().settings, now=now()
        ),
    )


@blueprint.post("/employer/register/status/send")
@public
def send_link() -> Response:
    """Mail the link again: to verify, to go on with a draft, or to answer a query."""
    view = _asked_for()
    if view is not None and _sends(view):
        send_new_link(view)
    return redirect(url_for(".stands"), 303)


def _asked_for() -> ApplicationView | None:
    reference = session.get(_ASKED)
    if not isinstance(reference, str):
        return None
    try:
        return view_of(get_by_reference(database(), reference))
    except ApplicationNotFound:
        return None  # the world was set back to before it


def _sends(view: ApplicationView) -> bool:
    if view.state is ApplicationState.DRAFT:
        return bool(view.email)
    return view.state in {ApplicationState.PENDING_EMAIL, ApplicationState.QUERY}
