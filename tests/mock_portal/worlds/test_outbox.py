import threading
from email.message import EmailMessage

import pytest

from mock_portal.payments.models import Order
from mock_portal.worlds.carrier import NotDelivered
from mock_portal.worlds.clock import real_now
from mock_portal.worlds.models import OutboxItem
from mock_portal.worlds.outbox import Sender, has_waiting, post_callback, send_mail, send_mail_made_later
from mock_portal.worlds.settings import Fault
from tests.mock_portal.conftest import Portal


class _Notebook:
    """A carrier that writes down what it is given and takes nothing while `refuses` is set."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str, bytes]] = []
        self.refuses: set[str] = set()
        self.taken = threading.Event()

    def mail(self, sender: str, to: str, message: bytes) -> None:
        self.given.append((sender, to, message))
        self._take(to)

    def callback(self, url: str, form: bytes) -> None:
        self.given.append(("callback", url, form))
        self._take(url)

    def _take(self, destination: str) -> None:
        if destination in self.refuses:
            raise NotDelivered(destination)
        self.taken.set()


def write_mail(portal: Portal, *receivers: str) -> None:
    with portal.session(may_write=True) as session:
        for to in receivers:
            message = EmailMessage()
            message["Subject"] = "Receipt"
            message["To"] = to
            message.set_content("RM 1.00")
            send_mail(session, message, to=to, now=real_now())


def sender_for(portal: Portal, carrier: _Notebook) -> Sender:
    return Sender(portal.edge.registry, carrier, mail_domain="localhost", by_itself=False)


def is_waiting(portal: Portal) -> bool:
    with portal.session() as session:
        return has_waiting(session)


def test_mail_leaves_after_the_commit_with_the_worlds_envelope(portal: Portal) -> None:
    carrier = _Notebook()
    write_mail(portal, "aminah@contoh-maju.example")

    assert sender_for(portal, carrier).send_waiting(portal.world)

    assert [(sender, to) for sender, to, _ in carrier.given] == [
        (f"no-reply@{portal.world}.localhost", "aminah@contoh-maju.example")
    ]


def test_what_was_sent_is_not_sent_again(portal: Portal) -> None:
    carrier = _Notebook()
    sender = sender_for(portal, carrier)
    write_mail(portal, "a@example.test")

    sender.send_waiting(portal.world)
    sender.send_waiting(portal.world)

    assert len(carrier.given) == 1


def test_nobody_can_be_asked_to_make_a_mail_that_nobody_makes(portal: Portal) -> None:
    with portal.session(may_write=True) as session, pytest.raises(ValueError, match="nobody makes"):
        send_mail_made_later(session, "payments.letter", "1", to="a@example.test", now=real_now())


def test_a_mail_that_cannot_be_made_yet_waits_and_keeps_nothing_else_waiting(portal: Portal) -> None:
    carrier = _Notebook()
    with portal.session(may_write=True) as session:
        unpaid = Order(
            number="PA1", key="k", employer_id=1, state="new", amount_sen=100, created_at=real_now()
        )
        session.add(unpaid)
        send_mail_made_later(session, "payments.receipt", "PA1", to="a@example.test", now=real_now())
    write_mail(portal, "b@example.test")

    assert not sender_for(portal, carrier).send_waiting(portal.world)

    assert [to for _, to, _ in carrier.given] == ["b@example.test"]
    assert is_waiting(portal)


def test_what_was_not_taken_waits_and_keeps_nothing_else_waiting(portal: Portal) -> None:
    carrier = _Notebook()
    sender = sender_for(portal, carrier)
    write_mail(portal, "refused@example.test", "taken@example.test")
    carrier.refuses = {"refused@example.test"}

    all_sent = sender.send_waiting(portal.world)
    carrier.refuses = set()
    all_sent_later = sender.send_waiting(portal.world)

    assert (all_sent, all_sent_later) == (False, True)
    assert [to for _, to, _ in carrier.given] == [
        "refused@example.test",
        "taken@example.test",
        "refused@example.test",
    ]


def test_a_second_try_carries_the_same_id(portal: Portal) -> None:
    carrier = _Notebook()
    sender = sender_for(portal, carrier)
    write_mail(portal, "a@example.test")
    carrier.refuses = {"a@example.test"}

    sender.send_waiting(portal.world)
    sender.send_waiting(portal.world)

    first, second = (message.partition(b"\r\n")[0] for _, _, message in carrier.given)
    assert first == second
    assert first.startswith(b"Message-ID: <outbox-")


def test_why_something_waits_is_written_down(portal: Portal) -> None:
    carrier = _Notebook()
    carrier.refuses = {"http://w1.localhost/callback"}
    with portal.session(may_write=True) as session:
        post_callback(session, "http://w1.localhost/callback", b"a=1", now=real_now())

    sender_for(portal, carrier).send_waiting(portal.world)

    with portal.session() as session:
        item = session.query(OutboxItem).one()
        assert (item.delivered, item.attempts, item.last_problem) == (
            False,
            1,
            "http://w1.localhost/callback",
        )


def test_mail_waits_while_the_mail_server_is_down_and_goes_later(portal: Portal) -> None:
    portal.fail(Fault("smtp", "down"))
    write_mail(portal, "aminah@contoh-maju.example")

    while_down = portal.mail()
    portal.fail()
    afterwards = portal.mail()

    assert (len(while_down), len(afterwards)) == (0, 1)
    assert not is_waiting(portal)


def test_callbacks_go_though_the_mail_server_is_down(portal: Portal) -> None:
    portal.fail(Fault("smtp", "down"))
    carrier = _Notebook()
    with portal.session(may_write=True) as session:
        post_callback(session, "http://w1.localhost/callback", b"a=1", now=real_now())

    assert sender_for(portal, carrier).send_waiting(portal.world)


def test_the_outbox_of_a_deleted_world_is_gone_too(portal: Portal) -> None:
    write_mail(portal, "a@example.test")
    portal.edge.registry.delete(portal.world)

    assert sender_for(portal, _Notebook()).send_waiting(portal.world)


def test_a_woken_sender_sends_by_itself_and_tries_again_until_it_is_taken(portal: Portal) -> None:
    carrier = _TakesTheThird()
    write_mail(portal, "a@example.test")

    Sender(portal.edge.registry, carrier, mail_domain="localhost", retry_seconds=0.01).wake(portal.world)

    assert carrier.taken.wait(timeout=30)
    assert len(carrier.given) == 3


class _TakesTheThird(_Notebook):
    def _take(self, destination: str) -> None:
        self.refuses = {destination} if len(self.given) < 3 else set()
        super()._take(destination)


def test_mail_goes_before_the_worlds_time_moves_and_callbacks_wait_for_their_thread(portal: Portal) -> None:
    carrier = _Notebook()
    write_mail(portal, "aminah@contoh-maju.example")
    with portal.session(may_write=True) as session:
        post_callback(session, "http://localhost/callback", b"a=1", now=real_now())
    sender = Sender(portal.edge.registry, carrier, mail_domain="localhost")

    sender.let_mail_go(portal.world)

    assert [to for _, to, _ in carrier.given] == ["aminah@contoh-maju.example"]
    assert is_waiting(portal)
