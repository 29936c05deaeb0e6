import json
from email.message import EmailMessage
from typing import Any

import pytest

from mock_portal.worlds.clock import real_now
from mock_portal.worlds.outbox import send_mail
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.control.calling import error_of
from tests.mock_portal.inbox.mails import RECEIVER


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"advance_seconds": 900}, "2026-11-10T09:15:00+08:00"),
        ({"advance_seconds": -60.5}, "2026-11-10T08:58:59.500000+08:00"),
        ({"now": "2026-11-15T01:00:00Z"}, "2026-11-15T09:00:00+08:00"),
        ({"running": False}, "2026-11-10T09:00:00+08:00"),
    ],
    ids=["on", "back", "to a moment", "stopped"],
)
def test_the_clock_is_moved(api: Visitor, here: str, change: dict[str, Any], shown: str) -> None:
    answer = api.patch(f"{here}/clock", json=change)

    assert answer.get_json() == {"now": shown, "running": False}
    assert api.get(f"{here}/clock").get_json() == {"now": shown, "running": False}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "control.bad_request"),
        ({"advance_seconds": 1, "running": True}, "control.bad_request"),
        ({"advance_seconds": "soon"}, "control.bad_request"),
        ({"advance_seconds": "60"}, "control.bad_request"),
        ({"advance_seconds": True}, "control.bad_request"),
        ({"running": "no"}, "control.bad_request"),
        ({"running": 0}, "control.bad_request"),
        ({"now": "2026-11-15T09:00:00"}, "control.bad_request"),
        ({"now": 1_700_000_000}, "control.bad_request"),
        ({"now": "1700000000"}, "control.bad_request"),
        ({"now": "9999-12-31T23:59:59Z"}, "world.clock_out_of_range"),
        ({"advance_seconds": 90_000_000_000}, "world.clock_out_of_range"),
        ({"advance_seconds": 1e300}, "control.bad_request"),
    ],
    ids=[
        "nothing",
        "two things",
        "no number",
        "number as text",
        "truth for a number",
        "text for a truth",
        "number for a truth",
        "no zone",
        "seconds",
        "seconds as text",
        "too late",
        "too far",
        "absurd",
    ],
)
def test_a_clock_that_cannot_be_moved_so_stays(
    api: Visitor, here: str, change: dict[str, Any], code: str
) -> None:
    assert error_of(api.patch(f"{here}/clock", json=change)) == (400, code)
    assert api.get(f"{here}/clock").get_json()["now"] == "2026-11-10T09:00:00+08:00"


@pytest.mark.parametrize(
    ("path", "body", "said"),
    [
        pytest.param(
            "clock",
            {"now": "2026-11-15T09:00:00"},
            "now: it has no zone; give one, such as 2026-11-10T09:00:00+08:00.",
            id="no zone",
        ),
        pytest.param(
            "clock",
            {"now": 1_700_000_000},
            "now: it takes a moment as text, with its zone, such as 2026-11-10T09:00:00+08:00.",
            id="seconds",
        ),
        pytest.param(
            "clock",
            {"now": "2026-13-45T09:00:00Z"},
            "now: it takes a moment as text, with its zone, such as 2026-11-10T09:00:00+08:00.",
            id="no such day",
        ),
        pytest.param(
            "clock",
            {"advance": 60},
            "advance: there is no such field; there are advance_seconds, now, running.",
            id="misspelt",
        ),
    ],
)
def test_a_body_of_another_shape_is_told_what_is_taken(
    api: Visitor, here: str, path: str, body: dict[str, Any], said: str
) -> None:
    answer = api.patch(f"{here}/{path}", json=body)

    assert answer.status_code == 400
    assert answer.get_json()["error"]["message"] == f"The request does not have the shape asked for: {said}"


def test_a_field_that_no_fault_has_is_named_with_those_that_it_has(api: Visitor, here: str) -> None:
    fault = {"at": "smtp", "mode": "down", "minute": 1}

    answer = api.put(f"{here}/faults", json={"faults": [fault]})

    assert "faults.0.minute: there is no such field; there are at, mode, minutes." in answer.text


def test_settings_are_changed_one_by_one(api: Visitor, here: str) -> None:
    before = api.get(f"{here}/settings").get_json()

    answer = api.patch(f"{here}/settings", json={"javascript": "off", "idle_seconds": 60})

    assert answer.get_json() == before | {"javascript": "off", "idle_seconds": 60}
    assert api.get(f"{here}/settings").get_json() == answer.get_json()


@pytest.mark.parametrize(
    ("change", "wants"),
    [
        ({"javascript": "maybe"}, "It takes on or off."),
        ({"login_form": ["email"]}, "It takes email or user_id."),
        ({"idle_seconds": -1}, "It takes a whole number from 1 to 31536000."),
        ({"idle_seconds": 0}, "It takes a whole number from 1 to 31536000."),
        ({"idle_seconds": "60"}, "It takes a whole number from 1 to 31536000."),
        ({"idle_seconds": 10**30}, "It takes a whole number from 1 to 31536000."),
        ({"idle_seconds": True}, "It takes a whole number from 1 to 31536000."),
        ({"offline_banks": "CTH01"}, "It takes a list of some of CTH01, SMP02, TLD03, UJN04."),
        ({"offline_banks": [1]}, "It takes a list of some of CTH01, SMP02, TLD03, UJN04."),
        ({"offline_banks": ["XX"]}, "It takes a list of some of CTH01, SMP02, TLD03, UJN04."),
    ],
    ids=str,
)
def test_a_value_that_a_setting_does_not_take_changes_nothing(
    api: Visitor, here: str, change: dict[str, Any], wants: str
) -> None:
    before = api.get(f"{here}/settings").get_json()

    answer = api.patch(f"{here}/settings", json={"login_form": "user_id", **change})

    assert error_of(answer) == (400, "world.bad_setting")
    assert answer.get_json()["error"]["mend"] == wants
    assert api.get(f"{here}/settings").get_json() == before


