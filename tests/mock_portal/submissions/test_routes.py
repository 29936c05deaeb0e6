import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.submitting import submitted

PAGES = ["/employer/contributions", "/employer/contributions/text-file", "/employer/submissions"]


@pytest.mark.parametrize("address", [*PAGES, "/employer/submissions/1", "/employer/submissions/1/print"])
def test_a_visitor_is_asked_to_log_in(portal: Portal, address: str) -> None:
    answer = portal.client().get(address)

    assert answer.status_code in {302, 303}
    assert "/employer/login" in answer.headers["Location"]


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("address", [*PAGES, "/employer/submissions/1", "/employer/submissions/1/received"])
def test_every_page_of_contributions_opens_in_both_languages(
    log_in: Callable[..., Visitor], address: str, language: str
) -> None:
    assert log_in(language=language).get(address).status_code == 200


def test_the_months_to_submit_are_listed_with_their_due_date(signed_in: Visitor) -> None:
    page = signed_in.get("/employer/contributions").text

    assert "Employer Contribution Pending List" in page
    assert "10/2026" in page
    assert "15/11/2026" in page
    assert "Unsubmitted Contribution (Draft)" in page


def test_a_late_month_is_named_so(portal: Portal, signed_in: Visitor) -> None:
    portal.move_clock(minutes=1)
    on_time = signed_in.get("/employer/contributions").text
    portal.move_clock(days=6)
    visitor = signed_in.submit(signed_in.get("/employer/login"), {"email": "aminah@contoh-maju.example"})
    home = signed_in.submit(visitor, {"password": "Contoh#2026"})

    late = signed_in.get("/employer/contributions").text

    assert home.status_code == 200
    assert ("Pending, late" in on_time, "Pending, late" in late) == (False, True)


def test_submitted_contributions_are_listed_newest_first(portal: Portal, signed_in: Visitor) -> None:
    submitted(portal)

    page = signed_in.get("/employer/submissions").text

    numbers = ["ACR000000000103", "ECR000000000103", "ACR000000000101", "ECR000000000101"]
    places = [page.index(f">{number}</th>") for number in numbers]
    assert places == sorted(places)
    assert "4 records." in page


def test_a_submission_shows_lindung_24_jam_alone_and_masks_its_employees(
    signed_in: Visitor,
) -> None:
    page = signed_in.get("/employer/submissions/1").text

    assert "LINDUNG 24 JAM, employees" in page
    assert "RM 149.20" in page
    assert "********5678" in page
    assert "900101145678" not in page


@pytest.mark.parametrize(
    ("address", "name", "sheets"),
    [
        pytest.param("print", "ACR-ECR-000000000101-2026-09.pdf", 2, id="both"),
        pytest.param("print/ACR000000000101", "ACR-000000000101-2026-09.pdf", 1, id="the ACR"),
        pytest.param("print/ECR000000000101", "ECR-000000000101-2026-09.pdf", 1, id="the ECR"),
    ],
)
def test_records_are_printed_as_pdf_that_is_named_after_them(
    signed_in: Visitor, address: str, name: str, sheets: int
) -> None:
    answer = signed_in.get(f"/employer/submissions/1/{address}")

    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert len(PdfReader(io.BytesIO(answer.get_data())).pages) == sheets


@pytest.mark.parametrize("page", ["1", "1/received"])
def test_the_pdf_can_be_looked_at_in_a_window_of_its_own(signed_in: Visitor, page: str) -> None:
    address = "/employer/submissions/1/print?view=window"

    answer = signed_in.get(address)

    assert f'href="{address}" target="_blank"' in signed_in.get(f"/employer/submissions/{page}").text
    assert answer.headers["Content-Disposition"] == "inline; filename=ACR-ECR-000000000101-2026-09.pdf"
    assert len(PdfReader(io.BytesIO(answer.get_data())).pages) == 2


@pytest.mark.parametrize("address", ["2", "2/received", "2/print", "1/print/ACR000000000999", "99"])
def test_a_submission_of_somebody_else_is_not_found(signed_in: Visitor, address: str) -> None:
    assert signed_in.get(f"/employer/submissions/{address}").status_code == 404
