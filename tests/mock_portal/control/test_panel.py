import pytest

from mock_portal.inbox import service as inbox
from mock_portal.worlds.models import WorldState
from tests.mock_portal.browsing import Visitor, parse, words
from tests.mock_portal.conftest import Portal
from tests.mock_portal.inbox.mails import RECEIVER, mail


@pytest.fixture
def panel(portal: Portal) -> Visitor:
    """Who looks at the control panel, in English."""
    return portal.client("control")


def state(portal: Portal) -> WorldState:
    with portal.session() as session:
        return session.get_one(WorldState, 1)


def notices(text: str) -> list[str]:
    shown = (div for div in parse(text).iterfind(".//div[@role='status']") if div.get("hidden") is None)
    return [words(p) for div in shown for p in div.iterfind("p")]


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_worlds_are_listed_with_links_to_their_sites(portal: Portal, language: str) -> None:
    page = parse(portal.client("control", language).get("/").get_data(as_text=True))

    addresses = {a.get("href") for a in page.iterfind(".//tbody//a")}
    prefix = "/ms/" if language == "ms" else "/"
    assert {portal.origin(site) + prefix for site in ("portal", "bank", "inbox")} <= addresses


def test_the_panel_belongs_to_no_world(panel: Visitor) -> None:
    assert "World: default" not in panel.get("/").get_data(as_text=True)


def test_a_world_is_made_by_hand(portal: Portal, panel: Visitor) -> None:
    answer = panel.submit(panel.get("/"), {"name": " W7 "}, button="Make world")
    portal.others.append("w7")

    assert answer.request.path == "/worlds/w7"
    assert portal.edge.registry.exists("w7")


@pytest.mark.parametrize("name", ["bank", "w 7", "../x"])
def test_a_bad_name_is_said_at_its_field_and_what_was_typed_stays(panel: Visitor, name: str) -> None:
    answer = panel.submit(panel.get("/"), {"name": name}, button="Make world")

    page = parse(answer.get_data(as_text=True))
    [field] = [i for i in page.iter("input") if i.get("id") == "name"]
    assert (field.get("value"), field.get("aria-invalid")) == (name, "true")
    assert [a.get("href") for a in page.iterfind(".//div[@role='alert']//a")] == ["#name"]


def test_a_taken_name_is_said_at_its_field(portal: Portal, panel: Visitor) -> None:
    answer = panel.submit(panel.get("/"), {"name": portal.world}, button="Make world")

    assert "exists already" in answer.get_data(as_text=True)


@pytest.mark.parametrize("language", ["en", "ms"])
def test_a_world_is_shown_with_logins_mail_and_journal(portal: Portal, language: str) -> None:
    with portal.session(may_write=True) as session:
        now = session.get_one(WorldState, 1).clock.now()
        inbox.receive(session, sender="a@b", to=RECEIVER, source=mail("Receipt for October"), now=now)
    portal.client().get("/employer/login")

    text = portal.client("control", language).get(f"/worlds/{portal.world}").get_data(as_text=True)

    for shown in ("Receipt for October", "GET /employer/login", "Contoh#2026", "10/11/2026 09:00"):
        assert shown in text


def test_the_clock_goes_on_by_hand(portal: Portal, panel: Visitor) -> None:
    answer = panel.submit(panel.get(f"/worlds/{portal.world}"), {"seconds": "86400"})

    assert state(portal).clock.now().isoformat() == "2026-11-11T09:00:00+08:00"
    assert notices(answer.get_data(as_text=True)) == ["The clock of this world now shows 11/11/2026 09:00."]


def test_the_clock_is_set_by_hand(portal: Portal, panel: Visitor) -> None:
    panel.submit(panel.get(f"/worlds/{portal.world}"), {"moment": "2026-12-24T10:30"})

    assert state(portal).clock.now().isoformat() == "2026-12-24T10:30:00+08:00"


@pytest.mark.parametrize("moment", ["", "soon", "1999-12-24T10:30"])
def test_a_moment_that_is_none_is_said_at_its_field(portal: Portal, panel: Visitor, moment: str) -> None:
    answer = panel.submit(panel.get(f"/worlds/{portal.world}"), {"moment": moment})

    page = parse(answer.get_data(as_text=True))
    assert [a.get("href") for a in page.iterfind(".//div[@role='alert']//a")] == ["#moment"]
    assert state(portal).clock.now().isoformat() == "2026-11-10T09:00:00+08:00"


def test_the_clock_is_let_run_and_stopped(portal: Portal, panel: Visitor) -> None:
    page = panel.submit(panel.get(f"/worlds/{portal.world}"), button="Let the clock run")
    ran = state(portal).clock_running

    panel.submit(page, button="Stop the clock")

    assert (ran, state(portal).clock_running) == (True, False)


def test_javascript_is_set_off_by_hand(portal: Portal, panel: Visitor) -> None:
    panel.submit(panel.get(f"/worlds/{portal.world}"), {"javascript": "off"})

    assert state(portal).settings["javascript"] == "off"


def test_a_world_is_deleted_after_a_question(portal: Portal, panel: Visitor) -> None:
    other = portal.another_world()

    answer = panel.submit(panel.get(f"/worlds/{other}/delete"), button=f"Delete world {other}")

    assert answer.request.path == "/"
    assert not portal.edge.registry.exists(other)


def test_no_form_acts_without_its_token(portal: Portal, panel: Visitor) -> None:
    answers = [
        panel.post("/", data={"name": "evil"}),
        panel.post(f"/worlds/{portal.world}/delete"),
        panel.post(f"/worlds/{portal.world}/clock/step", data={"seconds": "900"}),
    ]

    assert [answer.status_code for answer in answers] == [400] * 3
    assert portal.edge.registry.exists(portal.world)
    assert not portal.edge.registry.exists("evil")
    assert state(portal).clock.now().isoformat() == "2026-11-10T09:00:00+08:00"


@pytest.mark.parametrize("path", ["/worlds/nothing", "/worlds/nothing/delete", "/nothing"])
def test_a_world_or_page_that_is_not_there_says_so(panel: Visitor, path: str) -> None:
    assert panel.get(path).status_code == 404
