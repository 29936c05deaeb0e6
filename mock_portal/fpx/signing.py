"""RSA signatures under FPX messages, as FPX has them: who wrote a message, and that nobody changed it.

The keys are made when they are first needed and belong to a data folder, so that all workers of one portal
know the same two. They open nothing but this mock.
"""

import functools
import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

__all__ = ["KeyRing", "Party"]

_BITS: Final = 2048
_PUBLIC_EXPONENT: Final = 65537


class Party(StrEnum):
    """Who signs."""

    PORTAL = "portal"
    BANK = "bank"


@dataclass(frozen=True)
class KeyRing:
    """The keys of one data folder, used in one world: what was signed in it means nothing in another.

    Attributes:
        folder: the data folder.
        world: the world's name, which every signature is made over as well.
    """

    folder: Path
    world: str

    def sign(self, party: Party, text: str) -> str:
        """The signature of a party under a text, as hexadecimal digits."""
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import padding

        return self._key(party).sign(self._bytes(text), padding.PKCS1v15(), hashes.SHA256()).hex().upper()

    def is_signed_by(self, party: Party, text: str, signature: str) -> bool:
        """Whether a party really signed this text."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import padding

        try:
            self._key(party).public_key().verify(
                bytes.fromhex(signature), self._bytes(text), padding.PKCS1v15(), hashes.SHA256()
            )
        except (InvalidSignature, ValueError):
            return False
        return True

    def _bytes(self, text: str) -> bytes:
        return f"{self.world}\n{text}".encode()

    def _key(self, party: Party) -> "RSAPrivateKey":
        return _private_key(self.folder / "keys" / f"{party}.pem")


@functools.cache
def _private_key(path: Path) -> "RSAPrivateKey":
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    if not path.exists():
        _make(path)
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, RSAPrivateKey):
        raise TypeError(f"{path.name} is not an RSA key")
    return key


def _make(path: Path) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=_PUBLIC_EXPONENT, key_size=_BITS)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{secrets.token_hex(4)}.new")
    draft.touch(mode=0o600)
    draft.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    try:
        # A link fails where the name is taken: of two workers that make a key at once, the first one's stays.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
