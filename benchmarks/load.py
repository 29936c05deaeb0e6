"""Requests a second that an address answers, asked over 16 open connections for a few seconds."""

import http.client
import re
import shutil
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

from benchmarks.figures import by_number

CONNECTIONS = 16
SECONDS = 5


def requests_per_second(address: str) -> float:
    """Measured with wrk where it is installed, otherwise by threads of this process."""
    return by_wrk(address) if shutil.which("wrk") else by_threads(address)


def tool() -> str:
    """What `requests_per_second` measures with here."""
    return "wrk" if shutil.which("wrk") else "threads of Python, which are slower than the server may be"


def by_wrk(address: str) -> float:
    """One wrk thread; an answer that is not good ends the benchmark."""
    asked = by_number(address)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Host: {asked.get_header('Host')}"]
    said = subprocess.run([*command, asked.full_url], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(f"{address} did not answer well:\n{said}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if rate is None:
        sys.exit(f"wrk said nothing that can be read:\n{said}")
    return float(rate[1])


def by_threads(address: str) -> float:
    """The same with http.client; each thread keeps one connection."""
    counts = [0] * CONNECTIONS
    began = time.perf_counter()
    threads = [
        threading.Thread(target=ask_until, args=(address, began + SECONDS, counts, place))
        for place in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - began)


def ask_until(address: str, deadline: float, counts: list[int], place: int) -> None:
    """Counts good answers at its own place of `counts`."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 0)
    while time.perf_counter() < deadline:
        connection.request("GET", parts.path, headers={"Host": parts.netloc})
        answer = connection.getresponse()
        answer.read()
        counts[place] += answer.status == http.HTTPStatus.OK
    connection.close()
