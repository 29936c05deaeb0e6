"""Check many files in one call, in the order given.

Small files are examined together, since a mask over twenty thousand lines costs hardly more than one over
fifty: their lines are laid one under the other, and what is found is told apart again by file. Very many
files are shared out among processes.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path, PurePath

import numpy as np

from contributions.checks.examining import Examined, examine_parts
from contributions.examination import FileCheck, report_on, unreadable
from contributions.findings import FileReport
from contributions.matrix.chunks import Chunk, Reading, read_chunks
from contributions.matrix.context import Context
from contributions.opening import opened

__all__ = ["Source", "check_many"]

SMALL_BYTES = 300_000
FILES_TOGETHER = 200
BYTES_TOGETHER = 6_000_000
FILES_A_TASK = 400
WORTH_PROCESSES = 2_000
"""With fewer files a process costs more to start than it saves."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to check: where it is, or its bytes, and what it is called in the report."""

    content: Path | bytes
    name: str


def check_many(sources: Iterable[Source], context: Context, *, processes: int = 1) -> Iterator[FileReport]:
    """A report for each file, the same as `check` gives; `context.name` is not looked at.

    `processes` above 1 are started only for thousands of files. A program that asks for them must be
    importable (`if __name__ == "__main__"`), as for any process pool.
    """
    listed = sources if isinstance(sources, Sequence) else list(sources)
    if processes == 1 or len(listed) < WORTH_PROCESSES:
        yield from _in_turn(listed, context)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    spawn = get_context("spawn")
    tasks = (listed[start : start + FILES_A_TASK] for start in range(0, len(listed), FILES_A_TASK))
    with ProcessPoolExecutor(processes, mp_context=spawn, initializer=_end_with_parent) as pool:
        try:
            for reports in pool.map(partial(_listed, context=context), tasks):
                yield from reports
        finally:
            pool.shutdown(cancel_futures=True)  # a reader that goes away does not wait for the rest


def _end_with_parent() -> None:  # pragma: no cover - in processes
    """Let this process end when its parent is gone: one that was killed cannot tell its workers to stop."""
    from multiprocessing import parent_process
    from threading import Thread

    def wait() -> None:
        parent = parent_process()
        if parent:
            parent.join()
            os._exit(1)  # an exception would only end the thread

    Thread(target=wait, daemon=True).start()


def _listed(
    sources: Sequence[Source], context: Context
) -> list[FileReport]:  # pragma: no cover - in processes
    return list(_in_turn(sources, context))


def _in_turn(sources: Iterable[Source], context: Context) -> Iterator[FileReport]:
    files: list[_Read] = []
    size = 0
    for source in sources:
        files.append(_Read.of(source, context))
        size += len(files[-1].content)
        if len(files) == FILES_TOGETHER or size > BYTES_TOGETHER:
            yield from _together(files, context)
            files, size = [], 0
    yield from _together(files, context)


def _together(files: Sequence["_Read"], context: Context) -> Iterator[FileReport]:
    chunks = [chunk for file in files for chunk in file.chunks]
    examined = iter(_examined(chunks, context))
    for file in files:
        yield file.reported(list(islice(examined, len(file.chunks))))


def _examined(chunks: Sequence[Chunk], context: Context) -> list[Examined]:
    """What is found in each chunk; nothing at all when a check broke, so that each file finds out alone."""
    if not chunks:
        return []
    sizes = [len(chunk.numbers) for chunk in chunks]
    trimmed = None
    if any(chunk.trimmed is not None for chunk in chunks):
        trimmed = np.concatenate(
            [
                np.zeros(size, np.bool_) if chunk.trimmed is None else chunk.trimmed
                for size, chunk in zip(sizes, chunks, strict=True)
            ]
        )
    laid = Chunk(
        np.concatenate([chunk.matrix for chunk in chunks]),
        np.concatenate([chunk.numbers for chunk in chunks]),
        np.concatenate([chunk.offsets for chunk in chunks]),
        trimmed,
    )
    parts = examine_parts(laid, context, sizes)
    return [] if any(part.crashed for part in parts) else parts


@dataclass(slots=True)
class _Read:
    """A file that was opened: small and cut into chunks, or left to be read on its own, or unreadable."""

    source: Source
    context: Context
    content: bytes = b""
    reading: Reading | None = None
    chunks: Sequence[Chunk] = ()
    report: FileReport | None = None

    @classmethod
    def of(cls, source: Source, context: Context) -> "_Read":
        """The file as far as it is worth reading now."""
        own = replace(context, name=PurePath(source.name).name if source.name != "-" else None)
        try:
            with opened(source.content) as file:
                content = file.read(SMALL_BYTES + 1)
                if len(content) > SMALL_BYTES:
                    file.seek(0)
                    return cls(source, own, report=report_on(FileCheck(file, own).whole(), source.name))
        except OSError as error:
            return cls(source, own, report=unreadable(source.name, error, own))
        reading = Reading()
        return cls(source, own, content, reading, list(read_chunks(BytesIO(content), reading)))

    def reported(self, examined: list[Examined]) -> FileReport:
        """The report, by what was found in the chunks, or by reading the file on its own."""
        if self.report is not None:
            return self.report
        file = FileCheck(BytesIO(self.content), self.context)
        found = None
        if self.reading and file.is_text() and len(examined) == len(self.chunks):
            found = file.concluded(self.reading, list(self.chunks), examined)
        if found is None:
            found = FileCheck(BytesIO(self.content), self.context).whole()
        return report_on(found, self.source.name)
