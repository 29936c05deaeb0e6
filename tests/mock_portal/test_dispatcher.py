import pytest
from werkzeug.test import Client

from tests.mock_portal.browsing import Visitor, parse, words
from tests.mock_portal.conftest import PORT, Portal


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("site", ["portal", "bank", "inbox"])
def test_a_world_that_does_not_exist_gets_a_page_that_says_so(
    portal: Portal, site: str, language: str
) -> None:
    answer = portal.client(site, language, world="nothing").get("/")

    assert answer.status_code == 404
    assert "control.localhost" in answer.get_data(as_text=True)


@pytest.mark.parametrize("host", ["assist.example", "w7.control.localhost:8000", "<script>", ""])
def test_a_host_that_means_nothing_gets_a_plain_page_with_the_addresses(portal: Portal, host: str) -> None:
    answer = Client(portal.dispatcher).get("/", headers={"Host": host})

    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert f"http://localhost:{PORT}" in answer.text
    assert "<" not in answer.text


@pytest.mark.parametrize("language", ["en", "ms"])
def test_links_keep_the_language_of_the_path(portal: Portal, language: str) -> None:
    page = parse(portal.client("inbox", language).get("/").get_data(as_text=True))

    [brand] = page.iterfind(".//p[@class='brand']/a")
    assert brand.get("href") == ("/ms/" if language == "ms" else "/")


def test_the_other_language_is_one_link_away(portal: Portal) -> None:
    page = parse(portal.client("inbox").get("/?to=a@example.test").get_data(as_text=True))

    [switch] = [a for a in page.iter("a") if words(a) == "Bahasa Melayu"]
    assert switch.get("href") == "/ms/?to=a%40example.test"


def test_a_cookie_of_one_world_opens_nothing_in_another(portal: Portal, signed_in: Visitor) -> None:
    session = signed_in.get_cookie("assist_session", domain=f"{portal.world}.localhost")
    assert session is not None
    other = portal.another_world()
    stranger = portal.client(world=other)
    stranger.set_cookie(session.key, session.value, domain=f"{other}.localhost")

    answer = stranger.get("/employer/home")

    assert answer.status_code != 200
    assert signed_in.get("/employer/home").status_code == 200


def test_a_form_of_one_world_is_refused_in_another(portal: Portal) -> None:
    here, there = portal.client(), portal.client(world=portal.another_world())
    there.get("/employer/login")
    form = here.get("/employer/login")

    [token] = [
        field.get("value")
        for field in parse(form.get_data(as_text=True)).iter("input")
        if field.get("name") == "csrf_token"
    ][:1]
    answer = there.post("/employer/login", data={"csrf_token": token, "email": "aminah@contoh-maju.example"})

    assert "/employer/login/password" not in (answer.location or "")
