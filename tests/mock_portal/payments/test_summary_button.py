"""Proceed to Summary takes what is ticked along: whoever passes by Add to Cart loses nothing."""

import pytest

from tests.mock_portal.conftest import Portal
from tests.mock_portal.paying import Payer

NUMBER = "PA20261110000003"
ACR = "ACR000000000103"


@pytest.mark.parametrize("how_many", [1, 2])
def test_proceed_to_summary_takes_what_is_ticked_into_the_cart(payer: Payer, how_many: int) -> None:
    cart = payer.visitor.submit(
        payer.visitor.get("/employer/payments"),
        {"records": payer.ticks()[:how_many]},
        button="Proceed to Summary",
    )

    assert cart.request.path == "/employer/payments/cart"
    assert "The cart is empty" not in cart.text
    assert cart.text.count('name="remove"') == how_many


def test_proceed_to_summary_without_a_tick_opens_the_cart_as_it_is(payer: Payer) -> None:
    payer.visitor.submit(
        payer.visitor.get("/employer/payments"), {"records": payer.ticks()[:1]}, button="Add to Cart"
    )

    cart = payer.visitor.submit(
        payer.visitor.get("/employer/payments"), button="Proceed to Summary 1 in the cart"
    )

    assert cart.request.path == "/employer/payments/cart"
    assert ACR in cart.text


def test_proceed_to_summary_does_not_take_what_another_order_took_meanwhile(
    portal: Portal, payer: Payer
) -> None:
    page, ticks = payer.visitor.get("/employer/payments"), payer.ticks()
    payer.information()

    refused = payer.visitor.submit(page, {"records": ticks}, button="Proceed to Summary")

    assert refused.status_code == 409
    assert NUMBER in refused.text


def test_proceed_to_summary_with_nothing_ticked_and_nothing_in_the_cart_says_what_to_do(payer: Payer) -> None:
    stays = payer.visitor.submit(payer.visitor.get("/employer/payments"), button="Proceed to Summary")

    assert stays.request.path == "/employer/payments"
    assert "Tick at least one record of the list" in stays.text


def test_while_every_record_is_in_a_payment_the_list_says_so_and_offers_no_button(payer: Payer) -> None:
    payer.information()

    page = payer.visitor.get("/employer/payments").text

    assert "2 of them are in a payment that is not over" in page
    assert "Proceed to Summary" not in page