def test_a_setting_that_no_world_has_is_refused_with_those_that_are(api: Visitor, here: str) -> None:
    answer = api.patch(f"{here}/settings", json={"idle_secs": 60})

    assert error_of(answer) == (400, "world.unknown_setting")
    assert "idle_seconds, warning_seconds" in answer.get_json()["error"]["mend"]


@pytest.mark.parametrize(
    "change",
    [{"idle_seconds": 30}, {"warning_seconds": 901}, {"idle_seconds": 30, "warning_seconds": 40}],
    ids=["idle alone", "warning alone", "both"],
)
def test_a_warning_longer_than_the_idle_time_is_refused(
    api: Visitor, here: str, change: dict[str, int]
) -> None:
    before = api.get(f"{here}/settings").get_json()

    answer = api.patch(f"{here}/settings", json=change)

    assert error_of(answer) == (400, "world.settings_contradict")
    said = answer.get_json()["error"]
    assert f'"idle_seconds", which is {change.get("idle_seconds", 900)}.' in said["message"]
    assert api.get(f"{here}/settings").get_json() == before


def test_two_settings_that_fit_each_other_are_changed_together(api: Visitor, here: str) -> None:
    answer = api.patch(f"{here}/settings", json={"idle_seconds": 30, "warning_seconds": 10})

    assert answer.status_code == 200


def test_without_javascript_pages_of_portal_bank_and_inbox_are_sandboxed(
    portal: Portal, api: Visitor, here: str
) -> None:
    api.patch(f"{here}/settings", json={"javascript": "off"})

    policies = {
        site: portal.client(site).get(path).headers["Content-Security-Policy"]
        for site, path in [("portal", "/employer/login"), ("bank", "/"), ("inbox", "/")]
    }

    assert {site: "sandbox" in policy for site, policy in policies.items()} == {
        "portal": True,
        "bank": True,
        "inbox": True,
    }


def test_faults_are_put_as_a_whole(api: Visitor, here: str) -> None:
    delayed = {"at": "bank.callback", "mode": "delayed", "minutes": 5}
    api.put(f"{here}/faults", json={"faults": [{"at": "smtp", "mode": "down"}]})

    answer = api.put(f"{here}/faults", json={"faults": [delayed]})

    assert answer.get_json() == api.get(f"{here}/faults").get_json() == {"faults": [delayed]}


@pytest.mark.parametrize(
    ("faults", "code"),
    [
        ([{"at": "moon", "mode": "full"}], "world.unknown_fault"),
        ([{"at": "smtp", "mode": "slow"}], "world.unknown_fault"),
        ([{"at": "smtp"}], "control.bad_request"),
        ([{"at": "smtp", "mode": "down", "minutes": -1}], "control.bad_request"),
        ([{"at": "smtp", "mode": "down", "minutes": 5}], "world.bad_fault_time"),
        ([{"at": "bank.callback", "mode": "delayed"}], "world.bad_fault_time"),
        (
            [{"at": "bank.callback", "mode": "never"}, {"at": "bank.callback", "mode": "twice"}],
            "world.faults_contradict",
        ),
    ],
    ids=["place", "mode", "no mode", "negative", "time that counts nowhere", "no time", "contradiction"],
)
def test_a_fault_that_cannot_be_is_refused(
    api: Visitor, here: str, faults: list[dict[str, Any]], code: str
) -> None:
    answer = api.put(f"{here}/faults", json={"faults": [{"at": "bank.return", "mode": "never"}, *faults]})

    assert error_of(answer) == (400, code)
    assert api.get(f"{here}/faults").get_json() == {"faults": []}


def test_a_fault_asked_for_twice_is_one(api: Visitor, here: str) -> None:
    down = {"at": "smtp", "mode": "down"}

    answer = api.put(f"{here}/faults", json={"faults": [down, down]})

    assert answer.get_json() == {"faults": [down | {"minutes": 0}]}


def test_mail_that_waited_goes_when_the_fault_is_mended(portal: Portal, api: Visitor, here: str) -> None:
    api.put(f"{here}/faults", json={"faults": [{"at": "smtp", "mode": "down"}]})
    with portal.session(may_write=True) as session:
        message = EmailMessage()
        message["Subject"] = "Receipt"
        send_mail(session, message, to=RECEIVER, now=real_now())
    portal.deliver()

    api.put(f"{here}/faults", json={"faults": []})
    portal.deliver()

    assert [found["subject"] for found in api.get(f"{here}/mail").get_json()["mail"]] == ["Receipt"]


@pytest.mark.parametrize("body", ['{"advance_seconds": 5}', [{"advance_seconds": 5}], None, 1])
def test_a_body_that_is_no_object_is_refused(api: Visitor, here: str, body: object) -> None:
    as_json = {"Content-Type": "application/json"}

    refused = api.patch(f"{here}/clock", data=json.dumps(body), headers=as_json)

    assert refused.status_code == 400
    assert "the body is JSON and no object" in refused.get_json()["error"]["message"]
    assert api.get(f"{here}/clock").get_json()["now"] == "2026-11-10T09:00:00+08:00"
