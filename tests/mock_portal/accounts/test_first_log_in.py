"""The first log-in with a temporary password, and a password that expired (portal-flows 1.4)."""

from datetime import timedelta

import pytest

from mock_portal.accounts.models import AccountState
from mock_portal.worlds import scenarios
from tests.mock_portal.accounts.logging_in import (
    EMAIL,
    PASSWORD,
    change_account,
    heading,
    problems,
    try_to_log_in,
)
from tests.mock_portal.accounts.passwords import NEW, csrf_token, fill_in, rules_listed
from tests.mock_portal.browsing import Visitor, parse, words
from tests.mock_portal.conftest import Portal

PAGES = ["/employer/home", "/employer/profile", "/employer/contributions", "/employer/payments/cart"]


@pytest.fixture
def newcomer(portal: Portal) -> Visitor:
    """Somebody who has just logged in with a temporary password."""
    change_account(portal, state=AccountState.TEMPORARY_PASSWORD)
    visitor = portal.client()
    try_to_log_in(visitor)
    return visitor


@pytest.mark.parametrize(
    ("language", "title", "says"),
    [
        ("en", "Change Password", "Please change your temporary password."),
        ("ms", "Tukar Kata Laluan", "Sila tukar kata laluan sementara anda."),
    ],
)
def test_a_temporary_password_leads_to_the_page_that_changes_it(
    portal: Portal, language: str, title: str, says: str
) -> None:
    change_account(portal, state=AccountState.TEMPORARY_PASSWORD)

    page = try_to_log_in(portal.client(language=language))

    assert heading(page) == title
    assert says in page.text


@pytest.mark.parametrize("path", PAGES)
def test_nothing_else_of_the_portal_opens_before(newcomer: Visitor, path: str) -> None:
    answer = newcomer.get(path)

    assert (answer.status_code, answer.location) == (303, f"/employer/change-password?next={path}")


def test_no_form_of_the_portal_acts_before(newcomer: Visitor) -> None:
    token = csrf_token(newcomer.get("/employer/change-password"))

    sent = newcomer.post("/employer/payments/cart", data={"csrf_token": token})

    assert (sent.status_code, sent.location) == (
        303,
        "/employer/change-password?next=/employer/payments/cart",
    )


def test_the_menus_offer_nothing_but_to_log_out(newcomer: Visitor) -> None:
    page = newcomer.get("/employer/change-password")

    assert "My Sites" not in page.text
    assert 'href="/employer/profile"' not in page.text
    assert "Log out" in page.text


def test_a_script_is_told_that_the_password_comes_first(newcomer: Visitor) -> None:
    answer = newcomer.get("/employer/home", headers={"Accept": "application/json"})

    assert answer.status_code == 403
    assert answer.get_json()["error"]["code"] == "session.password_change_due"


def test_cancel_logs_out(newcomer: Visitor) -> None:
    page = newcomer.get("/employer/change-password")
    (cancel,) = [b for b in parse(page.text).iter("button") if b.get("form") == "cancel"]

    page = newcomer.submit(page, action="logout")

    assert words(cancel) == "Cancel"
    assert page.request.path == "/employer/login"
    assert newcomer.get("/employer/change-password").status_code == 303


def test_after_the_change_a_confirmation_and_then_the_page_that_was_wanted(newcomer: Visitor) -> None:
    sent_to = newcomer.get("/employer/profile").location or ""

    done = fill_in(newcomer, newcomer.get(sent_to), current=PASSWORD)
    wanted = newcomer.get("/employer/profile")

    assert heading(done) == "Password changed"
    assert 'href="/employer/profile"' in done.text
    assert (wanted.status_code, heading(wanted)) == (200, "Employer profile")


def test_the_session_is_another_one_after_the_change(portal: Portal, newcomer: Visitor) -> None:
    before = newcomer.get_cookie("assist_session", domain=f"{portal.world}.localhost")

    fill_in(newcomer, newcomer.get("/employer/change-password"), current=PASSWORD)

    after = newcomer.get_cookie("assist_session", domain=f"{portal.world}.localhost")
    assert before is not None
    assert after is not None
    assert before.value != after.value


