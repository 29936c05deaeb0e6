"""Pages of the contribution by text file: upload, findings, summary, confirm (portal-flows 6.3)."""

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext, ngettext
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as Answer

from contributions import Severity, findings_as_csv
from mock_portal.access import EmployerRef, current_user, signed_in
from mock_portal.edge import database, now, world
from mock_portal.errors import PortalError
from mock_portal.submissions.errors import FileHasErrors, FileTooLarge, NothingToPay, WarningsNotAccepted
from mock_portal.submissions.text_file import service
from mock_portal.submissions.text_file.forms import SubmitForm, UploadForm
from mock_portal.submissions.text_file.screens import FindingsTable, Summary
from mock_portal.submissions.text_file.service import CheckedUpload
from mock_portal.submissions.visiting import acting, chosen_employer, employer_of
from mock_portal.ui.filters import file_size
from mock_portal.ui.languages import language

__all__ = ["blueprint"]

blueprint = Blueprint("text_file", __name__)


@blueprint.route("/employer/contributions/text-file", methods=["GET", "POST"])
@signed_in
def upload() -> str | Answer:
    """Choose File, Next."""
    form = UploadForm()
    employer = chosen_employer()
    if form.validate_on_submit():
        try:
            seen = service.receive(
                database(),
                acting=acting(),
                employer_id=employer.id,
                file=form.sent,
                limit_bytes=world().settings.upload_limit_bytes,
                now=now(),
            )
        except FileTooLarge as error:
            form.refuse_size(error.limit)
            return _refused(form, employer, error.status)
        return _went_on(seen)
    if form.file.errors:
        return _refused(form, employer, 422)
    return _upload_page(form, employer)


@blueprint.errorhandler(RequestEntityTooLarge)
def cut_at_the_edge(error: RequestEntityTooLarge) -> Answer:
    """Answer a body so large that it was not read: on the page where the file was chosen.

    What still comes is read and thrown away first: a browser that is not let finish its sentence shows a
    broken connection and no page.
    """
    del error
    _read_and_throw_away()
    try:
        employer = chosen_employer()
    except PortalError as refusal:
        # A visitor, or somebody else's employer: an error raised in here would become our own fault.
        answer: Response = current_app.make_response(current_app.handle_user_exception(refusal))
        return answer
    form = UploadForm(formdata=None)
    form.refuse_size(world().settings.upload_limit_bytes)
    return _refused(form, employer, FileTooLarge.status)


@blueprint.route("/employer/contributions/uploads/<int:upload_id>", methods=["GET", "POST"])
@signed_in
def look(upload_id: int) -> str | Answer:
    """Show what was read: the findings when something blocks Submit, else the Contribution Summary."""
    seen = service.get_checked(database(), upload_id, acting=acting(), now=now())
    form = SubmitForm()
    if seen.submission_id is not None:
        return redirect(url_for("submissions.received", submission_id=seen.submission_id), 303)
    if form.validate_on_submit() and seen.may_be_submitted:
        if seen.warnings == 0 or form.accepts_warnings.data:
            accepted = "yes" if form.accepts_warnings.data else None
            return redirect(url_for(".confirm", upload_id=upload_id, accepted=accepted), 303)
        _ask_for_the_tick(form)
    return _look_page(seen, form)


@blueprint.route("/employer/contributions/uploads/<int:upload_id>/confirm", methods=["GET", "POST"])
@signed_in
def confirm(upload_id: int) -> str | Answer:
    """Ask once more, then submit. With JavaScript a dialog asks and only the POST comes here."""
    form = SubmitForm()
    if form.validate_on_submit():
        return _submitted(upload_id, form)
    seen = service.get_checked(database(), upload_id, acting=acting(), now=now())
    if not seen.may_be_submitted:
        return redirect(url_for(".look", upload_id=upload_id), 303)
    form.accepts_warnings.data = request.values.get("accepted") == "yes"
    return render_template("submissions/confirm.html", form=form, summary=Summary(seen))


@blueprint.get("/employer/contributions/uploads/<int:upload_id>/findings.csv")
@signed_in
def download_findings(upload_id: int) -> Response:
    """The findings as a file for a spreadsheet."""
    seen = service.get_checked(database(), upload_id, acting=acting(), now=now())
    report = seen.report
    response = make_response("" if report is None else findings_as_csv(report, language=language()))
    response.mimetype = "text/csv"
    response.headers["Content-Disposition"] = f"attachment; filename=findings-{upload_id}.csv"
    return response


@blueprint.post("/employer/contributions/drafts/remove")
@signed_in
def remove() -> Answer:
    """Remove one draft by its own button, or all that are ticked."""
    wanted = request.form.getlist("only", type=int) or request.form.getlist("upload", type=int)
    for upload_id in wanted:
        service.remove(database(), upload_id, acting=acting())
    if wanted:
        flash(ngettext("%(num)s draft removed.", "%(num)s drafts removed.", len(wanted)))
    else:
        flash(gettext("Tick the drafts to remove first."), "warning")
    return redirect(url_for("submissions.contributions", employer=chosen_employer().code), 303)


def _submitted(upload_id: int, form: SubmitForm) -> str | Answer:
    try:
        submission_id = service.submit(
            database(),
            upload_id,
            acting=acting(),
            accepts_warnings=bool(form.accepts_warnings.data),
            now=now(),
        )
    except FileHasErrors:
        return redirect(url_for(".look", upload_id=upload_id), 303)
    except WarningsNotAccepted:
        _ask_for_the_tick(form)
    except NothingToPay:
        form.refuse(gettext("All amounts in this file are zero, so there is nothing to submit."))
    else:
        return redirect(url_for("submissions.received", submission_id=submission_id), 303)
    return _look_page(service.get_checked(database(), upload_id, acting=acting(), now=now()), form)


def _ask_for_the_tick(form: SubmitForm) -> None:
    form.refuse(gettext("Tick that you have read the warnings, or correct the file"), "accepts_warnings")


def _look_page(seen: CheckedUpload, form: SubmitForm) -> str:
    employer = employer_of(seen.employer_id)
    table = FindingsTable.of(seen, only=_severity(), language=language())
    template = "submissions/summary.html" if seen.may_be_submitted else "submissions/findings.html"
    return render_template(template, employer=employer, form=form, summary=Summary(seen), table=table)


def _severity() -> Severity | None:
    asked = request.args.get("severity", "")
    return Severity(asked) if asked in set(Severity) else None


def _went_on(seen: CheckedUpload) -> Answer:
    """Go on to what was read; a script that showed the progress is told where, and goes there itself."""
    if seen.report is not None and seen.may_be_submitted:
        records = seen.report.records
        flash(
            ngettext("File uploaded. %(num)s record read.", "File uploaded. %(num)s records read.", records)
        )
    following = url_for(".look", upload_id=seen.id)
    if _asked_by_script():
        return jsonify(next=following)
    return redirect(following, 303)


def _refused(form: UploadForm, employer: EmployerRef, status: int) -> Answer:
    if _asked_by_script():
        response = jsonify(error=form.told_to_scripts())
    else:
        response = make_response(_upload_page(form, employer))
    response.status_code = status
    return response


def _upload_page(form: UploadForm, employer: EmployerRef) -> str:
    limit = world().settings.upload_limit_bytes
    return render_template(
        "submissions/text_file.html",
        form=form,
        employer=employer,
        employers=current_user().employers,
        limit=limit,
        limit_words=file_size(limit),
    )


def _asked_by_script() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _read_and_throw_away() -> None:
    body = request.environ["wsgi.input"]
    while body.read(1 << 16):
        pass
