from sqlalchemy import select

from mock_portal.worlds.models import SeenRequest
from tests.mock_portal.conftest import Portal


def seen(portal: Portal) -> list[SeenRequest]:
    portal.edge.journal.flush()
    with portal.session() as session:
        return list(session.scalars(select(SeenRequest).order_by(SeenRequest.id)))


def test_each_request_is_a_line_as_the_server_saw_it(portal: Portal) -> None:
    portal.client(language="ms").get(
        "/employer/login?next=/secret&lang=x",
        headers={"User-Agent": "Robot/1.0", "Sec-Fetch-Site": "cross-site"},
    )

    [line] = seen(portal)
    assert (line.site, line.method, line.path, line.status) == ("portal", "GET", "/ms/employer/login", 200)
    assert (line.user_agent, line.sec_fetch_site) == ("Robot/1.0", "cross-site")
    assert line.at.isoformat() == "2026-11-10T09:00:00+08:00"


def test_values_of_cookies_and_queries_are_not_kept(portal: Portal) -> None:
    visitor = portal.client("inbox")
    visitor.set_cookie("name", "secret", domain=f"{portal.world}.inbox.localhost")

    visitor.get("/?to=secret@example.test")

    [line] = seen(portal)
    assert (line.query, line.cookies) == ("to", ["name"])


def test_a_page_that_is_not_there_is_a_line_too(portal: Portal) -> None:
    portal.client("inbox").get("/nothing")

    assert [(line.path, line.status) for line in seen(portal)] == [("/nothing", 404)]


def test_files_of_the_theme_are_no_lines(portal: Portal) -> None:
    answer = portal.client().get("/static/css/theme.css")

    assert (answer.status_code, seen(portal)) == (200, [])


def test_lines_of_a_world_that_was_deleted_meanwhile_are_dropped(portal: Portal) -> None:
    other = portal.another_world()
    portal.client("inbox", world=other).get("/")
    portal.edge.registry.delete(other)

    portal.client("inbox").get("/")

    assert [line.path for line in seen(portal)] == ["/"]


def test_worlds_have_journals_of_their_own(portal: Portal) -> None:
    other = portal.another_world()

    portal.client("inbox", world=other).get("/")

    assert seen(portal) == []
