"""Two officers at once, decisions that come twice, and pages that are stale: the first decision stands."""

from collections.abc import Callable

import pytest

from mock_portal.officer import deciding
from mock_portal.registration import reviewing
from mock_portal.registration.errors import AlreadyDecided, AlreadyTaken
from mock_portal.registration.reviewing import ApplicationState, Reviewer
from mock_portal.registration.states import ApplicationState as State
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import (
    EMAIL_2,
    NAME,
    NAME_2,
    PASSWORD_2,
    approve,
    at,
    log_in,
    notices,
    open_it,
    problems,
    say_why,
    say_why_unasked,
    state_of,
)
from tests.mock_portal.officer.waiting import let_apply

DESK = deciding.Desk("w1", "http://w1.localhost:8000")
REASON = "Send Borang 2 again: page 3 is missing."
OfficerLogIn = Callable[..., Visitor]


def test_an_officer_who_approves_twice_is_told_who_decided_and_when(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)
    ask = officer.submit(open_it(officer, reference), button="Approve")
    officer.submit(ask, button="Confirm approval")
    portal.move_clock(minutes=3)

    again = officer.submit(ask, button="Confirm approval")

    assert (again.status_code, problems(again)) == (
        409,
        [f"{NAME} decided this application on 10/11/2026 09:00: Approved. Nothing was changed."],
    )
    assert len(portal.mail()) == 1


@pytest.mark.parametrize("what", ["query", "reject"])
def test_a_decision_after_another_is_told_so_and_keeps_what_was_typed(
    portal: Portal, officer: Visitor, what: str
) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)
    form = officer.get(at(reference, f"/{what}"))
    with portal.session(may_write=True) as session:
        view = reviewing.read_application(session, reference)
        assert view.taken_by_id is not None
        me = Reviewer(view.taken_by_id, NAME)
        deciding.approve(session, reference, me, now=view.history[-1].at)

    late = officer.submit(form, {"reason": REASON})

    assert (late.status_code, problems(late)) == (
        409,
        [f"{NAME} decided this application on 10/11/2026 09:00: Approved. Nothing was changed."],
    )
    assert REASON in late.get_data(as_text=True)


def test_of_two_officers_the_second_is_told_who_has_it(
    portal: Portal, officer: Visitor, log_in_officer: OfficerLogIn
) -> None:
    reference = let_apply(portal)
    second = log_in_officer(EMAIL_2, PASSWORD_2)
    page_of_second = second.get(at(reference))
    open_it(officer, reference)

    late = second.submit(page_of_second, button="Open for review")

    said = f"{NAME} has this application open and decides it."
    assert (late.status_code, problems(late)) == (409, [f"{said} Nothing was changed."])
    assert notices(second.get(at(reference))) == [f"Note {said}"]


def test_a_second_officer_cannot_decide_what_the_first_has_open(
    portal: Portal, officer: Visitor, log_in_officer: OfficerLogIn
) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)
    second = log_in_officer(EMAIL_2, PASSWORD_2)

    refused = say_why_unasked(second, reference, "reject", REASON)

    assert problems(refused) == [f"{NAME} has this application open and decides it. Nothing was changed."]
    assert REASON in refused.text
    assert "Reject application</button>" not in refused.text
    for what in ("query", "reject", "approve"):
        assert second.get(at(reference, f"/{what}")).location == at(reference)
    assert state_of(portal, reference) is State.IN_REVIEW


def test_a_second_officer_is_told_in_malay_who_decided(portal: Portal, log_in_officer: OfficerLogIn) -> None:
    reference = let_apply(portal)
    approve(log_in_officer(), reference)

    page = log_in_officer(EMAIL_2, PASSWORD_2, language="ms").get(at(reference))

    (note,) = notices(page)
    assert note == f"Nota {NAME} telah memutuskan permohonan ini pada 10/11/2026 09:00: Lulus."


def test_of_two_decisions_at_once_only_the_first_is_made(portal: Portal) -> None:
    reference = let_apply(portal)
    first, second = Reviewer(1, NAME), Reviewer(2, NAME_2)
    with portal.session(may_write=True) as session:
        now = reviewing.read_application(session, reference).created_at
        deciding.open_for_review(session, reference, first, DESK, now=now)
        with pytest.raises(AlreadyTaken):
            deciding.open_for_review(session, reference, second, DESK, now=now)
        deciding.reject(session, reference, first, REASON, now=now)
        with pytest.raises(AlreadyDecided) as told:
            deciding.approve(session, reference, second, now=now)

    assert (told.value.by, told.value.state) == (NAME, ApplicationState.REJECTED)


@pytest.mark.parametrize("what", ["query", "reject"])
def test_nothing_is_decided_that_was_not_opened(portal: Portal, officer: Visitor, what: str) -> None:
    reference = let_apply(portal)

    page = say_why_unasked(officer, reference, what, REASON)

    assert problems(page) == ["Open this application for review first. Nothing was changed."]
    assert state_of(portal, reference) is State.SUBMITTED


def test_an_expired_application_says_that_it_ended_by_itself(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)
    say_why(officer, reference, "query", REASON)
    portal.move_clock(days=15)
    officer = log_in(portal.client())

    page = officer.get(at(reference))

    assert notices(page) == ["Note This application ended by itself on 24/11/2026 09:00: Expired."]


def test_a_stale_decision_is_shown_again_and_not_made(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)
    form = officer.get(at(reference, "/reject"))
    log_in_anew = log_in_again_in(officer)

    page = log_in_anew.submit(form, {"reason": REASON})

    assert problems(page) == ["This page was open for too long and was not sent. Check it and send it again."]
    assert REASON in page.get_data(as_text=True)
    assert state_of(portal, reference) is State.IN_REVIEW


def log_in_again_in(officer: Visitor) -> Visitor:
    """Log out and in again in the same browser: its pages from before are stale."""
    officer.submit(officer.get("/officer"), button="Log out")
    return log_in(officer)


def test_after_log_out_an_open_form_decides_nothing(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)
    ask = officer.submit(open_it(officer, reference), button="Approve")
    officer.submit(officer.get("/officer"), button="Log out")

    answer = officer.submit(ask, button="Confirm approval")

    assert answer.request.path == "/officer/login"
    assert state_of(portal, reference) is State.IN_REVIEW
