"""The web server: granian with worker processes, told when to begin and made to end cleanly."""

import logging
import os
import threading
from collections.abc import Callable
from typing import Any, Final

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from mock_portal.database import close_all_kept
from mock_portal.settings import Settings

__all__ = ["WebServer"]

# A worker that still answers so long after it was told to end is killed.
_ENDS_WITHIN_SECONDS: Final = 3


class WebServer(MPServer):
    """Granian, with a hook for what must not run before the workers are made.

    Where workers are made by fork, a thread that holds a lock at that moment leaves it locked in the worker
    for ever (seen: one start in some dozens hung). So nothing of ours starts a thread before.
    """

    def __init__(
        self, settings: Settings, *, workers: int, threads: int, when_started: Callable[[], None]
    ) -> None:
        super().__init__(
            "mock_portal.wsgi:create",
            factory=True,
            address=settings.host,
            port=settings.port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=threads,
            websockets=False,
            log_level=LogLevels.error,
            respawn_failed_workers=True,
            workers_kill_timeout=_ENDS_WITHIN_SECONDS,
        )
        self._when_started = when_started
        # Ctrl-C reaches the workers as well; that they end then is nothing to report.
        logging.getLogger("_granian").addFilter(lambda _: not self.interrupt_signal)

    def startup(self, spawn_target: Any, target_loader: Any) -> None:
        """Listen and make the workers, then do what waited for that."""
        close_all_kept()  # SQLite's connections must not cross a fork
        super().startup(spawn_target, target_loader)  # type: ignore[no-untyped-call]
        self._when_started()

    def run(self) -> None:
        """Serve until told to stop."""
        try:
            self.serve()
        except SystemExit:
            # Granian reports workers that ended by Ctrl-C before it told them to.
            if not self.interrupt_signal:
                raise

    def stop(self) -> None:
        """End as Ctrl-C would; may be called from any thread."""
        self.signal_handler_interrupt()  # type: ignore[no-untyped-call]

    def stop_with_stdin(self) -> None:
        """End when standard input closes, so that a dead parent leaves nothing behind."""
        threading.Thread(target=self._watch_stdin, name="stdin", daemon=True).start()

    def _watch_stdin(self) -> None:
        try:
            # Not sys.stdin: its lock would be held for ever in a worker that is made later.
            while os.read(0, 4096):
                pass
        except OSError:  # there is none
            return
        self.stop()
