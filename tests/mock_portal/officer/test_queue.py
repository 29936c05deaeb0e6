"""The queue: what waits for an officer, by state, searched, a page at a time."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from werkzeug.test import TestResponse

from mock_portal.registration import reviewing
from mock_portal.registration.history import get_by_reference, note
from mock_portal.registration.states import ApplicationState
from tests.mock_portal.browsing import Visitor, parse, words
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import approve, at, shown
from tests.mock_portal.officer.waiting import IDENTITY_NUMBER, let_apply


def rows(answer: TestResponse) -> list[str]:
    """The reference of each row."""
    tree = parse(answer.get_data(as_text=True))
    return [words(head) for head in tree.iter("th") if head.get("scope") == "row"]


def test_an_empty_queue_says_what_will_be_there(officer: Visitor) -> None:
    assert "No application is in this state." in shown(officer.get("/officer"))


def test_those_that_waited_longest_come_first(portal: Portal, officer: Visitor) -> None:
    new = let_apply(portal, 1)
    old = let_apply(portal, 2, email="a@x.example", since=timedelta(days=2))

    assert rows(officer.get("/officer")) == [old, new]


def test_a_row_says_who_asks_and_never_a_persons_number(portal: Portal, officer: Visitor) -> None:
    let_apply(portal)

    page = officer.get("/officer")

    assert "KEDAI BAHARU SDN. BHD. 202601000001 New Employer 10/11/2026 09:00 Submitted" in shown(page)
    assert IDENTITY_NUMBER not in page.get_data(as_text=True)


def test_a_row_is_in_malay_too(portal: Portal, log_in_officer: Callable[..., Visitor]) -> None:
    let_apply(portal)

    assert "Majikan Baharu 10/11/2026 09:00 Telah dihantar" in shown(
        log_in_officer(language="ms").get("/officer")
    )


def test_the_states_have_their_counts_and_one_is_chosen(portal: Portal, officer: Visitor) -> None:
    let_apply(portal, 1)
    rejected = let_apply(portal, 2, email="a@x.example", state=ApplicationState.REJECTED)

    page = officer.get("/officer?state=rejected")

    assert "Submitted (1) In review (0) Query (0) Approved (0) Rejected (1) Expired (0) All (2)" in shown(
        page
    )
    assert rows(page) == [rejected]


@pytest.mark.parametrize("state", ["draft", "pending_email", "nonsense", "<script>", ""])
def test_a_state_that_no_officer_sees_shows_what_waits(portal: Portal, officer: Visitor, state: str) -> None:
    waits = let_apply(portal, 1)
    let_apply(portal, 2, email="a@x.example", state=ApplicationState.DRAFT)

    assert rows(officer.get("/officer", query_string={"state": state})) == [waits]


def test_drafts_and_unverified_ones_are_not_among_all(portal: Portal, officer: Visitor) -> None:
    waits = let_apply(portal, 1)
    let_apply(portal, 2, email="a@x.example", state=ApplicationState.DRAFT)
    let_apply(portal, 3, email="b@x.example", state=ApplicationState.PENDING_EMAIL)

    assert rows(officer.get("/officer?state=all")) == [waits]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("PID-20261110-00002", id="reference"),
        pytest.param("  00002 ", id="part of the reference"),
        pytest.param("teh tarik", id="name in small letters"),
        pytest.param("202601000002", id="registration number"),
        pytest.param("TEH-TARIK", id="name with another sign"),
        pytest.param("obrien", id="name without its sign"),
        pytest.param("o\u2019brien", id="name with a round sign"),
        pytest.param("pid 20261110 00002", id="reference with blanks"),
    ],
)
def test_a_search_finds_by_reference_name_and_number(portal: Portal, officer: Visitor, typed: str) -> None:
    let_apply(portal, 1)
    wanted = let_apply(portal, 2, email="a@x.example", name="O'BRIEN TEH TARIK ENTERPRISE")

    assert rows(officer.submit(officer.get("/officer"), {"search": typed})) == [wanted]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("%", id="per cent"),
        pytest.param("_", id="underscore"),
        pytest.param("'; drop table application; --", id="SQL"),
        pytest.param("<script>alert(1)</script>", id="script"),
        pytest.param("😀", id="emoji"),
        pytest.param("\u202eDIP", id="right-to-left mark"),
        pytest.param("x" * 5_000, id="too long"),
    ],
)
def test_a_search_for_nothing_that_is_there_says_so_and_keeps_what_was_typed(
    portal: Portal, officer: Visitor, typed: str
) -> None:
    let_apply(portal)

    page = officer.submit(officer.get("/officer"), {"search": typed})

    (field,) = [e for e in parse(page.get_data(as_text=True)).iter("input") if e.get("id") == "search"]
    assert (page.status_code, field.get("value")) == (200, typed)
    assert "No application in this state fits what you searched for." in shown(page)


def test_a_search_finds_by_the_employer_code_that_an_approval_gave(portal: Portal, officer: Visitor) -> None:
    let_apply(portal, 1)
    wanted = let_apply(portal, 2, email="a@x.example")
    approve(officer, wanted)
    with portal.session() as session:
        code = reviewing.read_application(session, wanted).employer_code

    page = officer.submit(officer.get("/officer"), {"search": code.lower()})

    assert rows(page) == [wanted]
    assert "Reference number, employer, registration number or employer code" in shown(page)


def test_a_search_for_a_sign_alone_looks_for_that_sign(portal: Portal, officer: Visitor) -> None:
    let_apply(portal)

    assert rows(officer.get("/officer", query_string={"search": "&"})) == []


def test_an_amended_application_is_marked_in_the_queue_and_says_when(
    portal: Portal, officer: Visitor
) -> None:
    let_apply(portal, 1)
    amended = let_apply(portal, 2, email="a@x.example")
    with portal.session(may_write=True) as session:
        row = get_by_reference(session, amended)
        note(session, row, "amended", now=row.created_at + timedelta(minutes=5))

    queue, page = officer.get("/officer"), officer.get(at(amended))

    assert shown(queue).count("Submitted Amended") == 1
    assert "Amended on 10/11/2026 09:05" in shown(page)


def test_a_search_looks_in_all_states_unless_one_is_chosen(portal: Portal, officer: Visitor) -> None:
    done = let_apply(portal, 1, state=ApplicationState.APPROVED)

    assert rows(officer.get("/officer?search=KEDAI")) == [done]


def test_twenty_are_on_a_page(portal: Portal, officer: Visitor) -> None:
    for number in range(1, 24):
        let_apply(portal, number, email=f"a{number}@x.example")

    first, second = officer.get("/officer"), officer.get("/officer?page=2")

    assert (len(rows(first)), rows(second)) == (20, [f"PID-20261110-{n:05}" for n in (21, 22, 23)])


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "1e9", "9" * 30, ""])
def test_a_page_that_there_is_none_of_shows_the_nearest(portal: Portal, officer: Visitor, page: str) -> None:
    waits = let_apply(portal)

    assert rows(officer.get("/officer", query_string={"page": page})) == [waits]
