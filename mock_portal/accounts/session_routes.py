"""The session itself: kept alive by the countdown, and the page that says that it ended elsewhere."""

from flask import Blueprint, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from mock_portal.access import current_user, public, signed_in_before_change
from mock_portal.accounts.next_page import next_page
from mock_portal.session_rows import EndReason
from mock_portal.ui import languages

__all__ = ["blueprint"]

blueprint = Blueprint("session", __name__, template_folder="templates", url_prefix="/employer/session")


@blueprint.post("/keep-alive")
@signed_in_before_change
def keep_alive() -> ResponseReturnValue:
    """Seconds that are left now: the request itself was the sign of life."""
    if request.accept_mimetypes.best == "application/json":
        return jsonify(seconds_left=current_user().seconds_left)
    return redirect(f"{languages.root()}/employer/home", 303)


@blueprint.get("/ended")
@public
def ended() -> ResponseReturnValue:
    """`Session ended` (1.3, assumed): a newer log-in of the same ID, a changed password, a closed ID."""
    because = request.args.get("because", "")
    known = because if because in set(EndReason) else EndReason.REPLACED.value
    return render_template(
        "accounts/session_ended.html",
        because=known,
        lost="lost" in request.args,
        next=next_page(request.args.get("next")),
    )
