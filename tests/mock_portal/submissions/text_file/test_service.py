from datetime import timedelta

import pytest
from sqlalchemy import func, select

from contributions import Verdict, YearMonth
from mock_portal.errors import NotAllowed
from mock_portal.submissions.acting import Acting
from mock_portal.submissions.errors import (
    FileHasErrors,
    FileTooLarge,
    NoSuchUpload,
    NothingToPay,
    WarningsNotAccepted,
)
from mock_portal.submissions.models import Submission, Upload
from mock_portal.submissions.states import State
from mock_portal.submissions.text_file import service
from mock_portal.submissions.text_file.service import CheckedUpload, SentFile
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.sample_files import (
    OCTOBER,
    contoh_maju,
    of_month,
    of_zeros,
    teladan,
    with_a_doubtful_place,
    with_a_wrong_share,
)
from tests.mock_portal.submissions.submitting import CONTOH_MAJU, NOW, TELADAN, employer_id

LIMIT = 5_242_880


def owner(portal: Portal, code: str = CONTOH_MAJU) -> Acting:
    return Acting(account_id=1, codes={employer_id(portal, code): code})


def upload(portal: Portal, content: bytes, name: str = "oct.txt", *, limit: int = LIMIT) -> CheckedUpload:
    with portal.session(may_write=True) as session:
        return service.receive(
            session,
            acting=owner(portal),
            employer_id=employer_id(portal),
            file=SentFile(content, name),
            limit_bytes=limit,
            now=NOW,
        )


def submit(portal: Portal, upload_id: int, *, accepts_warnings: bool = False) -> int:
    with portal.session(may_write=True) as session:
        return service.submit(
            session, upload_id, acting=owner(portal), accepts_warnings=accepts_warnings, now=NOW
        )


def codes(seen: CheckedUpload) -> set[str]:
    assert seen.report is not None
    return {finding.code for finding in seen.report.findings}


def count(portal: Portal, table: type[Upload | Submission]) -> int:
    with portal.session() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_good_file_may_be_submitted_and_waits_as_a_draft(portal: Portal) -> None:
    seen = upload(portal, contoh_maju())

    with portal.session() as session:
        (draft,) = service.drafts(session, employer_id(portal))
    assert (seen.may_be_submitted, seen.errors, seen.warnings) == (True, 0, 0)
    assert (draft.state, draft.months, draft.records, draft.total_sen) == (
        State.COMPLETE,
        (OCTOBER,),
        6,
        62820,
    )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="an empty file"),
        pytest.param(b"PK\x03\x04" + bytes(2_000), id="a renamed spreadsheet"),
        pytest.param(b"%PDF-1.7\n" + bytes(200), id="a PDF"),
        pytest.param(b"a line that is too short\r\n" * 3, id="wrong columns"),
        pytest.param("\ufeffB3200000123X".encode("utf-16"), id="another coding"),
        pytest.param(with_a_wrong_share(), id="an amount that is not due"),
        pytest.param(teladan(), id="a file for another employer"),
        pytest.param(of_month(YearMonth(2026, 9)), id="a paid month"),
        pytest.param(of_month(YearMonth(2026, 12)), id="a month in the future"),
    ],
)
def test_a_file_with_errors_is_kept_for_its_findings_and_never_submitted(
    portal: Portal, content: bytes
) -> None:
    seen = upload(portal, content)

    with pytest.raises(FileHasErrors):
        submit(portal, seen.id)
    assert seen.errors > 0
    assert not seen.may_be_submitted
    assert count(portal, Submission) == 2  # those of the scenario


def test_a_file_that_could_not_be_read_is_no_draft(portal: Portal) -> None:
    upload(portal, b"PK\x03\x04" + bytes(2_000), "oct.xlsx")

    with portal.session() as session:
        assert service.drafts(session, employer_id(portal)) == ()


def test_a_file_over_the_limit_leaves_nothing(portal: Portal) -> None:
    with pytest.raises(FileTooLarge) as refused:
        upload(portal, contoh_maju(), limit=1_000)

    assert refused.value.limit == 1_000
    assert count(portal, Upload) == 0


