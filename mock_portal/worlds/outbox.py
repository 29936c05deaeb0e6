"""Mail and server callbacks: written with what caused them, sent after the commit, at least once.

A thread of each worker sends, never a request: a server that calls itself with one thread and an open
write transaction waits for itself for ever (measured).
"""

import logging
import queue
import threading
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.database import transaction
from mock_portal.errors import PortalError
from mock_portal.worlds.carrier import Carrier, NotDelivered
from mock_portal.worlds.models import OutboxItem, WorldState
from mock_portal.worlds.registry import NoSuchWorld, Registry

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Sender", "has_waiting", "post_callback", "send_mail", "send_mail_made_later"]

MAIL: Final = "mail"
MAIL_TO_MAKE: Final = "mail_to_make"
CALLBACK: Final = "callback"
ALL_MAIL: Final = frozenset({MAIL, MAIL_TO_MAKE})
# What makes a mail that is made when it leaves, named by string so that worlds know no capability.
MAKERS: Final[dict[str, str]] = {"payments.receipt": "mock_portal.payments.mail:make_receipt_mail"}
RETRY_SECONDS: Final = 1.0

log = logging.getLogger(__name__)


def send_mail(
    session: Session, message: EmailMessage, *, to: str, now: datetime, leaves: bool = True
) -> None:
    """Let a mail leave after the commit. Its envelope sender is set from the world when it goes.

    One that does not leave is only written: an answer that must not tell whether a mail goes takes as long.
    """
    item = OutboxItem(kind=MAIL, destination=to, body=message.as_bytes(policy=SMTP), written_at=now)
    item.delivered = not leaves
    session.add(item)
    session.flush()


def send_mail_made_later(session: Session, maker: str, subject: str, *, to: str, now: datetime) -> None:
    """Let a mail about `subject` be made and leave after the commit: nobody waits for what takes long."""
    if maker not in MAKERS:
        raise ValueError(f"nobody makes {maker}")
    body = f"{maker} {subject}".encode()
    session.add(OutboxItem(kind=MAIL_TO_MAKE, destination=to, body=body, written_at=now))
    session.flush()


def post_callback(session: Session, url: str, form: bytes, *, now: datetime) -> None:
    """Let a form be posted to `url`, one of this portal's own, after the commit."""
    session.add(OutboxItem(kind=CALLBACK, destination=url, body=form, written_at=now))
    session.flush()


def has_waiting(session: Session) -> bool:
    """Whether anything waits to be sent."""
    return session.scalar(select(OutboxItem.id).filter_by(delivered=False).limit(1)) is not None


@dataclass(frozen=True)
class _Waiting:
    id: int
    kind: str
    destination: str
    body: bytes


class Sender:
    """Sends what waits in the outboxes of the worlds that it was told of, in one thread.

    With `by_itself=False` it sends only when `send_waiting` is called: a test says when.
    """

    def __init__(
        self,
        registry: Registry,
        carrier: Carrier,
        *,
        mail_domain: str,
        by_itself: bool = True,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        self._by_itself = by_itself
        self._retry_seconds = retry_seconds
        self._registry = registry
        self._carrier = carrier
        self._mail_domain = mail_domain
        self._told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._sending = threading.Lock()
        self._held_up: set[str] = set()  # worlds of which it was said that something waits

    def wake(self, world: str) -> None:
        """Say that something waits in a world's outbox; returns at once."""
        if not self._by_itself:
            return
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
                self._thread.start()
        self._told.put(world)

    def _run(self) -> None:
        unsent: set[str] = set()
        while True:
            try:
                again = {self._told.get(timeout=self._retry_seconds if unsent else None)}
            except queue.Empty:
                again = set(unsent)
            for world in again:
                try:
                    done = self.send_waiting(world)
                except Exception:
                    log.exception("the outbox of %s could not be read", world)
                    done = False
                (unsent.discard if done else unsent.add)(world)

    def let_mail_go(self, world: str) -> None:
        """Try once to send the mail that waits, before the world's time moves on.

        Not the callbacks: a server that calls itself needs a second thread for it.
        """
        if self._by_itself:
            self.send_waiting(world, kinds=ALL_MAIL)

    def send_waiting(self, world: str, *, kinds: frozenset[str] = ALL_MAIL | {CALLBACK}) -> bool:
        """Try once to send all that waits in one world; whether nothing is left."""
        with self._sending:
            try:
                path = self._registry.world_file(world)
                waiting, smtp_is_down = _read(path, kinds)
                # One that is not taken keeps none of the others waiting, so no short cut by all().
                return sum(not self._send(world, path, item, down=smtp_is_down) for item in waiting) == 0
            except (NoSuchWorld, FileNotFoundError):
                return True  # deleted, and its outbox with it

    def _send(self, world: str, path: Path, item: _Waiting, *, down: bool) -> bool:
        """Try once to send one item; no transaction is open meanwhile."""
        if down and item.kind in ALL_MAIL:
            _note(path, item.id, problem="the mail server is down (a fault of this world)")
            return False
        try:
            if item.kind == CALLBACK:
                self._carrier.callback(item.destination, item.body)
            else:
                body = item.body if item.kind == MAIL else _made(path, item)
                # A world's mail is known by its envelope sender; its id lets a reader drop a second copy.
                message_id = f"<outbox-{item.id}@{world}.{self._mail_domain}>"
                self._carrier.mail(
                    f"no-reply@{world}.{self._mail_domain}",
                    item.destination,
                    b"Message-ID: " + message_id.encode("ascii") + b"\r\n" + body,
                )
        except NotDelivered as problem:
            _note(path, item.id, problem=str(problem)[:400])
            if world not in self._held_up:
                self._held_up.add(world)
                log.warning("%s of world %s waits and is tried again: %s", item.kind, world, problem)
            return False
        self._held_up.discard(world)
        _note(path, item.id, problem="")
        return True


def _read(path: Path, kinds: frozenset[str]) -> tuple[list[_Waiting], bool]:
    """What waits in a world, oldest first, and whether its mail server is said to be down."""
    with transaction(path, may_write=False) as session:
        items = session.scalars(select(OutboxItem).filter_by(delivered=False).order_by(OutboxItem.id))
        waiting = [
            _Waiting(item.id, item.kind, item.destination, item.body) for item in items if item.kind in kinds
        ]
        faults = session.get_one(WorldState, 1).faults
    return waiting, any((fault["at"], fault["mode"]) == ("smtp", "down") for fault in faults)


def _made(path: Path, item: _Waiting) -> bytes:
    """The mail that is made only now.

    Raises:
        NotDelivered: it could not be made; it waits and is tried again.
    """
    maker, _, subject = item.body.decode().partition(" ")
    module, _, name = MAKERS[maker].partition(":")
    make: Callable[[Session, str], EmailMessage] = getattr(import_module(module), name)
    try:
        with transaction(path, may_write=False) as session:
            return make(session, subject).as_bytes(policy=SMTP)
    except PortalError as error:
        raise NotDelivered(f"{type(error).__name__}: {error}") from error


def _note(path: Path, item_id: int, *, problem: str) -> None:
    with transaction(path) as session:
        item = session.get(OutboxItem, item_id)
        if item is not None:
            item.attempts += 1
            item.delivered = not problem
            item.last_problem = problem
