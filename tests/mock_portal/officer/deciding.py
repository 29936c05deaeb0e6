"""What tests of officers share: who they are, and what a page says."""

from werkzeug.test import TestResponse

from mock_portal.registration import reviewing
from mock_portal.registration.states import ApplicationState as State
from tests.mock_portal.browsing import Visitor, forms, parse, summary, words
from tests.mock_portal.conftest import Portal

EMAIL, PASSWORD, NAME = "pegawai@perkeso.example", "Pegawai#2026", "ROHANI BINTI CONTOH"
EMAIL_2, PASSWORD_2, NAME_2 = "pegawai2@perkeso.example", "Pegawai2#2026", "DEVAN A/L CONTOH"


def try_to_log_in(visitor: Visitor, email: str = EMAIL, password: str = PASSWORD) -> TestResponse:
    """The answer to the officer's log-in, where it leads included."""
    return visitor.submit(visitor.get("/officer/login"), {"email": email, "password": password})


def log_in(visitor: Visitor, email: str = "", password: str = "") -> Visitor:
    answer = try_to_log_in(visitor, email or EMAIL, password or PASSWORD)
    assert answer.request.path.removeprefix("/ms").rstrip("/") == "/officer", answer.request.path
    return visitor


def problems(answer: TestResponse) -> list[str]:
    """What the summary of errors lists, without the labels of the fields."""
    return [message for _, message in summary(answer)]


def notices(answer: TestResponse) -> list[str]:
    """What the notices of a page say."""
    tree = parse(answer.get_data(as_text=True))
    return [words(e) for e in tree.iter("div") if (e.get("class") or "").startswith(("notice", "panel"))]


def heading(answer: TestResponse) -> str:
    (h1,) = parse(answer.get_data(as_text=True)).iter("h1")
    return words(h1)


def shown(answer: TestResponse) -> str:
    """All words of the main part of a page."""
    (main,) = parse(answer.get_data(as_text=True)).iter("main")
    return words(main)


def at(reference: str, what: str = "") -> str:
    return f"/officer/applications/{reference}{what}"


def open_it(officer: Visitor, reference: str) -> TestResponse:
    return officer.submit(officer.get(at(reference)), button="Open for review")


def approve(officer: Visitor, reference: str) -> TestResponse:
    """Open it and approve by the page that asks, as without scripts."""
    return officer.submit(
        officer.submit(open_it(officer, reference), button="Approve"), button="Confirm approval"
    )


def say_why(officer: Visitor, reference: str, what: str, reason: str) -> TestResponse:
    return officer.submit(officer.get(at(reference, f"/{what}")), {"reason": reason})


def say_why_unasked(officer: Visitor, reference: str, what: str, reason: str) -> TestResponse:
    """Send the form of a decision to somebody whom its page is not shown."""
    token = forms(officer.get("/officer"))[0].values["csrf_token"]
    return officer.post(at(reference, f"/{what}"), data={"csrf_token": token, "reason": reason})


def state_of(portal: Portal, reference: str) -> State:
    with portal.session() as session:
        return reviewing.read_application(session, reference).state
