"""Hashing passwords: argon2id at 19 MiB, two passes, one lane (the library's default is slower threefold)."""

from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

__all__ = ["hashed", "is_right"]

_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# Of a password by chance that was not kept: made anew, the first stranger would wait twice as long.
_NOBODYS: Final = (
    "$argon2id$v=19$m=19456,t=2,p=1$zuT4SG9SgJM+va5fp4Txjw$l+dtObD0ih7/d0MGbDJ5Ysyy8JYhURvcFHLJ0rRYnnM"
)


def hashed(password: str) -> str:
    """The hash to keep of a password."""
    return _HASHER.hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Whether the password is the one hashed. `None`, for nobody's, takes as long and is false."""
    try:
        _HASHER.verify(password_hash or _NOBODYS, password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None
