"""Ctrl-C that is not lost: Playwright may turn it into an error of its own, or into nothing."""

import atexit
import signal
import sys
import threading
from types import FrameType, TracebackType
from typing import Any, Self

__all__ = ["Interrupts"]


class Interrupts:
    """Remembers that Ctrl-C was pressed while it was in force; it interrupts as it did.

    In a thread other than the main one, or where Ctrl-C is ignored, it does nothing.
    """

    def __init__(self) -> None:
        self._came = False
        self._before: Any = None

    def __enter__(self) -> Self:
        """Listen from now on."""
        if threading.current_thread() is threading.main_thread() and callable(
            signal.getsignal(signal.SIGINT)
        ):
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave Ctrl-C to whoever had it before."""
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None

    def raise_again(self) -> None:
        """Raise what may have been lost.

        Raises:
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        if self._came:
            raise KeyboardInterrupt

    def forget(self) -> None:
        """Whoever had it has dealt with it."""
        self._came = False

    def _note(self, number: int, frame: FrameType | None) -> None:
        if not self._came:
            _keep_quiet_about_closed_loops()
            atexit.register(_keep_quiet_about_closed_loops)  # pytest puts back the hook that was before it
        self._came = True
        self._before(number, frame)


def _keep_quiet_about_closed_loops() -> None:
    """Let asyncio print no traceback of what it can no longer end: the pipes to Playwright's process."""
    told = sys.unraisablehook

    def tell(what: "sys.UnraisableHookArgs") -> None:
        if not (isinstance(what.exc_value, RuntimeError) and str(what.exc_value) == "Event loop is closed"):
            told(what)

    sys.unraisablehook = tell
