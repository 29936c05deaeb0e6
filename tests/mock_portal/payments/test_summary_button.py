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
