"""The parts of a mail as answers of their own: its HTML for a frame, its source, its files.

What is in them came from strangers. HTML is answered under a policy that lets nothing run and nothing be
loaded; everything else is to be saved and never opened on this origin.
"""

from typing import Final
from urllib.parse import quote

from flask import Blueprint, Response, abort

from mock_portal.access import public
from mock_portal.edge import database
from mock_portal.inbox import service
from mock_portal.inbox.errors import NoSuchAttachment, NoSuchMail

__all__ = ["parts"]

parts = Blueprint("parts", __name__)

# No scripts, forms, frames or plug-ins; styles of the mail itself; pictures that it carries within itself.
# Without a sandbox that lets pop-ups out, a link would open a page without scripts.
_STRICT: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
)


@parts.get("/mail/<int:mail_id>/html")
@public
def html(mail_id: int) -> Response:
    """The HTML of a mail, for the frame on its page."""
    try:
        found = service.get_mail(database(), mail_id).html
    except NoSuchMail:
        abort(404)
    if not found:
        abort(404)
    # The first <base> of a page is the one that counts: links open in a window of their own. The type comes
    # before it, or browsers would lay the mail out by the rules of old ones.
    response = Response(f'<!DOCTYPE html><base target="_blank">{found}', mimetype="text/html")
    response.headers["Content-Security-Policy"] = _STRICT
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@parts.get("/mail/<int:mail_id>/source")
@public
def source(mail_id: int) -> Response:
    """The whole mail as it came, as a file that mail programs open."""
    try:
        found = service.mail_source(database(), mail_id)
    except NoSuchMail:
        abort(404)
    return _to_be_saved(found, f"mail-{mail_id}.eml", "message/rfc822")


@parts.get("/mail/<int:mail_id>/attachments/<int:number>")
@public
def attachment(mail_id: int, number: int) -> Response:
    """A file that came with a mail."""
    try:
        found = service.get_attachment(database(), mail_id, number)
    except (NoSuchMail, NoSuchAttachment):
        abort(404)
    return _to_be_saved(found.content, found.name, found.content_type)


def _to_be_saved(content: bytes, name: str, content_type: str) -> Response:
    response = Response(content, mimetype=content_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    if content_type == "text/html":
        response.headers["Content-Security-Policy"] = _STRICT
    return response
