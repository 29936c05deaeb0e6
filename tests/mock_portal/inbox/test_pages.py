from datetime import datetime
from xml.etree.ElementTree import Element

import pytest
from werkzeug.test import Client, TestResponse

from mock_portal.inbox import service
from mock_portal.worlds.clock import MALAYSIA
from tests.mock_portal.browsing import Visitor, forms, parse, words
from tests.mock_portal.conftest import Portal
from tests.mock_portal.inbox.mails import RECEIVER, mail

NINE = datetime(2026, 11, 10, 9, 0, tzinfo=MALAYSIA)
HOSTILE = '<script>alert(1)</script><p onclick="x()">Rich</p><a href="http://localhost:8000/reset">Reset</a>'

pytestmark = pytest.mark.parametrize("language", ["en", "ms"])


def receive(
    portal: Portal, source: bytes, *, sender: str = "no-reply@w1.localhost", to: str = RECEIVER
) -> None:
    with portal.session(may_write=True) as session:
        service.receive(session, sender=sender, to=to, source=source, now=NINE)


def subjects(page: Element) -> list[str]:
    """The subject of each mail in the list, without what stands beside it."""
    return [words(link) for link in page.iterfind(".//tbody/tr/th//a")]


def rows(visitor: Visitor) -> list[str]:
    page = parse(visitor.get("/").get_data(as_text=True))
    return [words(row) for row in page.iterfind(".//tbody/tr")]


def hidden(answer: TestResponse) -> dict[str, str]:
    """What the form of the list sends by itself."""
    [form] = [form for form in forms(answer) if "page" in form.fields]
    return form.values.to_dict()


def fetch(visitor: Visitor, address: str) -> TestResponse:
    """A part of a mail, which need not be a page of ours."""
    return Client.open(visitor, address, base_url=visitor.origin, buffered=True)


def test_an_empty_inbox_says_what_will_be_there(portal: Portal, language: str) -> None:
    page = parse(portal.client("inbox", language).get("/").get_data(as_text=True))

    assert len([p for p in page.iterfind(".//div[@class='empty']/p") if words(p)]) == 1


def test_the_list_has_the_newest_mail_first(portal: Portal, language: str) -> None:
    receive(portal, mail("First"))
    receive(portal, mail("Second", message_id="<2@w>"))

    page = parse(portal.client("inbox", language).get("/").get_data(as_text=True))

    assert subjects(page) == ["Second", "First"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("no-reply@w1", id="the sender"),
        pytest.param("AMINAH@contoh", id="the receiver"),
        pytest.param("kata set", id="words of the subject in any order"),
        pytest.param("pautan", id="the text"),
        pytest.param("terkandung", id="the text of HTML"),
    ],
)
def test_a_search_looks_everywhere_and_keeps_what_was_typed(
    portal: Portal, language: str, words: str
) -> None:
    receive(portal, mail("Set semula kata laluan", text="Pautan anda", html="<p>Ter<b>kandung</b></p>"))
    receive(portal, mail("Receipt", text="-", message_id="<2@w>"), sender="other@x", to="lim@teladan.example")
    visitor = portal.client("inbox", language)

    page = parse(visitor.submit(visitor.get("/"), {"q": words}).get_data(as_text=True))

    assert subjects(page) == ["Set semula kata laluan"]
    assert [i.get("value") for i in page.iter("input") if i.get("name") == "q"] == [words, words]


@pytest.mark.parametrize(
    "words", ["%", "_", "100% gaji", "\\", "'; DROP TABLE mail; --", "\u202e", "x" * 500]
)
def test_a_search_takes_its_words_as_they_stand(portal: Portal, language: str, words: str) -> None:
    receive(portal, mail("Receipt"))

    answer = portal.client("inbox", language).get("/", query_string={"q": words})

    assert answer.status_code == 200
    assert subjects(parse(answer.get_data(as_text=True))) == []


