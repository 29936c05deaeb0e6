"""Forms that are shown again: stale ones, and those whose visitor asks for the other language."""

import pytest

from tests.mock_portal.accounts.logging_in import EMAIL, PASSWORD, problems
from tests.mock_portal.browsing import forms
from tests.mock_portal.conftest import Portal

OLD = "This page was open for too long and was not sent. Check it and send it again."
SECRET = "Rahsia#1"


@pytest.mark.parametrize("token", [None, "", "stale"])
def test_a_form_without_a_valid_token_comes_again_with_what_was_typed(
    portal: Portal, token: str | None
) -> None:
    visitor = portal.client()

    answer = visitor.submit(visitor.get("/employer/login"), {"email": EMAIL, "csrf_token": token})

    assert problems(answer) == [OLD]
    assert forms(answer)[0].values["email"] == EMAIL
    assert visitor.submit(answer).request.path == "/employer/login/password"


def test_a_token_of_another_visitor_logs_nobody_in_and_no_password_comes_back(portal: Portal) -> None:
    visitor, other = portal.client(), portal.client()
    step_2 = visitor.submit(visitor.get("/employer/login"), {"email": EMAIL})
    token = forms(other.get("/employer/login"))[0].values["csrf_token"]

    answer = visitor.submit(step_2, {"password": PASSWORD, "csrf_token": token})

    assert problems(answer) == [OLD]
    assert PASSWORD not in answer.text


@pytest.mark.parametrize(("language", "button"), [("en", "Bahasa Melayu"), ("ms", "English")])
def test_the_language_switch_keeps_what_was_typed_but_never_a_password(
    portal: Portal, language: str, button: str
) -> None:
    portal.set(login_form="user_id")
    visitor = portal.client(language=language)
    page = visitor.get("/employer/login")
    other = "/ms/employer/login" if language == "en" else "/en/employer/login"
    assert button in page.text

    answer = visitor.post(other, data={"switch_language": "x", "user_id": "CONTOHMAJU", "password": SECRET})

    assert (answer.status_code, problems(answer)) == (200, [])
    assert forms(answer)[0].values["user_id"] == "CONTOHMAJU"
    assert SECRET not in answer.text


def test_the_language_switch_writes_a_strange_path_as_an_address(portal: Portal) -> None:
    answer = portal.client().get("/employer/%00%22%3E")

    assert "\0" not in answer.text
    assert "/ms/employer/%00%22%3E" in answer.text
