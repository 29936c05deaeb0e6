import csv
import io
from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from contributions.checks.file.limits import MOST_BYTES
from mock_portal.submissions import service
from mock_portal.worlds.settings import WorldSettings
from tests.mock_portal.browsing import Visitor, forms
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.sample_files import (
    contoh_maju,
    teladan,
    with_a_doubtful_place,
    with_a_wrong_share,
)
from tests.mock_portal.submissions.submitting import employer_id

LogIn = Callable[..., Visitor]
UPLOAD = "/employer/contributions/text-file"
TOO_LARGE = "The file is larger than 5 MB. Choose a smaller file, or split it by employees."


def sent(visitor: Visitor, content: bytes, name: str = "oct.txt") -> TestResponse:
    return visitor.submit(visitor.get(UPLOAD), {"file": (content, name)})


def heading(answer: TestResponse) -> str:
    return answer.text.partition("<h1>")[2].partition("</h1>")[0]


def test_a_good_file_goes_from_upload_over_summary_and_confirm_to_its_numbers(
    portal: Portal, signed_in: Visitor
) -> None:
    summary = sent(signed_in, contoh_maju())
    question = signed_in.submit(summary, button="Submit")
    received = signed_in.submit(question, button="Confirm")

    assert [heading(page) for page in (summary, question, received)] == [
        "Contribution Summary",
        "Proceed for Submission?",
        "Contribution submitted",
    ]
    assert "File uploaded. 6 records read." in summary.text
    assert "RM 149.20" in summary.text  # LINDUNG 24 JAM, on a line of its own
    assert "ACR000000000103" in received.text
    assert "ECR000000000103" in received.text
    with portal.session() as session:
        assert len(service.payables(session, employer_id(portal))) == 2


def test_confirm_pressed_twice_shows_the_same_numbers(signed_in: Visitor) -> None:
    question = signed_in.submit(sent(signed_in, contoh_maju()), button="Submit")

    first = signed_in.submit(question, button="Confirm")
    second = signed_in.submit(question, button="Confirm")

    assert first.request.path == second.request.path == "/employer/submissions/3/received"


def test_two_browsers_with_one_upload_see_one_submission(signed_in: Visitor, log_in: LogIn) -> None:
    summary = sent(signed_in, contoh_maju())
    signed_in.submit(signed_in.submit(summary, button="Submit"), button="Confirm")

    other = log_in()
    late = other.get(summary.request.path, follow_redirects=True)

    assert late.request.path == "/employer/submissions/3/received"


def test_no_file_chosen_is_an_instruction_at_the_field(signed_in: Visitor) -> None:
    answer = signed_in.submit(signed_in.get(UPLOAD), {"file": (b"", "")})

    assert answer.status_code == 422
    assert '<a href="#file"><strong>Choose File:</strong> Choose a text file</a>' in answer.text
    assert "<title>Error:" in answer.text


@pytest.mark.parametrize("size", [pytest.param(6_000_000, id="6 MB"), pytest.param(40_000_000, id="40 MB")])
def test_a_file_that_is_too_large_is_answered_where_it_was_chosen(signed_in: Visitor, size: int) -> None:
    answer = sent(signed_in, b"x" * size)

    assert answer.status_code == 413
    assert heading(answer) == "Add Contribution (Text File)"
    assert TOO_LARGE in answer.text


@pytest.mark.parametrize(
    ("size", "status"),
    [
        pytest.param(5_242_880, 200, id="5 MB as Windows counts"),
        pytest.param(5_242_881, 413, id="a byte more"),
    ],
)
def test_5_mb_are_those_that_windows_shows(signed_in: Visitor, size: int, status: int) -> None:
    answer = sent(signed_in, b"x" * size)

    assert (answer.status_code, TOO_LARGE in answer.text) == (status, status == 413)


def test_the_checker_and_the_portal_hold_the_same_size_for_large() -> None:
    assert MOST_BYTES == WorldSettings().upload_limit_bytes == 5_242_880


def test_a_visitor_with_a_file_that_is_too_large_is_asked_to_log_in(portal: Portal) -> None:
    answer = portal.client().post(UPLOAD, data={"file": (io.BytesIO(b"x" * 40_000_000), "oct.txt")})

    assert "/employer/login" in answer.headers["Location"]


def test_the_limit_is_a_setting_of_the_world(portal: Portal, signed_in: Visitor) -> None:
    portal.set(upload_limit_bytes=640)

    answer = sent(signed_in, contoh_maju())

    assert answer.status_code == 413
    assert "larger than 640 bytes" in answer.text


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(b"", "empty.txt", id="an empty file"),
        pytest.param(b"PK\x03\x04" + bytes(3_000), "oct.txt", id="a renamed spreadsheet"),
        pytest.param(b"\x00\xff<script>alert(1)</script>" * 50, "x<script>.txt", id="hostile bytes"),
        pytest.param(b"a,b,c\r\n1,2,3\r\n", "oct.csv", id="wrong columns"),
        pytest.param(teladan(), "oct.txt", id="a file for another employer"),
        pytest.param(contoh_maju().replace(b"102026", b"092026"), "sep.txt", id="a paid month"),
        pytest.param(with_a_wrong_share(), "oct.txt", id="an amount that is not due"),
    ],
)
def test_a_file_with_errors_is_explained_and_cannot_be_submitted(
    signed_in: Visitor, content: bytes, name: str
) -> None:
    answer = sent(signed_in, content, name)

    assert answer.status_code == 200
    assert heading(answer) == "Errors in the file"
    assert "Correct the file and upload again." in answer.text
    assert not any("Submit" in says for form in forms(answer) for says, _, _ in form.buttons)
    assert "<script>alert" not in answer.text


