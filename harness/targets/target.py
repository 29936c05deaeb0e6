"""A target: what a test runs on, and what it really is."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, TypeAlias, get_args

__all__ = ["TARGET_NAMES", "TITLES", "Engine", "Target", "TargetName"]

TargetName: TypeAlias = Literal["chrome", "firefox", "edge"]
TARGET_NAMES: tuple[TargetName, ...] = get_args(TargetName)
TITLES: dict[TargetName, str] = {"chrome": "Chrome", "firefox": "Firefox", "edge": "Edge"}


class Engine(StrEnum):
    """Which of Playwright's browser types drives a target."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One browser as it stands on this machine, in the part that it plays.

    `product` is what the binary calls itself ("Chromium", "Firefox ESR"), `why` says in words why this
    binary was chosen, `channel` is what Playwright must be told beside the path (None: nothing).
    """

    name: TargetName
    engine: Engine
    product: str
    executable: Path
    version: str
    genuine: bool
    channel: str | None
    protocol: str
    why: str

    @property
    def title(self) -> str:
        """The browser that is meant: Chrome, Firefox or Edge."""
        return TITLES[self.name]

    @property
    def major(self) -> int:
        """The first part of the version; 0 when the version could not be read."""
        head = self.version.partition(".")[0]
        return int(head) if head.isdigit() else 0

    @property
    def disclosure(self) -> str:
        """What ran, said honestly: "Firefox ESR 153.7.0", or "Chromium 156 as Edge (stand-in)"."""
        if self.genuine:
            return f"{self.product} {self.version or '(version unknown)'}"
        return f"{self.product} {self.major or '(version unknown)'} as {self.title} (stand-in)"

    def as_data(self) -> dict[str, object]:
        """The target for JSON, with its disclosure sentence."""
        return {**asdict(self), "executable": str(self.executable), "disclosure": self.disclosure}
