"""JSON over HTTP to a host that the system's resolver may not know.

Python does not resolve `*.localhost`, as browsers do; so the connection goes to 127.0.0.1 and the name
travels in the Host header.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from harness.errors import ControlRefused, PortalNotReachable

__all__ = ["TOKEN_VARIABLE", "Wire"]

TOKEN_VARIABLE = "ASSIST_CONTROL_TOKEN"  # noqa: S105  # the name of a variable, not a secret
_WANT_A_TOKEN = frozenset({"control.token_needed", "control.not_from_this_machine"})
_GOOD = 200
_BAD = 400


@dataclass(frozen=True, slots=True)
class Wire:
    """The way to one host. `patience` is in seconds, for each answer."""

    address: str
    patience: float = 30.0

    def get(self, path: str, query: Mapping[str, object] | None = None, *, patience: float = 0) -> Any:
        """The JSON at `path`; entries of `query` that are None are left out."""
        asked = {key: value for key, value in (query or {}).items() if value is not None}
        tail = f"?{urlencode(asked)}" if asked else ""
        return self._decoded(self._exchange("GET", path + tail, None, self.patience + patience))

    def send(self, method: str, path: str, body: object = None) -> Any:
        """The JSON answer to a request that changes something."""
        return self._decoded(self._exchange(method, path, body, self.patience))

    def download(self, path: str) -> bytes:
        """The bytes at `path`."""
        return self._exchange("GET", path, None, self.patience)

    def _exchange(self, method: str, path: str, body: object, patience: float) -> bytes:
        connection = self._connection(patience)
        payload = None if method == "GET" else json.dumps({} if body is None else body).encode()
        try:
            connection.request(method, path, body=payload, headers=self._headers())
            answer = connection.getresponse()
            content = answer.read()
        except (OSError, HTTPException) as error:
            raise PortalNotReachable(self.address, reason=str(error) or type(error).__name__) from error
        finally:
            connection.close()
        if answer.status >= _BAD:
            raise self._refusal(content, answer.status)
        return content

    def _decoded(self, content: bytes) -> Any:
        try:
            return json.loads(content) if content else None
        except ValueError as error:
            raise self._elsewhere(_GOOD) from error

    def _refusal(self, content: bytes, status: int) -> ControlRefused:
        try:
            error = json.loads(content)["error"]
            code, mend = str(error["code"]), str(error.get("mend", ""))
            return ControlRefused(
                code=code,
                message=str(error["message"]),
                # the API tells who writes the header; this client writes it from the variable
                mend=f"{mend} {_how_to_send_it()}" if code in _WANT_A_TOKEN else mend,
                status=status,
            )
        except json.JSONDecodeError:
            return self._elsewhere(status)
        except (ValueError, KeyError, TypeError):
            return _without_code(
                status,
                f"The control API answered {status} without saying why.",
                "Look at what the portal printed.",
            )

    def _elsewhere(self, status: int) -> ControlRefused:
        # the control API answers in JSON, whatever goes wrong; a portal's own pages are HTML
        return _without_code(
            status,
            f"{self.address} is not the address of the control API.",
            'It is the one called "control" in what `assist portal --json` prints.',
        )

    def _connection(self, patience: float) -> HTTPConnection:
        parts = urlsplit(self.address)
        host = parts.hostname or ""
        target = "127.0.0.1" if host == "localhost" or host.endswith(".localhost") else host
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        return kind(target, parts.port, timeout=patience)

    def _headers(self) -> dict[str, str]:
        headers = {"Host": urlsplit(self.address).netloc, "Content-Type": "application/json"}
        if token := os.environ.get(TOKEN_VARIABLE):
            headers["Authorization"] = f"Bearer {token}"
        return headers


def _how_to_send_it() -> str:
    if os.environ.get(TOKEN_VARIABLE):
        return f"From Python it is sent from the variable {TOKEN_VARIABLE}, which holds another: correct it."
    return f"From Python it is sent from the variable {TOKEN_VARIABLE}: set it."


def _without_code(status: int, message: str, mend: str) -> ControlRefused:
    return ControlRefused(code=f"http-{status}", message=message, mend=mend, status=status)
