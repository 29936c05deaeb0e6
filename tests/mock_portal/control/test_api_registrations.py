"""A test gets past the officer in one call."""

import pytest

from mock_portal.registration.states import ApplicationState
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.control.calling import error_of
from tests.mock_portal.officer.deciding import EMAIL_2, NAME, NAME_2, log_in, shown
from tests.mock_portal.officer.waiting import EMAIL, let_apply


def test_an_approval_gives_employer_code_and_portal_id_and_mails_the_password(
    portal: Portal, api: Visitor, here: str
) -> None:
    reference = let_apply(portal)

    told = api.post(f"{here}/registrations/{reference}/approve", json={}).get_json()

    assert (told["state"], told["portal_id"], told["taken_by"]) == ("approved", EMAIL, NAME)
    assert told["employer_code"].startswith("B33")
    assert told == api.get(f"{here}/registrations/{reference}").get_json()
    assert [mail["To"] for mail in portal.mail()] == [EMAIL]


@pytest.mark.parametrize(("what", "state"), [("query", "query"), ("reject", "rejected")])
def test_a_query_and_a_rejection_take_their_reason_along(
    portal: Portal, api: Visitor, here: str, what: str, state: str
) -> None:
    reference = let_apply(portal)

    told = api.post(f"{here}/registrations/{reference}/{what}", json={"reason": "Form 9 is missing"})

    assert (told.get_json()["state"], told.get_json()["reason"]) == (state, "Form 9 is missing")


def test_an_officer_can_be_named_and_it_is_in_the_audit_trail(
    portal: Portal, api: Visitor, here: str
) -> None:
    reference = let_apply(portal)

    api.post(f"{here}/registrations/{reference}/approve", json={"officer": EMAIL_2})

    trail = shown(log_in(portal.client()).get("/officer/audit"))
    assert f"{NAME_2} Approved {reference}" in trail


def test_whoever_has_it_open_decides_unless_another_is_named(portal: Portal, api: Visitor, here: str) -> None:
    reference = let_apply(portal)
    officer = log_in(portal.client(), EMAIL_2, "Pegawai2#2026")
    officer.submit(officer.get(f"/officer/applications/{reference}"), button="Open for review")

    by_another = api.post(
        f"{here}/registrations/{reference}/approve", json={"officer": "pegawai@perkeso.example"}
    )
    told = api.post(f"{here}/registrations/{reference}/approve", json={}).get_json()

    assert error_of(by_another) == (409, "registration.already_taken")
    assert told["taken_by"] == NAME_2


def test_a_second_decision_is_refused_with_the_first(portal: Portal, api: Visitor, here: str) -> None:
    reference = let_apply(portal)
    api.post(f"{here}/registrations/{reference}/approve", json={})

    again = api.post(f"{here}/registrations/{reference}/reject", json={"reason": "Too late"})

    assert error_of(again) == (409, "registration.already_decided")
    assert again.get_json()["error"]["message"] == (
        f"The application is approved since 2026-11-10T09:00:00+08:00, by {NAME}."
    )


@pytest.mark.parametrize("state", [ApplicationState.DRAFT, ApplicationState.PENDING_EMAIL])
def test_what_no_officer_has_yet_cannot_be_decided(
    portal: Portal, api: Visitor, here: str, state: ApplicationState
) -> None:
    reference = let_apply(portal, state=state)

    answer = api.post(f"{here}/registrations/{reference}/approve", json={})

    assert error_of(answer) == (409, "portal.not_allowed")


@pytest.mark.parametrize(
    ("reference", "body", "said"),
    [
        pytest.param("PID-20261110-99999", {}, (404, "registration.not_found"), id="no such application"),
        pytest.param(
            "PID-20261110-00001", {"officer": "nobody@x.example"}, (404, "officer.not_found"), id="nobody"
        ),
        pytest.param("PID-20261110-00001", {"oficer": "x"}, (400, "control.bad_request"), id="misspelt"),
        pytest.param("PID-20261110-00001", {"officer": 7}, (400, "control.bad_request"), id="wrong type"),
    ],
)
def test_a_call_that_cannot_be_meant_says_what_is_wrong(  # noqa: PLR0913, PLR0917 - what is asked and said
    portal: Portal,
    api: Visitor,
    here: str,
    reference: str,
    body: dict[str, object],
    said: tuple[int, str],
) -> None:
    let_apply(portal)

    assert error_of(api.post(f"{here}/registrations/{reference}/approve", json=body)) == said


@pytest.mark.parametrize("reason", [None, "", "   ", "x" * 2_001, 7])
def test_a_reason_is_asked_for(portal: Portal, api: Visitor, here: str, reason: object) -> None:
    reference = let_apply(portal)
    body = {} if reason is None else {"reason": reason}

    answer = api.post(f"{here}/registrations/{reference}/query", json=body)

    assert error_of(answer)[1] in {"control.bad_request", "registration.reason_missing"}
    assert api.get(f"{here}/registrations/{reference}").get_json()["state"] == "submitted"
