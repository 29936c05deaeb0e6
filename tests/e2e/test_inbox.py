"""The inbox of a world, as a reader uses it and as a program waits for it."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from harness.control import Login, NoMail, WorldControl, WorldInbox
from harness.pages.forgot_password import ForgotPasswordPage
from harness.pages.inbox import InboxPage, MailLine
from harness.pages.portal_page import Portal
from harness.pages.reset_password import ResetPasswordPage
from harness.portals import PortalAddresses
from tests.e2e.journals import methods_at
from tests.e2e.modes import in_modes, with_scripts
from tests.e2e.posting import RECEIVER, Stranger

HOSTILE = """
<p id="said">Hello</p>
<script>document.getElementById("said").textContent = "Scripts ran"</script>
<img src="x:" onerror="document.getElementById('said').textContent = 'Scripts ran'">
<img src="{portal}/help/sample-tracker.png">
<form action="{portal}/employer/login" method="post"><button>Win</button></form>
<a href="{portal}/help">Help of the portal</a>
"""


@pytest.fixture
def stranger(portal: PortalAddresses, control: WorldControl) -> Stranger:
    """Who sends mail into this test's world; mail goes only to a portal that this run started."""
    if not portal.smtp:
        pytest.skip("the portal that was named does not say where its mail server is")
    return Stranger(portal.smtp, control.name)


@pytest.fixture
def at_inbox(site: Portal, control: WorldControl) -> Portal:
    """The inbox of the same world, in the same browser."""
    return replace(site, address=control.world().inbox)


@in_modes("en")
def test_a_mail_is_unread_found_opened_and_deleted(at_inbox: Portal, stranger: Stranger) -> None:
    stranger.send("Receipt", text="Your number is 4711.\n")
    stranger.send("Notice", text="The 15th is near.\n")

    before = at_inbox.open(InboxPage).mail()
    found = at_inbox.open(InboxPage).search("4711")
    only = found.mail()
    found.open("Receipt")
    after = at_inbox.open(InboxPage).mail()
    left = at_inbox.open(InboxPage).delete("Receipt").mail()

    assert before == (MailLine("Notice", is_unread=True), MailLine("Receipt", is_unread=True))
    assert only == (MailLine("Receipt", is_unread=True),)
    assert after == (MailLine("Notice", is_unread=True), MailLine("Receipt", is_unread=False))
    assert left == (MailLine("Notice", is_unread=True),)


@in_modes("ms-javascript-off")
def test_all_mail_goes_only_after_a_question(at_inbox: Portal, stranger: Stranger) -> None:
    stranger.send("First")
    stranger.send("Second")

    question = at_inbox.open(InboxPage).delete_all()
    kept = len(at_inbox.open(InboxPage).mail())
    empty = at_inbox.open(InboxPage).delete_all().confirm()

    assert question.screen == "inbox.delete"
    assert kept == 2
    assert empty.mail() == ()


@with_scripts
def test_new_mail_appears_in_an_open_list(at_inbox: Portal, stranger: Stranger) -> None:
    stranger.send("First")
    inbox = at_inbox.open(InboxPage)
    inbox.wait_for_scripts()
    inbox.search_words.fill("half a search")

    stranger.send("Second")

    expect(inbox.line("Second")).to_be_visible()
    expect(inbox.news).to_be_attached()
    expect(inbox.search_words).to_have_value("half a search")


@with_scripts
def test_the_first_mail_appears_in_an_empty_inbox(at_inbox: Portal, stranger: Stranger) -> None:
    inbox = at_inbox.open(InboxPage)
    inbox.wait_for_scripts()

    stranger.send("First")

    expect(inbox.line("First")).to_be_visible()


@in_modes("en")
@pytest.mark.browser_matters
def test_a_hostile_mail_shows_its_words_and_does_nothing(
    site: Portal, at_inbox: Portal, stranger: Stranger, control: WorldControl
) -> None:
    stranger.send("Win", html=HOSTILE.format(portal=site.address))

    mail = at_inbox.open(InboxPage).open("Win")

    expect(mail.formatted.locator("#said")).to_have_text("Hello")
    mail.formatted.get_by_role("button", name="Win").click()
    expect(mail.formatted.locator("#said")).to_have_text("Hello")
    assert methods_at(control, "/help/sample-tracker.png") == []
    assert methods_at(control, "/employer/login") == []


@in_modes("en", "en-javascript-off")
@pytest.mark.browser_matters
def test_a_link_of_a_mail_opens_in_a_window_of_its_own(
    site: Portal, at_inbox: Portal, stranger: Stranger
) -> None:
    stranger.send("Help", html=HOSTILE.format(portal=site.address))
    mail = at_inbox.open(InboxPage).open("Help")

    opened = mail.follow(mail.formatted.get_by_role("link"))

    expect(opened).to_have_url(f"{site.address}/help")
    expect(mail.mark).to_be_visible()


@in_modes("en")
def test_text_and_source_are_shown_and_a_file_is_saved(
    at_inbox: Portal, stranger: Stranger, tmp_path: Path
) -> None:
    stranger.send("Résumé", html="<p>Rich</p>", attachment=("../résumé.pdf", b"%PDF-1.7"))
    mail = at_inbox.open(InboxPage).open("Résumé")

    expect(mail.formatted.get_by_role("paragraph")).to_have_text("Rich")
    expect(mail.show_text().content).to_have_text("Hello")
    expect(mail.show_source().content).to_contain_text("Content-Disposition: attachment")
    saved = mail.download("résumé.pdf", tmp_path)

    assert (saved.name, saved.read_bytes()) == ("résumé.pdf", b"%PDF-1.7")


def test_a_program_waits_for_a_mail_and_follows_its_link(
    site: Portal, inbox: WorldInbox, stranger: Stranger, employer: Login
) -> None:
    stranger.send("Before")
    last = inbox.newest()
    site.open(ForgotPasswordPage).ask(employer.email)

    mail = inbox.wait(to=employer.email, after=last)

    site.page.goto(mail.link("/reset-password"))
    site.arrive(ResetPasswordPage)
    assert mail.to == RECEIVER


def test_a_mail_before_is_not_the_one_that_is_waited_for(
    site: Portal, inbox: WorldInbox, stranger: Stranger
) -> None:
    stranger.send("Reset")

    with pytest.raises(NoMail):
        inbox.wait(subject="Reset", after=inbox.newest(), seconds=0)
