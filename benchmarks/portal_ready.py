"""The portal serves its first log-in page in at most twice the time of moto_server, a mock of another kind.

Both are started from nothing, in turn, and asked until a service answers: here the log-in page
of a world that was made meanwhile, there an empty list of buckets.
"""

import statistics
import sys
from pathlib import Path

from benchmarks.figures import conclude, milliseconds, seconds_until_served
from benchmarks.free_port import free_port

RUNS = 5
BOUND = 2.0


def main() -> int:
    """Measures both, in turn, so that a busy moment of the machine meets both."""
    peer_program = Path(sys.executable).with_name("moto_server")
    if not peer_program.exists():
        sys.exit("the peer moto_server is missing: make bench installs it")
    ours, peer = [], []
    for _ in range(RUNS):
        port = str(free_port())
        command = [sys.executable, "-m", "mock_portal", "--port", port]
        ours.append(seconds_until_served(command, f"http://localhost:{port}/employer/login"))
        port = str(free_port())
        peer.append(seconds_until_served([str(peer_program), "--port", port], f"http://localhost:{port}/"))
    ratio = statistics.median(ours) / statistics.median(peer)
    figures = {
        "assist portal": milliseconds(ours),
        "moto_server": milliseconds(peer),
        "ratio": f"{ratio:.2f} (at most {BOUND})",
    }
    return conclude("The first log-in page is served soon after the start", figures, holds=ratio <= BOUND)


if __name__ == "__main__":
    sys.exit(main())
