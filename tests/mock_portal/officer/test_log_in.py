"""An officer's log-in: a door of its own with the rules of the employers' (portal-flows 1.3, 1.5)."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from mock_portal.officer.models import OfficerSession
from mock_portal.tries import Lock, Try
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import (
    EMAIL,
    EMAIL_2,
    PASSWORD_2,
    heading,
    notices,
    problems,
    shown,
    try_to_log_in,
)

INVALID = ["Invalid email address or password."]
NOBODY = "nobody@perkeso.example"


def fail(portal: Portal, times: int, email: str = EMAIL) -> list[str]:
    """Type a wrong password so often; what the last answer says."""
    said: list[str] = []
    for _ in range(times):
        said = problems(try_to_log_in(portal.client(), email, "wrong"))
    return said


def where(visitor: Visitor, path: str = "/officer") -> str:
    """The page on which a visitor ends who asks for one."""
    return visitor.get(path, follow_redirects=True).request.path


def host_of(portal: Portal, world: str | None = None) -> str:
    """The host that a world's cookies belong to."""
    return urlsplit(portal.origin(world=world)).hostname or ""


def test_an_officer_logs_in_and_sees_the_queue(portal: Portal) -> None:
    answer = try_to_log_in(portal.client())

    assert (answer.status_code, answer.request.path, heading(answer)) == (200, "/officer", "Applications")


def test_the_log_in_is_in_malay_too(portal: Portal) -> None:
    page = portal.client(language="ms").get("/officer/login")

    assert heading(page) == "Log masuk pegawai"


@pytest.mark.parametrize(
    ("email", "password"),
    [
        pytest.param(EMAIL, "wrong", id="wrong password"),
        pytest.param(NOBODY, "Pegawai#2026", id="nobody"),
        pytest.param("aminah@contoh-maju.example", "Contoh#2026", id="an employer"),
        pytest.param(EMAIL, "pegawai#2026", id="small letters"),
        pytest.param("<b>x</b>@perkeso.example", "<script>", id="markup"),
        pytest.param("😀@perkeso.example", "😀", id="emoji"),
    ],
)
def test_who_is_no_officer_is_not_let_in(portal: Portal, email: str, password: str) -> None:
    visitor = portal.client()

    answer = try_to_log_in(visitor, email, password)

    assert (problems(answer), where(visitor)) == (INVALID, "/officer/login")


@pytest.mark.parametrize(
    ("email", "password", "said"),
    [
        pytest.param("", "", ["Enter your email address", "Enter your password"], id="empty"),
        pytest.param("pegawai", "x", ["Enter an email address like name@example.com"], id="no address"),
        pytest.param(
            f"{'a' * 250}@x.example", "x", ["An email address has at most 254 characters"], id="long address"
        ),
        pytest.param(EMAIL, "x" * 201, ["A password has at most 200 characters"], id="long password"),
    ],
)
def test_what_cannot_be_a_log_in_is_said_at_its_field(
    portal: Portal, email: str, password: str, said: list[str]
) -> None:
    answer = try_to_log_in(portal.client(), email, password)

    assert problems(answer) == said


def test_a_refused_log_in_keeps_the_address_and_never_the_password(portal: Portal) -> None:
    page = try_to_log_in(portal.client(), EMAIL, "wrong-secret").get_data(as_text=True)

    assert (f'value="{EMAIL}"' in page, "wrong-secret" in page) == (True, False)


@pytest.mark.parametrize("email", [EMAIL, NOBODY])
def test_the_fifth_failure_locks_whether_or_not_the_officer_exists(portal: Portal, email: str) -> None:
    fourth = fail(portal, 4, email)
    fifth = fail(portal, 1, email)

    assert (fourth, fifth) == (
        INVALID,
        ["This address is locked after too many wrong passwords. Try again in 30 minutes."],
    )


def test_a_lock_opens_after_thirty_minutes_of_the_worlds_clock(portal: Portal) -> None:
    fail(portal, 5)
    portal.move_clock(minutes=29)
    still_locked = problems(try_to_log_in(portal.client()))
    portal.move_clock(minutes=1)

    assert still_locked == ["This address is locked after too many wrong passwords. Try again in 1 minute."]
    assert try_to_log_in(portal.client()).request.path == "/officer"


def test_a_lock_of_an_officer_locks_no_employer_of_the_same_address_and_no_other_officer(
    portal: Portal, log_in: Callable[..., Visitor]
) -> None:
    fail(portal, 5, "aminah@contoh-maju.example")

    log_in()
    assert try_to_log_in(portal.client(), EMAIL_2, PASSWORD_2).request.path == "/officer"


def test_rows_of_failures_and_locks_hold_only_what_was_typed_as_email(portal: Portal) -> None:
    fail(portal, 5)
    fail(portal, 1, NOBODY)

    with portal.session() as session:
        failures = session.scalars(select(Try.subject).filter_by(of="officer")).all()
        locks = session.scalars(select(Lock.subject).filter_by(of="officer")).all()
    assert (failures, locks) == ([NOBODY], [EMAIL])


def test_a_token_of_a_session_is_kept_only_as_a_hash(portal: Portal, officer: Visitor) -> None:
    cookie = officer.get_cookie("assist_officer", domain=host_of(portal))

    with portal.session() as session:
        (row,) = session.scalars(select(OfficerSession))
    assert cookie is not None
    assert (len(row.token_hash), row.token_hash in cookie.value) == (64, False)


def test_an_employers_session_opens_no_page_of_an_officer(signed_in: Visitor) -> None:
    assert where(signed_in, "/officer") == "/officer/login"


def test_an_officers_session_opens_no_page_of_an_employer(officer: Visitor) -> None:
    assert where(officer, "/employer/home") == "/employer/login"


