"""Sessions that tests begin with where logging in is not what they try: no page is needed for them."""

from typing import Final
from urllib.parse import urlsplit

from harness.control import Login
from harness.pages.portal_page import Portal
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.running import over_http

__all__ = ["begin_session"]

_COOKIE: Final = "assist_session"


def begin_session(site: Portal, employer: Login) -> None:
    """Log in beside the browser, and hand it the session."""
    address = urlsplit(site.address)
    visitor = Visitor(over_http(address.port or 80), site.address)
    page = visitor.submit(visitor.get("/employer/login"), {"email": employer.email})
    visitor.submit(page, {"password": employer.password})
    begun = visitor.get_cookie(_COOKIE, domain=address.hostname or "")
    assert begun is not None, f"{employer.email} could not log in"
    site.page.context.add_cookies(
        [
            {
                "name": _COOKIE,
                "value": begun.value,
                "url": site.address,
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )
