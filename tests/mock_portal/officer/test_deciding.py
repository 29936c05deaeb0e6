"""An officer opens, queries, rejects and approves: what follows, what is mailed, and who was first."""

from collections.abc import Callable

import pytest

from mock_portal.registration import reviewing
from mock_portal.registration.states import ApplicationState as State
from mock_portal.worlds.settings import Fault
from tests.mock_portal.browsing import Visitor, parse
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import (
    approve,
    at,
    heading,
    notices,
    open_it,
    problems,
    say_why,
    shown,
    state_of,
)
from tests.mock_portal.officer.waiting import EMAIL, let_apply

REASON = "Send Borang 2 again: page 3 is missing."
_INVISIBLE = "This text holds an invisible character. Delete the text and type it by hand."
OfficerLogIn = Callable[..., Visitor]


def test_looking_at_an_application_changes_nothing(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)

    page = officer.get(at(reference))

    assert heading(page) == f"Application {reference}"
    assert state_of(portal, reference) is State.SUBMITTED


def test_opening_it_takes_it_and_offers_the_three_decisions(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)

    page = open_it(officer, reference)

    assert state_of(portal, reference) is State.IN_REVIEW
    assert "Decide Approve Query Reject" in shown(page)


def test_an_approval_asks_first_and_says_what_it_will_do(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)

    page = officer.submit(open_it(officer, reference), button="Approve")

    assert (heading(page), state_of(portal, reference)) == ("Approve this application?", State.IN_REVIEW)
    assert f"An employer code is issued, the Portal ID {EMAIL} is made" in shown(page)


def test_an_approval_gives_employer_code_and_portal_id_and_mails_the_password(
    portal: Portal, officer: Visitor
) -> None:
    reference = let_apply(portal)

    page = approve(officer, reference)

    with portal.session() as session:
        view = reviewing.read_application(session, reference)
    (mail,) = portal.mail()
    body = mail.get_body(("plain",))
    assert (heading(page), view.state, view.portal_id) == ("Application approved", State.APPROVED, EMAIL)
    (panel,) = notices(page)
    assert panel == (
        f"KEDAI BAHARU SDN. BHD. Employer Code {view.employer_code} Portal ID {EMAIL} "
        f"The temporary password goes by email to {EMAIL}, which says until when it works."
    )
    assert body is not None
    assert (mail["To"], view.employer_code in body.get_content()) == (EMAIL, True)


def test_no_page_of_an_officer_shows_the_temporary_password(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)

    approve(officer, reference)

    (mail,) = portal.mail()
    body = mail.get_body(("plain",))
    assert body is not None
    (line,) = [one for one in body.get_content().splitlines() if one.startswith("Temporary password: ")]
    password = line.removeprefix("Temporary password: ")
    pages = [officer.get(at(reference)), officer.get(at(reference, "/result")), officer.get("/officer/audit")]
    assert password
    assert [page for page in pages if password in page.get_data(as_text=True)] == []


def test_the_result_leads_on_to_the_next_application(portal: Portal, officer: Visitor) -> None:
    first = let_apply(portal, 1)
    second = let_apply(portal, 2, email="a@x.example")

    page = approve(officer, first)

    assert f'href="{at(second)}"' in page.get_data(as_text=True)


@pytest.mark.parametrize(
    ("what", "state", "title", "told"),
    [
        ("query", State.QUERY, "Query sent", "Your question goes by email to"),
        ("reject", State.REJECTED, "Application rejected", "Your reason goes by email to"),
    ],
)
def test_a_query_and_a_rejection_take_the_reason_to_the_applicant(  # noqa: PLR0913, PLR0917 - two decisions
    portal: Portal, officer: Visitor, what: str, state: State, title: str, told: str
) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)

    page = say_why(officer, reference, what, REASON)

    (mail,) = portal.mail()
    body = mail.get_body(("plain",))
    assert (heading(page), state_of(portal, reference)) == (title, state)
    assert f"{told} {EMAIL}." in shown(page)
    assert REASON in shown(page)
    assert body is not None
    assert (mail["To"], REASON in body.get_content()) == (EMAIL, True)


@pytest.mark.parametrize("what", ["query", "reject"])
def test_the_lines_of_a_reason_stay_lines_in_the_mail_and_on_the_page_that_follows(
    portal: Portal, officer: Visitor, what: str
) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)

    page = say_why(officer, reference, what, "1. Borang 2 & page 3\r\n2. The letter")

    (mail,) = portal.mail()
    html = mail.get_body(("html",))
    assert html is not None
    assert "<td>1. Borang 2 &amp; page 3<br>2. The letter</td>" in html.get_content()
    assert '<dd class="kept-lines">1. Borang 2 &amp; page 3\n2. The letter</dd>' in page.text


