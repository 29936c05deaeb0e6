"""Payment Status, FPX History, Requery, receipts (portal-flows 7.4)."""

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from mock_portal.access import signed_in
from mock_portal.edge import database, now, origin
from mock_portal.hosts import Site
from mock_portal.payments import answers, history, sheet
from mock_portal.payments.errors import OrderIsOver
from mock_portal.payments.forms import OneButton
from mock_portal.payments.states import State
from mock_portal.payments.visiting import my_employers
from mock_portal.ui import languages
from mock_portal.ui.pdf import pdf_answer

__all__ = ["blueprint"]

blueprint = Blueprint("history", __name__)


@blueprint.get("/employer/payments/history")
@signed_in
def all_of_mine() -> str:
    """FPX History of all employers of the user, newest first."""
    return render_template(
        "payments/history.html", payments=history.history(database(), my_employers()), form=OneButton()
    )


@blueprint.get("/employer/payments/<number>")
@signed_in
def show(number: str) -> str:
    """Payment Status: where one payment stands and what to do now."""
    payment = history.get_payment(database(), number, my_employers())
    return render_template(
        "payments/status.html",
        payment=payment,
        form=OneButton(),
        State=State,
        approver_url=f"{origin(Site.BANK)}{languages.root()}/approver",
    )


@blueprint.get("/employer/payments/<number>/state")
@signed_in
def state(number: str) -> Response:
    """Where one payment stands, for the page that waits for it."""
    return jsonify(state=history.get_payment(database(), number, my_employers()).state)


@blueprint.post("/employer/payments/<number>/requery")
@signed_in
def requery(number: str) -> AnyResponse:
    """Requery: ask the bank what became of a payment."""
    before = history.get_payment(database(), number, my_employers()).state
    try:
        after = answers.requery(database(), number, employers=my_employers(), now=now())
    except OrderIsOver:
        flash(gettext("This payment was never sent to the bank."), "info")
    else:
        if after == before:
            flash(gettext("The bank was asked. It has nothing new about this payment yet."), "info")
        else:
            flash(gettext("The bank was asked and has answered."), "info")
    return redirect(url_for("payments.history.show", number=number), 303)


@blueprint.get("/employer/payments/<number>/receipt")
@signed_in
def receipt(number: str) -> str:
    """The receipts of a payment, on a page that prints well."""
    return render_template(
        "payments/receipt.html", payment=history.get_paid(database(), number, my_employers())
    )


@blueprint.get("/employer/payments/<number>/receipt.pdf")
@signed_in
def receipt_pdf(number: str) -> Response:
    """The receipts of a payment as one PDF, a sheet each."""
    payment = history.get_paid(database(), number, my_employers())
    pdf = sheet.print_receipts(payment, language=languages.language())
    return pdf_answer(pdf, sheet.file_name(payment))
