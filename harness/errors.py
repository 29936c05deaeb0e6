"""What can go wrong while a portal is driven, as types that carry facts.

Each error says in words what is wrong (`str(error)`) and how to mend it (`error.mend`). The edges (a
command, the pytest plugin, the report) print both; nothing parses the sentences.
"""

from collections.abc import Sequence
from pathlib import Path

__all__ = [
    "BankNotOffered",
    "ControlRefused",
    "HarnessError",
    "MissingExtra",
    "MissingWord",
    "NoSuchProfile",
    "NoSuchTarget",
    "PlaywrightCannotDrive",
    "PortalDidNotStart",
    "PortalNotReachable",
    "ProfileNotReadable",
    "StandInRefused",
    "TargetNotFound",
    "UnknownWord",
    "WrongPage",
]


class HarnessError(Exception):
    """An action that cannot be done, and what a person can do about it; `message` is what is wrong alone."""

    mend: str = ""

    def __init__(self, message: str, *, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        if mend:
            self.mend = mend


class MissingExtra(HarnessError):
    """A command needs packages that this installation does not have.

    They come from a clone of the repository, as in the guides: the name on an index may be a stranger's.
    """

    def __init__(self, extra: str, *, wanted_by: str, module: str = "") -> None:
        self.extra = extra
        self.module = module
        super().__init__(
            f"{wanted_by} needs packages that are not installed here.",
            mend=f'python -m pip install "/path/to/the/clone[{extra}]"',
        )


class NoSuchTarget(HarnessError):
    """A target was named that is none of chrome, firefox, edge."""

    def __init__(self, name: str, *, known: Sequence[str]) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(
            f"There is no target {name!r}.",
            mend=f"Name one of: {', '.join(known)}, or found for all that are here.",
        )


class TargetNotFound(HarnessError):
    """No browser on this machine can play a target."""

    def __init__(self, name: str, *, looked_for: Sequence[str], mend: str) -> None:
        self.name = name
        self.looked_for = tuple(looked_for)
        super().__init__(f"No browser for the target {name} was found here.", mend=mend)


class StandInRefused(HarnessError):
    """Genuine browsers were required, and a target would be a stand-in."""

    def __init__(self, stand_ins: Sequence[str]) -> None:
        self.stand_ins = tuple(stand_ins)
        super().__init__(
            f"Genuine browsers are required, but this would run {', '.join(stand_ins)}.",
            mend="Install the browser itself, or leave out --assist-require-genuine.",
        )


class PlaywrightCannotDrive(HarnessError):
    """The Playwright that is installed is known not to drive the browser that was found."""

    def __init__(self, *, playwright: str, browser: str, why: str, mend: str) -> None:
        self.playwright = playwright
        self.browser = browser
        super().__init__(f"Playwright {playwright} cannot drive {browser}: {why}.", mend=mend)


class PortalDidNotStart(HarnessError):
    """The mock portal's process ended, or stayed silent, before it said that it was ready."""

    def __init__(self, reason: str, *, output: str = "", mend: str = "") -> None:
        self.output = output
        said = f" It said: {output}" if output else ""
        super().__init__(f"The mock portal did not start: {reason}.{said}", mend=mend or "Run: assist portal")


class PortalNotReachable(HarnessError):
    """Nobody answers at a portal's address."""

    def __init__(self, address: str, *, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(
            f"No answer from {address}: {reason}.",
            mend="Start a portal with: assist portal. Then give its address.",
        )


class ControlRefused(HarnessError):
    """The control API answered with an error; its code, message and mend are kept, and `str` has both."""

    def __init__(self, *, code: str, message: str, mend: str, status: int) -> None:
        self.code = code
        self.status = status
        super().__init__(message, mend=mend)

    def __str__(self) -> str:
        return f"{self.message} {self.mend}".strip()


class BankNotOffered(HarnessError):
    """The Bank List has no such bank, or shows it as offline."""

    def __init__(self, bank: str, *, offered: Sequence[str], offline: Sequence[str]) -> None:
        self.bank = bank
        self.offered = tuple(offered)
        self.offline = tuple(offline)
        # shown with a word behind its name, in the language of the run
        self.is_offline = any(shown == bank or shown.startswith(f"{bank} (") for shown in offline)
        super().__init__(
            f"{bank} is offline." if self.is_offline else f"The Bank List has no {bank}.",
            mend=f"Choose one of: {', '.join(offered)}.",
        )


class NoSuchProfile(HarnessError):
    """A portal profile was asked for that neither ships nor is a file."""

    def __init__(self, name: str, *, known: Sequence[str]) -> None:
        self.name = name
        super().__init__(
            f"There is no portal profile {name!r}.",
            mend=f"Name a TOML file, or one of: {', '.join(known)}.",
        )


class ProfileNotReadable(HarnessError):
    """A portal profile is not well-formed TOML."""

    def __init__(self, path: Path, *, reason: str) -> None:
        self.path = path
        super().__init__(
            f"The portal profile {path.name} cannot be read: {reason}.", mend="Mend the TOML there."
        )


class MissingWord(HarnessError):
    """A portal profile lacks a word, a path or a heading that the page objects need."""

    def __init__(self, key: str, *, profile: str) -> None:
        self.key = key
        self.profile = profile
        super().__init__(
            f"The portal profile {profile} has no {key}.",
            mend=f"Add {key} to the profile, in both languages.",
        )


class UnknownWord(HarnessError):
    """A portal profile holds a key that no page object reads: usually a slip of the pen."""

    def __init__(self, key: str, *, profile: str) -> None:
        self.key = key
        self.profile = profile
        super().__init__(
            f"The portal profile {profile} has {key}, which nothing reads.", mend=f"Correct or remove {key}."
        )


class WrongPage(HarnessError):
    """A screen was expected and another one, or none, was there in time.

    `screenshot` is a PNG of what was there; None when even that could not be had.
    """

    def __init__(
        self, *, expected: Sequence[str], found: str, url: str, screenshot: bytes | None = None
    ) -> None:
        self.expected = tuple(expected)
        self.found = found
        self.url = url
        self.screenshot = screenshot
        super().__init__(
            f"Expected {' or '.join(expected)}, found {found!r} at {url}.",
            mend="Look at the page; if the portal's words changed, change them in the portal profile.",
        )