def test_a_subject_without_end_is_cut_in_the_list_and_whole_on_its_page(
    portal: Portal, language: str
) -> None:
    receive(portal, mail("X" * 280))
    visitor = portal.client("inbox", language)

    [shown] = subjects(parse(visitor.get("/").get_data(as_text=True)))
    page = parse(visitor.get("/mail/1").get_data(as_text=True))

    assert shown == "X" * 119 + "…"
    assert [words(h1) for h1 in page.iter("h1")] == ["X" * 280]


def test_a_mail_is_unread_until_it_was_opened(portal: Portal, language: str) -> None:
    receive(portal, mail("First"))
    receive(portal, mail("Second", message_id="<2@w>"))
    visitor = portal.client("inbox", language)

    before = visitor.get("/news").get_json()
    visitor.get("/mail/1")
    after = visitor.get("/news").get_json()

    assert (before, after) == (
        {"count": 2, "unread": 2, "newest": 2},
        {"count": 2, "unread": 1, "newest": 2},
    )
    unread = {"en": "Unread", "ms": "Belum dibaca"}[language]
    assert [unread in row for row in rows(visitor)] == [True, False]


def test_a_thousand_mails_are_shown_in_pages(portal: Portal, language: str) -> None:
    with portal.session(may_write=True) as session:
        for number in range(1, 1001):
            source = mail(f"Mail {number}", message_id=f"<{number}@w>")
            service.receive(session, sender="no-reply@w1.localhost", to=RECEIVER, source=source, now=NINE)
    visitor = portal.client("inbox", language)

    first = parse(visitor.get("/").get_data(as_text=True))
    [older] = [a.get("href", "") for a in first.iter("a") if a.get("rel") == "next"]
    second = parse(visitor.get(f"{visitor.origin}{older}").get_data(as_text=True))
    last = parse(visitor.get("/?page=99").get_data(as_text=True))

    assert (subjects(first)[0], subjects(first)[-1]) == ("Mail 1000", "Mail 951")
    assert (subjects(second)[0], subjects(second)[-1]) == ("Mail 950", "Mail 901")
    assert subjects(last)[-1] == "Mail 1"
    assert [a.get("rel") for a in last.iter("a") if a.get("rel") in {"prev", "next"}] == ["prev"]


@pytest.mark.parametrize("page", ["0", "-3", "99", "x", "9" * 30])
def test_a_page_that_is_not_there_is_the_nearest_that_is(portal: Portal, language: str, page: str) -> None:
    receive(portal, mail("Only"))

    answer = portal.client("inbox", language).get(f"/?page={page}")

    assert subjects(parse(answer.get_data(as_text=True))) == ["Only"]


def test_one_mail_is_deleted_from_the_list_and_the_search_stays(portal: Portal, language: str) -> None:
    receive(portal, mail("Receipt 1"))
    receive(portal, mail("Receipt 2", message_id="<2@w>"))
    receive(portal, mail("Notice", text="-", message_id="<3@w>"))
    visitor = portal.client("inbox", language)
    delete = {"en": "Delete Receipt 2", "ms": "Padam Receipt 2"}[language]
    shown = visitor.get("/?q=receipt")

    [address] = [
        b.get("formaction", "")
        for b in parse(shown.get_data(as_text=True)).iter("button")
        if words(b) == delete
    ]
    after = visitor.post(f"{visitor.origin}{address}", data=hidden(shown), follow_redirects=True)

    assert subjects(parse(after.get_data(as_text=True))) == ["Receipt 1"]
    assert after.request.query_string == b"q=receipt"


def test_a_mail_that_another_window_deleted_is_said_to_be_gone(portal: Portal, language: str) -> None:
    receive(portal, mail())
    visitor = portal.client("inbox", language)
    button = {"en": "Delete this mail", "ms": "Padam emel ini"}[language]
    shown = visitor.get("/mail/1")
    visitor.submit(shown, button=button)

    again = visitor.submit(shown, button=button)

    gone = {"en": "This mail was deleted before.", "ms": "Emel ini telah dipadam sebelum ini."}[language]
    assert gone in again.get_data(as_text=True)


