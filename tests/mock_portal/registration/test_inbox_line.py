"""Where the mail is of which a page speaks: this mock sends none to real addresses."""

import pytest
from werkzeug.test import TestResponse

from mock_portal.registration import reviewing
from mock_portal.registration.reviewing import Reviewer
from mock_portal.worlds.models import WorldState
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    DECLARATION,
    EMAIL,
    STATUS,
    declare,
    fill_all,
    fill_company,
    fill_representative,
    link_in,
    reference_on,
    verified,
)

OFFICER = Reviewer(1, "PEGAWAI SATU")


def decided(portal: Portal, reference: str, decision: str) -> None:
    """An officer has decided, or has the application open."""
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        reviewing.open_for_review(session, reference, OFFICER, now)
        if decision == "query":
            reviewing.query(session, reference, OFFICER, "The SSM certificate cannot be read.", now)
        elif decision == "reject":
            reviewing.reject(session, reference, OFFICER, "No employees.", now)
        elif decision == "approve":
            reviewing.approve(session, reference, OFFICER, now)


def status_of(portal: Portal, reference: str) -> TestResponse:
    visitor = portal.client()
    return visitor.submit(visitor.get(STATUS), {"reference": reference, "email": EMAIL})


def leads_to_the_inbox(portal: Portal, page: TestResponse) -> bool:
    link = f'<a href="{portal.origin("inbox")}/">Open the inbox</a>'
    return f"Mail of this mock portal is in its own inbox: {link}" in page.text


def test_the_page_after_submitting_and_after_sending_again_leads_to_the_inbox(portal: Portal) -> None:
    visitor = portal.client()

    sent = fill_all(visitor)
    again = visitor.submit(sent, button="Send the email again")

    assert [leads_to_the_inbox(portal, page) for page in (sent, again)] == [True, True]


def test_in_malay_it_leads_to_the_inbox_in_malay(portal: Portal) -> None:
    sent = fill_all(portal.client(language="ms"))

    link = f'<a href="{portal.origin("inbox")}/ms/">Buka peti masuk</a>'
    assert f"Emel portal olok-olok ini berada dalam peti masuknya sendiri: {link}" in sent.text


def test_the_pages_after_verifying_and_after_amending_lead_to_the_inbox(portal: Portal) -> None:
    visitor = portal.client()
    reference = reference_on(fill_all(visitor))
    done = visitor.submit(visitor.get(link_in(portal.mail()[-1])), button="Verify")
    decided(portal, reference, "query")
    visitor.submit(visitor.get(link_in(portal.mail()[-1])), button="Amend")

    amended = declare(visitor)

    assert [leads_to_the_inbox(portal, page) for page in (done, amended)] == [True, True]


@pytest.mark.parametrize(
    ("decision", "speaks_of_mail"),
    [
        pytest.param("query", True, id="query"),
        pytest.param("approve", True, id="approved"),
        pytest.param("reject", True, id="rejected"),
        pytest.param("open", False, id="in review"),
        pytest.param("", False, id="submitted"),
    ],
)
def test_the_status_leads_to_the_inbox_where_it_speaks_of_mail(
    portal: Portal, decision: str, speaks_of_mail: bool
) -> None:
    reference = verified(portal, portal.client())
    if decision:
        decided(portal, reference, decision)

    assert leads_to_the_inbox(portal, status_of(portal, reference)) is speaks_of_mail


def test_the_page_that_asks_for_the_link_of_a_mail_again_leads_to_the_inbox(portal: Portal) -> None:
    reference = verified(portal, portal.client())
    decided(portal, reference, "query")
    link = link_in(portal.mail()[-1])
    first, second = portal.client(), portal.client()
    first.submit(first.get(link), button="Amend")
    second.submit(second.get(link), button="Amend")

    assert leads_to_the_inbox(portal, first.get(DECLARATION))


def test_the_status_of_a_draft_leads_to_the_inbox(portal: Portal) -> None:
    visitor = portal.client()
    fill_company(visitor)
    reference = reference_on(fill_representative(visitor))

    assert leads_to_the_inbox(portal, status_of(portal, reference))


def test_the_status_of_what_waits_for_verification_leads_to_the_inbox(portal: Portal) -> None:
    reference = reference_on(fill_all(portal.client()))

    assert leads_to_the_inbox(portal, status_of(portal, reference))
