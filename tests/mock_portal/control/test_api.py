import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from mock_portal.inbox import service as inbox
from mock_portal.worlds.clock import real_now
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.outbox import send_mail
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import PORT, Portal
from tests.mock_portal.inbox.mails import RECEIVER, mail


@pytest.fixture
def api(portal: Portal) -> Visitor:
    """Who calls the control API from this machine."""
    return portal.client("control")


@pytest.fixture
def here(portal: Portal) -> str:
    """The path of this test's world."""
    return f"/v1/worlds/{portal.world}"


def error_of(answer: TestResponse) -> tuple[int, str]:
    error = answer.get_json()["error"]
    assert sorted(error) == ["code", "mend", "message"]
    assert all(error.values())
    return answer.status_code, error["code"]


def receive(portal: Portal, source: bytes) -> None:
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        inbox.receive(session, sender="no-reply@w1.localhost", to=RECEIVER, source=source, now=now)


def test_health_says_ok_and_the_version(api: Visitor) -> None:
    answer = api.get("/v1/health").get_json()

    assert answer["status"] == "ok"
    assert answer["version"][0].isdigit()


def test_a_new_world_answers_with_its_addresses_clock_and_logins(portal: Portal, api: Visitor) -> None:
    answer = api.post("/v1/worlds", json={"name": "w7"})
    portal.others.append("w7")

    world = answer.get_json()
    assert (answer.status_code, answer.headers["Location"]) == (201, "/v1/worlds/w7")
    assert [world[site] for site in ("name", "portal", "bank", "inbox", "scenario")] == [
        "w7",
        f"http://w7.localhost:{PORT}",
        f"http://w7.bank.localhost:{PORT}",
        f"http://w7.inbox.localhost:{PORT}",
        "demo",
    ]
    assert world["clock"]["running"] is True
    assert world["clock"]["now"].startswith("2026-11-10T09:00:00")
    assert world["settings"]["javascript"] == "on"
    assert world["logins"][0] == {
        "role": "owner",
        "email": "aminah@contoh-maju.example",
        "password": "Contoh#2026",
        "user_id": "CONTOHMAJU",
        "employer_code": "B3200000123X",
    }


def test_a_new_world_can_be_logged_in_to_at_once(portal: Portal, api: Visitor) -> None:
    world = api.post("/v1/worlds", json={}).get_json()
    portal.others.append(world["name"])
    login = world["logins"][0]
    visitor = portal.client(world=world["name"])

    page = visitor.submit(visitor.get("/employer/login"), {"email": login["email"]})
    home = visitor.submit(page, {"password": login["password"]})

    assert home.request.path == "/employer/home"


def test_worlds_are_listed_and_shown(portal: Portal, api: Visitor, here: str) -> None:
    listed = api.get("/v1/worlds").get_json()["worlds"]

    assert portal.world in [world["name"] for world in listed]
    assert api.get(here).get_json()["name"] == portal.world


def test_a_deleted_world_is_gone(portal: Portal, api: Visitor) -> None:
    other = portal.another_world()

    answer = api.delete(f"/v1/worlds/{other}")

    assert (answer.status_code, answer.data) == (204, b"")
    assert error_of(api.get(f"/v1/worlds/{other}")) == (404, "world.not_found")
    assert portal.client(world=other).get("/").status_code == 404


def test_a_fork_has_what_the_world_has(portal: Portal, api: Visitor, here: str) -> None:
    receive(portal, mail())

    fork = api.post("/v1/worlds", json={"fork_of": portal.world}).get_json()["name"]
    portal.others.append(fork)

    assert [m["subject"] for m in api.get(f"/v1/worlds/{fork}/mail").get_json()["mail"]] == ["Receipt"]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        pytest.param({"name": "bank"}, (400, "world.bad_name"), id="the name of a site"),
        pytest.param({"name": "W 7"}, (400, "world.bad_name"), id="no host name"),
        pytest.param({"scenario": "nothing"}, (404, "scenario.not_found"), id="unknown scenario"),
        pytest.param({"scenario": "../demo.toml"}, (404, "scenario.not_found"), id="a path of this machine"),
        pytest.param({"fork_of": "nothing"}, (404, "world.not_found"), id="fork of nothing"),
        pytest.param(
            {"scenario": "demo", "fork_of": "default"}, (400, "control.bad_request"), id="two origins"
        ),
        pytest.param({"nmae": "w7"}, (400, "control.bad_request"), id="unknown field"),
        pytest.param(["w7"], (400, "control.bad_request"), id="no object"),
        pytest.param({"name": 7}, (400, "control.bad_request"), id="no text"),
    ],
)
def test_a_world_that_cannot_be_made_is_refused_in_words(
    api: Visitor, body: Any, error: tuple[int, str]
) -> None:
    assert error_of(api.post("/v1/worlds", json=body)) == error


