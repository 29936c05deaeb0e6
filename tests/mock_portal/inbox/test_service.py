from datetime import datetime

import pytest

from mock_portal.inbox import service
from mock_portal.inbox.errors import NoSuchAttachment, NoSuchMail
from mock_portal.worlds.clock import MALAYSIA
from tests.mock_portal.conftest import Portal
from tests.mock_portal.inbox.mails import RECEIVER, mail

NINE = datetime(2026, 11, 10, 9, 0, tzinfo=MALAYSIA)


def receive(portal: Portal, source: bytes, *, to: str = RECEIVER) -> bool:
    with portal.session(may_write=True) as session:
        return service.receive(session, sender="no-reply@w1.localhost", to=to, source=source, now=NINE)


def subjects(portal: Portal, *, to: str | None = None, subject: str | None = None) -> list[str]:
    with portal.session() as session:
        return [found.subject for found in service.all_mail(session, to=to, subject=subject)]


def test_the_same_mail_twice_is_kept_once(portal: Portal) -> None:
    new = [receive(portal, mail()), receive(portal, mail())]

    assert (new, subjects(portal)) == ([True, False], ["Receipt"])


def test_one_mail_to_two_people_is_two_mails(portal: Portal) -> None:
    receive(portal, mail())
    receive(portal, mail(), to="lim@teladan.example")

    assert subjects(portal) == ["Receipt", "Receipt"]


def test_a_mail_without_an_id_is_known_by_its_bytes(portal: Portal) -> None:
    bare = b"Subject: bare\r\n\r\nhello"

    new = [receive(portal, bare), receive(portal, bare), receive(portal, bare + b"!")]

    assert new == [True, False, True]


def test_mail_is_found_by_receiver_and_by_words_of_the_subject(portal: Portal) -> None:
    receive(portal, mail("Receipt for October"))
    receive(portal, mail("Reset your password", message_id="<2@w>"))
    receive(portal, mail("Receipt for October", message_id="<3@w>"), to="lim@teladan.example")

    found = subjects(portal, to=RECEIVER.upper(), subject="RECEIPT")

    assert found == ["Receipt for October"]


def test_what_is_not_there_is_named(portal: Portal) -> None:
    receive(portal, mail())

    with portal.session() as session:
        with pytest.raises(NoSuchMail):
            service.get_mail(session, 99)
        for number in (0, 1):
            with pytest.raises(NoSuchAttachment):
                service.get_attachment(session, 1, number)
