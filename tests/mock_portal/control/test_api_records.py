import threading
from typing import Any

import pytest

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.control.calling import error_of, receive
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


@pytest.mark.parametrize("words", ["kata laluan", "KATA LALUAN", "sementara anda"])
def test_words_of_a_subject_are_found_however_they_are_written(
    portal: Portal, api: Visitor, here: str, words: str
) -> None:
    receive(portal, mail("Kata laluan sementara anda"))

    found = api.get(f"{here}/mail", query_string={"subject": words}).get_json()["mail"]

    assert [one["subject"] for one in found] == ["Kata laluan sementara anda"]


def test_the_codes_of_a_mail_are_told_in_both_languages(portal: Portal, api: Visitor, here: str) -> None:
    receive(portal, mail(text="Temporary password: xK4#mmT9\nReference: PID-20261110-00001\nDear Aminah\n"))
    receive(portal, mail(text="Kata laluan sementara: xK4#mmT9\n\n483920\n", message_id="<2@w>"))

    found = api.get(f"{here}/mail").get_json()["mail"]

    assert [one["codes"] for one in found] == [["xK4#mmT9", "PID-20261110-00001"], ["xK4#mmT9", "483920"]]


def test_mail_can_be_deleted_and_numbers_go_on(portal: Portal, api: Visitor, here: str) -> None:
    receive(portal, mail("First"))
    receive(portal, mail("Second", message_id="<2@w>"))

    one = api.delete(f"{here}/mail/1", json={})
    rest = [found["subject"] for found in api.get(f"{here}/mail").get_json()["mail"]]
    all_of_it = api.delete(f"{here}/mail", json={})
    receive(portal, mail("Third", message_id="<3@w>"))

    assert (one.status_code, rest, all_of_it.status_code) == (204, ["Second"], 204)
    assert [found["id"] for found in api.get(f"{here}/mail?after=2").get_json()["mail"]] == ["3"]


def test_a_mail_that_is_not_there_cannot_be_deleted(api: Visitor, here: str) -> None:
    assert error_of(api.delete(f"{here}/mail/7", json={})) == (404, "inbox.no_such_mail")


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
