"""A contribution by text file: upload, what is found in it, the summary, submission, drafts."""

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Route, expect
from pypdf import PdfReader

from assist_data import data_path
from contributions import Language, T, YearMonth
from harness.control import WorldControl
from harness.pages.contributions import ContributionsPage, SubmittedListPage
from harness.pages.refusals import Refused
from harness.pages.submitted import SubmittedPage
from harness.pages.upload import ConfirmDialog, FindingsPage, SummaryPage, UploadPage, UploadRefused
from harness.tasks import FileRefused, confirm_submission, submit_file, upload_file
from tests.e2e.modes import ALL_MODES, in_modes, with_scripts
from tests.e2e.paying import DUE, OCTOBER_FILE, Visit
from tests.e2e.said import NO_FILE, TICK_WANTED, TOO_LARGE, UPLOAD_CANCELLED
from tests.e2e.seeded import begin_session

OCTOBER = YearMonth(2026, 10)
FIRST_LINE = T(en="AM09 line 1, columns 215-220", ms="AM09 baris 1, lajur 215-220")
WHOLE_FILE = T(en="FL01 Whole file", ms="FL01 Seluruh fail")


@pytest.fixture
def uploading(visit: Visit) -> UploadPage:
    """The page for the upload, for an employer who is logged in."""
    begin_session(visit.site, visit.employer)
    return visit.site.open(UploadPage)


def file_of(name: str) -> Path:
    return data_path("files", name)


def codes(page: FindingsPage | SummaryPage) -> list[str]:
    return [finding.code for finding in page.findings()]


@in_modes(*ALL_MODES)
def test_a_good_file_leads_to_a_summary_and_to_numbers(visit: Visit, tmp_path: Path) -> None:
    begin_session(visit.site, visit.employer)

    summary = upload_file(visit.site, OCTOBER_FILE)
    totals, submission = summary.totals(), confirm_submission(summary)

    assert (totals.employees, totals.months, totals.total) == (6, (OCTOBER,), DUE)
    assert 0 < totals.lindung < totals.acr
    assert (submission.amount, submission.months) == (DUE, (OCTOBER,))
    record = visit.site.open(SubmittedListPage).view(submission.numbers[0]).print(tmp_path)
    printed = "".join(page.extract_text() for page in PdfReader(record).pages)
    assert "LINDUNG 24 JAM" in printed
    assert all(number in printed for number in submission.numbers)


@in_modes("en")
def test_a_file_with_an_error_shows_where_and_cannot_be_submitted(
    uploading: UploadPage, tmp_path: Path
) -> None:
    found = uploading.upload(file_of("bad-wrong-amount-2026-10.txt"))
    assert isinstance(found, FindingsPage)

    kept = found.download(tmp_path)

    (finding,) = found.findings()
    assert (finding.code, finding.line, finding.value) == ("AM09", "1", "RM 56.90")
    assert "AM09" in kept.read_text(encoding="utf-8-sig")
    assert isinstance(found.upload_another(), UploadPage)


@in_modes("ms-javascript-off")
@pytest.mark.parametrize(
    ("name", "place"),
    [
        pytest.param("bad-wrong-amount-2026-10.txt", FIRST_LINE, id="line-and-columns"),
        pytest.param("bad-empty.txt", WHOLE_FILE, id="whole-file"),
    ],
)
def test_a_file_that_is_refused_says_each_reason_on_one_line(
    visit: Visit, language: Language, name: str, place: T
) -> None:
    begin_session(visit.site, visit.employer)

    with pytest.raises(FileRefused) as refused:
        submit_file(visit.site, file_of(name))

    (message,) = refused.value.messages
    assert message.startswith(f"{place.in_language(language)}: ")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("bad-renamed-spreadsheet.txt", "FL02", id="renamed-spreadsheet"),
        pytest.param("bad-another-employer-2026-10.txt", "FL13", id="another-employer"),
        pytest.param("bad-paid-month-2026-09.txt", "MO05", id="paid-month"),
        pytest.param("bad-empty.txt", "FL01", id="empty"),
    ],
)
def test_a_file_that_does_not_belong_here_is_named(uploading: UploadPage, name: str, code: str) -> None:
    found = uploading.upload(file_of(name))

    assert isinstance(found, FindingsPage)
    assert code in codes(found)
    assert found.portal.open(SubmittedListPage).records()[0].months != (OCTOBER,)


