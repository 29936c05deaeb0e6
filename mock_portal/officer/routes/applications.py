"""One application: look at it, take it, give it back, query, reject or approve it."""

from typing import Final

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from mock_portal.access import officers
from mock_portal.edge import database, now, origin, world
from mock_portal.errors import NotAllowed, PortalError
from mock_portal.hosts import Site
from mock_portal.officer import deciding
from mock_portal.officer.current import officer
from mock_portal.officer.deciding import Desk
from mock_portal.officer.forms import OneButton, ReasonForm
from mock_portal.officer.shown import Shown
from mock_portal.officer.words import refusal
from mock_portal.registration import reviewing
from mock_portal.registration.errors import RegistrationError
from mock_portal.registration.mail import waits_for
from mock_portal.registration.reviewing import ApplicationNotFound, DocumentNotFound, Reviewer

__all__ = ["blueprint"]

blueprint = Blueprint("applications", __name__, url_prefix="/applications/<reference>")

_REFUSED: Final = (RegistrationError, NotAllowed)
# What the applicant's side takes; whatever else a row holds is only bytes to a browser.
_MEDIA_TYPES: Final = frozenset({"application/pdf", "image/jpeg", "image/png"})


@blueprint.route("", methods=["GET", "POST"])
@officers
def show(reference: str) -> ResponseReturnValue:
    """An application in full. Without scripts Approve is posted here, and a page of its own asks."""
    if request.method == "POST":
        return redirect(url_for(".approve", reference=reference), 303)
    shows_numbers = request.args.get("numbers") == "shown" and deciding.may_see_numbers(
        database(), reference, _me(), now=now()
    )
    return _page(reference, shows_numbers=shows_numbers)


@blueprint.post("/numbers")
@officers
def show_numbers(reference: str) -> ResponseReturnValue:
    """Show the identity numbers for a while: looking at the page again writes nothing down."""
    deciding.see_numbers(database(), reference, _me(), now=now())
    return redirect(url_for(".show", reference=reference, numbers="shown", _anchor="representative"), 303)


@blueprint.post("/open")
@officers
def open_for_review(reference: str) -> ResponseReturnValue:
    """Take it, so that nobody else decides it."""
    try:
        desk = Desk(world().name, origin(Site.PORTAL))
        deciding.open_for_review(database(), reference, _me(), desk, now=now())
    except _REFUSED as error:
        return _refused(reference, error)
    return redirect(url_for(".show", reference=reference), 303)


@blueprint.post("/give-back")
@officers
def give_back(reference: str) -> ResponseReturnValue:
    """Put it back into the queue for any officer."""
    try:
        deciding.give_back(database(), reference, _me(), now=now())
    except _REFUSED as error:
        return _refused(reference, error)
    return redirect(url_for(".show", reference=reference), 303)


@blueprint.get("/documents/<int:document_id>")
@officers
def document(reference: str, document_id: int) -> Response:
    """A document, always as a file to keep: nothing that an applicant sent is shown as a page of ours."""
    from io import BytesIO

    found = deciding.read_document(database(), reference, document_id, _me(), now=now())
    media_type = found.media_type if found.media_type in _MEDIA_TYPES else "application/octet-stream"
    # A line break or a mark that turns the direction of writing has no place in a header or a file's name.
    name = "".join(sign if sign.isprintable() else "_" for sign in found.name)
    response = send_file(BytesIO(found.content), media_type, as_attachment=True, download_name=name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@blueprint.route("/query", methods=["GET", "POST"])
@officers
def query(reference: str) -> ResponseReturnValue:
    """Ask the applicant for more."""
    form = ReasonForm()
    if form.validate_on_submit():
        try:
            deciding.query(database(), reference, _me(), form.reason.data, now=now())
        except _REFUSED as error:
            form.refuse(_words(error), status=error.status)
        else:
            return redirect(url_for(".result", reference=reference), 303)
    return _reason_page("query", reference, form)


@blueprint.route("/reject", methods=["GET", "POST"])
@officers
def reject(reference: str) -> ResponseReturnValue:
    """Refuse it for good."""
    form = ReasonForm()
    if form.validate_on_submit():
        try:
            deciding.reject(database(), reference, _me(), form.reason.data, now=now())
        except _REFUSED as error:
            form.refuse(_words(error), status=error.status)
        else:
            return redirect(url_for(".result", reference=reference), 303)
    return _reason_page("reject", reference, form)


@blueprint.route("/approve", methods=["GET", "POST"])
@officers
def approve(reference: str) -> ResponseReturnValue:
    """Give employer code and Portal ID, after the dialog or this page has asked."""
    if request.method == "POST":
        try:
            deciding.approve(database(), reference, _me(), now=now())
        except _REFUSED as error:
            return _refused(reference, error)
        return redirect(url_for(".result", reference=reference, just="now"), 303)
    application = reviewing.read_application(database(), reference)
    shown = Shown(application, officer())
    if not shown.can_decide:
        return redirect(url_for(".show", reference=reference), 303)
    return render_template("officer/approve.html", shown=shown, form=OneButton())


@blueprint.get("/result")
@officers
def result(reference: str) -> ResponseReturnValue:
    """What the decision led to: numbers to keep, what was mailed, the next application."""
    shown = Shown(reviewing.read_application(database(), reference), officer())
    if not shown.is_decided:
        return redirect(url_for(".show", reference=reference), 303)
    waiting = reviewing.list_for_review(database(), state=reviewing.ApplicationState.SUBMITTED, per_page=1)
    return render_template(
        "officer/result.html",
        shown=shown,
        next_one=waiting.items[0].reference if waiting.items else None,
        mail_waits=waits_for(database(), shown.view.email).tried,
        is_new=request.args.get("just") == "now",
    )


def _me() -> Reviewer:
    return Reviewer(officer().id, officer().name)


def _page(reference: str, *, shows_numbers: bool = False, problem: str = "") -> str:
    shown = Shown(reviewing.read_application(database(), reference), officer(), shows_numbers=shows_numbers)
    form = OneButton()
    if problem:
        form.refuse(problem)
    return render_template("officer/application.html", shown=shown, form=form)


def _refused(reference: str, error: PortalError) -> ResponseReturnValue:
    """The application as it stands, with what stood against the act on top."""
    return _page(reference, problem=_words(error)), error.status


def _reason_page(what: str, reference: str, form: ReasonForm) -> ResponseReturnValue:
    shown = Shown(reviewing.read_application(database(), reference), officer())
    if not shown.can_decide and not form.has_errors:
        return redirect(url_for(".show", reference=reference), 303)
    return render_template("officer/reason.html", what=what, shown=shown, form=form)


def _words(error: PortalError) -> str:
    """The refusal in words; what is not there at all is an error page's business."""
    if isinstance(error, ApplicationNotFound | DocumentNotFound):
        raise error
    return refusal(error)
