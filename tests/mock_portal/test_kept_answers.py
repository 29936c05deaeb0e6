"""What visitors are given from memory is what they would have been given anyway."""

from werkzeug.test import TestResponse

from tests.mock_portal.browsing import Visitor, forms, parse, words
from tests.mock_portal.conftest import Portal

LOGIN = "/employer/login"


def seen_before(portal: Portal, language: str = "en") -> None:
    """The page was asked for once, so that it is in memory."""
    assert portal.client(language=language).get(LOGIN).status_code == 200


def ask(portal: Portal, language: str = "en", **headers: str) -> TestResponse:
    return portal.client(language=language).get(LOGIN, headers=headers)


def token_of(answer: TestResponse) -> str:
    return forms(answer)[0].values["csrf_token"]


def ribbon(answer: TestResponse) -> str:
    return words(next(parse(answer.get_data(as_text=True)).iter("time")))


def test_a_page_from_memory_has_the_headers_of_the_first_one(portal: Portal) -> None:
    first, second = ask(portal), ask(portal)

    def without_cookies(answer: TestResponse) -> list[tuple[str, str]]:
        return sorted((name, value) for name, value in answer.headers if name != "Set-Cookie")

    assert without_cookies(second) == without_cookies(first)
    assert len(second.headers.getlist("Set-Cookie")) == 1


def test_each_visitor_has_a_token_of_their_own_and_it_works(portal: Portal) -> None:
    seen_before(portal)
    one, other = portal.client(), portal.client()
    page_of_one, page_of_other = one.get(LOGIN), other.get(LOGIN)

    assert token_of(page_of_one) != token_of(page_of_other)
    step_2 = other.submit(page_of_other, {"email": "aminah@contoh-maju.example"})
    assert step_2.request.path == f"{LOGIN}/password"


def test_a_token_of_another_visitor_does_not_work(portal: Portal) -> None:
    seen_before(portal)
    one, other = portal.client(), portal.client()
    theirs = token_of(one.get(LOGIN))
    other.get(LOGIN)

    answer = other.post(LOGIN, data={"csrf_token": theirs, "email": "aminah@contoh-maju.example"})

    assert "This page was open for too long" in answer.get_data(as_text=True)


def test_a_moved_clock_shows_at_once(portal: Portal) -> None:
    seen_before(portal)

    portal.move_clock(days=3)

    assert ribbon(ask(portal)) == "13/11/2026 09:00"


def test_a_changed_setting_shows_at_once(portal: Portal) -> None:
    seen_before(portal)

    portal.set(login_form="user_id")

    assert "user_id" in forms(ask(portal))[0].fields


def test_a_world_without_javascript_is_so_at_once(portal: Portal) -> None:
    seen_before(portal)

    portal.set(javascript="off")

    assert "sandbox" in ask(portal).headers["Content-Security-Policy"]


def test_a_deleted_world_is_gone_at_once(portal: Portal) -> None:
    other = portal.another_world()
    assert portal.client(world=other).get(LOGIN).status_code == 200

    portal.edge.registry.delete(other)

    assert portal.client(world=other).get(LOGIN).status_code == 404


def test_each_language_and_each_age_of_browser_has_its_own_page(portal: Portal) -> None:
    seen_before(portal)
    seen_before(portal, "ms")
    old = {"User-Agent": "Mozilla/5.0 Chrome/90.0.1.2 Safari/537.36"}

    assert "Log Masuk" in ask(portal, "ms").get_data(as_text=True)
    assert 'id="old-browser" role="status">' in ask(portal, **old).get_data(as_text=True)
    assert 'id="old-browser" role="status" hidden>' in ask(portal).get_data(as_text=True)


def test_who_typed_something_has_a_page_of_their_own(portal: Portal) -> None:
    seen_before(portal)
    visitor: Visitor = portal.client()
    visitor.submit(visitor.get(LOGIN), {"email": "aminah@contoh-maju.example"})

    assert forms(visitor.get(LOGIN))[0].values["email"] == "aminah@contoh-maju.example"
    assert forms(ask(portal))[0].values["email"] == ""


def test_every_answer_has_its_line_in_the_journal(portal: Portal) -> None:
    for _ in range(3):
        ask(portal, **{"User-Agent": "A browser"})
    portal.edge.journal.flush()

    with portal.session() as session:
        rows = session.connection().exec_driver_sql("SELECT path, status, user_agent FROM journal").all()
    assert [tuple(row) for row in rows] == [(LOGIN, 200, "A browser")] * 3