def test_both_can_be_logged_in_in_one_browser_and_neither_ends_the_other(signed_in: Visitor) -> None:
    try_to_log_in(signed_in)

    assert (where(signed_in, "/officer"), where(signed_in, "/employer/home")) == (
        "/officer",
        "/employer/home",
    )

    signed_in.submit(signed_in.get("/officer"), button="Log out")

    assert (where(signed_in, "/officer"), where(signed_in, "/employer/home")) == (
        "/officer/login",
        "/employer/home",
    )


def test_an_officers_page_does_not_show_the_employer_of_the_same_browser(signed_in: Visitor) -> None:
    page = signed_in.get("/officer/login").get_data(as_text=True)

    assert "AMINAH" not in page


def test_a_session_of_one_world_opens_nothing_in_another(portal: Portal, officer: Visitor) -> None:
    other = portal.another_world()
    cookie = officer.get_cookie("assist_officer", domain=host_of(portal))
    elsewhere = portal.client(world=other)
    assert cookie is not None

    elsewhere.set_cookie("assist_officer", cookie.value, domain=host_of(portal, other))

    assert where(elsewhere) == "/officer/login"


@pytest.mark.parametrize(("minutes", "ends_at"), [(14.9, "/officer"), (15, "/officer/login")])
def test_a_session_ends_after_fifteen_minutes_without_a_request(
    portal: Portal, officer: Visitor, minutes: float, ends_at: str
) -> None:
    portal.move_clock(minutes=minutes)

    assert where(officer) == ends_at


def test_a_session_ends_after_eight_hours_whatever_happens(portal: Portal, officer: Visitor) -> None:
    for _ in range(48):
        portal.move_clock(minutes=9.99)
        assert where(officer) == "/officer"
    portal.move_clock(minutes=1)

    assert where(officer) == "/officer/login"


def test_an_ended_session_says_so_and_brings_back_to_the_page(portal: Portal, officer: Visitor) -> None:
    portal.move_clock(minutes=20)
    page = officer.get("/officer/audit?page=1&about=PID-1", follow_redirects=True)

    again = officer.submit(page, {"email": EMAIL, "password": "Pegawai#2026"})

    assert "Your session has expired. Log in again." in shown(page)
    assert (again.request.path, again.request.args.to_dict()) == (
        "/officer/audit",
        {"page": "1", "about": "PID-1"},
    )


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "https://evil.example/", "/employer/home", "/officer/logout"]
)
def test_a_log_in_never_leads_to_another_place(portal: Portal, wanted: str) -> None:
    visitor = portal.client()

    answer = visitor.submit(
        visitor.get("/officer/login", query_string={"next": wanted}),
        {"email": EMAIL, "password": "Pegawai#2026"},
    )

    assert answer.request.url == portal.origin() + "/officer"


def test_the_newest_session_wins_and_the_older_one_is_told_why(portal: Portal, officer: Visitor) -> None:
    try_to_log_in(portal.client())

    page = officer.get("/officer", follow_redirects=True)

    assert notices(page) == ["Note You were logged out here because you logged in on another device."]


def test_after_log_out_the_back_button_shows_nothing(officer: Visitor) -> None:
    page = officer.get("/officer")

    after = officer.submit(page, button="Log out")

    assert page.headers["Cache-Control"] == "no-store"
    assert notices(after) == ["Note You have logged out."]
    assert where(officer) == "/officer/login"


def test_the_session_is_kept_alive_by_a_script(portal: Portal, officer: Visitor) -> None:
    page = officer.get("/officer")
    portal.move_clock(minutes=14)

    kept = officer.submit(page, action="keep-alive", headers={"Accept": "application/json"})

    assert kept.get_json() == {"seconds_left": 900}


def test_a_script_of_an_ended_session_is_told_where_to_log_in(portal: Portal, officer: Visitor) -> None:
    page = officer.get("/officer")
    portal.move_clock(minutes=16)

    refused = officer.submit(page, action="keep-alive", headers={"Accept": "application/json"})

    assert refused.status_code == 401
    assert refused.get_json()["login"] == "/officer/login?ended=expired"


def test_a_form_of_another_visitor_logs_nobody_in(portal: Portal) -> None:
    page = portal.client().get("/officer/login")

    answer = portal.client().submit(page, {"email": EMAIL, "password": "Pegawai#2026"})

    assert problems(answer) == [
        "This page was open for too long and was not sent. Check it and send it again."
    ]


def test_a_language_switch_keeps_the_typed_address_and_never_the_password(portal: Portal) -> None:
    typed = {"email": EMAIL, "password": "typed-secret", "switch_language": "ms"}

    answer = portal.client().post("/ms/officer/login", data=typed)

    assert heading(answer) == "Log masuk pegawai"
    assert (f'value="{EMAIL}"' in answer.text, "typed-secret" in answer.text) == (True, False)


def test_the_worlds_settings_hold_for_officers(portal: Portal) -> None:
    portal.set(lock_after_failures=2, lock_seconds=600)

    assert fail(portal, 2) == [
        "This address is locked after too many wrong passwords. Try again in 10 minutes."
    ]


def test_a_failure_older_than_fifteen_minutes_does_not_count(portal: Portal) -> None:
    fail(portal, 4)
    portal.move_clock(minutes=15)

    assert fail(portal, 1) == INVALID


def test_an_address_without_a_page_is_said_in_the_officers_frame(portal: Portal, officer: Visitor) -> None:
    for browser, menu in ((officer, True), (portal.client(), False)):
        page = browser.get("/officer/nowhere")

        assert page.status_code == 404
        assert "ASSIST Officer Portal" in page.text
        assert ("Audit trail" in page.text) is menu
