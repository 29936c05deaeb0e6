"""What a portal process was started with, carried to its workers by the environment."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from mock_portal.hosts import Hosts

__all__ = ["Settings"]

_VARIABLE = "ASSIST_PORTAL_SETTINGS"


@dataclass(frozen=True)
class Settings:
    """One running portal: where its data is and how it is reached.

    Attributes:
        data: folder of worlds, templates and the secret.
        temporary: whether that folder ends with the process.
        host: address that the server listens on.
        port: port that it listens on.
        base_domain: what the worlds' host names hang below.
        bank_domain: the bank's own registrable domain on a shared server, if any.
        smtp_host: where the portal sends its mail.
        smtp_port: port of the same.
        scenario: what a new world is made from when nothing is said.
        control_token_variable: environment variable that holds the token of the control API, if any.
    """

    data: Path
    temporary: bool = False
    host: str = "127.0.0.1"
    port: int = 8000
    base_domain: str = "localhost"
    bank_domain: str | None = None
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 0
    scenario: str = "demo"
    control_token_variable: str | None = None

    @property
    def hosts(self) -> Hosts:
        """The naming scheme of this portal."""
        return Hosts(base_domain=self.base_domain, port=self.port, bank_domain=self.bank_domain)

    @property
    def own_address(self) -> str:
        """Where this server reaches itself, `host:port`; a server on all addresses is on loopback too."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(self.host, self.host)  # noqa: S104
        return f"[{host}]:{self.port}" if ":" in host else f"{host}:{self.port}"

    @property
    def control_token(self) -> str | None:
        """The token that the control API asks for, or `None` when loopback is enough."""
        if self.control_token_variable is None:
            return None
        return os.environ.get(self.control_token_variable) or None

    def secret(self) -> bytes:
        """The key that signs cookies and links; made once for a data folder."""
        path = self.data / "secret"
        if not path.exists():
            self.data.mkdir(parents=True, exist_ok=True)
            new = self.data / f"secret.{secrets.token_hex(4)}"
            new.touch(mode=0o600)
            new.write_bytes(secrets.token_bytes(32))
            new.replace(path)
        return path.read_bytes()

    def to_environment(self) -> None:
        """Leave these settings where the workers of this process find them."""
        os.environ[_VARIABLE] = json.dumps({**asdict(self), "data": str(self.data)})

    @classmethod
    def from_environment(cls) -> "Settings":
        """The settings that the parent process left.

        Raises:
            KeyError: the process was not started by `python -m mock_portal`.
        """
        values = json.loads(os.environ[_VARIABLE])
        return cls(**{**values, "data": Path(values["data"])})
