"""The portal takes as long to refuse a known e-mail address as an unknown one, at log-in and Forgot Password.

Both are asked in turn, in one world, so that a busy moment of the machine meets both. The claim holds when
the medians lie close together, or when chance would guess as well which of a pair took longer: on a busy
machine only the second can be told. Locks and waiting are set so high that they never answer instead.
"""

import http.client
import json
import re
import statistics
import subprocess
import sys
import time
from urllib.parse import urlencode

from benchmarks.figures import conclude, milliseconds, wait_until_served
from benchmarks.free_port import free_port

RUNS = 100
BOUND_MILLISECONDS = 2.0
AS_BY_CHANCE = range(35, 66)  # of 100 pairs, three standard deviations around the middle
KNOWN, UNKNOWN = "aminah@contoh-maju.example", "aminah@contoh-lama.example"
NEVER = {"lock_after_failures": 1_000, "address_tries": 100_000, "mailed_links": 100_000}


def main() -> int:
    """Asks for both pages; the medians must lie within the bound of each other."""
    port = str(free_port())
    command = [sys.executable, "-m", "mock_portal", "--port", port, "--workers", "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            wait_until_served(f"http://localhost:{port}/employer/login", server)
            figures, holds = measured(int(port))
        finally:
            server.terminate()
    return conclude(
        "An answer does not tell by its time whether an e-mail address exists", figures, holds=holds
    )


def measured(port: int) -> tuple[dict[str, str], bool]:
    """The figures of both pages, and whether they stay within the bound."""
    let_nothing_lock(port)
    figures, holds = {}, True
    for page, path, fields in (
        ("log-in", "/employer/login/password", {"password": "Contoh#2025"}),
        ("Forgot Password", "/employer/forgot-password", {}),
    ):
        asked = {email: Asker(port, path, {"email": email} | fields) for email in (KNOWN, UNKNOWN)}
        for asker in asked.values():
            asker.ask()  # the first of all is slower
        times: dict[str, list[float]] = {email: [] for email in asked}
        for run in range(RUNS):
            for email in (KNOWN, UNKNOWN) if run % 2 else (UNKNOWN, KNOWN):
                times[email].append(asked[email].ask())
        apart = 1000 * abs(statistics.median(times[KNOWN]) - statistics.median(times[UNKNOWN]))
        slower = sum(known > unknown for known, unknown in zip(times[KNOWN], times[UNKNOWN], strict=True))
        figures[f"{page}, known address"] = milliseconds(times[KNOWN])
        figures[f"{page}, unknown address"] = milliseconds(times[UNKNOWN])
        figures[f"{page}, medians apart"] = f"{apart:.2f} ms (at most {BOUND_MILLISECONDS} ms)"
        figures[f"{page}, known slower"] = f"in {slower} of {RUNS} pairs (35 to 65 is chance)"
        holds = holds and (apart <= BOUND_MILLISECONDS or slower in AS_BY_CHANCE)
    return figures, holds


# A reset is answered with its page, a wrong password with the form again.
EXPECTED = {http.HTTPStatus.OK, http.HTTPStatus.SEE_OTHER, http.HTTPStatus.UNPROCESSABLE_ENTITY}


class Asker:
    """Somebody who posts one form again and again, and how long each answer takes."""

    def __init__(self, port: int, path: str, fields: dict[str, str]) -> None:
        self.port = port
        self.path = path
        self.host = f"localhost:{port}"
        page, cookie = self.open_form()
        self.cookie = cookie
        found = re.search(r'name="csrf_token" value="([^"]+)"', page)
        if found is None:
            sys.exit(f"{path} shows no form")
        self.body = urlencode({"csrf_token": found[1]} | fields)

    def open_form(self) -> tuple[str, str]:
        """The log-in page, whose form's token holds for every form of the visitor, and its cookie."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/employer/login", headers={"Host": self.host})
        answer = connection.getresponse()
        cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        return answer.read().decode(), cookie

    def ask(self) -> float:
        """The seconds until the whole answer was there."""
        headers = {
            "Host": self.host,
            "Cookie": self.cookie,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.connect()
        began = time.perf_counter()
        connection.request("POST", self.path, self.body, headers)
        answer = connection.getresponse()
        answer.read()
        took = time.perf_counter() - began
        connection.close()
        if answer.status not in EXPECTED:
            sys.exit(f"{self.path} answered {answer.status}")
        return took


def let_nothing_lock(port: int) -> None:
    """Set the default world so that no answer is a lock's."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Host": f"control.localhost:{port}", "Content-Type": "application/json"}
    connection.request("GET", "/v1/worlds", headers=headers)
    name = json.loads(connection.getresponse().read())["worlds"][0]["name"]
    connection.request("PATCH", f"/v1/worlds/{name}/settings", json.dumps(NEVER), headers)
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.HTTPStatus.OK:
        sys.exit(f"the settings were answered with {answer.status}")


if __name__ == "__main__":
    sys.exit(main())
