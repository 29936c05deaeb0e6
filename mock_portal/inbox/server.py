"""The mail server of the worlds: real SMTP on loopback, in one thread of the parent process.

A world is known by the domain of the envelope sender, such as `no-reply@w7.localhost`.
"""

import asyncio
import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from aiosmtpd.smtp import SMTP, Envelope, Session

from mock_portal.database import close_kept, transaction
from mock_portal.hosts import Site
from mock_portal.inbox import service
from mock_portal.settings import Settings
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.registry import NoSuchWorld, Registry

__all__ = ["LARGEST_MAIL_BYTES", "InboxServer", "inbox_server"]

LARGEST_MAIL_BYTES: Final = 10_000_000
_MOST_RECIPIENTS: Final = 100
_STOPS_WITHIN_SECONDS: Final = 5.0

log = logging.getLogger(__name__)


@contextmanager
def inbox_server(settings: Settings) -> Iterator[int]:
    """A mail server on a free port of loopback while the block runs; the value is the port."""
    server = InboxServer()
    server.start(settings)
    try:
        yield server.port
    finally:
        server.stop()


class InboxServer:
    """A mail server that has its port from the beginning and its thread from `start` to `stop`."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        self._thread: threading.Thread | None = None

    def start(self, settings: Settings) -> None:
        """Take mail from now on."""
        self._thread = threading.Thread(
            target=_run,
            args=(self._loop, self._listening, Postman(settings), self._stopping),
            name="inbox",
            daemon=True,
        )
        self._thread.start()

    def stop(self) -> None:
        """Take no more; what is being taken is finished."""
        if self._thread is None:
            self._listening.close()
            self._loop.close()
            return
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(_STOPS_WITHIN_SECONDS)


class Postman:
    """Takes a mail into the world that its envelope names."""

    def __init__(self, settings: Settings) -> None:
        self._hosts = settings.hosts
        self._registry = Registry(settings.data)

    def find_world(self, sender: str) -> Path | None:
        """The file of the world whose portal an address belongs to, if there is one."""
        address = self._hosts.locate(sender.rpartition("@")[2])
        if address is None or address.site is not Site.PORTAL:
            return None
        try:
            return self._registry.world_file(address.world)
        except NoSuchWorld:
            return None

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse what no world sent."""
        if self.find_world(address) is None:
            return "550 5.1.8 No world of this portal sends from that address"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take any receiver: nobody here exists."""
        if len(envelope.rcpt_tos) >= _MOST_RECIPIENTS:
            return "452 4.5.3 Too many receivers"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Keep the mail; another connection's writing is waited for in a thread, not in the loop."""
        try:
            await asyncio.get_running_loop().run_in_executor(None, self._keep, envelope)
        except (NoSuchWorld, FileNotFoundError):
            return "550 5.1.8 The world was deleted"
        except Exception:
            log.exception("a mail was not kept")
            return "451 4.3.0 Not kept; send it again"
        return "250 2.0.0 Kept"

    def _keep(self, envelope: Envelope) -> None:
        sender = envelope.mail_from or ""
        world_file = self.find_world(sender)
        if world_file is None:
            raise NoSuchWorld(sender)
        content = envelope.content or b""
        source = content.encode("utf-8") if isinstance(content, str) else content
        with transaction(world_file) as session:
            now = session.get_one(WorldState, 1).clock.now()
            for receiver in envelope.rcpt_tos:
                service.receive(session, sender=sender, to=receiver, source=source, now=now)
        close_kept(world_file)  # so that the workers can delete it, also where open files cannot be


def _run(
    loop: asyncio.AbstractEventLoop, listening: socket.socket, postman: Postman, stopping: asyncio.Event
) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(_listen(listening, postman, stopping))
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        loop.close()


async def _listen(listening: socket.socket, postman: Postman, stopping: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    conversations: set[SMTP] = set()

    def answer() -> SMTP:
        settings: dict[str, Any] = {"hostname": "localhost", "ident": "Mock portal inbox"}
        conversation = SMTP(
            postman, data_size_limit=LARGEST_MAIL_BYTES, enable_SMTPUTF8=True, loop=loop, **settings
        )
        conversations.add(conversation)
        return conversation

    server = await loop.create_server(answer, sock=listening)
    await stopping.wait()
    server.close()
    for conversation in conversations:
        if isinstance(conversation.transport, asyncio.WriteTransport):
            conversation.transport.abort()
