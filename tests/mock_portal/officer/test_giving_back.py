"""An officer who cannot decide an application gives it back: it waits where it waited, for any officer."""

from collections.abc import Callable
from datetime import timedelta

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import EMAIL_2, NAME, PASSWORD_2, at, open_it, problems, shown
from tests.mock_portal.officer.test_queue import rows
from tests.mock_portal.officer.waiting import let_apply

OfficerLogIn = Callable[..., Visitor]
GIVE_BACK = "Give back to the queue"


def test_it_waits_in_its_old_place_and_another_officer_can_open_it(
    portal: Portal, officer: Visitor, log_in_officer: OfficerLogIn
) -> None:
    old = let_apply(portal, 1, since=timedelta(days=2))
    new = let_apply(portal, 2, email="a@x.example")
    second = log_in_officer(EMAIL_2, PASSWORD_2)

    page = officer.submit(open_it(officer, old), button=GIVE_BACK)

    assert "Nobody has this application open." in shown(page)
    assert rows(second.get("/officer")) == [old, new]
    assert "You have this application open." in shown(open_it(second, old))


def test_it_is_written_into_the_history_and_the_audit_trail(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)

    page = officer.submit(open_it(officer, reference), button=GIVE_BACK)

    assert f"Given back to the queue {NAME}" in shown(page)
    assert f"{NAME} Gave back to the queue {reference}" in shown(officer.get("/officer/audit"))


def test_what_another_officer_has_open_cannot_be_given_back(
    portal: Portal, officer: Visitor, log_in_officer: OfficerLogIn
) -> None:
    reference = let_apply(portal)
    second = log_in_officer(EMAIL_2, PASSWORD_2)
    stale = open_it(second, reference)
    second.submit(stale, button=GIVE_BACK)
    open_it(officer, reference)

    late = second.submit(stale, button=GIVE_BACK)

    said = f"{NAME} has this application open and decides it. Nothing was changed."
    assert (late.status_code, problems(late)) == (409, [said])


def test_it_is_given_back_once(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)
    page = open_it(officer, reference)
    officer.submit(page, button=GIVE_BACK)

    again = officer.submit(page, button=GIVE_BACK)

    assert (again.status_code, problems(again)) == (
        409,
        ["Open this application for review first. Nothing was changed."],
    )
    assert shown(officer.get(at(reference))).count(GIVE_BACK.replace("Give", "Given")) == 1
