"""The audit trail of officers."""

from flask import Blueprint, render_template, request

from mock_portal.access import officers
from mock_portal.edge import database
from mock_portal.officer import audit
from mock_portal.officer.forms import AuditSearch
from mock_portal.officer.words import ACTS

__all__ = ["blueprint"]

blueprint = Blueprint("audit", __name__)


@blueprint.get("/audit")
@officers
def show() -> str:
    """Who did what, newest first."""
    form = AuditSearch()
    search = (form.search.data or "").strip()[:254]
    found = audit.trail(database(), search=search, page=request.args.get("page", 1, type=int))
    return render_template("officer/audit.html", form=form, found=found, search=search, acts=ACTS)
