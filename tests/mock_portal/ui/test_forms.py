"""Forms that are shown again: stale ones, and those whose visitor asks for the other language."""

import pytest
from werkzeug.test import TestResponse

from tests.mock_portal.accounts.logging_in import EMAIL, PASSWORD, problems
from tests.mock_portal.browsing import Visitor, forms, parse, summary
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


def test_the_language_switch_says_the_errors_too(portal: Portal) -> None:
    visitor = portal.client()
    wrong = visitor.submit(visitor.get("/employer/register/company"), {"name": "", "email": "\N{SNOWMAN}"})

    malay = switch(visitor, wrong)
    english = switch(visitor, malay)

    assert len(problems(wrong)) > 3
    assert len(problems(malay)) == len(problems(wrong))
    assert set(problems(malay)) & set(problems(wrong)) == set()
    assert malay.text.count("field-error") == wrong.text.count("field-error")
    assert "<title>Ralat:" in malay.text
    assert summary(english) == summary(wrong)


def test_the_language_switch_says_what_a_service_refused_and_tries_nothing_again(portal: Portal) -> None:
    visitor = portal.client()
    step_2 = visitor.submit(visitor.get("/employer/login"), {"email": EMAIL})
    wrong = visitor.submit(step_2, {"password": SECRET})

    for _ in range(6):
        malay = switch(visitor, wrong)

    assert problems(malay) == ["Alamat emel atau kata laluan tidak sah."]
    assert visitor.submit(step_2, {"password": PASSWORD}).request.path == "/employer/home"


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "x",
        "WyJ3b3JrIixbWyIiLCJoYWNrZWQiXV1d.awmObA.HI0pKpOzrPj",
        "\N{SNOWMAN}" * 2000,
    ],
)
def test_errors_that_no_page_of_this_world_carried_are_not_said(portal: Portal, kept: str) -> None:
    data = {"switch_language": "ms", "email": EMAIL, "kept_errors": kept}

    answer = portal.client(language="ms").post("/employer/login", data=data)

    assert (answer.status_code, problems(answer)) == (200, [])


def switch(visitor: Visitor, answer: TestResponse) -> TestResponse:
    """Press the language switch of a page with a form."""
    page = parse(answer.text)
    (button,) = page.findall(".//button[@class='language-switch']")
    (kept,) = page.findall(".//input[@name='kept_errors']")
    data = {**forms(answer)[0].values, "kept_errors": kept.get("value"), "switch_language": "other"}
    return visitor.post(button.get("formaction") or "", data=data)


def test_the_language_switch_writes_a_strange_path_as_an_address(portal: Portal) -> None:
    answer = portal.client().get("/employer/%00%22%3E")

    assert "\0" not in answer.text
    assert "/ms/employer/%00%22%3E" in answer.text
