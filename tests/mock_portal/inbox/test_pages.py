import pytest

from mock_portal.inbox import service
from mock_portal.worlds.models import WorldState
from tests.mock_portal.browsing import parse, words
from tests.mock_portal.conftest import Portal
from tests.mock_portal.inbox.mails import RECEIVER, mail

HOSTILE = '<script>alert(1)</script><p onclick="x()">Rich</p><a href="http://localhost:8000/reset">Reset</a>'

pytestmark = pytest.mark.parametrize("language", ["en", "ms"])


def receive(portal: Portal, source: bytes) -> None:
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        service.receive(session, sender="no-reply@w1.localhost", to=RECEIVER, source=source, now=now)


def test_an_empty_inbox_says_what_will_be_there(portal: Portal, language: str) -> None:
    page = parse(portal.client("inbox", language).get("/").get_data(as_text=True))

    assert len([p for p in page.iterfind(".//div[@class='empty']/p") if words(p)]) == 1


def test_the_list_has_the_newest_mail_first(portal: Portal, language: str) -> None:
    receive(portal, mail("First"))
    receive(portal, mail("Second", message_id="<2@w>"))

    page = parse(portal.client("inbox", language).get("/").get_data(as_text=True))

    assert [words(cell) for cell in page.iterfind(".//tbody/tr/th")] == ["Second", "First"]


def test_a_search_shows_what_fits_and_keeps_what_was_typed(portal: Portal, language: str) -> None:
    receive(portal, mail("Receipt"))
    receive(portal, mail("Reset", message_id="<2@w>"))
    visitor = portal.client("inbox", language)

    page = parse(visitor.submit(visitor.get("/"), {"subject": "reset"}).get_data(as_text=True))

    assert [words(cell) for cell in page.iterfind(".//tbody/tr/th")] == ["Reset"]
    assert [i.get("value") for i in page.iter("input") if i.get("name") == "subject"] == ["reset"]


def test_the_html_of_a_mail_is_kept_in_a_frame_without_scripts(portal: Portal, language: str) -> None:
    receive(portal, mail(html=HOSTILE))

    answer = portal.client("inbox", language).get("/mail/1")

    page = parse(answer.get_data(as_text=True))
    [frame] = page.iter("iframe")
    assert "allow-scripts" not in frame.get("sandbox", "allow-scripts")
    assert "allow-same-origin" not in frame.get("sandbox", "")
    assert "<p onclick" in frame.get("srcdoc", "")
    assert [s.get("src", "").split("?")[0] for s in page.iter("script")] == ["/static/js/main.js"]
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_links_of_a_mail_can_be_followed_from_its_page(portal: Portal, language: str) -> None:
    receive(portal, mail(text="See javascript:alert(1)\n", html=HOSTILE))

    page = parse(portal.client("inbox", language).get("/mail/1").get_data(as_text=True))

    assert "http://localhost:8000/reset" in [a.get("href") for a in page.iter("a")]
    assert not [a for a in page.iter("a") if (a.get("href") or "").startswith("javascript:")]


@pytest.mark.parametrize("view", ["text", "source"])
def test_text_and_source_are_shown_as_they_are(portal: Portal, language: str, view: str) -> None:
    receive(portal, mail(text="<b>RM 1.00</b> \x07\n", html=HOSTILE))

    page = parse(portal.client("inbox", language).get(f"/mail/1?view={view}").get_data(as_text=True))

    [shown] = page.iter("pre")
    assert "<b>RM 1.00</b> \ufffd" in "".join(shown.itertext())


def test_a_file_is_saved_and_never_opened_here(portal: Portal, language: str) -> None:
    receive(portal, mail(attachment=("räport.html", "text/html", b"<script>alert(1)</script>")))

    visitor = portal.client("inbox", language)
    page = parse(visitor.get("/mail/1").get_data(as_text=True))
    [address] = [a.get("href", "") for a in page.iter("a") if "attachments" in a.get("href", "")]
    answer = super(type(visitor), visitor).open(address, base_url=visitor.origin)

    assert answer.data == b"<script>alert(1)</script>"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''r%C3%A4port.html"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/mail/1", "/mail/1/attachments/1"])
def test_a_mail_that_is_not_there_gets_a_page_that_says_so(portal: Portal, language: str, path: str) -> None:
    assert portal.client("inbox", language).get(path).status_code == 404
