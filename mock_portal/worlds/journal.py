"""The journal of a world: each request as the server saw it, written in batches off the request's way.

A visitor's GET only reads; writing its line in the same transaction would make every page a writer.
"""

import contextlib
import logging
import queue
import threading
from collections import defaultdict
from pathlib import Path
from typing import Final

from sqlalchemy import insert
from sqlalchemy.exc import SQLAlchemyError

from mock_portal.database import transaction
from mock_portal.worlds.models import SeenRequest

__all__ = ["Journal"]

BATCH_SECONDS: Final = 0.02
LONGEST_QUEUE: Final = 50_000

_TABLE: Final = SeenRequest.metadata.tables[SeenRequest.__tablename__]

log = logging.getLogger(__name__)

type_of_row = dict[str, object]


class Journal:
    """Collects lines and writes them a little later, or at once when somebody wants to read."""

    def __init__(self) -> None:
        self._lines: queue.SimpleQueue[tuple[Path, type_of_row]] = queue.SimpleQueue()
        self._writing = threading.Lock()
        self._awake = threading.Event()
        self._thread: threading.Thread | None = None

    def note(self, world_file: Path, row: type_of_row) -> None:
        """Add a line, given as the columns of `SeenRequest`; returns at once."""
        if self._lines.qsize() >= LONGEST_QUEUE:
            return
        self._lines.put((world_file, row))
        if self._thread is None:
            with self._writing:
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
                    self._thread.start()
        self._awake.set()

    def flush(self) -> None:
        """Write all that was noted so far in this process."""
        with self._writing:
            rows: dict[Path, list[type_of_row]] = defaultdict(list)
            with contextlib.suppress(queue.Empty):
                while True:
                    world_file, row = self._lines.get_nowait()
                    rows[world_file].append(row)
            for world_file, lines in rows.items():
                try:
                    with transaction(world_file) as session:
                        session.connection().execute(
                            insert(_TABLE), lines
                        )  # rows, not objects: a third of the time
                except FileNotFoundError:
                    continue  # the world was deleted meanwhile; its journal went with it
                except SQLAlchemyError:
                    log.exception("lines of the journal of %s were lost", world_file.stem)

    def _run(self) -> None:
        pause = threading.Event()
        while True:
            self._awake.wait()
            pause.wait(BATCH_SECONDS)
            self._awake.clear()
            self.flush()
