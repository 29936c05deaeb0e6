"""The portal as a process: few tests, each with a server of its own."""

import contextlib
import json
import socket
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from mock_portal.edge import Edge
from mock_portal.hosts import DEFAULT_WORLD
from mock_portal.settings import Settings
from tests.mock_portal.conftest import HandCarrier, Portal
from tests.mock_portal.paying import Payer, statuses, submit_october
from tests.mock_portal.running import CTRL_C, SECONDS, Running, over_http, portal_process, run, start

if TYPE_CHECKING:
    from mock_portal.dispatcher import Dispatcher

EVERYWHERE = "0.0.0.0"  # noqa: S104 - for a moment, to read what is said then


def nobody_listens(port: int) -> bool:
    """Whether the port is free within a minute; a dead parent's workers end a moment after it."""
    until = time.monotonic() + SECONDS
    pause = threading.Event()
    while time.monotonic() < until:
        with contextlib.suppress(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            pause.wait(0.02)
            continue
        return True
    return False


def as_portal(running: Running, data: Path) -> Portal:
    """The running portal's default world as the fixtures know worlds: over HTTP, its rows read from disk."""
    edge = Edge.of(Settings(data=data, port=running.port), sends_by_itself=False)
    return Portal(edge, cast("Dispatcher", over_http(running.port)), DEFAULT_WORLD, HandCarrier())


def log_in(running: Running) -> str:
    """Log in to the default world; the path of the page that shows."""
    login = running.said["logins"][0]
    visitor = running.visitor()
    page = visitor.submit(visitor.get("/employer/login"), {"email": login["email"]})
    return visitor.submit(page, {"password": login["password"]}).request.path


def test_it_says_one_line_and_serves_all_sites_at_once(tmp_path: Path) -> None:
    with portal_process(temporary=tmp_path) as running:
        port = running.port

        assert {key: running.said[key] for key in ("portal", "bank", "inbox", "control")} == {
            "portal": f"http://localhost:{port}",
            "bank": f"http://bank.localhost:{port}",
            "inbox": f"http://inbox.localhost:{port}",
            "control": f"http://control.localhost:{port}",
        }
        assert sorted(running.said["logins"][0]) == ["email", "password", "role"]
        assert running.said["bank_logins"][:2] == [
            {
                "role": "customer",
                "user": "contohmaju",
                "password": "Bank#2026",
                "name": "CONTOH MAJU SDN. BHD.",
            },
            {
                "role": "approver",
                "user": "contohmaju.pengesah",
                "password": "Sah#2026",
                "name": "CONTOH MAJU SDN. BHD.",
            },
        ]
        assert log_in(running) == "/employer/home"
        for site in ("bank", "inbox", "control"):
            assert running.visitor(site).get("/").status_code == 200
        assert running.visitor("control").get("/v1/health").get_json()["status"] == "ok"


@pytest.mark.parametrize("by", ["Ctrl-C", "closed input", pytest.param("termination", id="termination")])
def test_it_ends_cleanly_and_removes_what_was_temporary(tmp_path: Path, by: str) -> None:
    with portal_process(temporary=tmp_path) as running:
        made = [path.name for path in tmp_path.glob("assist-portal-*")]

        if by == "closed input":
            running.process.communicate(timeout=SECONDS)
            code = running.process.returncode
        elif by == "termination" and sys.platform != "win32":
            import signal

            code = running.end(signal.SIGTERM)
        else:
            code = running.end(CTRL_C)

        assert (len(made), code) == (1, 0)
        assert list(tmp_path.glob("assist-portal-*")) == []
        assert nobody_listens(running.port)


def test_its_workers_end_when_it_is_killed_and_leave_nothing(tmp_path: Path) -> None:
    with portal_process("--workers", "2", temporary=tmp_path) as running:
        running.process.kill()

        assert nobody_listens(running.port)
    assert list(tmp_path.glob("assist-portal-*")) == []


def test_worlds_in_a_folder_of_ones_own_are_there_again(tmp_path: Path) -> None:
    with portal_process("--data", str(tmp_path)) as running:
        running.visitor("control").post("/v1/worlds", json={"name": "kept"})
        running.visitor("control").patch("/v1/worlds/kept/settings", json={"idle_seconds": 77})
        running.end()

    with portal_process("--data", str(tmp_path)) as running:
        settings = running.visitor("control").get("/v1/worlds/kept/settings").get_json()

    assert settings["idle_seconds"] == 77


def test_a_second_portal_on_the_same_folder_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    with portal_process("--data", str(tmp_path)) as running:
        refused = run("--port", "0", "--data", str(tmp_path))
        running.process.kill()
        running.process.wait(SECONDS)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        f"Another portal runs on {tmp_path}. End that one, or choose another folder with --data.\n"
    )
    with portal_process("--data", str(tmp_path)) as again:
        assert again.visitor().get("/employer/login").status_code == 200


