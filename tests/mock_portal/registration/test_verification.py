"""From the reference number to the officer: the mailed link, and every way in which it can be wrong."""

import pytest

from mock_portal.accounts.issuing import issue_account
from mock_portal.registration import reviewing
from mock_portal.registration.reviewing import ApplicationState
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.settings import Fault
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import (
    EMAIL,
    fill_all,
    heading,
    link_in,
    reference_on,
    text_of,
    verified,
)


def state_of(portal: Portal, reference: str) -> ApplicationState:
    with portal.session() as session:
        return reviewing.read_application(session, reference).state


def sent_application(portal: Portal) -> tuple[str, str]:
    """A reference and the link that verifies it."""
    reference = reference_on(fill_all(portal.client()))
    return reference, link_in(portal.mail()[-1])


def test_an_application_waits_until_the_button_behind_the_mailed_link_was_pressed(portal: Portal) -> None:
    reference, link = sent_application(portal)
    mail = portal.mail()[-1]
    elsewhere = portal.client()  # the mail may be read on another machine

    page = elsewhere.get(link)
    looked_at = state_of(portal, reference)
    done = elsewhere.submit(page, button="Verify")

    assert mail["To"] == EMAIL
    assert mail["Subject"] == f"Verify your email address: {reference}"
    assert "24 hours" in text_of(mail)
    assert looked_at is ApplicationState.PENDING_EMAIL
    assert heading(done) == "Email address verified"
    assert state_of(portal, reference) is ApplicationState.SUBMITTED


def test_a_mail_in_malay_leads_to_a_page_in_malay(portal: Portal) -> None:
    visitor = portal.client(language="ms")
    fill_all(visitor)
    mail = portal.mail()[-1]

    page = visitor.get(link_in(mail))

    assert mail["Subject"].startswith("Sahkan alamat emel anda: PID-")
    assert heading(page) == "Sahkan alamat emel anda"


def test_a_link_works_once(portal: Portal) -> None:
    _, link = sent_application(portal)
    visitor = portal.client()
    page = visitor.get(link)
    visitor.submit(page, button="Verify")

    pressed_again = visitor.submit(page, button="Verify")
    opened_again = visitor.get(link)

    assert [heading(pressed_again), heading(opened_again)] == ["This link has been used"] * 2
    assert opened_again.status_code == 410
    assert "ask how the application stands" in opened_again.text


def test_after_24_hours_the_link_and_the_application_have_expired(portal: Portal) -> None:
    reference, link = sent_application(portal)

    portal.move_clock(hours=24)
    page = portal.client().get(link)

    assert heading(page) == "This link has expired"
    assert "Begin a new application." in page.text
    assert state_of(portal, reference) is ApplicationState.EXPIRED
    assert portal.mail()[-1]["Subject"] == f"Your application has expired: {reference}"


def test_a_minute_before_the_24_hours_are_over_the_link_still_works(portal: Portal) -> None:
    reference, link = sent_application(portal)

    portal.move_clock(hours=23, minutes=59)
    visitor = portal.client()
    visitor.submit(visitor.get(link), button="Verify")

    assert state_of(portal, reference) is ApplicationState.SUBMITTED


@pytest.mark.parametrize(
    "altered",
    [
        pytest.param(lambda link: link[:-1], id="its last character is missing"),
        pytest.param(lambda link: link[:-1] + ("a" if link[-1] != "a" else "b"), id="its last is another"),
        pytest.param(lambda link: link.partition("?")[0], id="only the address was copied"),
        pytest.param(lambda link: link[:-20] + link[-19:], id="one in its middle is missing"),
        pytest.param(lambda link: link + "%00%F0%9F%98%80", id="strange bytes follow"),
    ],
)
def test_an_altered_link_says_that_it_is_not_complete(portal: Portal, altered: object) -> None:
    reference, link = sent_application(portal)
    assert callable(altered)

    page = portal.client().get(altered(link))

    assert heading(page) == "This link is not complete"
    assert "copy all of it" in page.text
    assert state_of(portal, reference) is ApplicationState.PENDING_EMAIL


def test_a_link_opened_in_another_world_says_which_world_it_is_of(portal: Portal) -> None:
    _, link = sent_application(portal)
    other = portal.another_world()
    moved = link.replace(f"//{portal.world}.", f"//{other}.")

    page = portal.client(world=other).get(moved)

    assert heading(page) == "This link belongs to another world"
    assert f"world {portal.world}" in page.text


