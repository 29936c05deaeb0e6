"""How many links one e-mail address is mailed in an hour, and what whoever asks for more is told."""

import pytest

from tests.mock_portal.accounts.logging_in import EMAIL, NOBODY, problems
from tests.mock_portal.accounts.passwords import ask_for_link
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import EMAIL as APPLICANT
from tests.mock_portal.registration.filling import fill_all, reference_on

ASKED = "A link for this email address was asked for too often. Look for the newest email, also among the "
TOO_OFTEN = f"{ASKED}unwanted ones, or ask again in 60 minutes."
TERLALU_KERAP = (
    "Pautan bagi alamat emel ini terlalu kerap dimohon. Cari emel terbaharu, termasuk dalam emel yang tidak "
    "diingini, atau mohon semula dalam masa 60 minit."
)


@pytest.mark.parametrize("email", [EMAIL, NOBODY])
def test_the_sixth_reset_link_of_an_hour_is_refused_alike_for_every_address(
    portal: Portal, email: str
) -> None:
    pages = [ask_for_link(portal, email) for _ in range(6)]

    assert [page.status_code for page in pages] == [200] * 5 + [429]
    assert problems(pages[-1]) == [TOO_OFTEN]
    assert len(portal.mail()) == (5 if email == EMAIL else 0)


def test_it_is_said_in_malay_too(portal: Portal) -> None:
    portal.set(mailed_links=1)
    ask_for_link(portal)

    assert problems(ask_for_link(portal, language="ms")) == [TERLALU_KERAP]


def test_an_address_in_capitals_is_the_same_and_another_is_not(portal: Portal) -> None:
    portal.set(mailed_links=1)
    ask_for_link(portal)

    assert ask_for_link(portal, EMAIL.upper()).status_code == 429
    assert ask_for_link(portal, "hassan@contoh-maju.example").status_code == 200


def test_after_an_hour_of_the_world_a_link_is_mailed_again(portal: Portal) -> None:
    portal.set(mailed_links=1)
    ask_for_link(portal)
    portal.move_clock(minutes=59)
    early = ask_for_link(portal)
    portal.move_clock(minutes=1)

    late = ask_for_link(portal)

    assert problems(early) == [f"{ASKED}unwanted ones, or ask again in 1 minute."]
    assert (late.status_code, len(portal.mail())) == (200, 2)


def test_who_is_refused_still_counts_as_a_try_of_its_network_address(portal: Portal) -> None:
    portal.set(mailed_links=1, address_tries=3)

    statuses = [ask_for_link(portal).status_code for _ in range(4)]
    words = problems(ask_for_link(portal))

    assert statuses == [200, 429, 429, 429]
    assert words == ["Too many tries came from your network address. Try again in 15 minutes."]


def test_the_verification_mail_is_sent_again_five_times_and_the_last_link_goes_on_working(
    portal: Portal,
) -> None:
    visitor = portal.client()
    page = fill_all(visitor)
    for _ in range(5):
        page = visitor.submit(page, button="Send the email again")
        assert "An email with a new link is on its way." in page.text

    page = visitor.submit(page, button="Send the email again")

    assert (TOO_OFTEN in page.text, "is on its way" in page.text) == (True, False)
    assert len(portal.mail()) == 6  # the one that came with the application among them


def test_the_status_page_counts_with_it(portal: Portal) -> None:
    portal.set(mailed_links=1)
    visitor = portal.client()
    sent = fill_all(visitor)
    visitor.submit(sent, button="Send the email again")
    typed = {"reference": reference_on(sent), "email": "siti@baharu.example"}
    stands = visitor.submit(visitor.get("/employer/register/status"), typed)

    again = visitor.submit(stands, button="Send the email again")

    assert (TOO_OFTEN in again.text, len(portal.mail())) == (True, 2)


def test_links_of_a_registration_leave_the_reset_links_of_the_same_address_alone(portal: Portal) -> None:
    visitor = portal.client()
    page = fill_all(visitor)
    for _ in range(6):
        page = visitor.submit(page, button="Send the email again")

    forgotten = ask_for_link(portal, APPLICANT)

    assert TOO_OFTEN in page.text
    assert (forgotten.status_code, problems(forgotten)) == (200, [])


def test_reset_links_leave_the_links_of_a_registration_of_the_same_address_alone(portal: Portal) -> None:
    portal.set(mailed_links=1)
    visitor = portal.client()
    page = fill_all(visitor)
    refused = [ask_for_link(portal, APPLICANT) for _ in range(2)][-1]

    again = visitor.submit(page, button="Send the email again")

    assert refused.status_code == 429
    assert "An email with a new link is on its way." in again.text
