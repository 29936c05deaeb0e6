"""The double payment guard (portal-flows 7.5): clicks, tabs and browsers that come twice."""

from collections.abc import Callable

import pytest
from sqlalchemy.exc import IntegrityError
from werkzeug.test import TestResponse

from mock_portal.accounts.models import Account
from mock_portal.employers import service as employers
from mock_portal.payments.models import OrderItem
from tests.mock_portal.browsing import Visitor, forms
from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import BANK, OWED, Payer, all_payments, debited, ledger, statuses

ORDER = "PA20261110000003"
HOW = {"business_model": "B2C", "bank": BANK, "terms": "y"}


def press_back(payer: Payer, information: TestResponse) -> TestResponse:
    values = next(form.values for form in forms(information) if "information" in form.action)
    return payer.visitor.post(f"/employer/payments/back?order={ORDER}", data=values, follow_redirects=True)


def full_cart(payer: Payer) -> TestResponse:
    payer.visitor.submit(
        payer.visitor.get("/employer/payments"), {"records": payer.ticks()}, button="Add to Cart"
    )
    return payer.visitor.get("/employer/payments/cart")


def test_continue_pressed_twice_makes_one_order(portal: Portal, payer: Payer) -> None:
    cart = full_cart(payer)

    first = payer.visitor.submit(cart, button="Continue")
    second = payer.visitor.submit(cart, button="Continue")

    assert first.request.url == second.request.url
    assert len(all_payments(portal)) == 1


def test_continue_in_a_second_tab_leads_to_the_order_of_the_first(portal: Portal, payer: Payer) -> None:
    first_tab = full_cart(payer)
    second_tab = payer.visitor.get("/employer/payments/cart")

    payer.visitor.submit(first_tab, button="Continue")
    late = payer.visitor.submit(second_tab, button="Continue")

    assert late.request.path == "/employer/payments/information"
    assert f"The cart is empty, and order {ORDER} is not finished." in late.text
    assert len(all_payments(portal)) == 1


def test_a_colleague_in_another_browser_cannot_pay_what_is_being_paid(
    portal: Portal, payer: Payer, log_in: Callable[..., Visitor]
) -> None:
    with portal.session(may_write=True) as session:
        lim = session.query(Account).filter_by(email="lim@teladan.example").one()
        employers.let_act(session, account_id=lim.id, employer_id=1, role="payer")
    colleague = Payer(portal, log_in("lim@teladan.example", "Teladan#2026"), portal.client("bank"))
    here = "/employer/payments?employer=B3200000123X"
    theirs = "/employer/payments/cart?employer=B3200000123X"
    colleague.visitor.submit(colleague.visitor.get(here), {"records": payer.ticks()}, button="Add to Cart")
    waiting = colleague.visitor.get(theirs)
    assert "ACR000000000103" in waiting.text

    payer.approve()
    late = colleague.visitor.submit(waiting, button="Continue")

    assert "The cart is empty." in late.text
    assert (len(all_payments(portal)), debited(portal)) == (1, OWED)


def test_proceed_pressed_twice_leads_to_the_same_payment(portal: Portal, payer: Payer) -> None:
    information = payer.information()

    first = payer.visitor.submit(information, HOW, button="Proceed")
    second = payer.visitor.submit(information, HOW, button="Proceed")

    to_bank = [
        [form.values for form in forms(page) if form.action.startswith("http")] for page in (first, second)
    ]
    assert to_bank[0] == to_bank[1]


def test_another_bank_in_a_second_tab_does_not_go_to_the_bank_of_the_first(
    portal: Portal, payer: Payer
) -> None:
    information = payer.information()
    payer.visitor.submit(information, HOW, button="Proceed")

    late = payer.visitor.submit(information, {**HOW, "bank": "TLD03"}, button="Proceed")

    assert late.request.path == f"/employer/payments/{ORDER}"
    assert "This order was sent to Bank Contoh already." in late.text
    assert all_payments(portal)[0].bank_code == BANK


def test_two_windows_at_the_bank_are_one_payment(portal: Portal, payer: Payer) -> None:
    leaving = payer.proceed()
    one, other = portal.client("bank"), portal.client("bank")
    pages = [
        visitor.submit(payer.carry(leaving, to=visitor), {"user": "contohmaju", "password": "Bank#2026"})
        for visitor in (one, other)
    ]

    done = [
        visitor.submit(page, {"account": "514000000001"})
        for visitor, page in zip((one, other), pages, strict=True)
    ]

    assert all("Payment approved" in page.text for page in done)
    assert len(ledger(portal)) == 1
    assert debited(portal) == OWED


def test_what_was_paid_cannot_be_proceeded_with_again(portal: Portal, payer: Payer) -> None:
    information = payer.information()
    leaving = payer.visitor.submit(information, HOW, button="Proceed")
    page = payer.bank.submit(
        payer.carry(leaving, to=payer.bank), {"user": "contohmaju", "password": "Bank#2026"}
    )
    payer.home(payer.bank.submit(page, {"account": "514000000001"}))

    again = payer.visitor.submit(information, HOW, button="Proceed")
    old_form = payer.carry(leaving, to=portal.client("bank"))

    assert "Payment successful." in again.text
    assert "Payment approved" in old_form.text
    assert (debited(portal), statuses(portal)) == (OWED, ["successful"])


def test_back_frees_the_records(portal: Portal, payer: Payer) -> None:
    cart = press_back(payer, payer.information())

    assert "ACR000000000103" in cart.text
    assert statuses(portal) == ["cancelled"]


def test_back_after_proceed_keeps_the_payment(portal: Portal, payer: Payer) -> None:
    information = payer.information()
    payer.visitor.submit(information, HOW, button="Proceed")

    status = press_back(payer, information)

    assert "This request is already being processed." in status.text
    assert statuses(portal) == ["redirected"]


def test_an_order_left_on_payment_information_frees_its_records_after_half_an_hour(
    portal: Portal, payer: Payer
) -> None:
    payer.information()

    portal.move_clock(minutes=30)

    assert statuses(portal) == ["cancelled"]


def test_the_database_itself_refuses_a_second_holder(portal: Portal, payer: Payer) -> None:
    payer.information()

    with portal.session(may_write=True) as session:
        held = session.query(OrderItem).filter_by(held=True).order_by(OrderItem.id.desc()).first()
        assert held is not None
        session.add(
            OrderItem(
                order_id=held.order_id,
                payable_id=held.payable_id,
                number=held.number,
                scheme=held.scheme,
                months=held.months,
                lines=held.lines,
            )
        )
        with pytest.raises(IntegrityError):
            session.flush()
        session.rollback()
