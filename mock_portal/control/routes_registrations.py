"""The control API's calls on applications for a Portal ID: past the officer in one call."""

from collections.abc import Callable
from datetime import datetime

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from sqlalchemy.orm import Session

from mock_portal.control import shapes
from mock_portal.control.api import answer, shared
from mock_portal.control.reading import change_world, read_world
from mock_portal.control.refusals import ANY_CALL, TAKEN, TOKEN, WORLD, WRITE
from mock_portal.hosts import Site
from mock_portal.officer import deciding
from mock_portal.officer.deciding import Desk
from mock_portal.registration import reviewing
from mock_portal.registration.reviewing import Reviewer
from mock_portal.worlds.models import WorldState

__all__ = ["registrations"]

registrations = APIBlueprint(
    "registrations",
    __name__,
    url_prefix="/v1/worlds/<world>/registrations/<reference>",
    abp_responses=ANY_CALL,
    abp_security=TOKEN,
)


@registrations.get("", responses={200: shapes.Registration} | WORLD)
def show(path: shapes.OneRegistration) -> Response:
    """Where an application for a Portal ID stands."""
    return _as_it_is(path)


@registrations.post("/approve", responses={200: shapes.Registration} | WORLD | WRITE | TAKEN)
def approve(path: shapes.OneRegistration, body: shapes.Decision) -> Response:
    """Open and approve an application as an officer: employer code, Portal ID, mail."""
    return _decide(
        path, body, lambda session, who, now: deciding.approve(session, path.reference, who, now=now)
    )


@registrations.post("/query", responses={200: shapes.Registration} | WORLD | WRITE | TAKEN)
def query(path: shapes.OneRegistration, body: shapes.ReasonedDecision) -> Response:
    """Open an application and ask its applicant for more; the mail has the link to amend."""
    return _decide(
        path,
        body,
        lambda session, who, now: deciding.query(session, path.reference, who, body.reason, now=now),
    )


@registrations.post("/reject", responses={200: shapes.Registration} | WORLD | WRITE | TAKEN)
def reject(path: shapes.OneRegistration, body: shapes.ReasonedDecision) -> Response:
    """Open an application and refuse it for good."""
    return _decide(
        path,
        body,
        lambda session, who, now: deciding.reject(session, path.reference, who, body.reason, now=now),
    )


def _decide(
    path: shapes.OneRegistration,
    body: shapes.Decision,
    act: Callable[[Session, Reviewer, datetime], object],
) -> Response:
    def open_and_act(session: Session) -> None:
        now = session.get_one(WorldState, 1).clock.now()
        who = deciding.find_reviewer(session, body.officer, reference=path.reference)
        desk = Desk(path.world, shared().hosts.origin(Site.PORTAL, path.world))
        deciding.open_for_review(session, path.reference, who, desk, now=now)
        act(session, who, now)

    change_world(shared(), path.world, open_and_act)
    shared().sender.wake(path.world)
    return _as_it_is(path)


def _as_it_is(path: shapes.OneRegistration) -> Response:
    view = read_world(
        shared(), path.world, lambda session: reviewing.read_application(session, path.reference)
    )
    return answer(shapes.Registration.of(view))
