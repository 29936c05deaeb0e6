"""Waiting for a mail: a long poll that holds no transaction and sees a mail as soon as it is written."""

import threading
import time
from dataclasses import dataclass
from typing import Final

from mock_portal.control.reading import read_world
from mock_portal.edge import Edge
from mock_portal.inbox import service as inbox
from mock_portal.inbox.reading import MailRead
from mock_portal.worlds.watch import Sign

__all__ = ["LONGEST_WAIT_SECONDS", "Mailing", "wait_for_mail"]

LONGEST_WAIT_SECONDS: Final = 60.0
_GLANCES_EVERY_SECONDS: Final = 0.002
_LOOKS_EVERY_SECONDS: Final = 0.1


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
    sign = Sign(shared.registry.world_file(name))
    until = time.monotonic() + min(seconds, LONGEST_WAIT_SECONDS)
    pause = threading.Event()
    while True:
        was = sign.now()  # before reading: what is written meanwhile changes it
        mail = read_world(
            shared,
            name,
            lambda session: inbox.all_mail(session, to=wanted.to, subject=wanted.subject, after=wanted.after),
        )
        if mail or time.monotonic() >= until:
            return mail
        look_again = min(until, time.monotonic() + _LOOKS_EVERY_SECONDS)
        while time.monotonic() < look_again and sign.now() == was:
            pause.wait(_GLANCES_EVERY_SECONDS)
