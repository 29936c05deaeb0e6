"""What tests of log-in share: the two pages, and changing what is on record about an ID."""

from datetime import timedelta

from sqlalchemy import select
from werkzeug.test import TestResponse

from mock_portal.accounts.models import Account, AccountState
from tests.mock_portal.browsing import Visitor, parse, summary, words
from tests.mock_portal.conftest import Portal

EMAIL, USER_ID, PASSWORD = "aminah@contoh-maju.example", "CONTOHMAJU", "Contoh#2026"
NOBODY = "nobody@contoh-maju.example"


def try_to_log_in(visitor: Visitor, email: str = EMAIL, password: str = PASSWORD) -> TestResponse:
    """Both steps; the answer to the second, where it leads included."""
    return visitor.submit(
        visitor.submit(visitor.get("/employer/login"), {"email": email}), {"password": password}
    )


def problems(answer: TestResponse) -> list[str]:
    """What the summary of errors lists, without the labels of the fields."""
    return [message for _, message in summary(answer)]


def heading(answer: TestResponse) -> str:
    (h1,) = parse(answer.get_data(as_text=True)).iter("h1")
    return words(h1)


def change_account(
    portal: Portal, *, state: AccountState = AccountState.ACTIVE, password_age: timedelta = timedelta()
) -> None:
    """Give Aminah's ID another state, or a password that was set so long before the scenario begins."""
    with portal.session(may_write=True) as session:
        account = session.scalars(select(Account).filter_by(email=EMAIL)).one()
        account.state = state.value
        account.password_set_at = account.password_set_at - password_age


def cookies_set(answer: TestResponse) -> dict[str, tuple[str, ...]]:
    """Attributes (sorted) of every cookie that an answer sets, by name."""
    set_now = {}
    for line in answer.headers.getlist("Set-Cookie"):
        pair, *attributes = line.split("; ")
        set_now[pair.partition("=")[0]] = tuple(sorted(attributes))
    return set_now
