"""One application in two browsers: it is changed in the one that opened it last, and the other is told so."""

import pytest
from sqlalchemy import delete
from werkzeug.test import TestResponse

from mock_portal.registration import reviewing
from mock_portal.registration.models import Application, ApplicationEvent
from mock_portal.registration.reviewing import ApplicationState, Reviewer
from mock_portal.worlds.models import WorldState
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    COMPANY,
    DECLARATION,
    DOCUMENTS,
    REPRESENTATIVE,
    START,
    STATUS,
    declare,
    fill_company,
    fill_representative,
    heading,
    link_in,
    upload,
    verified,
)

ELSEWHERE = "This application was opened in another browser"


def queried(portal: Portal, *, language: str = "en") -> tuple[str, str]:
    """The reference of an application that an officer asked something about, and the link of the mail."""
    reference = verified(portal, portal.client(language=language))
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        officer = Reviewer(1, "PEGAWAI SATU")
        reviewing.open_for_review(session, reference, officer, now)
        reviewing.query(session, reference, officer, "The SSM certificate cannot be read.", now)
    return reference, link_in(portal.mail()[-1])


def amending(portal: Portal, link: str, *, language: str = "en") -> Visitor:
    """A browser that opened the link and pressed Amend."""
    visitor = portal.client(language=language)
    visitor.submit(visitor.get(link), button="Pinda" if language == "ms" else "Amend")
    return visitor


@pytest.mark.parametrize("path", [COMPANY, REPRESENTATIVE, DOCUMENTS, DECLARATION])
def test_the_browser_before_is_told_that_another_one_amends_now(portal: Portal, path: str) -> None:
    reference, link = queried(portal)
    first = amending(portal, link)
    amending(portal, link)

    page = first.get(path, follow_redirects=True)

    assert (page.status_code, heading(page)) == (409, ELSEWHERE)
    assert reference in page.text
    assert "Open the link of the officer's email again: then it can be changed here." in page.text


def test_it_is_said_in_malay_too(portal: Portal) -> None:
    _, link = queried(portal, language="ms")
    first = amending(portal, link, language="ms")
    amending(portal, link, language="ms")

    page = first.get(DECLARATION)

    assert heading(page) == "Permohonan ini telah dibuka dalam pelayar lain"
    assert "Buka semula pautan dalam emel pegawai" in page.text


def test_the_link_of_the_mail_brings_it_back(portal: Portal) -> None:
    _, link = queried(portal)
    first = amending(portal, link)
    second = amending(portal, link)

    first.submit(first.get(link), button="Amend")

    assert heading(first.get(DECLARATION)) == "Declaration"
    assert heading(second.get(DECLARATION)) == ELSEWHERE


def test_what_is_sent_from_the_browser_before_is_not_kept_and_that_is_said(portal: Portal) -> None:
    _, link = queried(portal)
    first = amending(portal, link)
    page = first.get(REPRESENTATIVE)
    second = amending(portal, link)

    answer = first.submit(page, {"designation": "Director"})

    assert heading(answer) == ELSEWHERE
    assert "What you sent just now was not kept." in answer.text
    assert "Director" not in second.get(REPRESENTATIVE).text


def test_a_script_that_uploads_is_sent_to_the_page_that_says_so(portal: Portal) -> None:
    _, link = queried(portal)
    first = amending(portal, link)
    page = first.get(DOCUMENTS)
    amending(portal, link)

    answer = first.submit(
        page, {"kind": "other", "file": (b"", "a.pdf")}, headers={"Accept": "application/json"}
    )

    assert answer.get_json() == {"next": DOCUMENTS}


def test_a_draft_that_goes_on_elsewhere_is_brought_back_by_a_new_link(portal: Portal) -> None:
    first = portal.client()
    fill_company(first)
    fill_representative(first)
    _ask_for_the_link(first, "PID-20261110-00001")
    other = portal.client()
    other.submit(other.get(link_in(portal.mail()[-1])), button="Continue")

    page = first.get(REPRESENTATIVE)

    assert heading(page) == ELSEWHERE
    assert "let a new link be mailed to you" in page.text
    assert f'href="{STATUS}"' in page.text


def test_after_it_was_sent_again_from_the_other_browser_that_is_said(portal: Portal) -> None:
    reference, link = queried(portal)
    first = amending(portal, link)
    second = amending(portal, link)
    upload(second, "ssm_certificate", name="clearer.pdf")
    declare(second)

    page = first.get(DECLARATION)

    assert heading(page) == ELSEWHERE
    assert "It can no longer be changed." in page.text
    with portal.session() as session:
        assert reviewing.read_application(session, reference).state is ApplicationState.SUBMITTED


def test_the_first_page_says_so_and_begins_another_application(portal: Portal) -> None:
    reference, link = queried(portal)
    first = amending(portal, link)
    amending(portal, link)

    page = first.get(START)
    begun = first.submit(page, {"kind": "new"})

    assert f"Your application {reference} was opened in another browser." in page.text
    assert heading(begun) == "Company information"


def test_a_world_that_was_set_back_begins_anew_though_its_numbers_come_again(portal: Portal) -> None:
    visitor = portal.client()
    fill_company(visitor)
    with portal.session(may_write=True) as session:
        session.execute(delete(ApplicationEvent))
        session.execute(delete(Application))
    portal.move_clock(minutes=1)
    fill_company(portal.client())

    page = visitor.get(REPRESENTATIVE, follow_redirects=True)

    assert heading(page) == "Portal ID Registration"


def _ask_for_the_link(visitor: Visitor, reference: str) -> TestResponse:
    stands = visitor.submit(visitor.get(STATUS), {"reference": reference, "email": "siti@baharu.example"})
    return visitor.submit(stands, button="Send the link to siti@baharu.example")