def test_the_temporary_password_opens_nothing_after_the_change(portal: Portal, newcomer: Visitor) -> None:
    fill_in(newcomer, newcomer.get("/employer/change-password"), current=PASSWORD)

    assert problems(try_to_log_in(portal.client())) == ["Invalid email address or password."]
    assert try_to_log_in(portal.client(), EMAIL, NEW).request.path == "/employer/home"


@pytest.mark.parametrize(
    ("days", "title"), [(6, "Change Password"), (7, "Your temporary password has expired")]
)
def test_a_temporary_password_can_be_used_for_seven_days(portal: Portal, days: int, title: str) -> None:
    change_account(portal, state=AccountState.TEMPORARY_PASSWORD)
    portal.move_clock(days=days)

    assert heading(try_to_log_in(portal.client())) == title


def test_an_expired_temporary_password_offers_a_link_by_mail_and_logs_nobody_in(portal: Portal) -> None:
    change_account(portal, state=AccountState.TEMPORARY_PASSWORD, password_age=timedelta(days=7))
    visitor = portal.client()

    page = try_to_log_in(visitor)

    assert page.status_code == 422
    assert 'href="/employer/forgot-password"' in page.text
    assert visitor.get("/employer/change-password").status_code == 303


def test_only_the_right_temporary_password_tells_that_it_has_expired(portal: Portal) -> None:
    change_account(portal, state=AccountState.TEMPORARY_PASSWORD, password_age=timedelta(days=7))

    assert problems(try_to_log_in(portal.client(), password="wrong")) == [
        "Invalid email address or password."
    ]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Your password is older than 90 days. Choose a new one"),
        ("ms", "Kata laluan anda telah melebihi 90 hari."),
    ],
)
def test_a_password_of_ninety_days_has_to_be_changed_first(portal: Portal, language: str, says: str) -> None:
    portal.move_clock(days=90)
    visitor = portal.client(language=language)

    page = try_to_log_in(visitor)

    assert says in page.text
    assert (visitor.get("/employer/home").location or "").endswith(
        "/employer/change-password?next=/employer/home"
    )


def test_a_password_of_eighty_nine_days_still_opens(portal: Portal) -> None:
    portal.move_clock(days=89)

    assert try_to_log_in(portal.client()).request.path == "/employer/home"


def test_a_world_can_let_passwords_live_for_ever(portal: Portal) -> None:
    portal.set(password_days=0)
    portal.move_clock(days=900)

    assert try_to_log_in(portal.client()).request.path == "/employer/home"


def test_the_rules_are_listed_before_anything_is_typed(newcomer: Visitor) -> None:
    page = newcomer.get("/employer/change-password")

    assert rules_listed(page) == [
        "8 to 20 characters",
        "a capital letter",
        "a small letter",
        "a number",
        "a symbol, such as # or +",
        "not your email address or User ID",
        "none of your last 3 passwords",
    ]


def test_the_rules_are_those_of_the_world(portal: Portal, newcomer: Visitor) -> None:
    portal.set(password_shortest=4, password_longest=6, password_needs=["digit"], password_former=0)

    page = newcomer.get("/employer/change-password")

    assert rules_listed(page) == ["4 to 6 characters", "a number", "not your email address or User ID"]
    assert heading(fill_in(newcomer, page, current=PASSWORD, new="abc1")) == "Password changed"


def test_the_demo_has_an_id_for_the_first_log_in_that_the_portal_announces(portal: Portal) -> None:
    (newcomer,) = [account for _, account in scenarios.logins("demo") if account.role == "new"]

    page = try_to_log_in(portal.client(), newcomer.email, newcomer.password)

    assert heading(page) == "Change Password"
    assert "Please change your temporary password." in page.text
