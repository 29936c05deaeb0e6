"""Who may reach the control site: this machine, or whoever holds the token."""

import base64
from collections.abc import Callable
from dataclasses import replace

import pytest
from werkzeug.test import TestResponse

from mock_portal.dispatcher import Dispatcher
from mock_portal.edge import Edge
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal

TOKEN = "a token of this test"
BOTH = pytest.mark.parametrize("path", ["/v1/worlds", "/"], ids=["API", "panel"])


@pytest.fixture
def with_token(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> Callable[..., TestResponse]:
    """Asks a portal that was started with a token."""
    monkeypatch.setenv("TOKEN_OF_THIS_TEST", TOKEN)
    settings = replace(portal.edge.settings, control_token_variable="TOKEN_OF_THIS_TEST")
    dispatcher = Dispatcher(Edge.of(settings, sends_by_itself=False))

    def ask(path: str, *, address: str = "127.0.0.1", **headers: str) -> TestResponse:
        visitor = Visitor(dispatcher, "http://control.localhost:8000", address=address)
        return visitor.get(path, headers=headers)

    return ask


def from_address(portal: Portal, address: str) -> Visitor:
    return Visitor(portal.dispatcher, portal.origin("control"), address=address)


@BOTH
@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_let_in(portal: Portal, path: str, address: str) -> None:
    assert from_address(portal, address).get(path).status_code == 200


@BOTH
@pytest.mark.parametrize("address", ["192.0.2.7", "::ffff:192.0.2.7", "2001:db8::7", "", "unix:"])
def test_another_machine_is_refused(portal: Portal, path: str, address: str) -> None:
    assert from_address(portal, address).get(path).status_code == 403


@BOTH
@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"])
def test_behind_a_proxy_a_token_is_asked_for(portal: Portal, path: str, header: str) -> None:
    answer = portal.client("control").get(path, headers={header: "for=192.0.2.7"})

    assert answer.status_code == 401


@BOTH
def test_without_its_token_nobody_is_let_in(with_token: Callable[..., TestResponse], path: str) -> None:
    answers = [with_token(path), with_token(path, Authorization="Bearer another")]

    assert [answer.status_code for answer in answers] == [401, 401]
    assert all("WWW-Authenticate" in answer.headers for answer in answers)
    assert TOKEN not in "".join(answer.get_data(as_text=True) for answer in answers)


@BOTH
def test_who_shows_the_token_is_let_in_from_anywhere(
    with_token: Callable[..., TestResponse], path: str
) -> None:
    as_password = base64.b64encode(f"anyone:{TOKEN}".encode()).decode("ascii")

    answers = [
        with_token(path, address="192.0.2.7", Authorization=f"Bearer {TOKEN}"),
        with_token(path, address="192.0.2.7", Authorization=f"Basic {as_password}"),
    ]

    assert [answer.status_code for answer in answers] == [200, 200]


@BOTH
@pytest.mark.parametrize("origin", ["http://evil.example", "http://w7.localhost:8000", "null"])
def test_a_page_of_another_site_is_refused(portal: Portal, path: str, origin: str) -> None:
    assert portal.client("control").get(path, headers={"Origin": origin}).status_code == 403


@BOTH
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_a_page_of_another_site_fetches_is_refused_without_an_origin_too(
    portal: Portal, path: str, site: str
) -> None:
    fetched = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}

    assert portal.client("control").get(path, headers=fetched).status_code == 403


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/v1/worlds", 403)], ids=["panel", "API"])
def test_a_link_of_another_site_leads_to_the_panel_and_not_to_the_api(
    portal: Portal, path: str, status: int
) -> None:
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}

    assert portal.client("control").get(path, headers=followed).status_code == status


def test_a_form_of_another_site_cannot_write_to_the_panel(portal: Portal) -> None:
    sent = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}

    assert portal.client("control").post("/", data={"name": "evil"}, headers=sent).status_code == 403


@BOTH
@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_who_types_the_address_or_stays_on_the_site_is_let_in(portal: Portal, path: str, site: str) -> None:
    assert portal.client("control").get(path, headers={"Sec-Fetch-Site": site}).status_code == 200


def test_the_panels_own_pages_may_call_the_api(portal: Portal) -> None:
    origin = portal.origin("control")

    assert portal.client("control").get("/v1/worlds", headers={"Origin": origin}).status_code == 200


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"])
def test_a_write_that_a_form_could_send_is_refused(portal: Portal, kind: str) -> None:
    answer = portal.client("control").post("/v1/worlds", data='{"name": "evil"}', content_type=kind)

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (415, "control.not_json")
    assert not portal.edge.registry.exists("evil")


@pytest.mark.parametrize(
    "body",
    [b"", b"{bad", b"\xff\xfe", b'{"name": "\\ud800"}', b"[" * 200_000],
    ids=["empty", "cut off", "not UTF-8", "half a letter", "too deep"],
)
def test_what_is_not_json_is_refused_in_words(api: Visitor, body: bytes) -> None:
    answer = api.post("/v1/worlds", data=body, content_type="application/json")

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "control.bad_request")


@pytest.mark.parametrize("tail", ["mail/{}/source", "mail/{}/attachments/1", "mail/1/attachments/{}"])
def test_a_number_that_no_row_can_have_is_not_found(api: Visitor, here: str, tail: str) -> None:
    answer = api.get(f"{here}/{tail.format(10**23)}")

    assert answer.status_code == 404