@pytest.mark.parametrize("what", ["query", "reject"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("", "Write what the applicant has to know", id="empty"),
        pytest.param(" \r\n\t ", "Write what the applicant has to know", id="blanks"),
        pytest.param("\u202eecalper\u202c", _INVISIBLE, id="right-to-left mark"),
        pytest.param("pay\u200bment", _INVISIBLE, id="blank without width"),
        pytest.param("\u2067left\u2069", _INVISIBLE, id="mark that isolates"),
        pytest.param("x" * 2_001, "A reason has at most 2,000 characters", id="too long"),
    ],
)
def test_a_reason_that_is_none_is_said_at_its_field_and_kept(
    portal: Portal, officer: Visitor, what: str, typed: str, said: str
) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)

    page = say_why(officer, reference, what, typed)

    (field,) = parse(page.get_data(as_text=True)).iter("textarea")
    assert (problems(page), state_of(portal, reference)) == ([said], State.IN_REVIEW)
    assert (field.text or "").strip() == typed.strip()
    assert portal.mail() == ()


def test_a_missing_reason_is_said_in_malay(portal: Portal, log_in_officer: OfficerLogIn) -> None:
    reference = let_apply(portal)
    officer = log_in_officer(language="ms")
    officer.submit(officer.get(at(reference)), button="Buka untuk semakan")

    assert problems(say_why(officer, reference, "query", "")) == [
        "Tulis perkara yang perlu diketahui oleh pemohon"
    ]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("<script>alert(1)</script><img src=x onerror=alert(1)>", id="script"),
        pytest.param("😀 Hantar semula Borang 2", id="emoji"),
        pytest.param("line 1\r\nline 2\tand a tab", id="two lines"),
        pytest.param("Subject: x\r\nBcc: everybody@x.example", id="mail header"),
        pytest.param("x" * 2_000, id="longest"),
    ],
)
def test_a_reason_of_any_characters_arrives_as_it_was_typed(
    portal: Portal, officer: Visitor, typed: str
) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)

    page = say_why(officer, reference, "reject", typed)

    (mail,) = portal.mail()
    body = mail.get_body(("plain",))
    assert body is not None
    wanted = typed.replace("\r\n", "\n")
    arrived = body.get_content().replace("\r\n", "\n")
    assert (page.status_code, wanted in arrived, mail["Bcc"]) == (200, True, None)
    assert "<script>alert" not in page.get_data(as_text=True)


def test_an_address_that_somebody_else_got_meanwhile_is_said_and_nothing_is_made(
    portal: Portal, officer: Visitor
) -> None:
    reference = let_apply(portal, email="aminah@contoh-maju.example")

    page = approve(officer, reference)

    assert problems(page) == [
        "The email address is the Portal ID of somebody else by now. Send a query and ask for another one."
    ]
    assert state_of(portal, reference) is State.IN_REVIEW


@pytest.mark.parametrize(
    "path",
    ["/officer/applications/PID-20261110-99999", "/officer/applications/x/query", "/officer/applications/😀"],
)
def test_an_application_that_is_not_there_is_a_page_that_says_so(officer: Visitor, path: str) -> None:
    answer = officer.get(path)

    assert (answer.status_code, heading(answer)) == (404, "Page not found")


def test_switching_the_language_keeps_the_reason_that_was_typed(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)
    open_it(officer, reference)
    page = officer.get(at(reference, "/query"))

    data = {"reason": REASON, "switch_language": "ms"}
    switched = officer.post(f"/ms{at(reference, '/query')}", data=data)

    assert page.status_code == 200
    assert (heading(switched), REASON in switched.get_data(as_text=True)) == ("Hantar pertanyaan", True)


def test_a_decision_stands_while_the_mail_server_is_down_and_the_page_says_that_the_mail_waits(
    portal: Portal, officer: Visitor
) -> None:
    reference = let_apply(portal)
    portal.fail(Fault("smtp", "down"))
    approve(officer, reference)
    while_down = portal.mail()

    page = officer.get(at(reference, "/result"))
    portal.fail()

    assert while_down == ()
    assert (
        f"The mail server does not answer just now. The email to {EMAIL} waits and is sent by itself"
        in shown(page)
    )
    assert [mail["To"] for mail in portal.mail()] == [EMAIL]
    assert "The mail server" not in shown(officer.get(at(reference, "/result")))
