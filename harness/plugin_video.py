"""Refuses --video once, before the first test, where Playwright has no ffmpeg to record one."""

import pytest

from harness.plugin_state import RUN

__all__ = ["require_video"]


def require_video(config: pytest.Config) -> None:
    """See that a video can be recorded if one was asked for, of a target of ours.

    Raises:
        pytest.UsageError: it cannot; each test would end in its set-up.
    """
    asked = getattr(config.option, "video", "off")
    if asked == "off" or not config.stash[RUN].targets:
        return
    from harness.targets.video import FFMPEG_MEND, has_ffmpeg

    if not has_ffmpeg():
        raise pytest.UsageError(
            f"--video {asked} needs Playwright's own ffmpeg, which is not here. "
            f"Run: {FFMPEG_MEND}; or leave out --video."
        )
