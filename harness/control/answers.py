"""What the control API answers, as values. Times carry their zone; amounts are sen.

Fields that a newer portal adds are ignored, so that an older harness keeps working.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from harness.errors import HarnessError

__all__ = [
    "BankTransaction",
    "Clock",
    "Fault",
    "Login",
    "Mail",
    "NoLink",
    "Registration",
    "SeenRequest",
    "World",
]


@dataclass(frozen=True, slots=True)
class Clock:
    """A world's time: what it says now, and whether it moves by itself."""

    now: datetime
    running: bool


@dataclass(frozen=True, slots=True)
class Login:
    """Someone who can log in to a world. The password is left out of every printed form."""

    role: str
    email: str
    password: str = field(repr=False)
    user_id: str | None = None
    employer_code: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """A whole separate portal: its addresses, its clock, its settings and who can log in."""

    name: str
    portal: str
    bank: str
    inbox: str
    scenario: str
    clock: Clock
    settings: Mapping[str, object]
    logins: tuple[Login, ...]


class NoLink(HarnessError):
    """A mail has no such link."""

    def __init__(self, part: str, *, subject: str, links: tuple[str, ...]) -> None:
        self.part = part
        self.links = links
        wanted = f"with {part!r} in it" if part else "at all"
        super().__init__(
            f"The mail {subject!r} has no link {wanted}.", mend="Look at the mail in the world's inbox."
        )


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that the world sent.

    `links` are the addresses in it, `codes` what stands alone in its text and has a digit: a number to keep,
    a temporary password. Both are in the order of the mail; `link("reset")` is the one to follow.
    """

    id: str
    at: datetime
    sender: str
    to: str
    subject: str
    text: str
    html: str = ""
    links: tuple[str, ...] = ()
    codes: tuple[str, ...] = field(default=(), repr=False)
    attachments: tuple[Mapping[str, object], ...] = ()

    def link(self, part: str = "") -> str:
        """The first address that has `part` in it.

        Raises:
            NoLink: there is none.
        """
        for link in self.links:
            if part in link:
                return link
        raise NoLink(part, subject=self.subject, links=self.links)


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request as the server saw it; of cookies only the names are kept."""

    at: datetime
    site: str
    method: str
    path: str
    status: int
    query: str = ""
    user_agent: str = ""
    sec_fetch_site: str = ""
    cookies: tuple[str, ...] = ()
    milliseconds: float = 0


@dataclass(frozen=True, slots=True)
class BankTransaction:
    """A payment in the bank's own books, whatever the portal believes."""

    fpx_id: str
    order_no: str
    amount_sen: int
    bank: str
    status: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Registration:
    """An application for a Portal ID; employer code and Portal ID are empty until it is approved."""

    reference: str
    kind: str
    state: str
    employer_name: str
    email: str
    employer_code: str = ""
    portal_id: str = ""
    taken_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is to go wrong: `at` which point, in which `mode`, after how many `minutes`."""

    at: str
    mode: str
    minutes: int = 0
