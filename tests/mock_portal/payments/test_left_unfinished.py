"""An order left before the bank is told apart from one that waits for the bank, and can be gone on with."""

from tests.mock_portal.browsing import Visitor, parse, words
from tests.mock_portal.paying import Payer

NUMBER = "PA20261110000003"
WAITS = "wait for the bank"


def leads_to(page_text: str, says: str) -> list[str | None]:
    """Where the links with these words lead."""
    return [a.get("href") for a in parse(page_text).iter("a") if says in words(a)]


def test_home_says_that_a_payment_is_not_finished_and_leads_to_it(payer: Payer) -> None:
    payer.information()

    home = payer.visitor.get("/employer/home").text

    assert "Not finished" in home
    assert f"Order {NUMBER} was not sent to the bank yet." in home
    assert leads_to(home, "Go on with the payment") == [f"/employer/payments/{NUMBER}"]
    assert (WAITS in home, "Payment under way" in home) == (False, False)


def test_home_says_the_same_in_malay(malay_payer: Payer) -> None:
    malay_payer.information()

    home = malay_payer.visitor.get("/employer/home").text

    assert f"Pesanan {NUMBER} belum dihantar ke bank." in home
    assert leads_to(home, "Teruskan bayaran") == [f"/ms/employer/payments/{NUMBER}"]


def test_home_says_that_the_bank_is_waited_for_once_it_was_asked(payer: Payer) -> None:
    payer.proceed()

    home = payer.visitor.get("/employer/home").text

    assert f"2 ACR and ECR {WAITS}." in home
    assert ("Not finished" in home, "Go on with the payment" in home) == (False, False)


def test_home_leads_to_an_order_also_when_another_record_is_still_to_pay(payer: Payer) -> None:
    payer.visitor.submit(
        payer.visitor.get("/employer/payments"), {"records": payer.ticks()[:1]}, button="Add to Cart"
    )
    payer.visitor.submit(payer.visitor.get("/employer/payments/cart"), button="Continue")

    home = payer.visitor.get("/employer/home").text

    assert "1 ACR or ECR is not paid." in home
    assert leads_to(home, "Go on with the payment") == [f"/employer/payments/{NUMBER}"]


def test_the_history_lets_one_go_on_from_the_row(payer: Payer) -> None:
    payer.information()
    listed = payer.visitor.get("/employer/payments/history").text
    (way,) = leads_to(listed, "Go on with the payment")

    assert way is not None
    assert "Payment Information" in payer.visitor.get(way).text


def test_the_history_offers_going_on_of_nothing_that_was_sent(payer: Payer) -> None:
    payer.proceed()

    assert leads_to(payer.visitor.get("/employer/payments/history").text, "Go on with the payment") == []


def test_an_empty_cart_leads_to_the_order_that_has_its_records(payer: Payer) -> None:
    payer.information()

    cart = payer.visitor.get("/employer/payments/cart").text

    assert f"The cart is empty. Order {NUMBER} is not finished." in cart
    assert "Tick a record" not in cart
    assert leads_to(cart, "Go on to Payment Information") == [
        f"/employer/payments/information?order={NUMBER}"
    ]


def test_an_empty_cart_says_that_all_is_in_a_payment_already(payer: Payer) -> None:
    payer.proceed()

    cart = payer.visitor.get("/employer/payments/cart").text

    assert "The cart is empty. What is not paid is in a payment already." in cart
    assert "Tick a record" not in cart
    assert "/employer/payments/history" in leads_to(cart, "FPX History")


def test_an_empty_cart_says_that_there_is_nothing_to_pay(signed_in: Visitor) -> None:
    cart = signed_in.get("/employer/payments/cart").text

    assert "The cart is empty, and there is nothing to pay." in cart
    assert "Tick a record" not in cart


def test_an_empty_cart_asks_for_a_tick_where_there_is_something_to_tick(payer: Payer) -> None:
    assert "Tick a record" in payer.visitor.get("/employer/payments/cart").text
