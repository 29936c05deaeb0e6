"""A mail can be read by a program at most 20 ms after SMTP's final dot; beside it maildev, another inbox.

A mail of each is sent in turn. From the moment the final dot is on its way the list of mail is asked for
until the mail is in it: by the control API here, by maildev's own API there. A third figure is a long poll
that waits for the mail, as `inbox.wait(...)` does.
"""

import contextlib
import http.client
import shutil
import smtplib
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.figures import conclude, milliseconds, wait_until_served
from benchmarks.free_port import free_port
from harness.portals import started_portal

RUNS = 50
BOUND_SECONDS = 0.020
PEER = "maildev@2.2.1"
PATIENCE_SECONDS = 10.0


@dataclass(frozen=True)
class Inbox:
    """A test inbox: where mail is sent to, and how the list of its mail is asked for."""

    smtp_port: int
    sender: str
    host: str
    port: int
    path: str
    path_of_all: str

    def seconds_until_listed(self, subject: str) -> float:
        """Seconds from the final dot to the first list that has the mail."""
        reader = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        with self._sent(subject) as began:
            while subject.encode() not in self._asked(reader, self.path):
                if time.perf_counter() - began > PATIENCE_SECONDS:
                    sys.exit(f"the mail was not in {self.path} within {PATIENCE_SECONDS:.0f} s")
            took = time.perf_counter() - began
        reader.close()
        return took

    def seconds_until_told(self, subject: str) -> float:
        """Seconds from the final dot to the end of a long poll that was waiting for the mail."""
        reader = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        told: list[float] = []

        def wait() -> None:
            answer = self._asked(reader, f"{self.path}?subject={subject}&wait_seconds={PATIENCE_SECONDS:.0f}")
            if subject.encode() in answer:
                told.append(time.perf_counter())

        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.05)  # the poll is on its way before the mail is
        with self._sent(subject) as began:
            waiting.join()
        reader.close()
        return told[0] - began

    def clear(self) -> None:
        """Throw its mail away, so that the last mail meets the same list as the first."""
        reader = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        headers = {"Host": self.host, "Content-Type": "application/json"}
        reader.request("DELETE", self.path_of_all, "{}", headers)
        if reader.getresponse().status >= http.HTTPStatus.BAD_REQUEST:
            sys.exit(f"{self.path_of_all} was not cleared")
        reader.close()

    @contextlib.contextmanager
    def _sent(self, subject: str) -> Iterator[float]:
        """A mail whose final dot was just sent; the value is when. The server's answer is read at the end."""
        with smtplib.SMTP("127.0.0.1", self.smtp_port, local_hostname="localhost") as smtp:
            if smtp.sock is None:
                sys.exit("the mail server did not answer")
            # Or the dot would wait for the answer to what went before it, which systems delay by 40 ms.
            smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            smtp.helo()
            smtp.mail(self.sender)
            smtp.rcpt("aminah@contoh-maju.example")
            smtp.docmd("DATA")
            head = f"Message-ID: <{subject}@bench>\r\nSubject: {subject}\r\n"
            smtp.send(f"{head}To: aminah@contoh-maju.example\r\n\r\nhttp://localhost/reset\r\n")
            began = time.perf_counter()
            smtp.send(".\r\n")
            yield began
            if smtp.getreply()[0] != 250:
                sys.exit("the mail was not taken")

    def _asked(self, reader: http.client.HTTPConnection, path: str) -> bytes:
        reader.request("GET", path, headers={"Host": self.host})
        answer = reader.getresponse()
        said = answer.read()
        if answer.status != http.HTTPStatus.OK:
            sys.exit(f"{path} answered {answer.status}")
        return said


def main() -> int:
    """Measures both, in turn, so that a busy moment of the machine meets both."""
    with tempfile.TemporaryDirectory() as folder, ours() as own, maildev(Path(folder)) as peer:
        listed, told, listed_by_peer = [], [], []
        for run in range(RUNS):
            listed.append(own.seconds_until_listed(f"listed-{run}."))
            listed_by_peer.append(peer.seconds_until_listed(f"peer-{run}."))
            told.append(own.seconds_until_told(f"told-{run}."))
            own.clear()
            peer.clear()
    figures = {
        "control API, asked again and again": milliseconds(listed),
        "control API, a long poll": milliseconds(told),
        f"{PEER}, asked again and again": milliseconds(listed_by_peer),
        "bound": f"{BOUND_SECONDS * 1000:.0f} ms for both medians of ours",
    }
    holds = max(statistics.median(listed), statistics.median(told)) <= BOUND_SECONDS
    return conclude("A mail can be read as soon as it was sent", figures, holds=holds)


@contextlib.contextmanager
def ours() -> Iterator[Inbox]:
    """The inbox of the default world of a portal."""
    with started_portal() as portal:
        control = urlsplit(portal.control)
        smtp = urlsplit(portal.smtp)
        yield Inbox(
            smtp_port=smtp.port or 0,
            sender="no-reply@localhost",
            host=control.netloc,
            port=control.port or 0,
            path="/v1/worlds/default/mail",
            path_of_all="/v1/worlds/default/mail",
        )


@contextlib.contextmanager
def maildev(folder: Path) -> Iterator[Inbox]:
    """The peer, installed into a folder that goes with the run."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing. On Debian: sudo apt-get install npm")
    quiet = ["--no-audit", "--no-fund", "--silent"]
    subprocess.run([npm, "install", *quiet, "--prefix", str(folder), PEER], check=True)
    # Not through npx, which would be stopped in its place and leave the server running.
    program = shutil.which("maildev", path=str(folder / "node_modules" / ".bin"))
    if program is None:
        sys.exit(f"{PEER} was not installed")
    smtp, web = free_port(), free_port()
    where = ["--ip", "127.0.0.1", "--smtp", str(smtp), "--web-ip", "127.0.0.1", "--web", str(web)]
    with subprocess.Popen(
        [program, *where, "--silent"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as server:
        try:
            wait_until_served(f"http://localhost:{web}/email", server)
            yield Inbox(smtp, "no-reply@localhost", f"localhost:{web}", web, "/email", "/email/all")
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
