"""To the bank and back: the signed form, the payer's return, the bank's callback (portal-flows 7.2).

The full window goes to the bank by form POST, no pop-up and no frame: official (PayNet). The return comes
from another site, so no session cookie comes with it: it is believed for its signature, written, and
answered by a redirect to a page that the cookie does reach.
"""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from mock_portal.access import public, signed_by_bank, signed_in
from mock_portal.edge import database, now, origin
from mock_portal.fpx.banks import find_bank
from mock_portal.fpx.messages import signed
from mock_portal.fpx.signing import Party
from mock_portal.hosts import Site
from mock_portal.payments import answers, history, orders
from mock_portal.payments.answers import Via
from mock_portal.payments.errors import AnswerRefused
from mock_portal.payments.states import FINAL, State
from mock_portal.payments.visiting import keys, my_employers, path_in
from mock_portal.ui.languages import root

__all__ = ["blueprint"]

blueprint = Blueprint("fpx", __name__)


@blueprint.get("/employer/payments/fpx/redirect")
@signed_in
def leave() -> Response | str:
    """The signed form that takes the payer to the bank; the same form however often it is asked for."""
    number = request.args.get("order", "")
    order = orders.get_row(database(), number, my_employers())
    if order.state == State.NEW:
        return redirect(url_for("payments.information.show", order=number), 303)
    if order.state in FINAL:
        return redirect(url_for("payments.history.show", number=number), 303)
    asked = orders.request_of(order)
    bank = find_bank(asked.bank_code)
    return render_template(
        "payments/leave.html",
        number=number,
        amount_sen=asked.amount_sen,
        bank_name=bank.name if bank else asked.bank_code,
        address=origin(Site.BANK) + root() + "/fpx",
        fields=signed(asked.fields(), Party.PORTAL, keys()),
    )


@blueprint.post("/employer/payments/fpx/return")
@signed_by_bank
def come_back() -> Response:
    """The payer's browser brings the bank's answer."""
    try:
        heard = answers.hear(database(), request.form, via=Via.RETURN, keys=keys(), now=now())
    except AnswerRefused as refused:
        return redirect(url_for("payments.fpx.refused", case=refused.case_id), 303)
    return redirect(path_in(heard.language, "payments.history.show", number=heard.number), 303)


@blueprint.post("/employer/payments/fpx/callback")
@signed_by_bank
def be_called() -> Response:
    """The bank's server brings the same answer; `OK` tells it that it need not come again."""
    try:
        answers.hear(database(), request.form, via=Via.CALLBACK, keys=keys(), now=now())
    except AnswerRefused as refused:
        return Response(refused.kind, refused.status, mimetype="text/plain")
    return Response("OK", mimetype="text/plain")


@blueprint.get("/employer/payments/fpx/refused")
@public
def refused() -> tuple[str, int]:
    """An answer that could not be believed, for the payer who carried it."""
    named = request.args.get("case")
    case = request.args.get("case", type=int)
    if named is not None and (case is None or not history.has_case(database(), case)):
        raise NotFound
    return render_template("payments/refused.html", case=case), 400
