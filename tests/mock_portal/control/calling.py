"""What tests of the control API share."""

from werkzeug.test import TestResponse

from mock_portal.inbox import service as inbox
from mock_portal.worlds.models import WorldState
from tests.mock_portal.conftest import Portal
from tests.mock_portal.inbox.mails import RECEIVER


def error_of(answer: TestResponse) -> tuple[int, str]:
    error = answer.get_json()["error"]
    assert sorted(error) == ["code", "mend", "message"]
    assert all(error.values())
    return answer.status_code, error["code"]


def receive(portal: Portal, source: bytes) -> None:
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        inbox.receive(session, sender="no-reply@w1.localhost", to=RECEIVER, source=source, now=now)
