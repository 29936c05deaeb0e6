"""The portal in this process: no sockets, one template for the run, a fresh world for each test."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from sqlalchemy.orm import Session

from mock_portal.database import transaction
from mock_portal.dispatcher import Dispatcher
from mock_portal.edge import Edge
from mock_portal.hosts import Site
from mock_portal.inbox import service as inbox
from mock_portal.settings import Settings
from mock_portal.worlds import changing
from mock_portal.worlds.carrier import NotDelivered
from mock_portal.worlds.making import make_world
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.settings import Fault
from tests.mock_portal.browsing import Visitor

PORT = 8000


class HandCarrier:
    """Brings mail into the inbox and callbacks to the portal within this process, when a test says so."""

    def __init__(self) -> None:
        self.deliveries: list[tuple[str, str]] = []
        self._edge: Edge | None = None
        self._dispatcher: Dispatcher | None = None

    def connect(self, edge: Edge, dispatcher: Dispatcher) -> None:
        self._edge, self._dispatcher = edge, dispatcher

    def mail(self, sender: str, to: str, message: bytes) -> None:
        assert self._edge is not None
        world = sender.partition("@")[2].partition(".")[0]
        with transaction(self._edge.registry.world_file(world)) as session:
            now = session.get_one(WorldState, 1).clock.now()
            inbox.receive(session, sender=sender, to=to, source=message, now=now)
        self.deliveries.append(("mail", to))

    def callback(self, url: str, form: bytes) -> None:
        visitor = Visitor(self._dispatcher, "")
        answer = visitor.post(url, data=form, content_type="application/x-www-form-urlencoded")
        self.deliveries.append(("callback", url))
        if answer.status_code >= 400:
            raise NotDelivered(f"{answer.status_code} from {url}")


@dataclass(frozen=True)
class Portal:
    """A fresh world of scenario demo, its clock standing still at 2026-11-10T09:00:00+08:00.

    Mail and callbacks wait in the outbox until `deliver` is called: both orders can be tried.
    """

    edge: Edge
    dispatcher: Dispatcher
    world: str
    carrier: HandCarrier
    others: list[str] = field(default_factory=list)

    def client(self, site: str = "portal", language: str = "en", *, world: str | None = None) -> Visitor:
        """A visitor with no cookies yet, on a site of this world (or of another one)."""
        return Visitor(self.dispatcher, self.origin(site, world=world), language)

    def origin(self, site: str = "portal", *, world: str | None = None) -> str:
        return self.edge.hosts.origin(Site(site), world or self.world)

    def session(self, *, may_write: bool = False) -> AbstractContextManager[Session]:
        """A transaction on the world, for looking at rows; with `may_write` it is committed at the end."""
        return transaction(self.edge.registry.world_file(self.world), may_write=may_write)

    def move_clock(
        self, seconds: float = 0, *, minutes: float = 0, hours: float = 0, days: float = 0
    ) -> None:
        """Move the world's clock; what fell due happens at once."""
        by = timedelta(seconds=seconds, minutes=minutes, hours=hours, days=days)
        changing.advance_clock(self.edge, self.world, by)

    def set(self, **settings: Any) -> None:
        """Change settings of the world."""
        changing.change_settings(self.edge, self.world, settings)

    def fail(self, *faults: Fault) -> None:
        """Ask for failures; without any, all is well again."""
        changing.set_faults(self.edge, self.world, faults)

    def deliver(self) -> bool:
        """Send once what waits in the outbox; whether nothing is left."""
        return self.edge.sender.send_waiting(self.world)

    def mail(self) -> tuple[EmailMessage, ...]:
        """The mail of the world that arrived, oldest first, after sending what waits."""
        self.deliver()
        with self.session() as session:
            return tuple(
                message_from_bytes(inbox.mail_source(session, mail.id), policy=policy.default)
                for mail in inbox.all_mail(session)
            )

    def another_world(self, name: str | None = None) -> str:
        """A second fresh world beside this one."""
        other = make_world(self.edge, scenario="demo", name=name)
        self.others.append(other)
        return other


@pytest.fixture(scope="session")
def _process(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edge, Dispatcher, HandCarrier]:
    settings = Settings(data=tmp_path_factory.mktemp("portal"), port=PORT)
    carrier = HandCarrier()
    edge = Edge.of(settings, carrier=carrier, sends_by_itself=False)
    dispatcher = Dispatcher(edge)
    carrier.connect(edge, dispatcher)
    return edge, dispatcher, carrier


@pytest.fixture
def portal(_process: tuple[Edge, Dispatcher, HandCarrier]) -> Iterator[Portal]:
    """A fresh world for this test; see `Portal`."""
    edge, dispatcher, carrier = _process
    world = make_world(edge, scenario="demo")
    with transaction(edge.registry.world_file(world)) as session:
        session.get_one(WorldState, 1).clock_running = False  # at the scenario's first moment, exactly
    here = Portal(edge, dispatcher, world, carrier)
    yield here
    edge.journal.flush()
    for name in [world, *here.others]:
        if edge.registry.exists(name):
            edge.registry.delete(name)


@pytest.fixture
def log_in(portal: Portal) -> Callable[..., Visitor]:
    """`log_in()` logs a visitor in as the owner of CONTOH MAJU; another e-mail can be named."""

    def logged_in(
        email: str = "aminah@contoh-maju.example", password: str = "Contoh#2026", *, language: str = "en"
    ) -> Visitor:
        visitor = portal.client(language=language)
        page = visitor.submit(visitor.get("/employer/login"), {"email": email})
        home = visitor.submit(page, {"password": password})
        assert home.status_code == 200, home.status
        assert home.request.path.endswith("/employer/home"), home.request.path
        return visitor

    return logged_in


@pytest.fixture
def signed_in(log_in: Callable[..., Visitor]) -> Visitor:
    """A visitor who is logged in as the owner of CONTOH MAJU SDN. BHD."""
    return log_in()
