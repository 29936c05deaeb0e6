"""What comes after the end of a session: forms that were open, other tabs, and why (portal-flows 1.5)."""

from collections.abc import Callable

import pytest

from tests.mock_portal.accounts.logging_in import EMAIL, PASSWORD, heading
from tests.mock_portal.accounts.passwords import act, csrf_token
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal

JSON = {"Accept": "application/json"}


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "What you typed was not sent and is lost, unless it had been saved as a draft."),
        ("ms", "Maklumat yang anda taip tidak dihantar dan telah hilang"),
    ],
)
def test_a_form_sent_after_the_end_leads_to_log_in_and_back_and_says_what_is_lost(
    portal: Portal, log_in: Callable[..., Visitor], language: str, says: str
) -> None:
    visitor = log_in(language=language)
    page = visitor.get("/employer/change-password")
    portal.move_clock(minutes=15)

    told = visitor.submit(page, {"current": PASSWORD, "new": "Berubah#2027", "confirm": "Berubah#2027"})
    step_2 = visitor.submit(told, {"email": EMAIL})
    back = visitor.submit(step_2, {"password": PASSWORD})

    assert told.request.path.endswith("/employer/login")
    assert says in told.text
    assert back.request.path.endswith("/employer/change-password")


def test_a_form_whose_address_has_no_page_leads_back_to_the_page_that_held_it(
    portal: Portal, signed_in: Visitor
) -> None:
    token = csrf_token(signed_in.get("/employer/home"))
    portal.move_clock(minutes=15)

    sent = signed_in.post(
        "/employer/session/keep-alive",
        data={"csrf_token": token},
        headers={"Referer": f"{signed_in.origin}/ms/employer/payments/cart"},
    )

    assert sent.location == "/employer/login?ended=expired&next=/employer/payments/cart"


def test_a_referer_of_another_site_is_not_gone_back_to(portal: Portal, signed_in: Visitor) -> None:
    token = csrf_token(signed_in.get("/employer/home"))
    portal.move_clock(minutes=15)

    sent = signed_in.post(
        "/employer/session/keep-alive",
        data={"csrf_token": token},
        headers={"Referer": "http://elsewhere.example/employer/payments/cart"},
    )

    assert sent.location == "/employer/login?ended=expired"


def test_the_countdown_of_a_second_tab_finds_the_session_ended_and_says_so(
    portal: Portal, signed_in: Visitor
) -> None:
    page = signed_in.get("/employer/home")
    signed_in.submit(page, button="Log out")

    told = signed_in.post(
        "/employer/logout",
        data={"csrf_token": csrf_token(page), "reason": "expired"},
        follow_redirects=True,
    )

    assert "Your session has expired. Please log in again." in told.text
    assert "is lost" not in told.text


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ("/employer/contributions/text-file", "&next=/employer/contributions/text-file"),
        ("//evil.example", ""),
    ],
)
def test_a_session_that_ran_out_leads_back_to_where_its_reader_was(
    signed_in: Visitor, wanted: str, kept: str
) -> None:
    page = signed_in.get("/employer/home")
    fields = {"csrf_token": csrf_token(page), "reason": "expired", "next": wanted}

    ended = signed_in.post("/employer/logout", data=fields)

    assert ended.location == f"/employer/login?ended=expired{kept}"


@pytest.mark.parametrize(
    ("language", "login"), [("en", "/employer/session/ended"), ("ms", "/ms/employer/session/ended")]
)
def test_a_script_of_an_older_session_is_told_where_it_says_why(
    log_in: Callable[..., Visitor], language: str, login: str
) -> None:
    older = log_in(language=language)
    token = csrf_token(older.get("/employer/home"))
    log_in()

    answer = older.post("/employer/session/keep-alive", headers=JSON | {"X-CSRFToken": token})

    assert (answer.status_code, answer.get_json()["login"]) == (401, f"{login}?because=replaced")


def test_a_closed_id_ends_its_sessions_and_says_so(portal: Portal, signed_in: Visitor) -> None:
    act(portal, "disable")

    told = signed_in.get("/employer/home", follow_redirects=True)

    assert heading(told) == "Session ended"
    assert "This ID is closed. Contact PERKESO at 1-300-22-8000 to have it opened." in told.text


@pytest.mark.parametrize("because", ["", "nonsense", "<script>"])
def test_the_page_about_an_ended_session_says_only_what_it_knows(portal: Portal, because: str) -> None:
    page = portal.client().get("/employer/session/ended", query_string={"because": because})

    assert "Your ID has been used to log in from another device." in page.text
    assert "script>" not in page.text.split("<main")[1]