def test_a_file_with_errors_is_not_submitted_by_going_round_the_page(signed_in: Visitor) -> None:
    bad = sent(signed_in, with_a_wrong_share())
    token = forms(bad)[0].values["csrf_token"]

    answer = signed_in.post(
        bad.request.path + "/confirm",
        data={"csrf_token": token, "accepts_warnings": "y"},
        follow_redirects=True,
    )

    assert heading(answer) == "Errors in the file"


def test_warnings_need_a_tick_before_submit(signed_in: Visitor) -> None:
    summary = sent(signed_in, with_a_doubtful_place())

    refused = signed_in.submit(summary, button="Submit")
    question = signed_in.submit(summary, {"accepts_warnings": "y"}, button="Submit")
    received = signed_in.submit(question, button="Confirm")

    assert '<a href="#accepts_warnings">Tick that you have read the warnings' in refused.text
    assert heading(received) == "Contribution submitted"


def test_findings_are_filtered_by_the_address(signed_in: Visitor) -> None:
    both = with_a_wrong_share().replace(b"880515105437", b"880515005437")
    everything = sent(signed_in, both)

    warnings = signed_in.get(everything.request.path + "?severity=warning")

    assert ("AM11" in everything.text, "ID05" in everything.text) == (True, True)
    assert ("AM11" in warnings.text, "ID05" in warnings.text) == (False, True)


def test_findings_mask_identity_numbers_in_their_column(signed_in: Visitor) -> None:
    answer = sent(signed_in, with_a_wrong_share())

    assert "********5678" in answer.text
    assert "900101145678" not in answer.text


def test_findings_are_downloaded_as_csv(signed_in: Visitor) -> None:
    upload = sent(signed_in, with_a_wrong_share()).request.path

    answer = signed_in.get(upload + "/findings.csv")
    head, row = csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig")))

    assert answer.mimetype == "text/csv"
    assert head[0] == "Line"
    assert (row[0], "AM11" in row) == ("1", True)


def test_a_script_that_shows_progress_is_told_where_to_go_on(signed_in: Visitor) -> None:
    as_script = {"Accept": "application/json"}
    page = signed_in.get(UPLOAD)

    taken = signed_in.submit(page, {"file": (contoh_maju(), "oct.txt")}, headers=as_script)
    refused = signed_in.submit(page, {"file": (b"x" * 6_000_000, "oct.txt")}, headers=as_script)

    assert taken.json == {"next": "/employer/contributions/uploads/1"}
    assert refused.status_code == 413
    assert refused.get_json()["error"]["problems"] == [
        {"field": "file", "label": "Choose File", "message": TOO_LARGE}
    ]


def test_drafts_are_removed_one_by_its_button_or_many_by_ticks(signed_in: Visitor) -> None:
    for name in ("one.txt", "two.txt", "three.txt"):
        sent(signed_in, with_a_wrong_share(), name)
    drafts = signed_in.get("/employer/contributions")

    after_one = signed_in.submit(drafts, button="Remove two.txt")
    after_many = signed_in.submit(after_one, {"upload": ["1", "3"]}, button="Remove Draft(s)")

    assert "1 draft removed." in after_one.text
    assert ("one.txt" in after_one.text, "two.txt" in after_one.text) == (True, False)
    assert "2 drafts removed." in after_many.text
    assert "No drafts." in after_many.text


def test_remove_drafts_without_a_tick_says_what_to_do(signed_in: Visitor) -> None:
    sent(signed_in, with_a_wrong_share())

    answer = signed_in.submit(signed_in.get("/employer/contributions"), button="Remove Draft(s)")

    assert "Tick the drafts to remove first." in answer.text


def test_the_upload_of_another_employer_is_not_found(signed_in: Visitor, log_in: LogIn) -> None:
    upload = sent(signed_in, contoh_maju()).request.path
    stranger = log_in("lim@teladan.example", "Teladan#2026")

    answers = [
        stranger.get(upload),
        stranger.get(upload + "/confirm"),
        stranger.get(upload + "/findings.csv"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_file_that_is_too_large_for_somebody_elses_employer_is_not_found(signed_in: Visitor) -> None:
    answer = signed_in.post(
        UPLOAD + "?employer=B3200000456Y", data={"file": (io.BytesIO(b"x" * 40_000_000), "oct.txt")}
    )

    assert answer.status_code == 404


def test_another_employers_code_in_the_address_is_not_found(signed_in: Visitor) -> None:
    assert signed_in.get(UPLOAD + "?employer=B3200000456Y").status_code == 404


def test_the_whole_way_speaks_malay(log_in: LogIn) -> None:
    visitor = log_in(language="ms")

    summary = sent(visitor, with_a_doubtful_place())
    question = visitor.submit(summary, {"accepts_warnings": "y"}, button="Hantar")
    received = visitor.submit(question, button="Sahkan")
    errors = sent(visitor, with_a_wrong_share())

    assert [heading(page) for page in (summary, question, received, errors)] == [
        "Ringkasan Caruman",
        "Teruskan Penghantaran?",
        "Caruman telah dihantar",
        "Ralat dalam fail",
    ]
