"""The audit trail: who did what and when, and nothing that was written is ever changed."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from werkzeug.test import TestResponse

from mock_portal.officer.audit import ACTS_ON_A_PAGE, Act, note, trail
from mock_portal.officer.models import OfficerAct
from mock_portal.worlds.models import WorldState
from tests.mock_portal.browsing import Visitor, parse, words
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import EMAIL_2, NAME, NAME_2, PASSWORD_2, shown
from tests.mock_portal.officer.waiting import EMAIL, let_apply


def lines(answer: TestResponse) -> list[str]:
    """What each line of the trail says."""
    return [words(row) for body in parse(answer.text).iter("tbody") for row in body.iter("tr")]


def test_each_act_has_its_officer_its_subject_and_the_worlds_time(
    portal: Portal, officer: Visitor, log_in_officer: Callable[..., Visitor]
) -> None:
    reference = let_apply(portal)
    path = f"/officer/applications/{reference}"
    officer.submit(officer.get(path), button="Open for review")
    portal.move_clock(minutes=5)
    officer.submit(officer.get(f"{path}/reject"), {"reason": "Not a business"})
    portal.move_clock(minutes=1)
    second = log_in_officer(EMAIL_2, PASSWORD_2)

    assert lines(second.get("/officer/audit")) == [
        f"10/11/2026 09:06 {NAME_2} Logged in - -",
        f"10/11/2026 09:05 {NAME} Rejected {reference} Not a business",
        f"10/11/2026 09:00 {NAME} Opened for review {reference} -",
        f"10/11/2026 09:00 {NAME} Logged in - -",
    ]


def test_an_approval_is_written_down_with_what_was_given(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)
    page = officer.submit(officer.get(f"/officer/applications/{reference}"), button="Open for review")

    officer.submit(officer.submit(page, button="Approve"), button="Confirm approval")

    said = shown(officer.get("/officer/audit"))
    assert f"{NAME} Approved {reference} B33" in said
    assert f", {EMAIL} " in said


def test_an_act_that_was_refused_is_not_written_down(
    portal: Portal, officer: Visitor, log_in_officer: Callable[..., Visitor]
) -> None:
    reference = let_apply(portal)
    second = log_in_officer(EMAIL_2, PASSWORD_2)
    page = second.get(f"/officer/applications/{reference}")
    officer.submit(officer.get(f"/officer/applications/{reference}"), button="Open for review")

    second.submit(page, button="Open for review")

    assert f"{NAME_2} Opened" not in shown(officer.get("/officer/audit"))


def test_acts_on_portal_ids_are_written_down_with_their_address(officer: Visitor) -> None:
    officer.submit(officer.get("/officer/portal-ids/1/disable"), button="Close Portal ID")

    assert f"{NAME} Closed a Portal ID aminah@contoh-maju.example -" in shown(officer.get("/officer/audit"))


def test_the_trail_is_in_malay_too(log_in_officer: Callable[..., Visitor]) -> None:
    assert f"{NAME} Log masuk - -" in shown(log_in_officer(language="ms").get("/officer/audit"))


@pytest.mark.parametrize("typed", [NAME_2, "devan", "  DEVAN "])
def test_a_search_finds_the_acts_of_one_officer(
    officer: Visitor, log_in_officer: Callable[..., Visitor], typed: str
) -> None:
    log_in_officer(EMAIL_2, PASSWORD_2)

    page = officer.submit(officer.get("/officer/audit"), {"search": typed})

    assert lines(page) == [f"10/11/2026 09:00 {NAME_2} Logged in - -"]


@pytest.mark.parametrize("typed", ["%", "_", "<script>", "😀", "x" * 5_000])
def test_a_search_for_nothing_that_is_there_says_so(officer: Visitor, typed: str) -> None:
    page = officer.submit(officer.get("/officer/audit"), {"search": typed})

    assert "Nothing that an officer did fits what you searched for." in shown(page)


def test_a_long_trail_has_pages(portal: Portal, officer: Visitor) -> None:
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        for _ in range(ACTS_ON_A_PAGE):
            note(session, 1, Act.LOGGED_OUT, now=now)

    first, second = officer.get("/officer/audit"), officer.get("/officer/audit?page=2")

    assert (len(lines(first)), len(lines(second))) == (ACTS_ON_A_PAGE, 1)


@pytest.mark.parametrize("change", [update(OfficerAct).values(note="never"), delete(OfficerAct)])
def test_the_database_refuses_to_change_or_delete_a_line(
    portal: Portal, officer: Visitor, change: object
) -> None:
    del officer
    with pytest.raises(IntegrityError, match="only added to"), portal.session(may_write=True) as session:
        session.execute(change)  # type: ignore[call-overload] # both kinds of statement

    with portal.session() as session:
        assert trail(session).total == 1
