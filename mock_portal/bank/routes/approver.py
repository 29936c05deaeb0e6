"""The approver's pages: log in at the bank, see what waits, approve or reject."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from mock_portal.access import public
from mock_portal.bank import service, visitor
from mock_portal.bank.errors import WrongCredentials
from mock_portal.bank.forms import BankLogInForm, CancelForm
from mock_portal.bank.routes.pay import messenger
from mock_portal.edge import database, now, origin
from mock_portal.hosts import Site

__all__ = ["blueprint"]

blueprint = Blueprint("approver", __name__)


@blueprint.get("/")
@public
def home() -> str:
    """The bank's own first page."""
    return render_template("bank/home.html", portal=origin(Site.PORTAL))


@blueprint.route("/approver", methods=["GET", "POST"])
@public
def log_in() -> Response | str:
    """Log in as the approver of a business."""
    if visitor.find_approver(now=now()) is not None:
        return redirect(url_for("approver.waiting"), 303)
    form = BankLogInForm()
    if form.validate_on_submit():
        user = (form.user.data or "").strip()
        try:
            service.check_approver(database(), user=user, password=form.password.data or "")
        except WrongCredentials:
            form.refuse(gettext("User ID or password is wrong. Check both and log in again."), "password")
        else:
            visitor.let_in_approver(user, now=now())
            return redirect(url_for("approver.waiting"), 303)
    hints = service.hints(database(), approvers=True)
    return render_template("bank/approver_log_in.html", form=form, hints=hints)


@blueprint.get("/approver/payments")
@public
def waiting() -> Response | str:
    """The payments that wait for this approver."""
    approver = visitor.find_approver(now=now())
    if approver is None:
        return redirect(url_for("approver.log_in"), 303)
    payments = service.approvals_waiting(database(), approver, now=now())
    return render_template("bank/waiting.html", payments=payments, form=CancelForm())


@blueprint.post("/approver/payments/<token>")
@public
def decide(token: str) -> Response:
    """Approve or reject one."""
    approver = visitor.find_approver(now=now())
    if approver is None:
        return redirect(url_for("approver.log_in"), 303)
    approves = request.form.get("decision") == "approve"
    debited = service.decide(
        database(), token, approver=approver, approves=approves, messenger=messenger(), now=now()
    )
    if debited:
        flash(gettext("Approved. The merchant has been told."))
    elif approves:
        flash(gettext("The bank declined it: the balance or the limit of the account is too low."), "warning")
    else:
        flash(gettext("Rejected. Nothing was debited, and the merchant has been told."))
    return redirect(url_for("approver.waiting"), 303)


@blueprint.post("/approver/logout")
@public
def log_out() -> Response:
    """Log out."""
    visitor.forget()
    return redirect(url_for("approver.log_in"), 303)
