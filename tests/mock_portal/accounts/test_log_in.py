"""Logging in by two pages, without scripts, in both languages (portal-flows 1.2, 1.3)."""

import pytest
from sqlalchemy import func, select

from mock_portal.accounts.models import SessionRow
from tests.mock_portal.accounts.logging_in import (
    EMAIL,
    NOBODY,
    PASSWORD,
    USER_ID,
    problems,
    try_to_log_in,
)
from tests.mock_portal.browsing import forms
from tests.mock_portal.conftest import Portal


@pytest.mark.parametrize(
    ("language", "next_words", "login_words", "home"),
    [("en", "NEXT", "Login", "/employer/home"), ("ms", "SETERUSNYA", "Log Masuk", "/ms/employer/home")],
)
def test_an_employer_logs_in_by_two_pages(
    portal: Portal, language: str, next_words: str, login_words: str, home: str
) -> None:
    visitor = portal.client(language=language)

    step_2 = visitor.submit(visitor.get("/employer/login"), {"email": EMAIL}, button=next_words)
    at_home = visitor.submit(step_2, {"password": PASSWORD}, button=login_words)

    assert step_2.request.path.endswith("/employer/login/password")
    assert (at_home.status_code, at_home.request.root_path + at_home.request.path) == (200, home)
    assert "AMINAH BINTI CONTOH" in at_home.text


def test_capitals_and_spaces_around_the_email_do_not_matter(portal: Portal) -> None:
    at_home = try_to_log_in(portal.client(), f"  {EMAIL.upper()} ")

    assert at_home.request.path == "/employer/home"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Invalid email address or password."), ("ms", "Alamat emel atau kata laluan tidak sah.")],
)
@pytest.mark.parametrize(("email", "password"), [(EMAIL, "wrong"), (NOBODY, PASSWORD)])
def test_an_unknown_email_and_a_wrong_password_are_answered_alike(
    portal: Portal, language: str, words: str, email: str, password: str
) -> None:
    answer = try_to_log_in(portal.client(language=language), email, password)

    assert (answer.status_code, problems(answer)) == (422, [words])
    assert password not in answer.text


def test_an_unknown_email_gets_step_2_like_a_known_one(portal: Portal) -> None:
    visitor = portal.client()

    step_2 = visitor.submit(visitor.get("/employer/login"), {"email": NOBODY})

    assert (step_2.request.path, problems(step_2)) == ("/employer/login/password", [])


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Enter your email address"),
        ("aminah", "Enter an email address like name@example.com"),
        ("a" * 250 + "@x.my", "An email address has at most 254 characters"),
    ],
)
def test_step_1_says_what_is_wrong_with_the_email_and_keeps_it(
    portal: Portal, typed: str, problem: str
) -> None:
    visitor = portal.client()

    answer = visitor.submit(visitor.get("/employer/login"), {"email": typed})

    assert (answer.request.path, problems(answer)) == ("/employer/login", [problem])
    assert forms(answer)[0].values["email"] == typed
    assert "<title>Error: Log in" in answer.text


def test_an_empty_password_is_no_failure(portal: Portal) -> None:
    answers = [try_to_log_in(portal.client(), password="") for _ in range(6)]

    assert problems(answers[-1]) == ["Enter your password"]
    assert try_to_log_in(portal.client()).request.path == "/employer/home"


def test_step_2_without_an_email_goes_back_to_step_1(portal: Portal) -> None:
    answer = portal.client().get("/employer/login/password")

    assert (answer.status_code, answer.location) == (303, "/employer/login")


def test_whoever_is_logged_in_is_not_asked_again(portal: Portal) -> None:
    visitor = portal.client()
    try_to_log_in(visitor)

    answers = [visitor.get(path) for path in ("/", "/employer/login", "/employer/login/password")]

    assert [(answer.status_code, answer.location) for answer in answers] == [(303, "/employer/home")] * 3


def test_the_older_form_asks_for_user_id_and_password_on_one_page(portal: Portal) -> None:
    portal.set(login_form="user_id")
    visitor = portal.client()
    page = visitor.get("/employer/login")

    refused = visitor.submit(page, {"user_id": USER_ID, "password": "wrong"})
    at_home = visitor.submit(refused, {"user_id": USER_ID.lower(), "password": PASSWORD}, button="Login")

    assert problems(refused) == ["Invalid User ID or password."]
    assert at_home.request.path == "/employer/home"


def test_the_older_form_keeps_the_user_id_and_never_the_password(portal: Portal) -> None:
    portal.set(login_form="user_id")
    visitor = portal.client(language="ms")

    refused = visitor.submit(visitor.get("/employer/login"), {"user_id": "SIAPA", "password": "Rahsia#1"})

    assert problems(refused) == ["ID Pengguna atau kata laluan tidak sah."]
    assert forms(refused)[0].values["user_id"] == "SIAPA"
    assert "Rahsia#1" not in refused.text


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_page_asked_for_is_opened_after_log_in(portal: Portal, language: str) -> None:
    visitor = portal.client(language=language)
    sent = visitor.get("/employer/payments/history?page=2", follow_redirects=True)

    step_2 = visitor.submit(sent, {"email": EMAIL})
    after = visitor.submit(step_2, {"password": PASSWORD}, follow_redirects=False)

    prefix = "/ms" if language == "ms" else ""
    assert after.location == f"{prefix}/employer/payments/history?page=2"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/employer/home",
        "//evil.example/employer/home",
        "/\\evil.example",
        "/employer/home\r\nX: 1",
        "/employer/../x",
        "/employer/logout",
        "/employer/session/ended",
        "/",
        "javascript:alert(1)",
    ],
)
def test_the_next_page_is_only_ever_one_of_the_portals_own(portal: Portal, elsewhere: str) -> None:
    visitor = portal.client()
    page = visitor.get("/employer/login", query_string={"next": elsewhere})

    step_2 = visitor.submit(page, {"email": EMAIL, "next": elsewhere})
    after = visitor.submit(step_2, {"password": PASSWORD, "next": elsewhere}, follow_redirects=False)

    assert (after.status_code, after.location) == (303, "/employer/home")


def test_a_form_sent_without_a_session_is_not_remembered_as_a_next_page(portal: Portal) -> None:
    answer = portal.client().post("/employer/logout", data={})

    assert (answer.status_code, answer.location) == (303, "/employer/login")


def test_a_refused_log_in_opens_no_session(portal: Portal) -> None:
    try_to_log_in(portal.client(), password="wrong")

    with portal.session() as session:
        assert session.scalars(select(func.count()).select_from(SessionRow)).one() == 0
