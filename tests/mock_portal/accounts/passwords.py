"""What tests of passwords share: filling in the page that changes one, asking for a link, reading it."""

from email.message import EmailMessage
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from mock_portal.accounts import issuing
from mock_portal.worlds.models import WorldState
from tests.mock_portal.accounts.logging_in import EMAIL, PASSWORD
from tests.mock_portal.browsing import Visitor, forms, parse, words
from tests.mock_portal.conftest import Portal

NEW = "Berubah#2027"


def fill_in(  # noqa: PLR0913 - what a person types
    visitor: Visitor,
    page: TestResponse,
    *,
    current: str = PASSWORD,
    new: str = NEW,
    confirm: str | None = None,
    follow_redirects: bool = True,
) -> TestResponse:
    """Fill in Change Password and press Save."""
    typed = {"current": current, "new": new, "confirm": new if confirm is None else confirm}
    return visitor.submit(page, typed, follow_redirects=follow_redirects)


def change(visitor: Visitor, *, current: str = PASSWORD, new: str = NEW) -> TestResponse:
    """Change the password of whoever is logged in."""
    return fill_in(visitor, visitor.get("/employer/change-password"), current=current, new=new)


def rules_listed(page: TestResponse) -> list[str]:
    """The rules of the checklist, as somebody without scripts reads them."""
    return [words(line) for line in _lines(page) if line.get("hidden") is None]


def rules_broken(page: TestResponse) -> list[str]:
    """The rules that the page marks as not met."""
    return [str(line.get("data-rule")) for line in _lines(page) if line.get("class") == "is-broken"]


def _lines(page: TestResponse) -> list[Element]:
    tree = parse(page.get_data(as_text=True))
    return [line for line in tree.iter("li") if line.get("data-rule")]


def ask_for_link(portal: Portal, email: str = EMAIL, *, language: str = "en") -> TestResponse:
    """Forgot Password, with an e-mail; where it leads."""
    visitor = portal.client(language=language)
    return visitor.submit(visitor.get("/employer/forgot-password"), {"email": email})


def link_in(mail: EmailMessage) -> str:
    """The address of the link in a mail's text."""
    body = mail.get_body(("plain",))
    assert body is not None
    link: str
    (link,) = [line for line in body.get_content().splitlines() if "/reset-password?" in line]
    return link


def newest_link(portal: Portal) -> str:
    """The link in the last mail that has one."""
    mails = [mail for mail in portal.mail() if "/reset-password?" in mail.as_string()]
    return link_in(mails[-1])


def token_in(link: str) -> str:
    """What a link carries."""
    (token,) = parse_qs(urlsplit(link).query)["token"]
    return token


def set_by_link(portal: Portal, link: str, new: str = NEW, *, confirm: str | None = None) -> TestResponse:
    """Open a link in a browser of its own, type a password and press Save."""
    visitor = portal.client()
    page = visitor.get(link)
    return visitor.submit(page, {"new": new, "confirm": new if confirm is None else confirm})


def act(portal: Portal, what: str) -> None:
    """What an officer does with Aminah's ID."""
    with portal.session(may_write=True) as session:
        getattr(issuing, what)(session, 1, session.get_one(WorldState, 1).clock.now())


def csrf_token(page: TestResponse) -> str:
    """The token of a page's first form."""
    return forms(page)[0].values["csrf_token"]