def test_a_taken_name_is_refused(portal: Portal, api: Visitor) -> None:
    assert error_of(api.post("/v1/worlds", json={"name": portal.world})) == (409, "world.exists")


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


def test_mail_is_told_with_its_links_and_files(portal: Portal, api: Visitor, here: str) -> None:
    receive(portal, mail(attachment=("receipt.pdf", "application/pdf", b"%PDF-1.7")))

    [found] = api.get(f"{here}/mail?to={RECEIVER}&subject=receipt").get_json()["mail"]

    assert (found["to"], found["subject"], found["at"]) == (RECEIVER, "Receipt", "2026-11-10T09:00:00+08:00")
    assert found["links"] == ["http://localhost:8000/employer/payments/1"]
    [attached] = found["attachments"]
    assert (attached["name"], attached["size"]) == ("receipt.pdf", 8)
    assert api.get(attached["path"]).data == b"%PDF-1.7"
    assert b"Subject: Receipt" in api.get(f"{here}/mail/{found['id']}/source").data


def test_mail_that_does_not_fit_is_not_told(portal: Portal, api: Visitor, here: str) -> None:
    receive(portal, mail())

    queries = ["to=lim@teladan.example", "subject=reset", "after=1"]

    assert [api.get(f"{here}/mail?{query}").get_json() for query in queries] == [{"mail": []}] * 3


def test_waiting_for_mail_ends_when_it_comes(portal: Portal, api: Visitor, here: str) -> None:
    answers: list[Any] = []
    waiting = threading.Thread(
        target=lambda: answers.append(api.get(f"{here}/mail?wait_seconds=60").get_json())
    )
    waiting.start()

    receive(portal, mail())

    waiting.join(timeout=30)
    assert [found["subject"] for found in answers[0]["mail"]] == ["Receipt"]


def test_waiting_for_mail_that_does_not_come_ends_too(api: Visitor, here: str) -> None:
    assert api.get(f"{here}/mail?wait_seconds=0.05").get_json() == {"mail": []}


@pytest.mark.parametrize("query", ["wait_seconds=61", "wait_seconds=-1", "wait_seconds=nan", "form=x"])
def test_a_wait_without_bounds_is_refused(api: Visitor, here: str, query: str) -> None:
    assert error_of(api.get(f"{here}/mail?{query}")) == (400, "control.bad_request")


def test_nothing_is_locked_while_mail_is_waited_for(portal: Portal, api: Visitor, here: str) -> None:
    waiting = threading.Thread(target=api.get, args=(f"{here}/mail?wait_seconds=60",))
    waiting.start()

    with portal.session(may_write=True) as session:
        from tests.mock_portal.world_files import add_row

        add_row(session, "written meanwhile")
    receive(portal, mail())

    waiting.join(timeout=30)
    assert not waiting.is_alive()


def test_the_journal_has_the_request_before(portal: Portal, api: Visitor, here: str) -> None:
    visitor = portal.client()
    visitor.get("/employer/login", headers={"User-Agent": "Robot/1.0"})
    portal.client("inbox").get("/")

    lines = api.get(f"{here}/journal?site=portal&path=/employer&method=get").get_json()["requests"]

    assert [(line["path"], line["status"], line["user_agent"]) for line in lines] == [
        ("/employer/login", 200, "Robot/1.0")
    ]
    assert len(api.get(f"{here}/journal").get_json()["requests"]) == 2


def test_a_path_with_marks_of_sql_is_only_a_path(api: Visitor, here: str) -> None:
    assert api.get(f"{here}/journal", query_string={"path": "%_'"}).get_json() == {"requests": []}


@pytest.mark.parametrize(
    ("name", "key"), [("ledger", "transactions"), ("submissions", "submissions"), ("payments", "payments")]
)
def test_the_truth_of_portal_and_bank_is_told(api: Visitor, here: str, name: str, key: str) -> None:
    answer = api.get(f"{here}/{name}")

    assert (answer.status_code, isinstance(answer.get_json()[key], list)) == (200, True)


