"""Forgot Password and the link that sets a new one (portal-flows 3.1)."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from mock_portal.accounts.models import AccountState, ResetRequest
from mock_portal.worlds.models import OutboxItem, SeenRequest
from mock_portal.worlds.settings import Fault
from tests.mock_portal.accounts.logging_in import (
    EMAIL,
    NOBODY,
    PASSWORD,
    change_account,
    heading,
    problems,
    try_to_log_in,
)
from tests.mock_portal.accounts.passwords import (
    NEW,
    act,
    ask_for_link,
    link_in,
    newest_link,
    set_by_link,
    token_in,
)
from tests.mock_portal.browsing import Visitor, forms
from tests.mock_portal.conftest import Portal


@pytest.mark.parametrize("path", ["/employer/login", "/employer/login/password"])
def test_the_way_there_is_on_both_steps_of_the_log_in(portal: Portal, path: str) -> None:
    visitor = portal.client()
    visitor.submit(visitor.get("/employer/login"), {"email": EMAIL})

    assert '<a href="/employer/forgot-password">Forgot Password</a>' in visitor.get(path).text


def test_the_email_typed_at_the_log_in_need_not_be_typed_again(portal: Portal) -> None:
    visitor = portal.client()
    visitor.submit(visitor.get("/employer/login"), {"email": EMAIL})

    (form,) = [form for form in forms(visitor.get("/employer/forgot-password")) if "email" in form.fields]

    assert form.values["email"] == EMAIL


@pytest.mark.parametrize("email", [EMAIL, NOBODY])
@pytest.mark.parametrize(
    ("language", "title", "says"),
    [
        ("en", "Look for our email", "If the email is registered, a reset link has been sent."),
        ("ms", "Semak emel daripada kami", "Jika emel berdaftar, pautan set semula telah dihantar."),
    ],
)
def test_the_answer_is_the_same_whether_or_not_the_email_exists(
    portal: Portal, language: str, email: str, title: str, says: str
) -> None:
    page = ask_for_link(portal, email, language=language)

    assert heading(page) == title
    assert says in page.text
    assert email not in page.text


def test_the_same_rows_are_written_whether_or_not_the_email_exists(portal: Portal) -> None:
    written = []
    for email in (EMAIL, NOBODY):
        ask_for_link(portal, email)
        with portal.session() as session:
            counts = [len(session.scalars(select(table.id)).all()) for table in (ResetRequest, OutboxItem)]
        written.append(counts)

    assert written == [[1, 1], [2, 2]]


def test_a_mail_goes_to_whoever_is_registered_and_to_nobody_else(portal: Portal) -> None:
    ask_for_link(portal, f" {EMAIL.upper()} ")
    ask_for_link(portal, NOBODY)

    assert [mail["To"] for mail in portal.mail()] == [EMAIL]


@pytest.mark.parametrize(
    ("language", "subject", "path"),
    [
        ("en", "Set a new password for your Portal ID", "/employer/reset-password"),
        ("ms", "Tetapkan kata laluan baharu bagi ID Portal anda", "/ms/employer/reset-password"),
    ],
)
def test_the_mail_is_html_and_text_in_the_language_of_the_page_where_it_was_asked_for(
    portal: Portal, language: str, subject: str, path: str
) -> None:
    ask_for_link(portal, language=language)

    (mail,) = portal.mail()
    link, html = link_in(mail), mail.get_body(("html",))
    assert html is not None
    assert mail["Subject"] == subject
    assert link.startswith(f"{portal.origin()}{path}?token=")
    assert f'<a href="{link}">' in html.get_content()
    assert f'<html lang="{language}">' in html.get_content()


def test_the_link_sets_a_password_and_leads_to_the_log_in(portal: Portal) -> None:
    ask_for_link(portal)

    page = set_by_link(portal, newest_link(portal))

    assert page.request.path == "/employer/login"
    assert "Your password has been set. Log in with the new one." in page.text
    assert problems(try_to_log_in(portal.client())) == ["Invalid email address or password."]
    assert try_to_log_in(portal.client(), EMAIL, NEW).request.path == "/employer/home"


@pytest.mark.parametrize(("language", "title"), [("en", "Reset Password"), ("ms", "Set Semula Kata Laluan")])
def test_the_page_of_the_link_opens_in_both_languages(portal: Portal, language: str, title: str) -> None:
    ask_for_link(portal)
    token = token_in(newest_link(portal))

    page = portal.client(language=language).get(f"/employer/reset-password?token={token}")

    assert (page.status_code, heading(page)) == (200, title)


def test_looking_at_the_page_of_a_link_does_not_use_it_up(portal: Portal) -> None:
    ask_for_link(portal)
    link = newest_link(portal)

    for _ in range(3):
        portal.client().get(link)

    assert set_by_link(portal, link).request.path == "/employer/login"


@pytest.mark.parametrize(("minutes", "opens"), [(59, True), (60, False)])
def test_a_link_works_for_sixty_minutes(portal: Portal, minutes: int, *, opens: bool) -> None:
    ask_for_link(portal)
    link = newest_link(portal)
    portal.move_clock(minutes=minutes)

    page = portal.client().get(link)

    assert (page.status_code, heading(page)) == (
        (200, "Reset Password") if opens else (410, "This link has expired")
    )


@pytest.mark.parametrize(
    ("new", "confirm", "said"),
    [
        pytest.param("", "", ["Enter a new password", "Enter the new password again"], id="nothing"),
        pytest.param(NEW, "Other#2027", ["The two new passwords are not the same"], id="typed otherwise"),
        pytest.param("Aa1#567", "Aa1#567", ["The new password must have 8 to 20 characters"], id="short"),
        pytest.param(
            PASSWORD, PASSWORD, ["The new password must not be one of your last 3"], id="same as old"
        ),
    ],
)
def test_a_password_that_is_refused_leaves_the_link_as_it_was(
    portal: Portal, new: str, confirm: str, said: list[str]
) -> None:
    ask_for_link(portal)
    link = newest_link(portal)

    refused = set_by_link(portal, link, new, confirm=confirm)

    assert (heading(refused), problems(refused)) == ("Reset Password", said)
    assert set_by_link(portal, link).request.path == "/employer/login"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("", "Enter your email address", id="nothing"),
        pytest.param("aminah", "Enter an email address like name@example.com", id="no address"),
        pytest.param("a@b", "Enter an email address like name@example.com", id="no domain"),
        pytest.param("a b@c.my", "Enter an email address like name@example.com", id="a space"),
        pytest.param("a" * 250 + "@x.my", "An email address has at most 254 characters", id="too long"),
    ],
)
def test_an_email_that_is_none_is_refused_in_words_and_kept(portal: Portal, typed: str, said: str) -> None:
    page = ask_for_link(portal, typed)

    (form,) = [form for form in forms(page) if "email" in form.fields]
    assert (problems(page), form.values["email"]) == ([said], typed)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("<script>alert(1)</script>@x.my", id="a script"),
        pytest.param("\U0001f512@x.my", id="an emoji"),
        pytest.param("';drop--@x.my", id="an SQL sentence"),
    ],
)
def test_a_strange_email_gets_the_same_answer_and_no_mail(portal: Portal, typed: str) -> None:
    page = ask_for_link(portal, typed)

    assert heading(page) == "Look for our email"
    assert typed not in page.text
    assert portal.mail() == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param(
            "\u202eaminah@contoh-maju.example", "\u202eaminah@contoh-maju.example", id="right to left"
        ),
        pytest.param("a\x00@x.my", "a@x.my", id="a character that no page can hold"),
        pytest.param("a\uffff@x.my", "a@x.my", id="a character that is none"),
    ],
)
def test_an_invisible_character_in_an_email_is_said(portal: Portal, typed: str, kept: str) -> None:
    page = ask_for_link(portal, typed)

    (form,) = [form for form in forms(page) if "email" in form.fields]
    said = "This text holds an invisible character. Delete the text and type it by hand."
    assert (problems(page), form.values["email"]) == ([said], kept)
    assert portal.mail() == ()


def test_a_reset_opens_a_lock(portal: Portal) -> None:
    for _ in range(5):
        try_to_log_in(portal.client(), password="wrong")
    ask_for_link(portal)

    set_by_link(portal, newest_link(portal))

    assert try_to_log_in(portal.client(), EMAIL, NEW).request.path == "/employer/home"


def test_a_reset_makes_an_expired_temporary_password_a_lasting_one(portal: Portal) -> None:
    change_account(portal, state=AccountState.TEMPORARY_PASSWORD)
    portal.move_clock(days=8)
    ask_for_link(portal)

    set_by_link(portal, newest_link(portal))

    assert try_to_log_in(portal.client(), EMAIL, NEW).request.path == "/employer/home"


def test_until_the_link_is_used_the_old_password_goes_on(portal: Portal) -> None:
    ask_for_link(portal)
    portal.move_clock(minutes=61)

    assert try_to_log_in(portal.client()).request.path == "/employer/home"


def test_a_reset_ends_every_session_and_says_why(portal: Portal, signed_in: Visitor) -> None:
    ask_for_link(portal)
    set_by_link(portal, newest_link(portal))

    told = signed_in.get("/employer/home", follow_redirects=True)

    assert heading(told) == "Session ended"
    assert "The password of your ID was changed" in told.text


def test_a_reset_in_a_browser_where_somebody_is_logged_in_leads_to_the_log_in_too(
    portal: Portal, log_in: Callable[..., Visitor]
) -> None:
    lim = log_in("lim@teladan.example", "Teladan#2026")
    ask_for_link(portal)
    page = lim.get(newest_link(portal))

    after = lim.submit(page, {"new": NEW, "confirm": NEW})

    assert after.request.path == "/employer/login"


def test_a_mail_says_that_the_password_was_set(portal: Portal) -> None:
    ask_for_link(portal)
    set_by_link(portal, newest_link(portal))

    assert [mail["Subject"] for mail in portal.mail()] == [
        "Set a new password for your Portal ID",
        "Your password was changed",
    ]


def test_a_closed_id_is_told_by_mail_why_it_gets_no_link(portal: Portal) -> None:
    act(portal, "disable")

    page = ask_for_link(portal)

    (mail,) = portal.mail()
    assert heading(page) == "Look for our email"
    assert mail["Subject"] == "Your Portal ID is closed"
    assert "reset-password" not in mail.as_string()


def test_while_the_mail_server_is_down_the_page_says_that_the_mail_waits(portal: Portal) -> None:
    portal.fail(Fault(at="smtp", mode="down"))
    pages = [ask_for_link(portal, email) for email in (EMAIL, NOBODY)]
    down = portal.mail()
    portal.fail()

    assert ["Our mail server does not answer at the moment." in page.text for page in pages] == [True, True]
    assert ["has been sent" in page.text for page in pages] == [False, False]
    assert down == ()
    assert [mail["To"] for mail in portal.mail()] == [EMAIL]


def test_the_journal_does_not_hold_what_a_link_carries(portal: Portal) -> None:
    ask_for_link(portal)
    link = newest_link(portal)
    portal.client().get(link)
    portal.edge.journal.flush()

    with portal.session() as session:
        seen = session.scalars(select(SeenRequest).where(SeenRequest.path.contains("reset-password"))).all()
    assert [(line.path, line.query) for line in seen] == [("/employer/reset-password", "token")]


def test_the_language_switch_keeps_the_link(portal: Portal) -> None:
    ask_for_link(portal)
    visitor = portal.client()
    page = visitor.get(newest_link(portal))

    form = next(form for form in forms(page) if "new" in form.fields)
    switched = visitor.post(
        f"{portal.origin()}/ms/employer/reset-password",
        data={**form.values.to_dict(), "switch_language": "ms"},
    )

    assert heading(switched) == "Set Semula Kata Laluan"
    assert next(f for f in forms(switched) if "new" in f.fields).values["token"] == form.values["token"]
