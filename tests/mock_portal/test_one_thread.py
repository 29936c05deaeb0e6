"""Pay, callback and mail on a real server with one worker and one thread: it must never wait for itself."""

import http.client
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from assist_data import data_path
from tests.mock_portal.browsing import forms, parse
from tests.mock_portal.running import SECONDS, Running, portal_process

ORDER = "PA20261110000003"

Answer = TypeVar("Answer")


def scenario_with_october_submitted(folder: Path) -> Path:
    text = data_path("scenarios", "demo.toml").read_text(encoding="utf-8")
    path = folder / "october.toml"
    path.write_text(text.replace("pending_months =", "submitted_months ="), encoding="utf-8")
    return path


def control(running: Running, path: str) -> Any:
    address = urlsplit(running.said["control"])
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=SECONDS)
    connection.request("GET", f"/v1/worlds/default/{path}", headers={"Host": address.netloc})
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return answer


def until(ask: Callable[[], Answer], *, is_there: Callable[[Answer], bool]) -> Answer:
    deadline = time.monotonic() + SECONDS
    while not is_there(answer := ask()):
        assert time.monotonic() < deadline, f"still {answer}"
    return answer


def test_a_payment_its_callback_and_its_mail_need_no_second_thread(tmp_path: Path) -> None:
    scenario = scenario_with_october_submitted(tmp_path)
    with portal_process("--workers", "1", "--threads", "1", "--scenario", str(scenario)) as running:
        payer, bank = running.visitor(), running.visitor("bank")
        page = payer.submit(payer.get("/employer/login"), {"email": "aminah@contoh-maju.example"})
        payer.submit(page, {"password": "Contoh#2026"})
        listed = payer.get("/employer/payments")
        boxes = [box.get("value") for box in parse(listed.text).iter("input") if box.get("name") == "records"]
        payer.submit(listed, {"records": boxes}, button="Add to Cart")
        information = payer.submit(payer.get("/employer/payments/cart"), button="Continue")
        how = {"business_model": "B2C", "bank": "CTH01", "terms": "y"}
        leaving = payer.submit(information, how, button="Proceed")
        form = next(form for form in forms(leaving) if form.action.startswith("http"))
        page = bank.post(form.action, data=form.values, follow_redirects=True)
        page = bank.submit(page, {"user": "contohmaju", "password": "Bank#2026"})

        done = bank.submit(page, {"account": "514000000001"})

        # The payer's browser never comes home: the callback alone has to settle it.
        assert "Payment approved" in done.text
        state = until(
            lambda: payer.get(f"/employer/payments/{ORDER}/state").get_json()["state"],
            is_there=lambda state: state != "redirected",
        )
        mail = until(lambda: control(running, "mail")["mail"], is_there=bool)
        assert (state, len(mail), mail[0]["to"]) == ("successful", 1, "aminah@contoh-maju.example")
        assert [entry["status"] for entry in control(running, "ledger")["transactions"]] == ["approved"] * 3