def test_a_world_goes_back_to_a_snapshot(portal: Portal, api: Visitor, here: str) -> None:
    taken = api.post(f"{here}/snapshots", json={"name": "clean"})
    receive(portal, mail())

    restored = api.post(f"{here}/restore", json={"snapshot": "clean"})

    assert (taken.status_code, taken.get_json()) == (201, {"snapshots": ["clean"]})
    assert (restored.status_code, restored.get_json()["name"]) == (200, portal.world)
    assert api.get(f"{here}/mail").get_json() == {"mail": []}
    assert api.get(f"{here}/snapshots").get_json() == {"snapshots": ["clean"]}


def test_a_snapshot_that_was_not_taken_is_named(api: Visitor, here: str) -> None:
    answer = api.post(f"{here}/restore", json={"snapshot": "never"})

    assert error_of(answer) == (404, "world.no_such_snapshot")


def test_an_export_is_a_database(api: Visitor, here: str, tmp_path: Path) -> None:
    file = tmp_path / "world.sqlite"

    file.write_bytes(api.get(f"{here}/export").data)

    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT scenario FROM world_state").fetchall() == [("demo",)]


@pytest.mark.parametrize(
    ("method", "rest", "body"),
    [
        ("GET", "", None),
        ("DELETE", "", None),
        ("GET", "/clock", None),
        ("PATCH", "/clock", {"running": True}),
        ("GET", "/settings", None),
        ("PATCH", "/settings", {"javascript": "on"}),
        ("GET", "/faults", None),
        ("PUT", "/faults", {"faults": []}),
        ("GET", "/mail", None),
        ("GET", "/mail?wait_seconds=60", None),
        ("GET", "/journal", None),
        ("GET", "/ledger", None),
        ("GET", "/submissions", None),
        ("GET", "/payments", None),
        ("GET", "/snapshots", None),
        ("POST", "/snapshots", {"name": "a"}),
        ("POST", "/restore", {"snapshot": "a"}),
        ("GET", "/export", None),
    ],
)
def test_of_a_world_that_is_not_there_nothing_is_told(
    api: Visitor, method: str, rest: str, body: Any
) -> None:
    answer = api.open(f"/v1/worlds/nothing{rest}", method=method, json=body)

    assert error_of(answer) == (404, "world.not_found")


@pytest.mark.parametrize(
    ("method", "path", "error"),
    [
        ("GET", "/v1/nothing", (404, "control.http_404")),
        ("DELETE", "/v1/worlds", (405, "control.http_405")),
    ],
)
def test_an_address_or_method_that_is_not_there_is_said_in_json(
    api: Visitor, method: str, path: str, error: tuple[int, str]
) -> None:
    assert error_of(api.open(path, method=method)) == error


def test_a_body_that_is_no_json_is_refused(api: Visitor) -> None:
    answer = api.post("/v1/worlds", data="{", content_type="application/json")

    assert error_of(answer) == (400, "control.bad_request")


def test_every_call_is_in_the_openapi_description(portal: Portal, api: Visitor) -> None:
    described = api.get("/v1/openapi.json").get_json()

    calls = {(method.upper(), path) for path, methods in described["paths"].items() for method in methods}
    from mock_portal.control.api import create_site

    routes = {
        (method, rule.rule.replace("<int:", "<").replace("<", "{").replace(">", "}"))
        for rule in create_site(portal.edge).url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule != "/v1/openapi.json"
    }
    assert calls == routes
    assert described["info"]["title"].startswith("Control API")


def test_mail_that_waited_goes_when_the_fault_is_mended(portal: Portal, api: Visitor, here: str) -> None:
    from email.message import EmailMessage

    api.put(f"{here}/faults", json={"faults": [{"at": "smtp", "mode": "down"}]})
    with portal.session(may_write=True) as session:
        message = EmailMessage()
        message["Subject"] = "Receipt"
        send_mail(session, message, to=RECEIVER, now=real_now())
    portal.deliver()

    api.put(f"{here}/faults", json={"faults": []})
    portal.deliver()

    assert [found["subject"] for found in api.get(f"{here}/mail").get_json()["mail"]] == ["Receipt"]
