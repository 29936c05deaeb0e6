"""Portal IDs: an officer finds them by e-mail address, unlocks, closes and opens them."""

from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from tests.mock_portal.accounts.logging_in import EMAIL, try_to_log_in
from tests.mock_portal.browsing import Visitor, parse
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import EMAIL_2, PASSWORD_2, heading, notices, problems, shown

LIM = "lim@teladan.example"


def find(officer: Visitor, typed: str = EMAIL) -> TestResponse:
    return officer.submit(officer.get("/officer/portal-ids"), {"email": typed})


def lock(portal: Portal) -> None:
    for _ in range(5):
        try_to_log_in(portal.client(), EMAIL, "wrong")


def close(officer: Visitor) -> TestResponse:
    """Close Aminah's ID by the page that asks."""
    return officer.submit(officer.get("/officer/portal-ids/1/disable"), button="Close Portal ID")


def can_log_in(portal: Portal) -> bool:
    return try_to_log_in(portal.client()).request.path == "/employer/home"


@pytest.mark.parametrize("typed", [EMAIL, "AMINAH@", " aminah ", "contoh-maju.example"])
def test_an_id_is_found_by_a_part_of_its_address(officer: Visitor, typed: str) -> None:
    page = find(officer, typed)

    assert f"{EMAIL} AMINAH BINTI CONTOH B3200000123X CONTOH MAJU SDN. BHD. Active" in shown(page)
    assert LIM not in shown(page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("", ["Enter an email address or a part of it"], id="empty"),
        pytest.param("   ", ["Enter an email address or a part of it"], id="blanks"),
        pytest.param("x" * 255, ["An email address has at most 254 characters"], id="too long"),
    ],
)
def test_a_search_for_nothing_says_what_to_type(officer: Visitor, typed: str, said: list[str]) -> None:
    assert problems(find(officer, typed)) == said


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("%", id="per cent"),
        pytest.param("_", id="underscore"),
        pytest.param("<script>alert(1)</script>", id="script"),
        pytest.param("😀", id="emoji"),
        pytest.param("' or 1=1 --", id="SQL"),
    ],
)
def test_a_search_that_finds_none_says_so_and_keeps_what_was_typed(officer: Visitor, typed: str) -> None:
    page = find(officer, typed)

    (field,) = [e for e in parse(page.text).iter("input") if e.get("id") == "email"]
    assert "No Portal ID has this in its email address." in shown(page)
    assert field.get("value") == typed


def test_a_locked_id_is_unlocked_and_logs_in_before_its_time(portal: Portal, officer: Visitor) -> None:
    lock(portal)
    page = find(officer)

    unlocked = officer.submit(page, action="/unlock")

    assert "Locked until 10/11/2026 09:30" in shown(page)
    assert notices(unlocked) == [f"{EMAIL} is unlocked and can log in."]
    assert can_log_in(portal)


def test_an_id_that_is_not_locked_has_nothing_to_unlock(officer: Visitor) -> None:
    assert "Unlock" not in shown(find(officer))


def test_closing_an_id_asks_first_and_ends_its_sessions(
    portal: Portal, officer: Visitor, signed_in: Visitor
) -> None:
    asked = officer.get("/officer/portal-ids/1/disable")

    closed = close(officer)

    assert heading(asked) == "Close this Portal ID?"
    assert notices(closed) == [f"{EMAIL} is closed. Its sessions have ended."]
    assert f"{EMAIL} AMINAH BINTI CONTOH B3200000123X CONTOH MAJU SDN. BHD. Closed" in shown(closed)
    assert signed_in.get("/employer/home").status_code == 303
    assert not can_log_in(portal)


def test_a_closed_id_is_opened_again(portal: Portal, officer: Visitor) -> None:
    closed = close(officer)

    opened = officer.submit(closed, action="/enable")

    assert notices(opened) == [f"{EMAIL} is open again."]
    assert can_log_in(portal)


def test_what_another_officer_closed_or_opened_meanwhile_is_said(
    officer: Visitor, log_in_officer: Callable[..., Visitor]
) -> None:
    second = log_in_officer(EMAIL_2, PASSWORD_2)
    ask = second.get("/officer/portal-ids/1/disable")
    closed = close(officer)

    late = second.submit(ask, button="Close Portal ID")
    officer.submit(closed, action="/enable")
    late_again = second.submit(late, action="/enable")

    assert notices(late) == [f"{EMAIL} was closed already. Nothing was changed."]
    assert notices(late_again) == [f"{EMAIL} was open already. Nothing was changed."]


@pytest.mark.parametrize("number", ["999", "0", "9" * 30])
def test_an_id_that_is_not_there_is_a_page_that_says_so(officer: Visitor, number: str) -> None:
    answer = officer.get(f"/officer/portal-ids/{number}/disable")

    assert (answer.status_code, heading(answer)) == (404, "Page not found")


def test_the_pages_are_in_malay_too(log_in_officer: Callable[..., Visitor]) -> None:
    officer = log_in_officer(language="ms")

    page = officer.submit(officer.get("/officer/portal-ids"), {"email": "aminah"})

    assert (heading(page), "Aktif Tutup" in shown(page)) == ("ID Portal", True)


def test_an_employer_cannot_close_an_id(portal: Portal, signed_in: Visitor) -> None:
    page = signed_in.get("/employer/home")
    token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]

    answer = signed_in.post("/officer/portal-ids/2/disable", data={"csrf_token": token})

    assert answer.status_code in {303, 400}
    assert try_to_log_in(portal.client(), LIM, "Teladan#2026").request.path == "/employer/home"