def test_warnings_need_a_tick(uploading: UploadPage, language: Language) -> None:
    summary = uploading.upload(file_of("warning-same-name-2026-10.txt"))
    assert isinstance(summary, SummaryPage)
    assert codes(summary) == ["ID10", "ID18"]

    refused = summary.submit()
    assert isinstance(refused, Refused)
    said = refused.messages
    submission = confirm_submission(summary.accept_warnings())

    assert said == (TICK_WANTED.in_language(language),)
    assert submission.months == (OCTOBER,)


@in_modes("en", "en-javascript-off")
def test_six_megabytes_are_refused_with_the_limit(uploading: UploadPage, language: Language) -> None:
    large: FilePayload = {"name": "large.txt", "mimeType": "text/plain", "buffer": b"0" * 6_000_000}

    refused = uploading.upload(large)

    assert isinstance(refused, UploadRefused)
    assert refused.messages == (TOO_LARGE.in_language(language),)
    assert refused.portal.open(ContributionsPage).drafts() == ()


def test_nothing_chosen_is_said(uploading: UploadPage, language: Language) -> None:
    refused = uploading.go_on()

    assert isinstance(refused, UploadRefused)
    assert refused.messages == (NO_FILE.in_language(language),)


@in_modes("en-javascript-off")
def test_a_draft_is_kept_taken_up_and_removed(uploading: UploadPage) -> None:
    uploading.upload(OCTOBER_FILE)
    months = uploading.portal.open(ContributionsPage)
    (draft,) = months.drafts()

    taken_up = months.edit_draft(draft.file_name)
    emptied = uploading.portal.open(ContributionsPage).remove_draft(draft.file_name)

    assert (draft.file_name, draft.months, draft.records, draft.total) == (
        "contoh-maju-2026-10.txt",
        (OCTOBER,),
        6,
        DUE,
    )
    assert isinstance(taken_up, SummaryPage)
    assert emptied.drafts() == ()
    assert [month.month for month in emptied.pending()] == [OCTOBER]


def test_a_month_is_not_submitted_twice(visit: Visit) -> None:
    begin_session(visit.site, visit.employer)
    submit_file(visit.site, OCTOBER_FILE)

    again = visit.site.open(UploadPage).upload(OCTOBER_FILE)

    assert isinstance(again, FindingsPage)
    assert "MO05" in codes(again)


@with_scripts
@pytest.mark.browser_matters
def test_an_upload_shows_its_progress_and_can_be_cancelled(uploading: UploadPage, language: Language) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)  # no answer comes

    uploading.page.route("**/text-file*", hold)
    progress = uploading.begin(OCTOBER_FILE)
    expect(progress.mark).to_be_visible()
    expect(progress.sentence).to_contain_text("contoh-maju-2026-10.txt")

    said = progress.cancel().messages
    held[0].abort()
    uploading.page.unroute("**/text-file*")
    summary = uploading.go_on()

    assert said == (UPLOAD_CANCELLED.in_language(language),)
    assert isinstance(summary, SummaryPage)


@with_scripts
def test_two_clicks_submit_once(visit: Visit, control: WorldControl) -> None:
    begin_session(visit.site, visit.employer)
    summary = upload_file(visit.site, OCTOBER_FILE)
    question = summary.submit()
    assert isinstance(question, ConfirmDialog)

    question.go_on.dblclick()

    visit.site.arrive(SubmittedPage)
    posts = [seen for seen in control.journal(site="portal", method="POST") if "/uploads/" in seen.path]
    assert len(posts) == 1
    records = visit.site.open(SubmittedListPage).records()
    assert len([record for record in records if record.months == (OCTOBER,)]) == 2
