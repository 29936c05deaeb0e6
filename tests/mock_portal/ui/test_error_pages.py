"""Pages for whatever goes wrong: what happened and what to do, in both languages."""

import pytest

from tests.mock_portal.accounts.logging_in import heading
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal


@pytest.mark.parametrize(
    ("language", "title", "mend"),
    [
        ("en", "Page not found", "Check the address, or begin at the home page."),
        ("ms", "Halaman tidak ditemui", "Semak alamat, atau mulakan dari laman utama."),
    ],
)
def test_an_address_without_a_page_says_what_to_do(
    portal: Portal, language: str, title: str, mend: str
) -> None:
    answer = portal.client(language=language).get("/nowhere")

    assert (answer.status_code, heading(answer)) == (404, title)
    assert mend in answer.text
    assert "request.not_found" in answer.text


@pytest.mark.parametrize(
    ("language", "title"), [("en", "This world does not exist"), ("ms", "Dunia ini tidak wujud")]
)
def test_a_world_that_does_not_exist_says_so(portal: Portal, language: str, title: str) -> None:
    answer = portal.client(language=language, world="nowhere").get("/employer/login")

    assert (answer.status_code, heading(answer)) == (404, title)
    assert "world.not_found" in answer.text


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "This address only takes a form"), ("ms", "Alamat ini hanya menerima borang")],
)
def test_a_form_address_opened_as_a_page_says_so(portal: Portal, language: str, title: str) -> None:
    answer = portal.client(language=language).get("/employer/logout")

    assert (answer.status_code, heading(answer)) == (405, title)


def test_a_form_without_a_page_of_its_own_is_refused_without_a_token(signed_in: Visitor) -> None:
    answer = signed_in.post("/employer/logout", data={"csrf_token": "stale"})

    assert (answer.status_code, heading(answer)) == (400, "This page was open for too long")
    assert signed_in.get("/employer/home").status_code == 200


def test_what_is_larger_than_the_portal_takes_is_refused(portal: Portal) -> None:
    answer = portal.client().post(
        "/employer/login",
        content_type="application/x-www-form-urlencoded",
        environ_overrides={"CONTENT_LENGTH": "32000001"},
    )

    assert (answer.status_code, heading(answer)) == (413, "The file is too large")


def test_a_script_is_answered_in_json(portal: Portal) -> None:
    answer = portal.client().get("/nowhere", headers={"Accept": "application/json"})

    assert answer.get_json() == {
        "error": {
            "code": "request.not_found",
            "message": "There is no page at this address.",
            "mend": "Check the address, or begin at the home page.",
        }
    }


@pytest.mark.parametrize(("language", "root"), [("en", ""), ("ms", "/ms")])
def test_an_address_with_a_slash_too_many_leads_to_its_page(portal: Portal, language: str, root: str) -> None:
    answer = portal.client(language=language).get("/employer/login/?next=/employer/home&_external=1")

    assert (answer.status_code, answer.location) == (
        308,
        f"{root}/employer/login?next=%2Femployer%2Fhome&_external=1",
    )


def test_a_form_sent_to_an_address_with_a_slash_too_many_keeps_what_was_typed(portal: Portal) -> None:
    answer = portal.client().post("/employer/login/", data={"email": "a@x.example"})

    assert (answer.status_code, answer.location) == (308, "/employer/login")


@pytest.mark.parametrize(
    "address", ["//www.example.com/", "//employer//login/", "/nowhere/", "/employer/logout/"]
)
def test_a_slash_too_many_leads_nowhere_else(portal: Portal, address: str) -> None:
    answer = portal.client().get("/", environ_overrides={"PATH_INFO": address})

    assert answer.status_code == 404
    assert answer.location is None
