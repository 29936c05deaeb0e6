"""The signed cookie of a visitor: it holds a CSRF secret and what the first step of log-in was told.

It is no session: nothing of it is in the database, so that a visitor's page only reads. It is signed with
the world's name, so that a cookie of one world means nothing in another.
"""

import hashlib

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

from mock_portal.edge import edge

__all__ = ["VISITOR_COOKIE", "VisitorCookie", "signer"]

VISITOR_COOKIE = "assist_visitor"


class VisitorCookie(SecureCookieSessionInterface):
    """Flask's signed cookie, bound to one site of one world."""

    def get_cookie_name(self, app: Flask) -> str:
        """The cookie's name."""
        del app
        return VISITOR_COOKIE

    def get_cookie_samesite(self, app: Flask) -> str:
        """Not sent with forms of other sites: what comes from the bank comes without any cookie."""
        del app
        return "Lax"

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """A signer whose signature says the world and the site."""
        del app
        return signer("visitor")


_signers: dict[tuple[bytes, str], URLSafeTimedSerializer] = {}


def signer(purpose: str) -> URLSafeTimedSerializer:
    """What signs cookies for a purpose in the world and site of this request."""
    address = request.environ["assist.address"]
    secret = edge().secret
    salt = f"assist.{purpose}.{address.site}.{address.world}"
    made = _signers.get((secret, salt))
    if made is None:
        if len(_signers) > 2048:  # noqa: PLR2004 - worlds come and go; their signers may go too
            _signers.clear()
        made = _signers[secret, salt] = URLSafeTimedSerializer(
            secret, salt=salt, signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256}
        )
    return made
