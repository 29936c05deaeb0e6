"""The inbox site: the list of a world's mail, one mail, its files. Nobody logs in: nobody here exists."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Flask, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext, ngettext

from mock_portal.access import public
from mock_portal.database import transaction
from mock_portal.edge import Edge, database, world
from mock_portal.inbox import service, showing
from mock_portal.inbox.errors import NoSuchMail
from mock_portal.inbox.part_routes import parts
from mock_portal.ui.page_frame import House
from mock_portal.ui.site import create_site_app

__all__ = ["create_site"]

inbox = Blueprint("inbox", __name__)
_LONGEST_SEARCH: Final = 200


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
    app = create_site_app(shared, "mock_portal.inbox", house)
    app.jinja_env.filters["file_size"] = showing.file_size
    app.register_blueprint(inbox)
    app.register_blueprint(parts)
    return app


@inbox.get("/")
@public
def index() -> ResponseReturnValue:
    """All mail of the world, newest first, or what fits a search."""
    words = request.args.get("q", "").strip()[:_LONGEST_SEARCH]
    found = service.list_mail(database(), words, page=request.args.get("page", 1, int))
    return render_template("inbox/index.html", box=service.box(database()), found=found, words=words)


@inbox.get("/news")
@public
def news() -> ResponseReturnValue:
    """How the mailbox stands, for a list that is open in a browser."""
    box = service.box(database())
    return jsonify(count=box.count, unread=box.unread, newest=box.newest)


@inbox.get("/mail/<int:mail_id>")
@public
def show(mail_id: int) -> ResponseReturnValue:
    """One mail as HTML, text or source; whoever looks has read it."""
    try:
        mail = service.get_mail(database(), mail_id)
    except NoSuchMail:
        abort(404)
    if service.is_unread(database(), mail_id):
        # A request that only asks has a transaction that only reads; this mark is all that it writes.
        with transaction(world().file) as session:
            service.mark_read(session, mail_id)
    keys = [key for key, is_there in (("html", mail.html), ("text", mail.text)) if is_there]
    keys.append("source")
    asked = request.args.get("view", "")
    chosen = asked if asked in keys else keys[0]
    source = service.mail_source(database(), mail_id) if chosen == "source" else b""
    return render_template(
        "inbox/mail.html",
        mail=mail,
        views=[View(key, key == chosen) for key in keys],
        shown=showing.source(source) if chosen == "source" else showing.text(mail.text),
        view=chosen,
    )


@inbox.post("/mail/<int:mail_id>/delete")
@public
def delete_one(mail_id: int) -> ResponseReturnValue:
    """Throw one mail away, and back to the list as it was; one that is gone already is no fault."""
    try:
        service.delete_mail(database(), mail_id)
    except NoSuchMail:
        flash(gettext("This mail was deleted before."), "warning")
    else:
        flash(gettext("1 mail deleted."))
    words, page = request.form.get("q", "")[:_LONGEST_SEARCH], request.form.get("page", 1, int)
    return redirect(url_for("inbox.index", q=words or None, page=page if page > 1 else None), 303)


@inbox.get("/delete")
@public
def ask_delete_all() -> ResponseReturnValue:
    """Ask before all mail goes."""
    return render_template("inbox/delete.html", count=service.count_mail(database()))


@inbox.post("/delete")
@public
def want_delete_all() -> ResponseReturnValue:
    """The button of the list where no script asks: the question is a page of its own."""
    return redirect(url_for("inbox.ask_delete_all"), 303)


@inbox.post("/delete/all")
@public
def delete_all() -> ResponseReturnValue:
    """Throw all mail away."""
    count = service.delete_all(database())
    flash(ngettext("%(num)d mail deleted.", "%(num)d mails deleted.", count))
    return redirect(url_for("inbox.index"), 303)