def test_who_else_can_reach_it_is_said_once_where_somebody_can(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN_OF_A_TEST", "secret-of-a-test")
    with portal_process():
        pass
    alone = capfd.readouterr().err
    with portal_process("--host", EVERYWHERE) as running:
        port = running.port
    without_token = capfd.readouterr().err
    with portal_process("--host", EVERYWHERE, "--control-token-env", "TOKEN_OF_A_TEST"):
        pass
    with_token = capfd.readouterr().err

    assert alone == ""
    assert len(without_token.splitlines()) == 1
    assert f"whoever reaches this machine's port {port} can log in" in without_token
    assert "--control-token-env NAME" in without_token
    assert "the control API answers whoever shows its token" in with_token
    assert "secret-of-a-test" not in with_token


def test_every_worker_serves_every_world_and_honours_its_end() -> None:
    with portal_process("--workers", "2") as running:
        control = running.visitor("control")
        control.post("/v1/worlds", json={"name": "w7"})
        visitor = running.visitor()
        address = f"http://w7.localhost:{running.port}/employer/login"

        alive = {visitor.get(address).status_code for _ in range(20)}
        control.delete("/v1/worlds/w7")
        gone = {visitor.get(address).status_code for _ in range(20)}
        control.post("/v1/worlds", json={"name": "w7"})
        again = {visitor.get(address).status_code for _ in range(20)}

    assert (alive, gone, again) == ({200}, {404}, {200})


def test_a_payment_its_callback_and_its_mail_arrive_with_one_worker_and_one_thread(tmp_path: Path) -> None:
    with portal_process("--threads", "1", "--data", str(tmp_path)) as running:
        portal = as_portal(running, tmp_path)
        submit_october(portal)
        login = running.said["logins"][0]
        visitor = portal.client()
        page = visitor.submit(visitor.get("/employer/login"), {"email": login["email"]})
        visitor.submit(page, {"password": login["password"]})

        Payer(portal, visitor, portal.client("bank")).approve()  # the browser never comes home
        control = running.visitor("control")
        # Asked again and again: one long wait would hold the one thread that the bank's callback needs.
        asked = (control.get("/v1/worlds/default/mail?wait_seconds=0.2").get_json() for _ in range(150))
        mail: list[dict[str, str]] = next((answer["mail"] for answer in asked if answer["mail"]), [])
        seen = control.get("/v1/worlds/default/journal?method=POST&path=/employer/payments/fpx").get_json()

    assert [found["to"] for found in mail] == [login["email"]]
    assert [line["path"].rpartition("/")[2] for line in seen["requests"]] == ["callback"]
    assert statuses(portal) == ["successful"]


def test_a_port_in_use_is_said_in_a_sentence_with_the_mend() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        finished = run("--port", str(port))

    assert (finished.returncode, finished.stdout) == (2, "")
    assert finished.stderr == (
        f"Port {port} is in use. Choose another with --port, or --port 0 for any free one.\n"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(("--scenario", "nothing"), 'There is no scenario "nothing".', id="scenario"),
        pytest.param(("--port", "70000"), "--port takes a number from 0 to 65535", id="port"),
        pytest.param(("--host", "192.0.2.7"), "Nothing can listen on 192.0.2.7", id="address"),
        pytest.param(("--host", "no such host"), "Nothing can listen on no such host", id="host"),
        pytest.param(("--data", __file__), "cannot be written", id="folder"),
        pytest.param(("--workers", "0"), "--workers takes a number from 1", id="workers"),
        pytest.param(("--smtp", "somewhere"), "--smtp: 'somewhere' is no HOST:PORT", id="mail server"),
        pytest.param(("--smtp", "localhost:99999"), "no HOST:PORT", id="port of a mail server"),
        pytest.param(("--data", ""), "--data: it is empty; name a folder", id="no folder"),
        pytest.param(("--base-domain", "http://x"), "without scheme and port", id="address as domain"),
        pytest.param(("--base-domain", "localhost:80"), "without scheme and port", id="port in a domain"),
        pytest.param(("--base-domain", ""), "is no host name", id="no domain"),
        pytest.param(("--bank-domain", "a b"), "is no host name", id="words as domain"),
        pytest.param(("--bank-domain", "localhost"), "a domain of its own", id="one domain for both"),
        pytest.param(("--bank-domain", "bank.localhost"), "a domain of its own", id="bank below"),
        pytest.param(
            ("--control-token-env", "NOT_SET_ANYWHERE"), "NOT_SET_ANYWHERE, which is not set", id="token"
        ),
    ],
)
def test_what_it_cannot_start_with_is_said_in_a_sentence(options: tuple[str, ...], said: str) -> None:
    finished = run("--port", "0", *options)

    assert finished.returncode == 2
    assert said in finished.stderr
    assert "Traceback" not in finished.stderr


def test_a_scenario_that_is_broken_is_said_with_its_fault(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('title = "No clock"\n', encoding="utf-8")

    finished = run("--port", "0", "--scenario", str(path))

    assert finished.returncode == 2
    assert "clock" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_people_get_addresses_and_logins_as_text() -> None:
    process = start("--port", "0", "--stop-with-stdin")
    assert process.stdout is not None
    lines = list(iter(process.stdout.readline, "  Ctrl-C ends it.\n"))
    process.communicate(timeout=SECONDS)

    text = "".join(lines)
    assert "  Log in at the bank with\n    contohmaju                    Bank#2026" in text
    assert text.startswith("Mock portal for testing. Not PERKESO.\n")
    assert "http://control.localhost:" in text
    with pytest.raises(json.JSONDecodeError):
        json.loads(text)
