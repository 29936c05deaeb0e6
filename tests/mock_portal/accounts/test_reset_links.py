"""Links that set no password: each has a page that says why and what to do (portal-flows 3.1; issue 4)."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from mock_portal.accounts.models import ResetRequest
from tests.mock_portal.accounts.logging_in import EMAIL, heading, problems, try_to_log_in
from tests.mock_portal.accounts.passwords import act, ask_for_link, change, newest_link, set_by_link, token_in
from tests.mock_portal.browsing import forms
from tests.mock_portal.conftest import Portal


def used(portal: Portal) -> str:
    ask_for_link(portal)
    link = newest_link(portal)
    set_by_link(portal, link)
    return link


def expired(portal: Portal) -> str:
    ask_for_link(portal)
    link = newest_link(portal)
    portal.move_clock(minutes=61)
    return link


def replaced(portal: Portal) -> str:
    ask_for_link(portal)
    link = newest_link(portal)
    ask_for_link(portal)
    return link


def overtaken(portal: Portal) -> str:
    ask_for_link(portal)
    visitor = portal.client()
    try_to_log_in(visitor)
    change(visitor)
    return newest_link(portal)


def altered(portal: Portal) -> str:
    ask_for_link(portal)
    link = newest_link(portal)
    return link[:-10] + ("A" if link[-10] != "A" else "B") + link[-9:]


def cut(portal: Portal) -> str:
    ask_for_link(portal)
    return newest_link(portal)[:-1]


def without_token(portal: Portal) -> str:
    return f"{portal.origin()}/employer/reset-password"


def of_another_world(portal: Portal) -> str:
    ask_for_link(portal)
    return newest_link(portal).replace(portal.origin(), portal.origin(world=portal.another_world()))


def of_a_closed_id(portal: Portal) -> str:
    ask_for_link(portal)
    link = newest_link(portal)
    act(portal, "disable")
    return link


def forgotten_by_the_world(portal: Portal) -> str:
    ask_for_link(portal)
    link = newest_link(portal)
    with portal.session(may_write=True) as session:
        session.delete(session.scalars(select(ResetRequest)).one())
    return link


BAD_LINKS = [
    (used, 410, "This link has been used", "Pautan ini telah digunakan"),
    (expired, 410, "This link has expired", "Pautan ini telah tamat tempoh"),
    (replaced, 410, "A newer link was sent", "Pautan yang lebih baharu telah dihantar"),
    (overtaken, 410, "This link is not needed any more", "Pautan ini tidak diperlukan lagi"),
    (altered, 410, "This link is not complete", "Pautan ini tidak lengkap"),
    (cut, 410, "This link is not complete", "Pautan ini tidak lengkap"),
    (without_token, 410, "This link is not complete", "Pautan ini tidak lengkap"),
    (of_another_world, 410, "This link belongs to another world", "Pautan ini milik dunia lain"),
    (of_a_closed_id, 422, "This ID is closed", "ID ini telah ditutup"),
    (forgotten_by_the_world, 410, "This link is not complete", "Pautan ini tidak lengkap"),
]


@pytest.mark.parametrize(
    ("make", "status", "english", "malay"), BAD_LINKS, ids=[b[0].__name__ for b in BAD_LINKS]
)
def test_a_link_that_does_not_work_has_a_page_that_says_why_and_what_to_do(
    portal: Portal, make: Callable[[Portal], str], status: int, english: str, malay: str
) -> None:
    link = make(portal)

    page = portal.client().get(link)
    in_malay = portal.client(language="ms").get(link.replace("/employer/", "/ms/employer/"))

    assert (page.status_code, heading(page)) == (status, english)
    assert heading(in_malay) == malay
    assert 'href="/employer/forgot-password"' in page.text
    assert 'href="/ms/employer/forgot-password"' in in_malay.text


@pytest.mark.parametrize(
    ("make", "status"), [(b[0], b[1]) for b in BAD_LINKS], ids=[b[0].__name__ for b in BAD_LINKS]
)
def test_a_link_that_does_not_work_sets_no_password_either(
    portal: Portal, make: Callable[[Portal], str], status: int
) -> None:
    link = make(portal)
    visitor = portal.client(world=portal.others[0] if portal.others else None)
    token = forms(visitor.get("/employer/login"))[0].values["csrf_token"]

    sent = {"csrf_token": token, "new": "Pencuri#2026", "confirm": "Pencuri#2026"}
    sent |= {"token": token_in(link)} if "token=" in link else {}
    answer = visitor.post("/employer/reset-password", data=sent)

    assert answer.status_code == status
    act(portal, "enable") if make is of_a_closed_id else None
    assert problems(try_to_log_in(portal.client(), EMAIL, "Pencuri#2026")) == [
        "Invalid email address or password."
    ]


def test_a_link_of_another_world_names_that_world(portal: Portal) -> None:
    page = portal.client().get(of_another_world(portal))

    assert f"The world {portal.world} of this mock portal sent it." in page.text
