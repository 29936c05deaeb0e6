import threading
from typing import Any

import pytest

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.control.calling import receive
from tests.mock_portal.inbox.mails import RECEIVER, mail
from tests.mock_portal.world_files import add_row


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


def test_nothing_is_locked_while_mail_is_waited_for(portal: Portal, api: Visitor, here: str) -> None:
    waiting = threading.Thread(target=api.get, args=(f"{here}/mail?wait_seconds=60",))
    waiting.start()

    with portal.session(may_write=True) as session:
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
