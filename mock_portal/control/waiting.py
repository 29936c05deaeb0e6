"""Waiting for a mail: a long poll that holds no transaction and sees a mail as soon as it is written."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mock_portal.control.reading import read_world
from mock_portal.edge import Edge
from mock_portal.inbox import service as inbox
from mock_portal.inbox.reading import MailRead

__all__ = ["LONGEST_WAIT_SECONDS", "Mailing", "wait_for_mail"]

LONGEST_WAIT_SECONDS: Final = 60.0
_GLANCES_EVERY_SECONDS: Final = 0.002
_LOOKS_EVERY_SECONDS: Final = 0.1
_HEADER_BYTES: Final = 96


@dataclass(frozen=True)
class Mailing:
    """What to look for in a mailbox: to whom, words of the subject, only after the mail of a number."""

    to: str | None = None
    subject: str | None = None
    after: int = 0


def wait_for_mail(shared: Edge, name: str, wanted: Mailing, *, seconds: float) -> tuple[MailRead, ...]:
    """The mail that fits, oldest first; waits up to `seconds` for the first.

    Raises:
        NoSuchWorld: the world does not exist.
    """
    shared.sender.wake(name)
    world_file = shared.registry.world_file(name)
    until = time.monotonic() + min(seconds, LONGEST_WAIT_SECONDS)
    pause = threading.Event()
    while True:
        mark = _mark(world_file)  # before reading: what is written meanwhile changes it
        mail = read_world(
            shared,
            name,
            lambda session: inbox.all_mail(session, to=wanted.to, subject=wanted.subject, after=wanted.after),
        )
        if mail or time.monotonic() >= until:
            return mail
        look_again = min(until, time.monotonic() + _LOOKS_EVERY_SECONDS)
        while time.monotonic() < look_again and _mark(world_file) == mark:
            pause.wait(_GLANCES_EVERY_SECONDS)


def _mark(world_file: Path) -> bytes:
    """Other bytes after every transaction that wrote.

    SQLite counts them at the head of its shared memory (https://www.sqlite.org/walformat.html, 2.1). Reading
    that costs microseconds, a query as many hundreds. Where there is none just now, the clock alone decides.
    """
    try:
        with Path(f"{world_file}-shm").open("rb") as shared_memory:
            return shared_memory.read(_HEADER_BYTES)
    except OSError:
        return b""
