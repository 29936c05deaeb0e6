"""Payment and Payment Cart: unpaid records, what is ticked, added, removed, cancelled (portal-flows 7.1)."""

import secrets
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from mock_portal.access import signed_in
from mock_portal.edge import database, now
from mock_portal.errors import NotAllowed
from mock_portal.payments import cart, orders
from mock_portal.payments.errors import AlreadyInPayment, CartIsEmpty, NotInList
from mock_portal.payments.forms import CartForm, OneButton, SearchForm, TickForm
from mock_portal.payments.visiting import buyer, chosen_employer, employer_form
from mock_portal.ui.languages import language

__all__ = ["blueprint"]

blueprint = Blueprint("cart", __name__)


@blueprint.route("/employer/payments", methods=["GET", "POST"])
@signed_in
def unpaid() -> Response | str:
    """Payment: the unpaid ACR and ECR of one employer."""
    form = TickForm()
    if form.validate_on_submit():
        try:
            if only := request.form.get("remove_only", type=int):
                return redirect(_here("remove", records=[only]), 303)
            if request.form.get("do") == "remove" and form.records.data:
                return redirect(_here("remove", records=form.records.data), 303)
            added = form.records.data or []
            if request.form.get("do") == "summary":
                if added or _is_nothing_chosen():
                    cart.add(database(), buyer(), added, now=now())
                return redirect(_here("show"), 303)
            cart.add(database(), buyer(), added, now=now())
        except NotInList:
            form.refuse(gettext("Tick at least one record of the list"), "records")
        except AlreadyInPayment as taken:
            form.refuse(_is_being_paid(taken), "records", status=taken.status)
        else:
            flash(
                ngettext(
                    "%(num)s record is in the cart.", "%(num)s records were added to the cart.", len(added)
                )
            )
            return redirect(_here("unpaid"), 303)
    rows = cart.unpaid(database(), buyer())
    return render_template(
        "payments/unpaid.html",
        form=form,
        choice=employer_form(),
        employer=chosen_employer(),
        rows=rows,
        total=sum(row.payable.amount_sen for row in rows),
        in_cart=sum(row.in_cart for row in rows),
        in_payment=sum(row.order_number is not None for row in rows),
        can_tick=any(row.order_number is None for row in rows),
    )


@blueprint.route("/employer/payments/remove", methods=["GET", "POST"])
@signed_in
def remove() -> Response | str:
    """Cancel submissions that are not paid, after asking."""
    asked = request.args.getlist("records", type=int)
    form = OneButton()
    try:
        rows = cart.companions(database(), buyer(), asked)
        if form.validate_on_submit():
            gone = cart.remove_record(database(), buyer(), asked)
            flash(
                gettext(
                    "Removed: %(numbers)s. Their months are in the pending list again.",
                    numbers=", ".join(gone),
                )
            )
            return redirect(_here("unpaid"), 303)
    except NotInList:
        flash(gettext("That record is not in the list any more. Nothing was removed."), "warning")
        return redirect(_here("unpaid"), 303)
    except AlreadyInPayment as taken:
        form.refuse(_is_being_paid(taken), status=taken.status)
    except NotAllowed as paid:
        form.refuse(
            gettext("The ACR or ECR of the same submission is paid already, so this one cannot be removed."),
            status=paid.status,
        )
    return render_template("payments/remove.html", form=form, employer=chosen_employer(), rows=rows)


@blueprint.get("/employer/payments/cart")
@signed_in
def show() -> str:
    """Payment Cart: what is going to be paid, and what else could be."""
    return _cart_page(CartForm(formdata=None))


@blueprint.post("/employer/payments/cart")
@signed_in
def change() -> Response | str:
    """Add, remove one, Clear List, or Continue."""
    form = CartForm()
    if add := request.form.get("add", type=int):
        return _changed(form, add)
    if remove_id := request.form.get("remove", type=int):
        cart.remove(database(), buyer(), remove_id)
        return redirect(_here("show"), 303)
    if request.form.get("do") == "clear":
        cart.clear(database(), buyer())
        flash(gettext("The cart is empty. The records are still in the list."))
        return redirect(_here("show"), 303)
    return _continue(form) if form.validate() else _cart_page(form)


def _continue(form: CartForm) -> Response | str:
    try:
        number = orders.continue_to_payment(
            database(), buyer(), key=form.key.data, language=language(), now=now()
        )
    except CartIsEmpty:
        if order := orders.find_open_order(database(), buyer()):
            flash(
                gettext(
                    "The cart is empty, and order %(number)s is not finished. Go on with it here.",
                    number=order,
                ),
                "info",
            )
            return redirect(url_for("payments.information.show", order=order), 303)
        form.refuse(gettext("The cart is empty. Add a record from the list of payments."))
    except AlreadyInPayment as taken:
        form.refuse(_is_being_paid(taken), status=taken.status)
    else:
        return redirect(url_for("payments.information.show", order=number), 303)
    return _cart_page(form)


def _changed(form: CartForm, payable_id: int) -> Response | str:
    try:
        cart.add(database(), buyer(), [payable_id], now=now())
    except NotInList:
        form.refuse(gettext("That record is not in the list any more."), status=409)
    except AlreadyInPayment as taken:
        form.refuse(_is_being_paid(taken), status=taken.status)
    else:
        return redirect(_here("show"), 303)
    return _cart_page(form)


def _cart_page(form: CartForm) -> str:
    if not form.key.data:
        form.key.data = secrets.token_urlsafe(16)
    search = SearchForm(formdata=request.args)
    rows = cart.unpaid(database(), buyer())
    inside = [row.payable for row in rows if row.in_cart]
    return render_template(
        "payments/cart.html",
        form=form,
        search=search,
        choice=employer_form(),
        employer=chosen_employer(),
        inside=inside,
        waiting=bool(rows),
        can_tick=any(row.order_number is None for row in rows),
        total=sum(payable.amount_sen for payable in inside),
        found=cart.search(rows, search.search.data or "") if "search" in request.args else None,
        open_order=orders.find_open_order(database(), buyer()),
    )


def _is_nothing_chosen() -> bool:
    rows = cart.unpaid(database(), buyer())
    return any(row.order_number is None for row in rows) and not any(row.in_cart for row in rows)


def _is_being_paid(taken: AlreadyInPayment) -> str:
    # The words of message DUP (assumed, portal-flows 11.3), with which record and where.
    words: str = gettext(
        "This request is already being processed. %(record)s is in order %(order)s: look in FPX History "
        "before you pay again.",
        record=taken.record,
        order=taken.order_number,
    )
    return words


def _here(view: str, **values: Any) -> str:
    return url_for(f"payments.cart.{view}", employer=chosen_employer().code, **values)
