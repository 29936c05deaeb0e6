"""What this browser can do, as far as the server can tell it."""

import pytest

from mock_portal.help.browsers import BrowserSaid, Verdict, browser_of
from tests.mock_portal.browsing import parse, words
from tests.mock_portal.conftest import Portal

WEBKIT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
SAID = {
    f"{WEBKIT} Chrome/131.0.0.0 Safari/537.36": BrowserSaid("Google Chrome", 131, Verdict.SUPPORTED),
    f"{WEBKIT} HeadlessChrome/131.0.0.0 Safari/537.36": BrowserSaid("Google Chrome", 131, Verdict.SUPPORTED),
    f"{WEBKIT} Chrome/113.0.0.0 Safari/537.36": BrowserSaid("Google Chrome", 113, Verdict.TOO_OLD),
    f"{WEBKIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0": BrowserSaid(
        "Microsoft Edge", 131, Verdict.SUPPORTED
    ),
    f"{WEBKIT} Chrome/131.0.0.0 Safari/537.36 OPR/116.0": BrowserSaid("Opera", 116, Verdict.NOT_TESTED),
    f"{WEBKIT} SamsungBrowser/27.0 Chrome/125.0 Mobile": BrowserSaid(
        "Samsung Internet", 27, Verdict.NOT_TESTED
    ),
    f"{WEBKIT} Version/17.1 Safari/605.1.15": BrowserSaid("Safari", 17, Verdict.NOT_TESTED),
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0": BrowserSaid(
        "Mozilla Firefox", 128, Verdict.SUPPORTED
    ),
    "Mozilla/5.0 (Windows NT 6.1; rv:52.0) Gecko/20100101 Firefox/52.0": BrowserSaid(
        "Mozilla Firefox", 52, Verdict.TOO_OLD
    ),
    "Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko": BrowserSaid(
        "Internet Explorer", 11, Verdict.TOO_OLD
    ),
    "curl/8.5.0": BrowserSaid("", 0, Verdict.UNKNOWN),
    "": BrowserSaid("", 0, Verdict.UNKNOWN),
    "Chrome/" + "9" * 5000: BrowserSaid("Google Chrome", 999999, Verdict.SUPPORTED),
}


@pytest.mark.parametrize(("agent", "said"), SAID.items())
def test_a_browser_is_known_by_what_it_says(agent: str, said: BrowserSaid) -> None:
    assert browser_of(agent) == said


@pytest.mark.parametrize(
    ("agent", "sentence"),
    [
        ("Firefox/128.0", "Mozilla Firefox 128 works with this portal."),
        ("Firefox/52.0", "Mozilla Firefox 52 is too old for this portal."),
        ("Version/17.1 Safari/605", "Safari 17 was not tested with this portal."),
        ("<script>alert(1)</script>", "This browser does not say what it is."),
    ],
)
def test_the_page_answers_about_this_browser(portal: Portal, agent: str, sentence: str) -> None:
    page = portal.client().get("/help/browser", headers={"User-Agent": agent})

    said = words(parse(page.get_data(as_text=True)))
    assert sentence in said
    assert agent in said
    assert "<script>alert" not in page.get_data(as_text=True)


def test_a_cookie_that_comes_back_is_seen(portal: Portal) -> None:
    visitor = portal.client()
    visitor.get("/help/browser")

    page = visitor.get("/help/browser?cookies=1").get_data(as_text=True)

    assert "The cookie came back: cookies work." in words(parse(page))


def test_a_browser_without_cookies_is_told_so(portal: Portal) -> None:
    page = portal.client().get("/help/browser?cookies=1").get_data(as_text=True)

    assert "No cookie came back." in words(parse(page))


def test_what_only_a_script_can_find_says_so_until_one_runs(portal: Portal) -> None:
    page = parse(portal.client().get("/help/browser").get_data(as_text=True))

    answers = {str(cell.get("data-check")): words(cell) for cell in page.iter("td") if cell.get("data-check")}
    assert answers.pop("scripts") == "No: it is off"
    assert set(answers.values()) == {"Cannot be told without JavaScript"}
    assert [n for n in page.iter("noscript") if "nothing can be tried here" in words(n)]


def test_the_sample_file_is_saved_and_not_shown(portal: Portal) -> None:
    answer = portal.client().get("/help/browser/sample.txt")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="browser-check.txt"'
