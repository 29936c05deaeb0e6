"""What is no HTTP, or not any that is known here, is refused in words like everything else."""

import json
import socket

import pytest

from check_page.answering import Asked
from tests.check_page.asking import AS_OF, Caller, serving


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        pytest.param(b"GET / HTTP/9.9\r\n\r\n", 505, "Use HTTP/1.1.", id="another version"),
        pytest.param(b"GET / HTTP/x\r\n\r\n", 400, "This is no HTTP request.", id="no version"),
        pytest.param(b"hello\r\n\r\n", 400, "This is no HTTP request.", id="one word"),
        pytest.param(b"a b c d\r\n\r\n", 400, "This is no HTTP request.", id="four words"),
        pytest.param(b"POST /check\r\n\r\n", 400, "This is no HTTP request.", id="HTTP/0.9"),
        pytest.param(b"BREW / HTTP/1.1\r\n\r\n", 501, "Use GET or POST.", id="no such method"),
        pytest.param(
            b"GET /" + b"x" * 65_532, 414, "The first line of the request is too long.", id="a long address"
        ),
        pytest.param(
            b"GET / HTTP/1.1\r\n" + b"X-A: 1\r\n" * 101,
            431,
            "The request has too many header lines, or one that is too long.",
            id="more than 100 header lines",
        ),
        pytest.param(
            b"GET / HTTP/1.1\r\nX-A: " + b"x" * 65_532,
            431,
            "The request has too many header lines, or one that is too long.",
            id="a long header line",
        ),
    ],
)
@pytest.mark.parametrize("before", [b"", b"GET /nothing?lang=ms HTTP/1.1\r\nAccept: text/html\r\n\r\n"])
def test_what_is_no_http_is_refused_in_the_same_form(
    caller: Caller, before: bytes, sent: bytes, status: int, says: str
) -> None:
    said = said_to(caller, before + sent)

    head, _, body = said[said.rindex(b"HTTP/1.1 ") :].partition(b"\r\n\r\n")
    problem = json.loads(body)
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert (problem["status"], problem["code"]) == (status, "bad_request")
    assert says in problem["detail"]


@pytest.mark.parametrize("sent", [b"GET / HTTP/1.1\r\n" + b"X-A: 1\r\n" * 101, b"hello\r\n\r\n"])
def test_what_is_no_http_leaves_no_stack_trace(
    caller: Caller, sent: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    said_to(caller, sent)

    assert capfd.readouterr().err == ""


def said_to(caller: Caller, sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", caller.server.server_port), timeout=20) as line:
        line.sendall(sent)
        return line.makefile("rb").read()


def test_what_is_no_http_is_refused_in_the_language_of_the_run() -> None:
    with serving(defaults=lambda: Asked(as_of=AS_OF, language="ms")) as caller:
        reply = caller.ask("BREW", "/", Accept="text/html")

    assert reply.status == 501
    assert "Gunakan GET atau POST." in reply.body.decode()
