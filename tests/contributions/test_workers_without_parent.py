"""Processes that share out thousands of files end with the one that started them, however that ended."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

PROGRAM = """
import os
import socket
from datetime import date

from contributions import write
from contributions.checking_many import Source, check_many
from contributions.checks.examples import SAMPLE
from contributions.matrix.context import Context

line = socket.create_connection(("127.0.0.1", {port}))  # in each worker too: it reads this program again
line.sendall(b"%d\\n" % os.getpid())

if __name__ == "__main__":
    sources = [Source(write([SAMPLE]), "october.txt")] * 200_000
    for _ in check_many(sources, Context(as_of=date(2026, 11, 10)), processes=2):
        pass
"""
DEADLINE_SECONDS = 60


def test_workers_end_when_their_parent_was_killed(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(DEADLINE_SECONDS)
        program = tmp_path / "many.py"
        program.write_text(PROGRAM.format(port=server.getsockname()[1]), encoding="utf-8")
        with subprocess.Popen([sys.executable, program], stderr=subprocess.DEVNULL) as parent:
            lines = [server.accept()[0] for _ in range(3)]
            parent.kill()

    still_there = [number for number in map(ended, lines) if number]
    assert still_there == []


def ended(line: socket.socket) -> int:
    """0 when the process at the other end has ended; one that has not is ended, and its number given."""
    with closing(line):
        line.settimeout(DEADLINE_SECONDS)
        number = int(line.makefile(encoding="ascii").readline())
        with suppress(ConnectionError):
            try:
                line.recv(1)
            except TimeoutError:
                os.kill(number, signal.SIGTERM)
                return number
    return 0
