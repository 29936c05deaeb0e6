"""Which site of which world a host name means, and the other way round.

A browser needs nothing set for `*.localhost`: it resolves to loopback in Chromium and Firefox and is a
secure context there. `localhost` and plain addresses are the portal of the default world.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["DEFAULT_WORLD", "Address", "Hosts", "Site", "is_world_name"]

DEFAULT_WORLD = "default"
_WORLD_NAME = re.compile(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})


class Site(StrEnum):
    """The four houses behind one port."""

    PORTAL = "portal"
    BANK = "bank"
    INBOX = "inbox"
    CONTROL = "control"


_RESERVED = frozenset({Site.BANK.value, Site.INBOX.value, Site.CONTROL.value})


def is_world_name(name: str) -> bool:
    """Whether a world may be called so: 1 to 40 of `a-z0-9-`, no dash at an end, no name of a site."""
    return _WORLD_NAME.fullmatch(name) is not None and name not in _RESERVED


@dataclass(frozen=True)
class Address:
    """One site of one world."""

    site: Site
    world: str = DEFAULT_WORLD


@dataclass(frozen=True)
class Hosts:
    """The naming scheme of one running portal.

    Attributes:
        base_domain: what worlds hang below, without port.
        port: the port that people type, or 0 when it is the scheme's own.
        bank_domain: a second registrable domain for the bank on a shared server, so that its return is
            cross-site there too; without it the bank is `bank.` below the base domain.
        scheme: `http`, or `https` behind a proxy that ends TLS.
    """

    base_domain: str = "localhost"
    port: int = 8000
    bank_domain: str | None = None
    scheme: str = "http"

    def locate(self, host: str) -> Address | None:
        """The site and world that a Host header means, or `None` when it means none of ours."""
        name = _without_port(host.lower()).rstrip(".")
        if name in _LOOPBACK or name == self.base_domain:
            return Address(Site.PORTAL)
        if self.bank_domain is not None and (
            name == self.bank_domain or name.endswith("." + self.bank_domain)
        ):
            world = name.removesuffix(self.bank_domain).removesuffix(".")
            return _world_of(Site.BANK, world or DEFAULT_WORLD)
        left = name.removesuffix("." + self.base_domain)
        return None if left == name else self._below_base(left)

    @staticmethod
    def _below_base(left: str) -> Address | None:
        if left in _RESERVED:
            return Address(Site(left))
        world, _, site = left.partition(".")
        if not site:
            return _world_of(Site.PORTAL, world)
        # The control API is one for all worlds.
        return _world_of(Site(site), world) if site in _RESERVED - {Site.CONTROL} else None

    def origin(self, site: Site, world: str = DEFAULT_WORLD) -> str:
        """Scheme, host and port of a site, without a slash at the end."""
        if site is Site.BANK and self.bank_domain is not None:
            host = self.bank_domain if world == DEFAULT_WORLD else f"{world}.{self.bank_domain}"
        else:
            parts = [] if world == DEFAULT_WORLD or site is Site.CONTROL else [world]
            parts += [] if site is Site.PORTAL else [site.value]
            host = ".".join([*parts, self.base_domain])
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port else "")


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0] if host.count(":") == 1 else host


def _world_of(site: Site, world: str) -> Address | None:
    return Address(site, world) if is_world_name(world) else None
