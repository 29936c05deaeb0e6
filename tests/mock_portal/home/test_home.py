"""What an employer's home says before any click (portal-flows 4.1)."""

from tests.mock_portal.browsing import Visitor


def test_the_home_page_answers_what_is_due_unfinished_and_to_pay(signed_in: Visitor) -> None:
    text = signed_in.get("/employer/home").text

    answers = (
        "October 2026",
        "Due on 15/11/2026.",
        "5 days left.",
        "Nothing is unfinished",
        "Nothing to pay",
    )
    assert [answer for answer in answers if answer not in text] == []
