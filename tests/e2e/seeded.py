"""Sessions that tests begin with where logging in is not what they try: no page is needed for them."""

from urllib.parse import urlsplit

from harness.control import Login
from harness.pages.portal_page import Portal
from mock_portal.edge import SESSION_COOKIE
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.running import over_http

__all__ = ["begin_session"]


def begin_session(site: Portal, employer: Login) -> None:
    """Log in beside the browser, and hand it the session."""
    address = urlsplit(site.address)
    visitor = Visitor(over_http(address.port or 80), site.address)
    page = visitor.submit(visitor.get("/employer/login"), {"email": employer.email})
    visitor.submit(page, {"password": employer.password})
    begun = visitor.get_cookie(SESSION_COOKIE, domain=address.hostname or "")
    assert begun is not None, f"{employer.email} could not log in"
    site.page.context.add_cookies(
        [
            {
                "name": SESSION_COOKIE,
                "value": begun.value,
                "url": site.address,
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )
