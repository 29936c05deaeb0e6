"""Step C: documents; and the forms to sign, filled in from what was typed."""

from flask import (
    Blueprint,
    flash,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext
from werkzeug.exceptions import NotFound, RequestEntityTooLarge
from werkzeug.wrappers import Response

from mock_portal.access import public
from mock_portal.edge import database, now
from mock_portal.registration import borang, uploading
from mock_portal.registration.errors import FileRefused, TooManyFiles
from mock_portal.registration.forms import DocumentForm
from mock_portal.registration.papers import FILES_AT_MOST, PAPERS, SIZE_LIMIT, accepted, needed
from mock_portal.registration.received_files import examine
from mock_portal.registration.states import Kind
from mock_portal.registration.views import ApplicationView
from mock_portal.registration.visiting import (
    missing_documents,
    missing_words,
    my_draft,
    visit,
)
from mock_portal.ui.languages import language, said

__all__ = ["blueprint"]

blueprint = Blueprint("documents", __name__)


@blueprint.route("/employer/register/documents", methods=["GET", "POST"])
@public
def edit() -> Response | str:
    """The table of documents, and Add Document."""
    draft = my_draft(after="representative")
    form = DocumentForm(kinds=_kinds(draft, accepted))
    if form.validate_on_submit():
        try:
            file = examine(*form.sent)
            uploading.add_document(
                database(),
                visit().key,
                kind=form.kind.data,
                file=file,
                remarks=form.remarks.data or "",
                now=now(),
            )
        except FileRefused as error:
            form.refuse_file(error)
            return _refused(draft, form, error.status)
        except TooManyFiles as error:
            form.refuse(gettext("There are 10 documents already. Remove one first."), "file")
            return _refused(draft, form, error.status)
        flash(gettext("Document added: %(name)s", name=file.name))
        return _went_on()
    if form.has_errors:
        if not form.file.errors and not _asked_by_script():
            form.refuse(gettext("Choose the file again: a page cannot keep it."), "file")
        return _refused(draft, form, 422)
    return _page(draft, form)


@blueprint.errorhandler(RequestEntityTooLarge)
def cut_at_the_edge(error: RequestEntityTooLarge) -> Response:
    """Answer a body so large that it was not read, after what still comes was thrown away."""
    del error
    body = request.environ["wsgi.input"]
    while body.read(1 << 16):
        pass
    draft = my_draft(after="representative")
    form = DocumentForm(formdata=None, kinds=_kinds(draft, accepted))
    form.refuse_file(FileRefused("too_large", ""))
    return _refused(draft, form, 413)


@blueprint.post("/employer/register/documents/<int:document_id>/remove")
@public
def remove(document_id: int) -> Response:
    """Take a document away."""
    my_draft()
    uploading.remove_document(database(), visit().key, document_id)
    flash(gettext("Document removed."))
    return redirect(url_for(".edit"), 303)


@blueprint.get("/employer/register/documents/<int:document_id>")
@public
def download(document_id: int) -> Response:
    """A document that was uploaded; never shown in the page, since anybody may have made it."""
    my_draft()
    document = uploading.read_own_document(database(), visit().key, document_id)
    response = make_response(document.content)
    response.mimetype = document.media_type
    response.headers.set("Content-Disposition", "attachment", filename=document.name)
    response.headers["Content-Security-Policy"] = "sandbox"
    return response


@blueprint.get("/employer/register/forms/<name>.pdf")
@public
def form_to_sign(name: str) -> Response:
    """Enrolment form, Borang 1 or Borang 2, filled in from what was typed."""
    draft = my_draft(after="representative")
    if name not in borang.forms_of(draft):
        raise NotFound
    response = make_response(borang.print_form(name, draft, language=language(), now=now()))
    response.mimetype = "application/pdf"
    response.headers.set("Content-Disposition", "attachment", filename=borang.file_name(name, draft))
    return response


@blueprint.post("/employer/register/documents/done")
@public
def done() -> Response:
    """Go on when nothing is missing."""
    draft = my_draft(after="representative")
    missing = missing_documents(draft)
    if missing:
        flash(missing_words(missing), "error")
        return redirect(url_for(".edit"), 303)
    return redirect(url_for("registration.finish.declare"), 303)


def _went_on() -> Response:
    if _asked_by_script():
        return jsonify(next=url_for(".edit"))
    return redirect(url_for(".edit"), 303)


def _refused(draft: ApplicationView, form: DocumentForm, status: int) -> Response:
    told = {"error": form.told_to_scripts()} if _asked_by_script() else _page(draft, form)
    return make_response(told, status)


def _page(draft: ApplicationView, form: DocumentForm) -> str:
    there = {document.kind for document in draft.documents}
    return render_template(
        "registration/documents.html",
        form=form,
        view=draft,
        titles={kind: said(title) for kind, title in PAPERS.items()},
        checklist=[(said(PAPERS[kind]), kind in there) for kind in _kinds(draft, needed)],
        forms_to_sign=[(name, said(borang.title_of(name))) for name in borang.forms_of(draft)],
        limit=SIZE_LIMIT,
        files_at_most=FILES_AT_MOST,
    )


def _kinds(draft: ApplicationView, wanted: object) -> tuple[str, ...]:
    assert draft.representative is not None  # noqa: S101 - my_draft asked for it
    entity = draft.company.entity if draft.company is not None else ""
    return (needed if wanted is needed else accepted)(Kind(draft.kind), entity, draft.representative.acts_as)


def _asked_by_script() -> bool:
    return request.accept_mimetypes.best == "application/json"
