"""The log-in page is served at least half as often a second as a trivial Flask page on the same server.

Both run under granian with one worker and the same threads, one after the other, warmed by one request.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.figures import conclude, wait_until_served
from benchmarks.free_port import free_port
from benchmarks.load import CONNECTIONS, SECONDS, requests_per_second, tool

THREADS = "8"
BOUND = 0.5
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Measures the peer, ours, and the peer again: the machine may not keep its speed."""
    rates = [measure(trivial), measure(portal), measure(trivial)]
    peer = (rates[0] + rates[2]) / 2
    figures = {
        "log-in page": f"{rates[1]:.0f} requests/s",
        "trivial Flask page": f"{peer:.0f} requests/s ({rates[0]:.0f} before, {rates[2]:.0f} after)",
        "share": f"{rates[1] / peer:.2f} (at least {BOUND})",
        "load": f"{CONNECTIONS} connections for {SECONDS} s, by {tool()}",
    }
    return conclude(
        "The log-in page costs little more than Flask itself", figures, holds=rates[1] >= BOUND * peer
    )


def portal(port: str) -> Sequence[str]:
    """The command of ours."""
    return [sys.executable, "-m", "mock_portal", "--port", port, "--workers", "1", "--threads", THREADS]


def trivial(port: str) -> Sequence[str]:
    """The command of the peer."""
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1"]
    options = ["--blocking-threads", THREADS, "--no-ws", "--log-level", "error", "--port", port]
    return [*server, *options, "benchmarks.trivial_page:app"]


def measure(command: Callable[[str], Sequence[str]]) -> float:
    """Requests a second of the log-in page of one server."""
    port = str(free_port())
    address = f"http://localhost:{port}/employer/login"
    with subprocess.Popen(
        command(port), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as server:
        try:
            wait_until_served(address, server)
            return requests_per_second(address)
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
