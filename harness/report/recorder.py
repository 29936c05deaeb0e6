"""Records the steps of a test: title, time, outcome and a picture of the page after each.

Steps are in the order in which they began; one inside another has both titles, as in "Pay / Choose a bank".
"""

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Error, Page

from harness.report.model import Step
from harness.report.parts import new_picture

__all__ = ["StepRecorder"]

_PICTURE_MILLISECONDS = 5000
_QUALITY = 60


class StepRecorder:
    """Call it as `with step("Log in"):`. Pictures are taken only when there is a report to show them.

    `page` gives the page to take a picture of, or None; `told` is called with each finished step.
    """

    def __init__(
        self,
        page: Callable[[], Page | None],
        *,
        report: Path | None = None,
        told: Callable[[Step], None] = lambda _: None,
    ) -> None:
        self._page = page
        self._report = report
        self._told = told
        self.steps: list[Step] = []
        self._open: list[str] = []

    @contextlib.contextmanager
    def __call__(self, title: str) -> Iterator[None]:
        """Time what happens inside as one step; a failure inside goes on to the test."""
        begun = time.perf_counter()
        passed = stopped = False
        self._open.append(title)
        title = " / ".join(self._open)
        place = len(self.steps)
        self.steps.append(Step(title, 0.0, passed=False, stopped=True))
        try:
            yield
            passed = True
        except KeyboardInterrupt:
            stopped = True
            raise
        finally:
            seconds = time.perf_counter() - begun
            # Ctrl-C reaches the browser as well: there may be nobody left to take a picture
            picture = None if stopped else self._take_picture()
            step = Step(title, seconds, passed, picture, stopped)
            self.steps[place] = step
            self._open.pop()
            self._told(step)

    def _take_picture(self) -> str | None:
        page = self._page() if self._report else None
        if page is None or self._report is None:
            return None
        path = new_picture(self._report)
        # a page that is gone, or busy for seconds, is no reason to fail a step that passed
        with contextlib.suppress(Error):
            newest = page.context.pages[-1] if page.context.pages else page
            newest.screenshot(
                path=path, type="jpeg", quality=_QUALITY, scale="css", timeout=_PICTURE_MILLISECONDS
            )
            return path.name
        return None
