"""--assist-portal-url: what is no portal's address is said before the first test, with the one to use."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from harness.plugin_portal_url import read_portal_url, require_portal
from harness.portals import PortalAddresses, started_portal

pytest_plugins = ["pytester"]


class Elsewhere(BaseHTTPRequestHandler):
    """A web server of somebody else."""

    def do_GET(self) -> None:  # the name that the standard library asks for
        """Answer."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<h1>Hello</h1>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    """The address of a web server that is no mock portal."""
    server = HTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param("foo", "'foo' is no address", id="word"),
        pytest.param("ftp://localhost", "'ftp://localhost' is no address", id="scheme"),
        pytest.param("http://localhost:port", "is no address", id="port"),
        pytest.param(
            "http://localhost:8000/en", "Give --assist-portal-url http://localhost:8000 ", id="path"
        ),
        pytest.param("http://localhost?a=1", "Give --assist-portal-url http://localhost ", id="query"),
        pytest.param("http://localhost:8000/#top", "url http://localhost:8000 instead", id="fragment"),
        pytest.param("http://127.0.0.1:8000", "Give --assist-portal-url http://localhost:8000 ", id="here"),
        pytest.param("http://[::1]:8000", "Give --assist-portal-url http://localhost:8000 ", id="here-ipv6"),
        pytest.param("http://10.0.0.7:8000/en", "--base-domain NAME", id="elsewhere"),
    ],
)
def test_what_cannot_be_a_portals_address_is_said_with_the_one_to_use(given: str, said: str) -> None:
    with pytest.raises(pytest.UsageError) as raised:
        read_portal_url(given)

    assert said in str(raised.value)


def test_a_portals_address_is_taken_as_it_is() -> None:
    assert read_portal_url("http://localhost:8000/") == "http://localhost:8000/"


def test_the_address_that_a_portal_prints_is_good(portal: PortalAddresses) -> None:
    require_portal(portal.portal)


@pytest.mark.parametrize("below", ["control", "bank", "inbox", "w7", "w7.bank"])
def test_a_site_or_world_of_a_portal_is_said_to_be_part_of_it(portal: PortalAddresses, below: str) -> None:
    address = portal.portal.replace("localhost", f"{below}.localhost")

    with pytest.raises(pytest.UsageError) as raised:
        require_portal(address)

    assert str(raised.value) == (
        f"{address} is one site or world of the portal at {portal.portal}. "
        f"Give --assist-portal-url {portal.portal} instead."
    )


def test_a_web_server_that_is_no_mock_portal_is_said_to_be_none(elsewhere: str) -> None:
    with pytest.raises(pytest.UsageError) as raised:
        require_portal(elsewhere)

    assert str(raised.value) == (
        f"What answers at {elsewhere} is no mock portal. "
        'Give the address that `assist portal` prints as "portal".'
    )


def test_https_where_http_is_spoken_is_said_in_a_sentence(portal: PortalAddresses) -> None:
    address = portal.portal.replace("http:", "https:")

    with pytest.raises(pytest.UsageError) as raised:
        require_portal(address)

    assert str(raised.value) == (
        f"What answers at {address} does not speak https. Give {portal.portal} instead."
    )


def test_a_portal_that_asks_for_its_token_says_how_to_give_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN_OF_THE_PORTAL", "kept")
    monkeypatch.delenv("ASSIST_CONTROL_TOKEN", raising=False)

    with started_portal("--control-token-env", "TOKEN_OF_THE_PORTAL") as locked:
        with pytest.raises(pytest.UsageError, match="ASSIST_CONTROL_TOKEN"):
            require_portal(locked.portal)
        monkeypatch.setenv("ASSIST_CONTROL_TOKEN", "kept")
        require_portal(locked.portal)


def test_an_address_where_nobody_listens_stops_the_run_before_any_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_never_runs(): assert False")
    with socket.create_server(("127.0.0.1", 0)) as closed_soon:
        port = closed_soon.getsockname()[1]

    result = pytester.runpytest_inprocess("--assist-portal-url", f"http://localhost:{port}")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"*Nobody answers at http://localhost:{port} (*). Start that portal*"])