def test_all_mail_is_deleted_after_a_question(portal: Portal, language: str) -> None:
    receive(portal, mail("First"))
    receive(portal, mail("Second", message_id="<2@w>"))
    visitor = portal.client("inbox", language)
    button = {"en": "Delete all mail", "ms": "Padam semua emel"}[language]

    asked = visitor.submit(visitor.get("/"), button=button)
    kept = subjects(parse(visitor.get("/").get_data(as_text=True)))
    gone = visitor.submit(asked, button=button)

    assert kept == ["Second", "First"]
    assert subjects(parse(gone.get_data(as_text=True))) == []
    assert visitor.get("/news").get_json() == {"count": 0, "unread": 0, "newest": 0}


@pytest.mark.parametrize("path", ["/mail/1/delete", "/delete/all"])
def test_a_page_of_another_site_deletes_nothing(portal: Portal, language: str, path: str) -> None:
    receive(portal, mail())

    answer = portal.client("inbox", language).post(path, data={})

    assert answer.status_code == 400
    assert portal.client("inbox", language).get("/mail/1").status_code == 200


def test_the_html_of_a_mail_is_kept_in_a_frame_without_scripts(portal: Portal, language: str) -> None:
    receive(portal, mail(html=HOSTILE))
    visitor = portal.client("inbox", language)

    page = parse(visitor.get("/mail/1").get_data(as_text=True))
    [frame] = page.iter("iframe")
    answer = fetch(visitor, frame.get("src", ""))

    for word in ("allow-scripts", "allow-same-origin", "allow-forms", "allow-top-navigation"):
        assert word not in frame.get("sandbox", word)
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert policy[0] == "default-src 'none'"
    assert "sandbox allow-popups allow-popups-to-escape-sandbox" in policy
    assert not [rule for rule in policy if "http" in rule or "unsafe-eval" in rule or "script-src" in rule]
    assert answer.get_data(as_text=True).startswith("<!DOCTYPE html>")
    assert "<p onclick" in answer.get_data(as_text=True)
    assert "alert(1)" not in "".join(page.itertext())


def test_a_mail_without_html_has_no_frame_of_its_own(portal: Portal, language: str) -> None:
    receive(portal, mail())

    assert portal.client("inbox", language).get("/mail/1/html").status_code == 404


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<img src="https://tracker.example/x.png">', id="a picture"),
        pytest.param("<img width=1 src=//tracker.example/x.png>", id="without a scheme"),
        pytest.param("<link rel='stylesheet' href='http://tracker.example/x.css'>", id="a stylesheet"),
        pytest.param("<style>p { background: url(https://tracker.example/x) }</style>", id="within styles"),
    ],
)
def test_what_was_not_loaded_from_other_servers_is_said(portal: Portal, language: str, html: str) -> None:
    receive(portal, mail("Remote", html=f"<p>Hello</p>{html}"))
    receive(
        portal, mail("Own", html='<img src="data:,"><a href="http://a.example">a</a>', message_id="<2@w>")
    )
    said = {"en": "of other servers were not loaded", "ms": "pelayan lain tidak dimuatkan"}[language]
    visitor = portal.client("inbox", language)

    assert [said in visitor.get(f"/mail/{n}").get_data(as_text=True) for n in (1, 2)] == [True, False]


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
    answer = fetch(visitor, address)

    assert answer.data == b"<script>alert(1)</script>"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''r%C3%A4port.html"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_source_can_be_saved_as_a_file_for_mail_programs(portal: Portal, language: str) -> None:
    receive(portal, mail("Receipt"))

    answer = fetch(portal.client("inbox", language), "/mail/1/source")

    assert answer.data == mail("Receipt")
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''mail-1.eml"


@pytest.mark.parametrize(
    "path", ["/mail/1", "/mail/1/html", "/mail/1/source", "/mail/1/attachments/1", f"/mail/{10**30}"]
)
def test_a_mail_that_is_not_there_gets_a_page_that_says_so(portal: Portal, language: str, path: str) -> None:
    assert portal.client("inbox", language).get(path).status_code == 404
