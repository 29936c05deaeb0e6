"""What an employer's home says before any click (portal-flows 4.1)."""

from collections.abc import Callable

import pytest

from tests.mock_portal.browsing import Visitor, parse
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.sample_files import contoh_maju, with_a_wrong_share


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


def test_a_file_that_can_be_submitted_is_unfinished_work_and_one_with_errors_is_not(
    signed_in: Visitor,
) -> None:
    upload = signed_in.get("/employer/contributions/text-file")
    for content, name in ((contoh_maju(), "good.txt"), (with_a_wrong_share(), "wrong.txt")):
        signed_in.submit(upload, {"file": (content, name)})

    home = signed_in.get("/employer/home").text

    assert "1 file<" in home
    assert "The latest: good.txt" in home


def test_the_landing_page_leads_an_officer_to_their_log_in(portal: Portal) -> None:
    visitor = portal.client()
    addresses = [a.get("href") for a in parse(visitor.get("/").text).iterfind(".//main//a")]

    assert "/officer/login" in addresses
    assert visitor.get("/officer/login").status_code == 200


@pytest.mark.parametrize("end", ["", "/"])
def test_the_address_without_its_end_leads_a_visitor_to_the_log_in(portal: Portal, end: str) -> None:
    there = portal.client().get(f"/employer{end}")
    di_sana = portal.client(language="ms").get(f"/employer{end}")

    assert [answer.headers.get("Location") for answer in (there, di_sana)] == [
        "/employer/login",
        "/ms/employer/login",
    ]


def test_the_address_without_its_end_leads_home_whoever_is_logged_in(
    log_in: Callable[..., Visitor],
) -> None:
    assert log_in().get("/employer").headers.get("Location") == "/employer/home"
    assert log_in(language="ms").get("/employer").headers.get("Location") == "/ms/employer/home"
