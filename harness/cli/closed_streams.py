"""Standard streams that a program was started without: by a service, a windowless program, `>&-` of a shell.

Python has `None` for such a stream, and the next file that is opened gets its number: what anything then
writes to number 1 would stand in that file.
"""

import io
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

__all__ = ["Nowhere", "stand_in_for_closed"]

_LAST_STANDARD: Final = 2


class Nowhere(io.RawIOBase):
    """What takes everything that is printed, keeps nothing, and knows whether there was anything."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.has_lost = False

    def writable(self) -> bool:
        """It takes everything."""
        return True

    def fileno(self) -> int:
        """The number that stands for the stream in this process and its children."""
        return self._number

    def write(self, content: "ReadableBuffer", /) -> int:
        """Take it; gives the number of bytes."""
        size = memoryview(content).nbytes
        self.has_lost = self.has_lost or size > 0
        return size


class _NothingToRead(io.RawIOBase):
    """Standard input that is closed: whoever reads it is told, rather than given an empty file."""

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        del buffer
        from contributions.bilingual import T
        from harness.cli.told import CannotDo

        raise CannotDo(
            T(
                "Standard input is closed: there is nothing to read",
                "Input standard ditutup: tiada apa-apa untuk dibaca",
            ),
            T("Name a file.", "Namakan fail."),
        )


def stand_in_for_closed() -> Nowhere | None:
    """Give every standard stream that is closed something harmless in its place.

    The answer stands for standard output; `None` where that is open.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return None
    _take_their_numbers()
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BufferedReader(_NothingToRead()), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = _written_into(Nowhere(2))
    if sys.stdout is not None:
        return None
    nowhere = Nowhere(1)
    sys.stdout = _written_into(nowhere)
    return nowhere


def _take_their_numbers() -> None:
    """Let the null device have the numbers of closed streams, in the processes that are started here too."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD:
        os.set_inheritable(number, True)
    os.close(number)


def _written_into(nowhere: Nowhere) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(nowhere), encoding="utf-8", errors="backslashreplace")
