"""Sessions end by the world's clock, by a newer log-in and by Log out (portal-flows 1.5)."""

from collections.abc import Callable

import pytest

from tests.mock_portal.accounts.logging_in import (
    EMAIL,
    PASSWORD,
    cookies_set,
    heading,
    try_to_log_in,
)
from tests.mock_portal.browsing import Visitor, forms
from tests.mock_portal.conftest import Portal

SESSION = "assist_session"
JSON = {"Accept": "application/json"}


def is_logged_in(visitor: Visitor) -> bool:
    return visitor.get("/employer/home").status_code == 200


def token_of(visitor: Visitor, path: str = "/employer/home") -> str:
    return forms(visitor.get(path))[0].values["csrf_token"]


def host_of(visitor: Visitor) -> str:
    return visitor.origin.partition("://")[2].partition(":")[0]


def session_cookie(visitor: Visitor) -> str:
    cookie = visitor.get_cookie(SESSION, domain=host_of(visitor))
    assert cookie is not None
    return cookie.value


def with_cookie(visitor: Visitor, value: str) -> int:
    """Status of the home page for whoever sends that session cookie."""
    visitor.set_cookie(SESSION, value, domain=host_of(visitor))
    return visitor.get("/employer/home").status_code


@pytest.mark.parametrize(("seconds", "goes_on"), [(899, True), (900, False)])
def test_a_session_ends_after_fifteen_idle_minutes(
    portal: Portal, signed_in: Visitor, seconds: int, *, goes_on: bool
) -> None:
    portal.move_clock(seconds)

    assert is_logged_in(signed_in) is goes_on


def test_an_ended_session_says_so_and_leads_back_to_the_page(portal: Portal, signed_in: Visitor) -> None:
    portal.move_clock(minutes=15)

    sent = signed_in.get("/employer/profile")
    page = signed_in.get(sent.location or "")

    assert (sent.status_code, sent.location) == (303, "/employer/login?ended=expired&next=/employer/profile")
    assert cookies_set(sent)[SESSION][0].startswith("Expires=Thu, 01 Jan 1970")
    assert "Your session has expired. Please log in again." in page.text


def test_every_click_keeps_a_session_alive_until_eight_hours_are_over(
    portal: Portal, signed_in: Visitor
) -> None:
    for _ in range(47):
        portal.move_clock(minutes=10)
        assert is_logged_in(signed_in)
    portal.move_clock(minutes=10)

    assert not is_logged_in(signed_in)


def test_keep_alive_tells_the_seconds_that_are_left(portal: Portal, signed_in: Visitor) -> None:
    token = token_of(signed_in)
    portal.move_clock(minutes=14, seconds=30)
    answer = signed_in.post("/employer/session/keep-alive", headers=JSON | {"X-CSRFToken": token})
    portal.move_clock(minutes=14)

    assert (answer.status_code, answer.get_json()) == (200, {"seconds_left": 900})
    assert is_logged_in(signed_in)


def test_near_the_end_of_eight_hours_keep_alive_promises_no_more_than_is_left(
    portal: Portal, signed_in: Visitor
) -> None:
    token = token_of(signed_in)
    portal.set(absolute_seconds=1000)
    portal.move_clock(800)

    answer = signed_in.post("/employer/session/keep-alive", headers=JSON | {"X-CSRFToken": token})

    assert answer.get_json() == {"seconds_left": 200}


def test_keep_alive_without_scripts_goes_home(signed_in: Visitor) -> None:
    answer = signed_in.post("/employer/session/keep-alive", data={"csrf_token": token_of(signed_in)})

    assert (answer.status_code, answer.location) == (303, "/employer/home")


