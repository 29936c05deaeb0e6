"""Mail and server callbacks: written with what caused them, sent after the commit, at least once.

A thread of each worker sends, never a request: a server that calls itself with one thread and an open
write transaction waits for itself for ever (measured).
"""

import logging
import queue
import smtplib
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from mock_portal.database import transaction
from mock_portal.errors import PortalError
from mock_portal.settings import Settings
from mock_portal.worlds.models import OutboxItem, WorldState
from mock_portal.worlds.registry import NoSuchWorld, Registry

__all__ = ["Sender", "has_waiting", "post_callback", "send_mail"]

MAIL: Final = "mail"
CALLBACK: Final = "callback"
RETRY_SECONDS: Final = 5.0
_TIMEOUT_SECONDS: Final = 10.0

log = logging.getLogger(__name__)


def send_mail(session: Session, message: EmailMessage, *, to: str, now: datetime) -> None:
    """Let a mail leave after the commit. Its sender's address is set from the world when it goes."""
    item = OutboxItem(kind=MAIL, destination=to, body=message.as_bytes(policy=SMTP), written_at=now)
    session.add(item)
    session.flush()


def post_callback(session: Session, url: str, form: bytes, *, now: datetime) -> None:
    """Let a form be posted to `url`, one of this portal's own, after the commit."""
    session.add(OutboxItem(kind=CALLBACK, destination=url, body=form, written_at=now))
    session.flush()


def has_waiting(session: Session) -> bool:
    """Whether anything waits to be sent."""
    return session.scalar(select(OutboxItem.id).filter_by(delivered=False).limit(1)) is not None


class _NotDelivered(PortalError):
    code = "outbox.not_delivered"


@dataclass(frozen=True)
class _Waiting:
    id: int
    kind: str
    destination: str
    body: bytes


class Sender:
    """Sends what waits in the outboxes of the worlds that it was told of, in one thread."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._registry = Registry(settings.data)
        self._told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def wake(self, world: str) -> None:
        """Say that something waits in a world's outbox; returns at once."""
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
                self._thread.start()
        self._told.put(world)

    def _run(self) -> None:
        unsent: set[str] = set()
        while True:
            try:
                world = self._told.get(timeout=RETRY_SECONDS if unsent else None)
                again = {world}
            except queue.Empty:
                again = set(unsent)
            for world in again:
                try:
                    done = self.send_waiting(world)
                except Exception:
                    log.exception("the outbox of %s could not be read", world)
                    done = False
                (unsent.discard if done else unsent.add)(world)

    def send_waiting(self, world: str) -> bool:
        """Try to send all that waits in one world; whether nothing is left."""
        try:
            path = self._registry.world_file(world)
        except NoSuchWorld:
            return True
        done = True
        with transaction(path, may_write=False) as session:
            waiting = [
                _Waiting(item.id, item.kind, item.destination, item.body)
                for item in session.scalars(
                    select(OutboxItem).filter_by(delivered=False).order_by(OutboxItem.id)
                )
            ]
            faults = [(fault["at"], fault["mode"]) for fault in session.get_one(WorldState, 1).faults]
        for item in waiting:
            try:
                if item.kind == MAIL:
                    self._mail(world, item, down=("smtp", "down") in faults)
                else:
                    self._callback(item)
                problem = ""
            except (_NotDelivered, OSError, smtplib.SMTPException) as error:
                problem = f"{type(error).__name__}: {error}"[:400]
                done = False
            self._note(path, item.id, problem)
        return done

    def _mail(self, world: str, item: _Waiting, *, down: bool) -> None:
        if down:
            raise _NotDelivered("the mail server is down (a fault of this world)")
        # A world's mail is known by its envelope sender.
        sender = f"no-reply@{world}.{self._settings.base_domain}"
        with smtplib.SMTP(
            self._settings.smtp_host,
            self._settings.smtp_port,
            timeout=_TIMEOUT_SECONDS,
            local_hostname="localhost",
        ) as smtp:
            smtp.sendmail(sender, [item.destination], _with_header(item.body, f"<outbox-{item.id}@{world}>"))

    def _callback(self, item: _Waiting) -> None:
        scheme, _, rest = item.destination.partition("://")
        host, slash, path = rest.partition("/")
        # The system's resolver does not know *.localhost: connect to loopback, name the world in Host.
        request = urllib.request.Request(  # noqa: S310 - always this server's own http address
            f"{scheme}://127.0.0.1:{self._settings.port}{slash}{path}",
            data=item.body,
            headers={"Host": host, "Content-Type": "application/x-www-form-urlencoded"},
        )
        try:
            with _open(request) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            with error:
                raise _NotDelivered(f"{error.code} from {item.destination}") from None

    def _note(self, path: Path, item_id: int, problem: str) -> None:
        with transaction(path) as session:
            item = session.get(OutboxItem, item_id)
            if item is not None:
                item.attempts += 1
                item.delivered = not problem
                item.last_problem = problem


def _open(request: urllib.request.Request) -> "urllib.request._UrlopenRet":
    # No proxy of the environment stands between a portal and itself.
    return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
        request, timeout=_TIMEOUT_SECONDS
    )


def _with_header(body: bytes, message_id: str) -> bytes:
    """The id that lets a reader drop a mail that came twice."""
    return b"Message-ID: " + message_id.encode("ascii") + b"\r\n" + body
