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
        ({"now": "2026-11-15T09:00:00"}, "control.bad_request"),
        ({"now": "9999-12-31T23:59:59Z"}, "world.clock_out_of_range"),
        ({"advance_seconds": 90_000_000_000}, "world.clock_out_of_range"),
        ({"advance_seconds": 1e300}, "control.bad_request"),
    ],
    ids=["nothing", "two things", "no number", "no zone", "too late", "too far", "absurd"],
)
def test_a_clock_that_cannot_be_moved_so_stays(
    api: Visitor, here: str, change: dict[str, Any], code: str
) -> None:
    assert error_of(api.patch(f"{here}/clock", json=change)) == (400, code)
    assert api.get(f"{here}/clock").get_json()["now"] == "2026-11-10T09:00:00+08:00"


def test_settings_are_changed_one_by_one(api: Visitor, here: str) -> None:
    before = api.get(f"{here}/settings").get_json()

    answer = api.patch(f"{here}/settings", json={"javascript": "off", "idle_seconds": 60})

    assert answer.get_json() == before | {"javascript": "off", "idle_seconds": 60}
    assert api.get(f"{here}/settings").get_json() == answer.get_json()


@pytest.mark.parametrize(
    "change",
    [
        {"javascript": "maybe"},
        {"unheard_of": 1},
        {"idle_seconds": -1},
        {"idle_seconds": "60"},
        {"idle_seconds": 10**30},
        {"idle_seconds": True},
        {"offline_banks": "CTH01"},
        {"offline_banks": [1]},
    ],
    ids=str,
)
def test_a_setting_of_the_wrong_kind_changes_nothing(api: Visitor, here: str, change: dict[str, Any]) -> None:
    before = api.get(f"{here}/settings").get_json()

    answer = api.patch(f"{here}/settings", json={"login_form": "user_id", **change})

    assert answer.status_code == 400
    assert answer.get_json()["error"]["mend"]
    assert api.get(f"{here}/settings").get_json() == before


def test_without_javascript_pages_of_portal_and_bank_are_sandboxed(
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
        "inbox": False,
    }


def test_faults_are_put_as_a_whole(api: Visitor, here: str) -> None:
    delayed = {"at": "bank.callback", "mode": "delayed", "minutes": 5}
    api.put(f"{here}/faults", json={"faults": [{"at": "smtp", "mode": "down"}]})

    answer = api.put(f"{here}/faults", json={"faults": [delayed]})

    assert answer.get_json() == api.get(f"{here}/faults").get_json() == {"faults": [delayed]}


@pytest.mark.parametrize(
    "fault",
    [
        {"at": "moon", "mode": "full"},
        {"at": "smtp", "mode": "slow"},
        {"at": "smtp"},
        {"at": "smtp", "mode": "down", "minutes": -1},
    ],
    ids=["place", "mode", "no mode", "time"],
)
def test_a_fault_that_cannot_be_is_refused(api: Visitor, here: str, fault: dict[str, Any]) -> None:
    answer = api.put(f"{here}/faults", json={"faults": [{"at": "smtp", "mode": "down"}, fault]})

    assert answer.status_code == 400
    assert api.get(f"{here}/faults").get_json() == {"faults": []}


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