def test_a_script_that_asks_after_the_end_is_told_where_to_log_in(portal: Portal, signed_in: Visitor) -> None:
    token = token_of(signed_in)
    portal.move_clock(minutes=15)

    answer = signed_in.post("/employer/session/keep-alive", headers=JSON | {"X-CSRFToken": token})

    assert answer.status_code == 401
    assert answer.get_json() == {
        "error": {
            "code": "session.expired",
            "message": "Your session has expired. Please log in again.",
            "mend": "Log in again.",
        },
        "login": "/employer/login?ended=expired",
    }


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("en", "Session ended", "Your ID has been used to log in from another device."),
        ("ms", "Sesi tamat", "ID anda telah digunakan"),
    ],
)
def test_the_newest_log_in_wins_and_the_older_is_told_why(
    log_in: Callable[..., Visitor], language: str, title: str, words: str
) -> None:
    older = log_in(language=language)
    newer = log_in()

    ended = older.get("/employer/home", follow_redirects=True)

    assert ended.request.path.endswith("/employer/session/ended")
    assert heading(ended) == title
    assert words in ended.text
    assert is_logged_in(newer)


def test_two_ids_are_logged_in_beside_each_other(log_in: Callable[..., Visitor]) -> None:
    aminah = log_in()
    lim = log_in("lim@teladan.example", "Teladan#2026")

    assert (is_logged_in(aminah), is_logged_in(lim)) == (True, True)


def test_log_out_ends_the_session_for_every_copy_of_its_cookie(portal: Portal, signed_in: Visitor) -> None:
    kept = session_cookie(signed_in)

    page = signed_in.submit(signed_in.get("/employer/home"), button="Log out")

    assert page.request.path == "/employer/login"
    assert "You have logged out." in page.text
    assert with_cookie(portal.client(), kept) == 303


def test_log_out_is_no_link(signed_in: Visitor) -> None:
    answer = signed_in.get("/employer/logout")

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert is_logged_in(signed_in)


def test_the_session_cookie_is_host_only_and_not_for_scripts_and_goes_with_the_browser(
    portal: Portal,
) -> None:
    visitor = portal.client()
    step_2 = visitor.submit(visitor.get("/employer/login"), {"email": EMAIL})

    answer = visitor.submit(step_2, {"password": PASSWORD}, follow_redirects=False)

    assert cookies_set(answer)[SESSION] == ("HttpOnly", "Path=/", "SameSite=Lax")


def test_a_log_in_gives_a_new_cookie_whatever_was_there_before(portal: Portal) -> None:
    visitor = portal.client()
    visitor.set_cookie(SESSION, "planted", domain=host_of(visitor))

    try_to_log_in(visitor)
    first = session_cookie(visitor)
    again = portal.client()
    try_to_log_in(again)

    assert len({"planted", first, session_cookie(again)}) == 3


def test_a_cookie_of_another_world_opens_nothing(portal: Portal, signed_in: Visitor) -> None:
    other = portal.another_world()

    assert with_cookie(portal.client(world=other), session_cookie(signed_in)) == 303


@pytest.mark.parametrize("change", ["first", "last part", "cut", "empty", "nonsense"])
def test_a_cookie_that_was_changed_opens_nothing(portal: Portal, signed_in: Visitor, change: str) -> None:
    cookie = session_cookie(signed_in)
    payload, dot, rest = cookie.partition(".")
    changed = {
        "first": ("a" if cookie[0] != "a" else "b") + cookie[1:],
        "last part": payload + dot + rest[::-1],
        "cut": cookie[:-4],
        "empty": "",
        "nonsense": "%00%ff",
    }[change]

    assert with_cookie(portal.client(), changed) == 303
    assert with_cookie(portal.client(), cookie) == 200


@pytest.mark.parametrize("path", ["/", "/employer/login", "/employer/home", "/help", "/nowhere"])
def test_no_page_is_kept_by_the_browser(signed_in: Visitor, path: str) -> None:
    assert signed_in.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("ended", ["nonsense", "<script>", "replaced"])
def test_the_log_in_page_says_only_what_it_knows_about_an_end(portal: Portal, ended: str) -> None:
    page = portal.client().get("/employer/login", query_string={"ended": ended})

    assert "notice" not in page.text
