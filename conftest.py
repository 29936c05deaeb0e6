"""What holds for every test run: no connection leaves this machine, and properties do not depend on luck."""

import ipaddress
import os
import sys

import pytest
from hypothesis import HealthCheck, settings

# CI must not fail one day in a hundred: examples are derived from the test, not from chance. `make prove`
# looks further, with chance.
settings.register_profile("default", derandomize=True, deadline=None, max_examples=50)
settings.register_profile(
    "prove", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option to write texts that are compared with files again, to be read before they are committed."""
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots again")


def refuse_the_outside(event: str, arguments: tuple[object, ...]) -> None:
    """Fails a test that connects to another machine: it would pass only where that machine answers."""
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and not is_this_machine(str(address[0])):
        raise AssertionError(f"a test connected to {address[0]}; tests talk to this machine only")


def is_this_machine(host: str) -> bool:
    """True for loopback addresses and for localhost and its subdomains."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


sys.addaudithook(refuse_the_outside)