def test_a_new_link_takes_the_place_of_the_one_before(portal: Portal) -> None:
    visitor = portal.client()
    sent = fill_all(visitor)
    first = link_in(portal.mail()[-1])

    again = visitor.submit(sent, button="Send the email again")
    second = link_in(portal.mail()[-1])

    assert "An email with a new link is on its way." in again.text
    replaced = visitor.get(first)
    assert (replaced.status_code, heading(replaced)) == (410, "A newer link was sent")
    assert heading(visitor.get(second)) == "Verify your email address"


def test_no_email_is_said_to_be_sent_while_the_mail_server_is_down(portal: Portal) -> None:
    portal.fail(Fault("smtp", "down"))
    visitor = portal.client()
    sent = fill_all(visitor)
    asked = {"reference": reference_on(sent), "email": EMAIL}

    stands = visitor.submit(visitor.get("/employer/register/status"), asked)

    for page in (sent, stands):
        assert page.text.count("The mail server does not answer just now.") == 1
        assert "was sent to" not in page.text
        assert "Send the email again" not in page.text


@pytest.mark.parametrize("where", ["sent", "status"])
def test_an_email_that_waits_is_not_sent_a_second_time(portal: Portal, where: str) -> None:
    visitor = portal.client()
    sent = fill_all(visitor)
    asked = {"reference": reference_on(sent), "email": EMAIL}
    stands = visitor.submit(visitor.get("/employer/register/status"), asked)
    portal.mail()
    portal.fail(Fault("smtp", "down"))
    shown = {"sent": sent, "status": stands}[where]
    first = visitor.submit(shown, button="Send the email again")

    second = visitor.submit(shown, button="Send the email again")
    portal.fail()

    assert "The mail server does not answer just now." in first.text
    assert "The mail server does not answer just now." in second.text
    assert len(portal.mail()) == 2


def test_a_mail_server_that_is_down_is_told_and_the_mail_is_sent_when_it_is_up_again(portal: Portal) -> None:
    portal.fail(Fault("smtp", "down"))
    visitor = portal.client()

    sent = fill_all(visitor)
    portal.deliver()
    later = visitor.get("/employer/register/sent")
    portal.fail()
    mails = portal.mail()
    last = visitor.get("/employer/register/sent")

    assert "The mail server does not answer just now." in sent.text
    assert "The mail server does not answer just now." in later.text
    assert [mail["To"] for mail in mails] == [EMAIL]
    assert "The mail server does not answer" not in last.text
    assert f"sent to {EMAIL}" in last.text


def test_a_world_that_approves_by_itself_does_so_after_its_minutes(portal: Portal) -> None:
    portal.set(auto_approve_registrations=True, auto_approve_minutes=3)
    reference = verified(portal, portal.client())

    portal.move_clock(minutes=2)
    early = state_of(portal, reference)
    portal.move_clock(minutes=2)

    assert early is ApplicationState.SUBMITTED
    assert state_of(portal, reference) is ApplicationState.APPROVED
    assert portal.mail()[-1]["Subject"] == f"Your Portal ID is ready: {reference}"
    with portal.session() as session:
        history = reviewing.read_application(session, reference).history
    assert [line.who for line in history if line.what == "approved"] == ["automatic"]


def test_what_cannot_be_approved_by_itself_waits_for_an_officer(portal: Portal) -> None:
    portal.set(auto_approve_registrations=True, auto_approve_minutes=3)
    reference = verified(portal, portal.client())
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        issue_account(session, email=EMAIL, name="X", designation="", phone="", now=now)

    portal.move_clock(minutes=4)

    with portal.session() as session:
        seen = reviewing.read_application(session, reference)
    assert (seen.state, seen.taken_by_id) == (ApplicationState.SUBMITTED, None)


def test_an_officer_who_is_quicker_than_the_automatic_one_keeps_the_application(portal: Portal) -> None:
    portal.set(auto_approve_registrations=True, auto_approve_minutes=3)
    reference = verified(portal, portal.client())
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        reviewing.open_for_review(session, reference, reviewing.Reviewer(1, "PEGAWAI SATU"), now)

    portal.move_clock(minutes=4)

    with portal.session() as session:
        seen = reviewing.read_application(session, reference)
    assert (seen.state, seen.taken_by) == (ApplicationState.IN_REVIEW, "PEGAWAI SATU")
