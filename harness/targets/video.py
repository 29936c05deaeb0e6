"""Whether videos can be recorded here.

Playwright 1.64.1 takes an ffmpeg of its own, for Chromium and Firefox, and never the system's: measured.
"""

from typing import Final

from harness.targets import places
from harness.targets.machine import Machine

__all__ = ["FFMPEG_MEND", "has_ffmpeg"]

FFMPEG_MEND: Final = "playwright install ffmpeg"


def has_ffmpeg(machine: Machine | None = None) -> bool:
    """Whether Playwright's ffmpeg is there; True where that cannot be told."""
    here = machine or Machine()
    folder = places.playwright_folder(platform=here.platform, environment=here.environment, home=here.home)
    if folder is None or "ffmpeg" not in here.revisions:
        return True
    revision, _version = here.revisions["ffmpeg"]
    # an old macOS has a build of its own, with its name in that of the folder
    builds = [here.real(folder) / f"ffmpeg-{revision}", *here.real(folder).glob("ffmpeg_*")]
    return any(build.is_dir() and any(build.glob("ffmpeg*")) for build in builds)
