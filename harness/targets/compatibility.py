"""What is known about which Playwright drives which Firefox.

Source: measured. 1.64.1 drives Firefox ESR 153 over WebDriver BiDi; 1.65 sends a command that this
Firefox does not know.
"""

from typing import Final

from harness.errors import PlaywrightCannotDrive
from harness.targets.target import Target

__all__ = ["playwright_fault"]

_FIRST_TOO_NEW: Final = (1, 65)
_LAST_TOO_OLD_FIREFOX: Final = 153
_GOOD: Final = "1.64.1"


def playwright_fault(target: Target, playwright: str) -> PlaywrightCannotDrive | None:
    """The reason why this Playwright cannot drive the target; None when none is known."""
    if target.channel != "moz-firefox" or not target.major or target.major > _LAST_TOO_OLD_FIREFOX:
        return None
    if _numbers(playwright) < _FIRST_TOO_NEW:
        return None
    return PlaywrightCannotDrive(
        playwright=playwright,
        browser=target.disclosure,
        why="it sends a command that this Firefox does not know",
        mend=f'pip install "playwright=={_GOOD}"',
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
