"""The edge of a request, around a site that does nothing but write, refuse and fail.

Its routes say that they carry the bank's signature: those need no CSRF token.
"""

from collections.abc import Callable, Iterable

import pytest
from flask import Flask, Response, abort
from flask_babel import lazy_gettext
from sqlalchemy import insert, select

from mock_portal import edge
from mock_portal.access import signed_by_bank
from mock_portal.errors import PortalError
from mock_portal.hosts import Address, Site
from mock_portal.ui.page_frame import House
from mock_portal.ui.site import create_site_app
from mock_portal.worlds.models import DueEvent, SeenRequest
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.world_files import FAR, add_row, rows


class _Refused(PortalError):
    pass


class _RefusedButRecorded(PortalError):
    keeps_what_was_written = True


def write(subject: str) -> None:
    add_row(edge.database(), subject)


@signed_by_bank
def answer(status: int) -> Response:
    write(f"answered {status}")
    return Response("", status, mimetype="text/plain")


@signed_by_bank
def refuse() -> str:
    write("refused")
    raise _Refused


@signed_by_bank
def refuse_but_record() -> str:
    write("refused but recorded")
    raise _RefusedButRecorded


@signed_by_bank
def not_found() -> str:
    write("not found")
    abort(404)


@signed_by_bank
def fail() -> str:
    write("failed")
    raise RuntimeError("a fault of this portal")


@signed_by_bank
def fail_in_the_database() -> str:
    for _ in range(2):
        edge.database().execute(insert(DueEvent).values(id=1, due_at=FAR, kind="test", subject="twice"))
    return ""


@pytest.fixture
def visitor(portal: Portal) -> Visitor:
    """A visitor of a site whose every route writes a row."""
    app = create_site_app(portal.edge, __name__, House(lazy_gettext("Help"), "portal"))
    app.add_url_rule("/answer/<int:status>", view_func=answer, methods=["POST"])
    for view in (refuse, refuse_but_record, not_found, fail, fail_in_the_database):
        app.add_url_rule(f"/{view.__name__}", view_func=view, methods=["POST"])
    return Visitor(of_world(app, portal.world), portal.origin())


def of_world(app: Flask, world: str) -> Callable[..., Iterable[bytes]]:
    here = {"assist.address": Address(Site.PORTAL, world), "assist.language": "en"}
    return lambda environ, start: app(environ | here, start)


def written(portal: Portal) -> list[str]:
    return rows(portal.edge.registry.world_file(portal.world))


@pytest.mark.parametrize("status", [200, 303, 404, 499])
def test_an_answer_below_500_keeps_what_was_written(portal: Portal, visitor: Visitor, status: int) -> None:
    visitor.post(f"/answer/{status}")

    assert written(portal) == [f"answered {status}"]


@pytest.mark.parametrize("status", [500, 503])
def test_an_answer_from_500_writes_nothing(portal: Portal, visitor: Visitor, status: int) -> None:
    visitor.post(f"/answer/{status}")

    assert written(portal) == []


@pytest.mark.parametrize(
    ("path", "status"),
    [("/refuse", 409), ("/not_found", 404), ("/fail", 500), ("/fail_in_the_database", 500)],
)
def test_a_request_that_raises_writes_nothing_and_shows_a_page(
    portal: Portal, visitor: Visitor, path: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    response = visitor.post(path)

    assert (response.status_code, written(portal)) == (status, [])
    assert "Traceback" not in response.get_data(as_text=True)
    assert "a fault of this portal" not in response.get_data(as_text=True)


def test_a_refusal_that_says_so_keeps_what_was_written(portal: Portal, visitor: Visitor) -> None:
    response = visitor.post("/refuse_but_record")

    assert (response.status_code, written(portal)) == (409, ["refused but recorded"])


def test_the_world_goes_on_after_a_fault(portal: Portal, visitor: Visitor) -> None:
    visitor.post("/fail")

    visitor.post("/answer/200")

    assert written(portal) == ["answered 200"]


def test_a_fault_is_in_the_log_and_in_the_journal(
    portal: Portal, visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.post("/fail")

    portal.edge.journal.flush()
    assert any(record.exc_info for record in caplog.records)
    with portal.session() as session:
        assert list(session.scalars(select(SeenRequest.status))) == [500]
