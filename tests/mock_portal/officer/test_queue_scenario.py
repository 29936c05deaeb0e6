"""The scenario `queue`: a world in which applications already wait for an officer."""

from email import message_from_bytes, policy

import pytest

from contributions.identifiers import mykad, ssm_number
from mock_portal.database import transaction
from mock_portal.inbox import service as inbox
from mock_portal.registration import reviewing
from mock_portal.registration.entities import is_number_of
from mock_portal.registration.industries import is_of_sector
from mock_portal.registration.places import is_in_state
from mock_portal.registration.reviewing import ApplicationView
from mock_portal.worlds.making import make_world
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import log_in, shown


@pytest.fixture
def world(portal: Portal) -> str:
    made = make_world(portal.edge, scenario="queue")
    portal.others.append(made)
    return made


@pytest.fixture
def officer(portal: Portal, world: str) -> Visitor:
    return log_in(portal.client(world=world))


def applications(portal: Portal, world: str) -> tuple[ApplicationView, ...]:
    with transaction(portal.edge.registry.world_file(world), may_write=False) as session:
        found = reviewing.list_for_review(session)
        return tuple(reviewing.read_application(session, item.reference) for item in found.items)


def test_four_applications_wait_the_oldest_first(officer: Visitor) -> None:
    page = shown(officer.get("/officer"))

    assert "Submitted (4)" in page
    assert page.index("PID-20261108-00001") < page.index("PID-20261110-00004")


def test_what_they_say_could_have_been_typed(portal: Portal, world: str) -> None:
    for view in applications(portal, world):
        company, who = view.company, view.representative
        assert company is not None
        assert who is not None
        assert is_number_of(company.entity, company.registration_no)
        assert is_of_sector(company.industry, company.sector)
        assert is_in_state(company.city, company.state)
        assert (ssm_number.is_valid(company.registration_no), mykad.is_valid(who.id_number)) == (True, True)


def test_their_documents_are_forms_and_scans_that_can_be_opened(
    portal: Portal, world: str, officer: Visitor
) -> None:
    (first, *_) = applications(portal, world)

    begin = {
        document.kind: officer.get(f"/officer/applications/{first.reference}/documents/{document.id}").data[
            :4
        ]
        for document in first.documents
    }

    assert begin == {
        "enrolment_form": b"%PDF",
        "borang_1": b"%PDF",
        "borang_2": b"%PDF",
        "identity": b"\x89PNG",
        "ssm_certificate": b"\x89PNG",
        "company_profile": b"\x89PNG",
    }


def test_a_link_in_the_mail_leads_to_the_world_in_which_the_officer_asked(
    portal: Portal, world: str, officer: Visitor
) -> None:
    (first, *_) = applications(portal, world)
    path = f"/officer/applications/{first.reference}"
    officer.submit(officer.get(path), button="Open for review")

    officer.submit(officer.get(f"{path}/query"), {"reason": "Hantar semula Borang 2"})

    portal.edge.sender.send_waiting(world)
    with transaction(portal.edge.registry.world_file(world), may_write=False) as session:
        (mail,) = inbox.all_mail(session)
        source = inbox.mail_source(session, mail.id)
    text = message_from_bytes(source, policy=policy.default).get_body(("plain",))
    assert text is not None
    (link,) = [line for line in text.get_content().splitlines() if line.startswith("http")]
    assert link.startswith(f"{portal.origin(world=world)}/ms/employer/register/amend?link={world}.")
    assert portal.client(world=world).get(link).status_code == 200
