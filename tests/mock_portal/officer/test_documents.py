"""What an applicant sent reaches an officer as a file to keep, never as a page; numbers show when asked."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from mock_portal.registration.models import Application
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.officer.deciding import heading, shown
from tests.mock_portal.officer.waiting import IDENTITY_NUMBER, PDF, let_apply

HTML = b"<!DOCTYPE html><script>alert(document.cookie)</script>"


def address(reference: str, document: int = 1) -> str:
    return f"/officer/applications/{reference}/documents/{document}"


def test_a_document_is_downloaded_as_it_was_sent(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)

    answer = officer.get(address(reference))

    assert (answer.data, answer.mimetype) == (PDF, "application/pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="borang 1.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        pytest.param("a.html", "text/html", id="a page"),
        pytest.param("a.svg", "image/svg+xml", id="a picture with scripts"),
        pytest.param("a.pdf", "text/html; charset=utf-8", id="a page under another name"),
        pytest.param("a.xhtml", "application/xhtml+xml", id="XHTML"),
    ],
)
def test_what_could_run_in_a_browser_is_only_bytes(
    portal: Portal, officer: Visitor, name: str, media_type: str
) -> None:
    reference = let_apply(portal, document=(name, media_type, HTML))

    answer = officer.get(address(reference))

    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Borang 2 陈美丽.pdf", id="Chinese"),
        pytest.param("😀.pdf", id="emoji"),
        pytest.param("\u202efdp.exe", id="right-to-left mark"),
        pytest.param('a"; filename="b.html', id="quotes"),
        pytest.param("a\r\nSet-Cookie: x=1", id="line breaks"),
        pytest.param("../../etc/passwd", id="path"),
    ],
)
def test_a_name_of_any_characters_neither_breaks_the_page_nor_the_header(
    portal: Portal, officer: Visitor, name: str
) -> None:
    reference = let_apply(portal, document=(name, "application/pdf", PDF))

    answer = officer.get(address(reference))

    assert officer.get(f"/officer/applications/{reference}").status_code == 200
    assert (answer.status_code, answer.headers.getlist("Set-Cookie")) == (200, [])
    assert answer.headers["Content-Disposition"].startswith("attachment; ")


def test_a_document_of_another_application_is_not_found(portal: Portal, officer: Visitor) -> None:
    let_apply(portal, 1)
    second = let_apply(portal, 2, email="a@x.example")

    answer = officer.get(address(second, 1))

    assert (answer.status_code, heading(answer)) == (404, "Page not found")


def test_nobody_but_an_officer_gets_a_document(portal: Portal, signed_in: Visitor) -> None:
    reference = let_apply(portal)

    assert signed_in.get(address(reference)).status_code == 303
    assert portal.client().get(address(reference)).status_code == 303


def test_an_identity_number_is_hidden_until_the_officer_asks_and_that_is_written_down(
    portal: Portal, officer: Visitor
) -> None:
    reference = let_apply(portal)
    path = f"/officer/applications/{reference}"

    hidden = officer.get(path)
    unasked = officer.get(f"{path}?numbers=shown")
    told = officer.submit(hidden, button="Show identity numbers")

    for page in (hidden, unasked):
        assert (IDENTITY_NUMBER in page.text, "Female" in page.text) == (False, False)
        assert (
            "Identification no. ********5114 Date of birth Shown with the number Sex Shown with the number"
            in shown(page)
        )
    assert f"Identification no. {IDENTITY_NUMBER} Date of birth 07/07/1985 Sex Female" in shown(told)
    assert f"Looked at identity numbers {reference}" in shown(officer.get("/officer/audit"))


def test_looking_at_the_shown_numbers_again_is_no_second_look_and_ends_by_itself(
    portal: Portal, officer: Visitor
) -> None:
    reference = let_apply(portal)
    path = f"/officer/applications/{reference}"
    officer.submit(officer.get(path), button="Show identity numbers")

    again = officer.get(f"{path}?numbers=shown")
    portal.move_clock(minutes=14)
    officer.get(path)
    portal.move_clock(minutes=1)
    later = officer.get(f"{path}?numbers=shown")

    assert [IDENTITY_NUMBER in page.text for page in (again, later)] == [True, False]
    assert officer.get("/officer/audit").text.count("Looked at identity numbers") == 1


def test_the_birth_date_of_another_paper_tells_nothing_of_its_number(
    portal: Portal, officer: Visitor
) -> None:
    reference = let_apply(portal)
    with portal.session(may_write=True) as session:
        (row,) = session.scalars(select(Application).filter_by(reference=reference))
        row.representative = {**row.representative, "id_type": "passport", "id_number": "A12345678"}

    page = shown(officer.get(f"/officer/applications/{reference}"))

    assert "Identification no. *****5678 Date of birth 07/07/1985 Sex Female" in page


def test_what_the_applicant_gave_is_called_as_the_applicant_saw_it(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)

    page = shown(officer.get(f"/officer/applications/{reference}"))

    for label in (
        "Date of first employee 02/11/2026",
        "Industry / main activity",
        "Employer email",
        "Mobile no.",
        "Acting as Owner or director",
    ):
        assert label in page


def test_a_download_is_written_down_with_its_name(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)

    officer.get(address(reference))

    assert f"Downloaded a document {reference} borang 1.pdf" in shown(officer.get("/officer/audit"))


def test_the_journal_of_the_world_holds_no_identity_number(portal: Portal, officer: Visitor) -> None:
    reference = let_apply(portal)
    officer.submit(officer.get(f"/officer/applications/{reference}"), button="Show identity numbers")
    portal.edge.journal.flush()

    assert IDENTITY_NUMBER not in portal.client("control").get(f"/v1/worlds/{portal.world}/journal").text


@pytest.mark.parametrize(("language", "said"), [("en", "193 bytes"), ("ms", "193 bait")])
def test_the_size_of_a_document_is_said_in_the_officers_language(
    portal: Portal, log_in_officer: Callable[..., Visitor], language: str, said: str
) -> None:
    reference = let_apply(portal, document=("a.pdf", "application/pdf", b"x" * 193))

    page = log_in_officer(language=language).get(f"/officer/applications/{reference}")

    assert said in page.text


@pytest.mark.parametrize(
    ("language", "label", "sector"),
    [
        ("en", "Sector", "Wholesale and retail trade"),
        ("ms", "Sektor", "Perdagangan borong dan runcit"),
    ],
)
def test_the_officer_sees_the_sector_that_the_applicant_chose(
    portal: Portal, log_in_officer: Callable[..., Visitor], language: str, label: str, sector: str
) -> None:
    reference = let_apply(portal)

    page = log_in_officer(language=language).get(f"/officer/applications/{reference}")

    assert re.search(rf"<dt>{label}</dt>\s*<dd>{sector}</dd>", page.text)
