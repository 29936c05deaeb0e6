import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mock_portal.control.api import create_site
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import PORT, Portal
from tests.mock_portal.control.calling import error_of, receive
from tests.mock_portal.inbox.mails import mail


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


@pytest.mark.parametrize("query", ["wait_seconds=61", "wait_seconds=-1", "wait_seconds=nan", "form=x"])
def test_a_wait_without_bounds_is_refused(api: Visitor, here: str, query: str) -> None:
    assert error_of(api.get(f"{here}/mail?{query}")) == (400, "control.bad_request")


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
    routes = {
        (method, rule.rule.replace("<int:", "<").replace("<", "{").replace(">", "}"))
        for rule in create_site(portal.edge).url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule != "/v1/openapi.json"
    }
    assert calls == routes
    assert described["info"]["title"].startswith("Control API")


def test_the_description_names_each_refusal_with_its_shape(api: Visitor) -> None:
    described = api.get("/v1/openapi.json").get_json()

    told = {
        f"{method} {path}": {status for status, answer in call["responses"].items() if _is_error(answer)}
        for path, calls in described["paths"].items()
        for method, call in calls.items()
    }
    always = {"400", "401", "403", "500"}
    assert told["get /v1/health"] == always
    assert told["post /v1/worlds"] == always | {"404", "409", "413", "415"}
    assert told["get /v1/worlds/{world}/mail"] == always | {"404"}
    assert told["patch /v1/worlds/{world}/settings"] == always | {"404", "413", "415"}
    assert all(always <= statuses for statuses in told.values())


def test_the_description_has_every_setting_with_its_range(api: Visitor, here: str) -> None:
    shapes = api.get("/v1/openapi.json").get_json()["components"]["schemas"]

    settings = api.get(f"{here}/settings").get_json()
    change, whole = shapes["SettingsChange"], shapes["Settings"]
    assert list(change["properties"]) == list(whole["properties"]) == list(settings)
    assert whole["required"] == list(settings)
    assert change["properties"]["lock_after_failures"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "description": "wrong passwords before an account locks (assumed, 1.3).",
    }
    assert change["properties"]["javascript"]["enum"] == ["on", "off"]
    assert all(shown["description"] for shown in change["properties"].values())


def test_the_description_has_every_fault(api: Visitor) -> None:
    shape = api.get("/v1/openapi.json").get_json()["components"]["schemas"]["FaultShape"]

    assert shape["properties"]["at"]["enum"] == ["bank.callback", "bank.return", "smtp"]
    assert "changed_amount" in shape["properties"]["mode"]["enum"]


def test_a_body_that_is_too_large_is_refused(api: Visitor) -> None:
    answer = api.post("/v1/worlds", json={"name": "w" * 1_000_001})

    assert error_of(answer) == (413, "control.http_413")


def _is_error(answer: dict[str, Any]) -> bool:
    kinds = answer.get("content") or {}
    return any("ErrorAnswer" in str(kind["schema"]) for kind in kinds.values())
