"""The checker under Help: the same answer as `assist check --json`, and nothing without the page's token."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from contributions import check, reports_as_json
from tests.mock_portal.browsing import Visitor, parse, words
from tests.mock_portal.conftest import Portal

AS_OF = date(2026, 11, 10)
FILES = Path("fixtures/files")
GOOD = (FILES / "contoh-maju-2026-10.txt").read_bytes()
BAD = (FILES / "bad-eis-shares-differ-2026-10.txt").read_bytes()
PAGE = "/help/check-file"


def facts(visitor: Visitor) -> dict[str, object]:
    part = next(iter(parse(visitor.get(PAGE).get_data(as_text=True)).iterfind(".//*[@data-facts]")))
    known: dict[str, object] = json.loads(part.get("data-facts", ""))
    return known


def send(visitor: Visitor, path: str, content: bytes, **headers: str) -> TestResponse:
    token = facts(visitor)["headers"]
    assert isinstance(token, dict)
    return visitor.post(
        path,
        data=content,
        content_type="application/octet-stream",
        headers={"Accept": "application/json", **token, **headers},
    )


def test_a_script_gets_exactly_the_answer_of_the_command(portal: Portal) -> None:
    answer = send(portal.client(), f"{PAGE}?name=october.txt", BAD)

    assert answer.status_code == 200
    assert answer.get_data(as_text=True) == (
        reports_as_json([check(BAD, as_of=AS_OF, name="october.txt")], as_of=AS_OF) + "\n"
    )


def test_a_form_gets_a_page_of_findings_in_its_language(portal: Portal) -> None:
    visitor = portal.client(language="ms")
    page = visitor.get(PAGE)

    answer = visitor.submit(page, {"file": (io.BytesIO(BAD), "<i>.txt")})

    assert "&lt;i&gt;.txt" in answer.get_data(as_text=True)
    assert "Dapatan semakan" in words(parse(answer.get_data(as_text=True)))


def test_a_form_without_a_file_is_shown_again_with_what_to_do(portal: Portal) -> None:
    visitor = portal.client()

    answer = visitor.submit(visitor.get(PAGE), {})

    assert answer.status_code == 422
    assert "Go back and choose a contribution file." in words(parse(answer.get_data(as_text=True)))


def test_a_request_without_the_pages_token_is_refused(portal: Portal) -> None:
    assert send(portal.client(), PAGE, BAD, **{"X-CSRFToken": "wrong"}).status_code == 400


def test_a_mended_file_is_downloaded(portal: Portal) -> None:
    trimmed = b"\n".join(line.rstrip() for line in GOOD.split(b"\r\n"))

    answer = send(portal.client(), f"{PAGE}/mend?name=october.txt", trimmed)

    assert answer.get_data() == GOOD
    assert "october.fixed.txt" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("query", ["lang=fr", "as_of=never"])
def test_an_option_that_cannot_be_is_a_problem(portal: Portal, query: str) -> None:
    answer = send(portal.client(), f"{PAGE}?{query}", GOOD)

    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


def test_what_is_too_large_is_refused_in_words(portal: Portal) -> None:
    answer = send(portal.client(), PAGE, b"x" * 33_000_000)

    assert answer.status_code == 413
    assert "larger than 30 MB" in json.loads(answer.get_data())["title"]


def test_the_scripts_of_the_page_are_there_and_nothing_else_is(portal: Portal) -> None:
    visitor = portal.client()

    assert visitor.get(f"{PAGE}/static/check-page.js").mimetype == "text/javascript"
    assert visitor.get(f"{PAGE}/static/server.py").status_code == 404
    assert json.loads(visitor.get(f"{PAGE}/explain.json").get_data())["AM11"]["why"]


def test_the_day_that_is_proposed_is_the_worlds(portal: Portal) -> None:
    portal.move_clock(days=20)

    page = portal.client().get(PAGE).get_data(as_text=True)

    assert 'name="as_of" value="2026-11-30"' in page


def test_the_other_language_of_a_refused_form_leads_to_the_page(portal: Portal) -> None:
    answer = portal.client(language="ms").get(f"{PAGE}/mend", follow_redirects=True)

    assert answer.status_code == 200
    assert "Semak fail caruman" in words(parse(answer.get_data(as_text=True)))


def test_a_form_of_a_page_that_is_too_old_is_shown_again_and_says_so(portal: Portal) -> None:
    answer = portal.client().post(
        PAGE,
        data={"csrf_token": "old", "file": (io.BytesIO(BAD), "a.txt")},
        content_type="multipart/form-data",
    )

    assert answer.status_code == 400
    assert "This page was open for too long and was not sent." in words(parse(answer.get_data(as_text=True)))


def test_a_portal_starts_without_the_checks() -> None:
    script = "import sys, mock_portal.help.check_file.routes; print('numpy' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)

    assert done.stdout == "False\n"
