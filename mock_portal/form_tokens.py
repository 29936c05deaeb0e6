"""What forms carry to show where they came from: made by HMAC from a secret, bound to site and world."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from typing import Final

from mock_portal.hosts import Address

__all__ = ["FORM_COOKIE", "new_secret", "secret_of_visitor", "set_cookie_line", "token_of"]

FORM_COOKIE: Final = "assist_form"


def new_secret() -> str:
    """A secret for a visitor who has none."""
    return secrets.token_urlsafe(16)


def token_of(secret: str, *, key: bytes, address: Address) -> str:
    """The token of whoever has this secret, for a site of a world."""
    return _signed("token", secret, key, address)


def secret_of_visitor(cookie: str, *, key: bytes, address: Address) -> str | None:
    """The secret in a visitor's cookie, if this site of this world gave it."""
    secret, _, signature = cookie.partition(".")
    is_ours = hmac.compare_digest(signature.encode(), _signed("visitor", secret, key, address).encode())
    return secret if secret and is_ours else None


def set_cookie_line(secret: str, *, key: bytes, address: Address, secure: bool) -> str:
    """The Set-Cookie header that gives a visitor their secret; no Expires, host-only, not for scripts."""
    value = f"{secret}.{_signed('visitor', secret, key, address)}"
    return f"{FORM_COOKIE}={value}; HttpOnly; Path=/; SameSite=Lax" + ("; Secure" if secure else "")


def _signed(purpose: str, secret: str, key: bytes, address: Address) -> str:
    message = f"{purpose}\n{address.site}\n{address.world}\n{secret}".encode()
    return urlsafe_b64encode(hmac.digest(key, message, "sha256")).decode().rstrip("=")
