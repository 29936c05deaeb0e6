import smtplib
import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from mock_portal.inbox import service
from mock_portal.inbox.server import LARGEST_MAIL_BYTES, inbox_server
from mock_portal.settings import Settings
from mock_portal.worlds.carrier import NetworkCarrier, NotDelivered
from tests.mock_portal.conftest import Portal
from tests.mock_portal.inbox.mails import RECEIVER, mail


@pytest.fixture
def settings(portal: Portal) -> Iterator[Settings]:
    """Settings of a portal whose mail server runs."""
    with inbox_server(portal.edge.settings) as port:
        yield replace(portal.edge.settings, smtp_port=port)


@pytest.fixture
def smtp(settings: Settings) -> Iterator[smtplib.SMTP]:
    """A conversation with that server."""
    with smtplib.SMTP("127.0.0.1", settings.smtp_port, local_hostname="localhost", timeout=30) as smtp:
        yield smtp


def arrived(portal: Portal) -> list[tuple[str, str]]:
    with portal.session() as session:
        return [(found.to, found.subject) for found in service.all_mail(session)]


def test_mail_arrives_in_the_world_of_its_envelope(portal: Portal, smtp: smtplib.SMTP) -> None:
    other = portal.another_world()

    smtp.sendmail(f"no-reply@{portal.world}.localhost", [RECEIVER], mail("here"))
    smtp.sendmail(f"no-reply@{other}.localhost", [RECEIVER], mail("there"))

    assert arrived(portal) == [(RECEIVER, "here")]


def test_mail_bears_the_time_of_its_world(portal: Portal, smtp: smtplib.SMTP) -> None:
    smtp.sendmail(f"no-reply@{portal.world}.localhost", [RECEIVER], mail())

    with portal.session() as session:
        [found] = service.all_mail(session)
    assert found.at.isoformat() == "2026-11-10T09:00:00+08:00"


@pytest.mark.parametrize(
    "sender",
    ["no-reply@nothing.localhost", "no-reply@assist.example", "no-reply@bank.localhost", "no-reply", "<>"],
)
def test_mail_of_no_world_is_refused(smtp: smtplib.SMTP, sender: str) -> None:
    with pytest.raises(smtplib.SMTPSenderRefused) as refused:
        smtp.sendmail(sender, [RECEIVER], mail())

    assert refused.value.smtp_code == 550


def test_mail_of_a_deleted_world_is_refused(portal: Portal, smtp: smtplib.SMTP) -> None:
    other = portal.another_world()
    smtp.sendmail(f"no-reply@{other}.localhost", [RECEIVER], mail())
    portal.edge.registry.delete(other)

    with pytest.raises(smtplib.SMTPSenderRefused):
        smtp.sendmail(f"no-reply@{other}.localhost", [RECEIVER], mail())


def test_a_mail_that_is_too_large_is_refused_before_it_is_sent(portal: Portal, smtp: smtplib.SMTP) -> None:
    large = mail(text="x" * 900 + "\n") + (b"x" * 998 + b"\r\n") * (LARGEST_MAIL_BYTES // 1000)

    with pytest.raises(smtplib.SMTPResponseException) as refused:
        smtp.sendmail(f"no-reply@{portal.world}.localhost", [RECEIVER], large)

    assert (refused.value.smtp_code, arrived(portal)) == (552, [])


def test_a_mail_sent_twice_is_kept_once(portal: Portal, settings: Settings) -> None:
    carrier = NetworkCarrier(settings)

    for _ in range(2):
        carrier.mail(f"no-reply@{portal.world}.localhost", RECEIVER, mail())

    assert arrived(portal) == [(RECEIVER, "Receipt")]


def test_a_mail_server_that_is_not_there_is_not_delivered_and_no_fault(portal: Portal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    carrier = NetworkCarrier(replace(portal.edge.settings, smtp_port=port))

    with pytest.raises(NotDelivered):
        carrier.mail(f"no-reply@{portal.world}.localhost", RECEIVER, mail())


def test_the_server_is_gone_after_its_block(portal: Portal) -> None:
    with inbox_server(portal.edge.settings) as port:
        conversation = smtplib.SMTP("127.0.0.1", port, local_hostname="localhost", timeout=30)
    conversation.close()

    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
