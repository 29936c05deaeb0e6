"""What every benchmark prints: the figures, the machine, and whether the bound holds."""

import os
import platform
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

READY_WITHIN_SECONDS = 60.0
POLL_SECONDS = 0.005


def conclude(claim: str, figures: dict[str, str], *, holds: bool) -> int:
    """Prints a claim with its figures; the exit code says whether it holds."""
    width = max(len(name) for name in figures)
    print(claim)
    for name, value in figures.items():
        print(f"  {name:<{width}}  {value}")
    print(f"  {'machine':<{width}}  {machine()}")
    print("  holds" if holds else "  DOES NOT HOLD")
    return 0 if holds else 1


def machine() -> str:
    """Cores, processor, system and Python, in one line."""
    cores = os.cpu_count() or 0
    system = f"{platform.system()} {platform.release()}"
    return f"{cores} cores, {processor()}, {system}, Python {platform.python_version()}"


def processor() -> str:
    """The processor's name where the system tells it."""
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        for line in listed.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def milliseconds(seconds: Sequence[float]) -> str:
    """The median and the spread of some times."""
    low, middle, high = (
        f"{value * 1000:.1f}" for value in (min(seconds), statistics.median(seconds), max(seconds))
    )
    return f"median {middle} ms ({low} to {high}, {len(seconds)} runs)"


def seconds_until_served(command: Sequence[str], address: str) -> float:
    """Seconds from the start of a server to its first good answer; the server is stopped again."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            wait_until_served(address, server)
            return time.perf_counter() - began
        finally:
            server.terminate()


def wait_until_served(address: str, server: "subprocess.Popen[bytes]") -> None:
    """Asks until the address answers; ends the benchmark if the server ends first or takes a minute."""
    deadline = time.perf_counter() + READY_WITHIN_SECONDS
    while time.perf_counter() < deadline:
        if server.poll() is not None:
            said = server.stderr.read().decode() if server.stderr else ""
            sys.exit(f"the server ended before it answered: {said.strip()[-800:]}")
        try:
            with urllib.request.urlopen(by_number(address), timeout=READY_WITHIN_SECONDS) as answer:  # noqa: S310 - by_number allows http only
                answer.read()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(POLL_SECONDS)
        else:
            return
    sys.exit(f"no answer from {address} within {READY_WITHIN_SECONDS:.0f} s")


def by_number(address: str) -> urllib.request.Request:
    """A request to 127.0.0.1 with the address's host as header: Python does not know `*.localhost`."""
    parts = urlsplit(address)
    if parts.scheme != "http":
        raise ValueError(f"a benchmark asks this machine only, not {address}")
    return urllib.request.Request(
        f"http://127.0.0.1:{parts.port}{parts.path or '/'}", headers={"Host": parts.netloc}
    )
