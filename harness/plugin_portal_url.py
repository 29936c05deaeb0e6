"""The portal at --assist-portal-url: looked at and asked before the first test."""

import ssl
from collections.abc import Iterator
from http.client import HTTPException
from ipaddress import ip_address
from socket import gaierror
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlsplit

import pytest

if TYPE_CHECKING:
    from harness.errors import PortalNotReachable

__all__ = ["read_portal_url", "require_portal"]

_PATIENCE_SECONDS: Final = 10
_PRINTED: Final = 'Give the address that `assist portal` prints as "portal".'


def read_portal_url(given: str) -> str:
    """The address of a portal as it was given.

    Raises:
        pytest.UsageError: it cannot be one; nobody was asked.
    """
    try:
        parts = urlsplit(given)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, port = SplitResult("", "", "", "", ""), ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise pytest.UsageError(
            f"{given!r} is no address. --assist-portal-url takes one such as http://localhost:8000."
        )
    if _is_ip(parts.hostname):
        raise pytest.UsageError(_no_ip(given, parts, port))
    if parts.path not in {"", "/"} or parts.query or parts.fragment or "@" in parts.netloc:
        bare = f"{parts.scheme}://{parts.hostname}{port}"
        raise pytest.UsageError(
            f"{given} is more than a portal's address. Give --assist-portal-url {bare} instead."
        )
    return given


def require_portal(url: str) -> None:
    """See that a mock portal answers there.

    Raises:
        pytest.UsageError: nobody does, or somebody else.
    """
    from harness.errors import ControlRefused, PortalNotReachable

    try:
        if _is_portal(url):
            return
    except PortalNotReachable as error:
        raise pytest.UsageError(_not_reached(url, error)) from error
    except ControlRefused as error:
        raise pytest.UsageError(f"The portal at {url} does not let this run in: {error}") from error
    if (above := next(filter(_answers, _above(url)), None)) is not None:
        raise pytest.UsageError(_is_part_of(url, above))
    raise pytest.UsageError(_no_portal(url))


def _is_portal(url: str) -> bool:
    """Whether the control API of a portal at this address is there; False where something else answers."""
    from harness.control import Control, ControlRefused
    from harness.portals import addresses_of

    try:
        Control(addresses_of(url).control, patience=_PATIENCE_SECONDS).version()
    except ControlRefused as error:
        if error.code.startswith("http-"):  # not the control API's own words
            return False
        raise
    except (KeyError, TypeError):  # JSON of another kind
        return False
    return True


def _answers(url: str) -> bool:
    from harness.errors import ControlRefused, PortalNotReachable

    try:
        return _is_portal(url)
    except ControlRefused:
        return True  # in the control API's own words
    except PortalNotReachable:
        return False


def _above(url: str) -> Iterator[str]:
    """The addresses of which this one may be a site or a world, nearest first."""
    parts = urlsplit(url)
    labels = parts.netloc.split(".")
    # a world's bank or inbox is two below: w7.bank.localhost
    for dropped in range(1, min(len(labels), 3)):
        yield f"{parts.scheme}://{'.'.join(labels[dropped:])}"


def _not_reached(url: str, error: "PortalNotReachable") -> str:
    cause = error.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"The certificate of {url} is not accepted: {cause.verify_message}."
    if isinstance(cause, ssl.SSLError):
        return f"What answers at {url} does not speak https. Give http{url.removeprefix('https')} instead."
    if (above := next(filter(_answers, _above(url)), None)) is not None:
        return _is_part_of(url, above)
    if isinstance(cause, HTTPException):
        return _no_portal(url)
    if isinstance(cause, gaierror):
        return f"{error.address}, where a portal at {url} is asked, is not found ({error.reason}). {_PRINTED}"
    return f"Nobody answers at {url} ({error.reason}). Start that portal, or leave out --assist-portal-url."


def _no_portal(url: str) -> str:
    return f"What answers at {url} is no mock portal. {_PRINTED}"


def _is_part_of(url: str, above: str) -> str:
    return f"{url} is one site or world of the portal at {above}. Give --assist-portal-url {above} instead."


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _no_ip(given: str, parts: SplitResult, port: str) -> str:
    said = f"{given} cannot be used: worlds have names below the portal's host, and an IP address has none."
    if ip_address(parts.hostname or "").is_loopback:
        return f"{said} Give --assist-portal-url {parts.scheme}://localhost{port} instead."
    return (
        f"{said} Start that portal with --base-domain NAME, where NAME and *.NAME lead to its machine, "
        f"and give --assist-portal-url {parts.scheme}://NAME{port} instead."
    )
