"""Portal IDs: found by e-mail address, unlocked, closed and opened again."""

from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import LazyString, gettext, lazy_gettext
from werkzeug.wrappers import Response

from mock_portal.access import officers
from mock_portal.accounts import overview
from mock_portal.edge import database, now
from mock_portal.errors import NotAllowed
from mock_portal.officer import deciding
from mock_portal.officer.current import officer
from mock_portal.officer.errors import NoSuchPortalId
from mock_portal.officer.forms import OneButton, PortalIdSearch

__all__ = ["blueprint"]

blueprint = Blueprint("portal_ids", __name__)

AT_MOST: Final = 20
_ACTS: Final = {"unlock": deciding.unlock, "disable": deciding.disable, "enable": deciding.enable}
_DONE: Final[dict[str, LazyString]] = {
    "unlock": lazy_gettext("%(email)s is unlocked and can log in."),
    "disable": lazy_gettext("%(email)s is closed. Its sessions have ended."),
    "enable": lazy_gettext("%(email)s is open again."),
}


@blueprint.get("/portal-ids")
@officers
def search() -> str:
    """The IDs whose e-mail address contains what was typed."""
    form = PortalIdSearch()
    found = None
    if "email" in request.args and form.validate():
        found = overview.search_portal_ids(database(), form.email.data, at_most=AT_MOST + 1, now=now())
    return render_template(
        "officer/portal_ids.html", form=form, found=found, at_most=AT_MOST, button=OneButton()
    )


@blueprint.route("/portal-ids/<int:account_id>/disable", methods=["GET", "POST"])
@officers
def disable(account_id: int) -> str | Response:
    """Close an ID, after asking: its employer cannot log in any more."""
    if request.method == "POST":
        return _act("disable", account_id)
    found = overview.find_portal_id(database(), account_id, now=now())
    if found is None:
        raise NoSuchPortalId(str(account_id))
    return render_template("officer/disable.html", found=found, form=OneButton())


@blueprint.post("/portal-ids/<int:account_id>/unlock")
@officers
def unlock(account_id: int) -> Response:
    """Open a lock before its time."""
    return _act("unlock", account_id)


@blueprint.post("/portal-ids/<int:account_id>/enable")
@officers
def enable(account_id: int) -> Response:
    """Open a closed ID."""
    return _act("enable", account_id)


def _act(what: str, account_id: int) -> Response:
    """Do it and say so; where somebody was quicker, say how the ID stands now."""
    found = overview.find_portal_id(database(), account_id, now=now())
    if found is None:
        raise NoSuchPortalId(str(account_id))
    try:
        _ACTS[what](database(), account_id, officer().id, now=now())
    except NotAllowed:
        closed = gettext("%(email)s was closed already. Nothing was changed.", email=found.email)
        opened = gettext("%(email)s was open already. Nothing was changed.", email=found.email)
        flash(closed if found.is_disabled else opened, "warning")
    else:
        flash(_DONE[what] % {"email": found.email})
    return redirect(url_for("officer.portal_ids.search", email=found.email), 303)
