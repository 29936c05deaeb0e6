"""The inbox site: the list of a world's mail, one mail, its files. Nobody logs in: nobody here exists."""

from dataclasses import dataclass
from urllib.parse import quote

from flask import Blueprint, Flask, Response, abort, render_template, request
from flask_babel import lazy_gettext

from mock_portal.access import public
from mock_portal.edge import Edge, database
from mock_portal.inbox import service
from mock_portal.inbox.errors import NoSuchAttachment, NoSuchMail
from mock_portal.inbox.reading import MailRead
from mock_portal.ui.page_frame import House
from mock_portal.ui.site import create_site_app

__all__ = ["create_site"]

inbox = Blueprint("inbox", __name__)


@dataclass(frozen=True)
class View:
    """A way to look at a mail.

    Attributes:
        key: its name in the address.
    """

    key: str
    is_here: bool


def create_site(shared: Edge) -> Flask:
    """The inbox of all worlds of this process."""
    house = House(lazy_gettext("Inbox"), "inbox")
    app = create_site_app(shared, "mock_portal.inbox", house, may_lack_scripts=False)
    app.register_blueprint(inbox)
    return app


@inbox.get("/")
@public
def index() -> str:
    """All mail of the world, newest first."""
    to, subject = request.args.get("to", "").strip(), request.args.get("subject", "").strip()
    found = service.all_mail(database(), to=to, subject=subject)
    return render_template(
        "inbox/index.html",
        mail=found[::-1],
        count=service.count_mail(database()),
        to=to,
        subject=subject,
    )


@inbox.get("/mail/<int:mail_id>")
@public
def show(mail_id: int) -> str:
    """One mail as HTML, text or source."""
    try:
        mail = service.get_mail(database(), mail_id)
    except NoSuchMail:
        abort(404)
    keys = [key for key, is_there in (("html", mail.html), ("text", mail.text)) if is_there]
    keys.append("source")
    asked = request.args.get("view", "")
    chosen = asked if asked in keys else keys[0]
    return render_template(
        "inbox/mail.html",
        mail=mail,
        views=[View(key, key == chosen) for key in keys],
        shown=_shown(mail, chosen),
        view=chosen,
    )


@inbox.get("/mail/<int:mail_id>/attachments/<int:number>")
@public
def attachment(mail_id: int, number: int) -> Response:
    """A file that came with a mail, always to be saved and never to be opened on this origin."""
    try:
        found = service.get_attachment(database(), mail_id, number)
    except (NoSuchMail, NoSuchAttachment):
        abort(404)
    response = Response(found.content, mimetype=found.content_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    return response


def _shown(mail: MailRead, view: str) -> str:
    if view == "html":
        # Links of a sandboxed frame open beside it or nowhere.
        return f'<base target="_blank">{mail.html}'
    text = (
        mail.text if view == "text" else service.mail_source(database(), mail.id).decode("utf-8", "replace")
    )
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text.replace("\r\n", "\n"))
