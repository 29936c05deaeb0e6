"""What a reset link carries: the world, a secret by chance, and a signature that shows a changed letter."""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import Final

from mock_portal.accounts.errors import LinkAltered, LinkOfOtherWorld

__all__ = ["LinkMaker", "NewToken"]

_SIGNATURE_BYTES: Final = 18


@dataclass(frozen=True)
class NewToken:
    """A token for a mail, and the hash that is kept of it."""

    text: str
    token_hash: str

    def __repr__(self) -> str:
        """Without the token: this may reach a log."""
        return "NewToken()"


@dataclass(frozen=True)
class LinkMaker:
    """Makes and reads the links of one world.

    Attributes:
        origin: the portal's address of the world, without a path.
    """

    key: bytes
    world: str
    origin: str

    def __repr__(self) -> str:
        """Without the key: this may reach a log."""
        return f"LinkMaker(world={self.world!r})"

    def new_token(self) -> NewToken:
        """A token that nobody can guess."""
        body = f"{self.world}.{secrets.token_urlsafe(24)}"
        return NewToken(f"{body}.{self._signature(body)}", _hash(body))

    def link(self, token: NewToken, language: str) -> str:
        """The address that opens the page for a new password, in a language."""
        root = "/ms" if language == "ms" else ""
        return f"{self.origin}{root}/employer/reset-password?token={token.text}"

    def read(self, token: str) -> str:
        """The hash by which the world knows the link.

        Raises:
            LinkAltered: it is not as it was sent.
            LinkOfOtherWorld: it is as it was sent, but by another world of this portal.
        """
        body, _, signature = token.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._signature(body).encode()):
            raise LinkAltered
        world = body.partition(".")[0]
        if world != self.world:
            raise LinkOfOtherWorld(world)
        return _hash(body)

    def _signature(self, body: str) -> str:
        digest = hmac.digest(self.key, f"reset\n{body}".encode(), "sha256")
        return urlsafe_b64encode(digest[:_SIGNATURE_BYTES]).decode()


def _hash(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
