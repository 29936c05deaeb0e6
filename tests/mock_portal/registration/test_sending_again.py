"""A mail about an application that was lost is sent again from the page that says how it stands."""

import pytest
from werkzeug.test import TestResponse

from mock_portal.registration import reviewing
from mock_portal.registration.reviewing import Reviewer
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.settings import Fault
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    EMAIL,
    STATUS,
    fill_company,
    fill_representative,
    heading,
    link_in,
    reference_on,
    text_of,
    verified,
)

QUESTION = "Send Borang 2 again.\nPage 3 is missing."
PEGAWAI = Reviewer(1, "PEGAWAI SATU")


def queried(portal: Portal) -> str:
    """The reference of an application about which the officer asks something."""
    reference = verified(portal, portal.client())
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        reviewing.open_for_review(session, reference, PEGAWAI, now)
        reviewing.query(session, reference, PEGAWAI, QUESTION, now)
    portal.mail()
    return reference


def draft(portal: Portal) -> str:
    visitor = portal.client()
    fill_company(visitor)
    return reference_on(fill_representative(visitor))


def stands(visitor: Visitor, reference: str) -> TestResponse:
    return visitor.submit(visitor.get(STATUS), {"reference": reference, "email": EMAIL})


def test_a_lost_query_is_mailed_again_with_a_new_link(portal: Portal) -> None:
    reference = queried(portal)
    lost = link_in(portal.mail()[-1])
    visitor = portal.client()
    portal.move_clock(days=2)

    told = visitor.submit(stands(visitor, reference), button="Send the email again")

    mail = portal.mail()[-1]
    assert "An email with a new link is on its way. The link before it works no more." in told.text
    assert (mail["To"], mail["Subject"]) == (EMAIL, f"A question about your application: {reference}")
    assert QUESTION in text_of(mail).replace("\r\n", "\n")
    assert heading(visitor.get(link_in(mail))) == "Amend the application"
    assert heading(visitor.get(lost)) == "A newer link was sent"


def test_a_query_that_is_mailed_again_gives_no_more_time_and_says_until_when(portal: Portal) -> None:
    reference = queried(portal)
    portal.move_clock(days=13)
    visitor = portal.client()

    visitor.submit(stands(visitor, reference), button="Send the email again")
    mail = portal.mail()[-1]
    portal.move_clock(days=1)

    assert "Submit it again before: 24/11/2026 09:00" in text_of(mail)
    assert heading(visitor.get(link_in(mail))) == "This link has expired"


def test_a_query_that_waits_for_the_mail_server_is_not_mailed_twice(portal: Portal) -> None:
    reference = queried(portal)
    before = len(portal.mail())
    visitor = portal.client()
    page = stands(visitor, reference)
    portal.fail(Fault("smtp", "down"))

    first = visitor.submit(page, button="Send the email again")
    second = visitor.submit(page, button="Send the email again")
    portal.fail()

    for told in (first, second):
        assert "The mail server does not answer just now." in told.text
        assert "Send the email again" not in told.text
    assert len(portal.mail()) == before + 1


def test_queries_are_mailed_as_seldom_as_other_links(portal: Portal) -> None:
    portal.set(mailed_links=1)
    reference = queried(portal)
    visitor = portal.client()
    page = visitor.submit(stands(visitor, reference), button="Send the email again")
    before = len(portal.mail())

    refused = visitor.submit(page, button="Send the email again")

    assert "on its way" not in refused.text
    assert len(portal.mail()) == before


def test_the_first_link_to_a_draft_is_not_said_to_replace_another(portal: Portal) -> None:
    reference = draft(portal)
    visitor = portal.client()

    first = visitor.submit(stands(visitor, reference), button=f"Send the link to {EMAIL}")
    second = visitor.submit(first, button=f"Send the link to {EMAIL}")

    assert "An email with the link is on its way." in first.text
    assert "works no more" not in first.text
    assert "An email with a new link is on its way. The link before it works no more." in second.text


@pytest.mark.parametrize(
    ("language", "button", "subject"),
    [
        pytest.param("en", f"Send the link to {EMAIL}", "Continue your application", id="English"),
        pytest.param("ms", f"Hantar pautan ke {EMAIL}", "Sambung permohonan anda", id="Malay"),
    ],
)
def test_a_link_is_mailed_in_the_language_of_the_page_that_it_was_asked_on(
    portal: Portal, language: str, button: str, subject: str
) -> None:
    reference = draft(portal)
    visitor = portal.client(language=language)

    visitor.submit(stands(visitor, reference), button=button)

    mail = portal.mail()[-1]
    assert mail["Subject"] == f"{subject}: {reference}"
    assert ("/ms/" in link_in(mail)) is (language == "ms")


def test_the_example_of_a_reference_number_is_nobodys(portal: Portal) -> None:
    reference = draft(portal)

    page = portal.client().get(STATUS)

    assert reference == "PID-20261110-00001"
    assert "It looks like PID-20260102-00042." in page.text
