"""The cookie of a session: host-only, no Expires, not for scripts, not on cross-site POSTs."""

from dataclasses import dataclass

from flask import request
from itsdangerous import BadData
from werkzeug.wrappers import Response

from mock_portal import csrf
from mock_portal.edge import edge
from mock_portal.visitor import signer

__all__ = ["SessionCookie"]


@dataclass(frozen=True)
class SessionCookie:
    """A kind of session's cookie: its name, and what it is signed for."""

    name: str
    purpose: str

    def give(self, response: Response, token: str) -> None:
        """Give the browser a new session."""
        response.set_cookie(
            self.name,
            signer(self.purpose).dumps(token),
            httponly=True,
            samesite="Lax",
            secure=edge().hosts.scheme == "https",
        )
        csrf.forget_visitor(response)

    def take_back(self, response: Response) -> None:
        """Take the session's cookie from the browser."""
        response.delete_cookie(self.name, httponly=True, samesite="Lax")

    def token(self) -> str | None:
        """The token that this request brings, if it was signed for this world."""
        cookie = request.cookies.get(self.name)
        if not cookie:
            return None
        try:
            token = signer(self.purpose).loads(cookie)
        except BadData:
            return None
        return token if isinstance(token, str) else None