def test_warnings_need_a_tick(portal: Portal) -> None:
    seen = upload(portal, with_a_doubtful_place())

    with pytest.raises(WarningsNotAccepted):
        submit(portal, seen.id)
    assert seen.warnings == 2  # the place code, and a number that no employee on record has
    assert submit(portal, seen.id, accepts_warnings=True) == 3


def test_submitting_twice_gives_the_same_submission(portal: Portal) -> None:
    seen = upload(portal, contoh_maju())

    first, second = submit(portal, seen.id), submit(portal, seen.id)

    assert first == second
    assert count(portal, Submission) == 3


def test_of_two_files_for_one_month_the_first_wins_and_the_other_sees_why(portal: Portal) -> None:
    mine, hers = upload(portal, contoh_maju(), "mine.txt"), upload(portal, contoh_maju(), "hers.txt")
    submit(portal, mine.id)

    with pytest.raises(FileHasErrors):
        submit(portal, hers.id)

    with portal.session(may_write=True) as session:
        seen = service.get_checked(session, hers.id, acting=owner(portal), now=NOW)
    assert codes(seen) == {"MO05"}


def test_a_draft_says_that_its_month_was_closed_meanwhile(portal: Portal) -> None:
    mine, _ = upload(portal, contoh_maju()), upload(portal, contoh_maju())
    submit(portal, mine.id)

    with portal.session() as session:
        (left,) = service.drafts(session, employer_id(portal))
    assert left.state is State.ERRORS


def test_a_month_opens_again_when_its_record_is_removed(portal: Portal) -> None:
    from mock_portal.submissions import service as submissions

    submission_id = submit(portal, upload(portal, contoh_maju()).id)
    with portal.session(may_write=True) as session:
        (acr, *_) = submissions.get_submission(session, submission_id).payables
        submissions.cancel(session, acr.id)

    assert upload(portal, contoh_maju()).may_be_submitted


def test_a_submitted_file_is_history_and_not_checked_again(portal: Portal) -> None:
    seen = upload(portal, contoh_maju())
    submission_id = submit(portal, seen.id)

    with portal.session() as session:
        later = service.get_checked(session, seen.id, acting=owner(portal), now=NOW + timedelta(days=90))

    assert (later.submission_id, later.report) == (submission_id, None)


def test_a_file_in_which_all_amounts_are_zero_makes_no_record(portal: Portal) -> None:
    seen = upload(portal, of_zeros())

    with pytest.raises((NothingToPay, FileHasErrors)):
        submit(portal, seen.id, accepts_warnings=True)

    assert count(portal, Submission) == 2


def test_a_draft_is_removed_with_its_bytes(portal: Portal) -> None:
    seen = upload(portal, with_a_wrong_share())

    with portal.session(may_write=True) as session:
        service.remove(session, seen.id, acting=owner(portal))

    assert count(portal, Upload) == 0


def test_a_submitted_file_is_not_removed(portal: Portal) -> None:
    seen = upload(portal, contoh_maju())
    submit(portal, seen.id)

    with portal.session(may_write=True) as session, pytest.raises(NotAllowed):
        service.remove(session, seen.id, acting=owner(portal))


def test_the_file_of_another_employer_is_not_there(portal: Portal) -> None:
    seen = upload(portal, contoh_maju())
    stranger = owner(portal, TELADAN)

    with portal.session(may_write=True) as session:
        with pytest.raises(NoSuchUpload):
            service.get_checked(session, seen.id, acting=stranger, now=NOW)
        with pytest.raises(NoSuchUpload):
            service.submit(session, seen.id, acting=stranger, accepts_warnings=True, now=NOW)
        with pytest.raises(NoSuchUpload):
            service.remove(session, seen.id, acting=stranger)


def test_the_verdict_is_the_one_of_the_command(portal: Portal) -> None:
    seen = upload(portal, contoh_maju())

    assert seen.report is not None
    assert seen.report.verdict is Verdict.VALID
