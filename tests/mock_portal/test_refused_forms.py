"""The status of an answer to a refused form: one rule for every form of every site.

`docs/decisions/0014-statuses-of-refused-forms.md` says it in words. That no refused form is ever answered
with 200 holds in every test of the portal (`browsing.check_status`); here are the kinds that there are.
"""

from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.mock_portal.accounts.logging_in import problems, try_to_log_in
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import EMAIL_2, PASSWORD_2, open_it, say_why, say_why_unasked
from tests.mock_portal.officer.deciding import log_in as log_in_officer
from tests.mock_portal.officer.deciding import try_to_log_in as try_as_officer
from tests.mock_portal.officer.waiting import let_apply
from tests.mock_portal.paying import Payer, submit_october

EMPTY: dict[str, Any] = {}
WEAK = {"current": "Contoh#2026", "new": "weak", "confirm": "weak"}
WRONG = {"current": "Salah#2026", "new": "Baharu#2027", "confirm": "Baharu#2027"}
NOBODYS = {"reference": "PID-20261110-00001", "email": "nobody@contoh-maju.example"}


@pytest.mark.parametrize(
    ("site", "path", "typed"),
    [
        pytest.param("portal", "/employer/login", {"email": ""}, id="log-in"),
        pytest.param("portal", "/officer/login", {"email": "a@b.example", "password": "x"}, id="officer"),
        pytest.param("portal", "/employer/forgot-password", {"email": "no address"}, id="forgotten"),
        pytest.param("portal", "/employer/register", EMPTY, id="kind"),
        pytest.param("portal", "/employer/register/company", {"name": ""}, id="company"),
        pytest.param(
            "portal",
            "/employer/register/existing",
            {"employer_code": "B3200000123X", "registration_no": "202309876543"},
            id="existing",
        ),
        pytest.param("portal", "/employer/register/status", NOBODYS, id="status"),
        pytest.param("bank", "/approver", {"user": "nobody", "password": "x"}, id="bank"),
        pytest.param("control", "/", {"name": "bank"}, id="world"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ms"])
def test_what_a_visitor_typed_wrongly_is_422(
    portal: Portal, site: str, path: str, typed: dict[str, Any], language: str
) -> None:
    visitor = portal.client(site, language)

    answer = visitor.submit(visitor.get(path), typed)

    assert (answer.status_code, problems(answer) != []) == (422, True)


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        pytest.param("/employer/change-password", WEAK, id="weak password"),
        pytest.param("/employer/change-password", WRONG, id="wrong password"),
        pytest.param("/employer/contributions/text-file", {"file": (b"", "")}, id="no file"),
    ],
)
def test_what_an_employer_typed_wrongly_is_422(signed_in: Visitor, path: str, typed: dict[str, Any]) -> None:
    assert signed_in.submit(signed_in.get(path), typed).status_code == 422


def test_a_list_in_which_nothing_is_ticked_and_an_empty_cart_are_422(
    portal: Portal, signed_in: Visitor
) -> None:
    submit_october(portal)

    unticked = signed_in.submit(signed_in.get("/employer/payments"), button="Add to Cart")

    assert unticked.status_code == 422


def test_an_officer_who_gives_no_reason_is_told_with_422(portal: Portal) -> None:
    reference = let_apply(portal)
    officer = log_in_officer(portal.client())
    open_it(officer, reference)

    assert say_why(officer, reference, "query", "").status_code == 422


def _employer(visitor: Visitor, password: str) -> TestResponse:
    return try_to_log_in(visitor, password=password)


def _officer(visitor: Visitor, password: str) -> TestResponse:
    return try_as_officer(visitor, password=password)


@pytest.mark.parametrize("attempt", [_employer, _officer], ids=["employer", "officer"])
def test_a_wrong_password_is_422_and_one_too_many_is_429(
    portal: Portal, attempt: Callable[[Visitor, str], TestResponse]
) -> None:
    visitor = portal.client()

    statuses = [attempt(visitor, "Salah#2026").status_code for _ in range(6)]

    assert statuses == [422, 422, 422, 422, 429, 429]


def test_guessing_the_password_of_now_is_429_in_the_end_too(signed_in: Visitor) -> None:
    form = signed_in.get("/employer/change-password")

    statuses = [signed_in.submit(form, WRONG).status_code for _ in range(5)]

    assert statuses == [422, 422, 422, 422, 429]


def test_a_record_that_is_being_paid_meanwhile_is_409(portal: Portal, signed_in: Visitor) -> None:
    submit_october(portal)
    payer = Payer(portal, signed_in, portal.client("bank"))
    page, ticks = signed_in.get("/employer/payments"), payer.ticks()
    payer.proceed()

    answer = signed_in.submit(page, {"records": ticks}, button="Add to Cart")

    assert (answer.status_code, problems(answer) != []) == (409, True)


def test_a_page_that_was_open_for_too_long_is_400(portal: Portal) -> None:
    visitor = portal.client()

    answer = visitor.submit(visitor.get("/employer/login"), {"email": "a@b.example", "csrf_token": "old"})

    assert (answer.status_code, len(problems(answer))) == (400, 1)


def test_a_form_that_comes_again_in_the_other_language_is_not_refused(portal: Portal) -> None:
    visitor = portal.client()
    visitor.get("/employer/login")

    answer = visitor.post("/ms/employer/login", data={"switch_language": "ms", "email": "x"})

    assert answer.status_code == 200


def test_a_session_that_is_over_sends_a_person_to_the_log_in_and_tells_a_script_401(
    portal: Portal, signed_in: Visitor
) -> None:
    page = signed_in.get("/employer/change-password")
    portal.move_clock(hours=1)

    person = signed_in.submit(page, WEAK, follow_redirects=False)
    script = signed_in.submit(page, WEAK, headers={"Accept": "application/json"})

    assert (person.status_code, script.status_code) == (303, 401)


def test_an_officer_who_comes_second_is_told_with_409(portal: Portal) -> None:
    reference = let_apply(portal)
    open_it(log_in_officer(portal.client()), reference)
    second = log_in_officer(portal.client(), EMAIL_2, PASSWORD_2)

    assert say_why_unasked(second, reference, "reject", "Form 9 is missing.").status_code == 409
