from dataclasses import replace

import pytest
from sqlalchemy import func, select

from contributions import YearMonth, read, write
from mock_portal.submissions import service
from mock_portal.submissions.errors import NothingToPay
from mock_portal.submissions.lines import LINES_A_PAGE, lines_page, month_totals
from mock_portal.submissions.models import Submission
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.sample_files import contoh_maju, of_zeros
from tests.mock_portal.submissions.submitting import employer_id, submitted


def test_a_scheme_in_which_nobody_owes_anything_gets_no_record(portal: Portal) -> None:
    foreign_only = write([record for record in read(contoh_maju()) if record.eis_employer == 0])

    ids = submitted(portal, foreign_only)

    with portal.session() as session:
        assert [payable.scheme for payable in service.get_payables(session, ids)] == ["ACR"]


def test_nothing_is_recorded_of_a_file_in_which_all_amounts_are_zero(portal: Portal) -> None:
    with pytest.raises(NothingToPay):
        submitted(portal, of_zeros())

    with portal.session() as session:
        assert session.scalar(select(func.count()).select_from(Submission)) == 2  # those of the scenario


def test_one_record_may_hold_several_months_and_says_what_each_adds(portal: Portal) -> None:
    october = read(contoh_maju())
    both = write([*(replace(record, month=YearMonth(2026, 8)) for record in october), *october])

    ids = submitted(portal, both)

    with portal.session() as session:
        acr, _ = service.get_payables(session, ids)
        totals = month_totals(session, acr.submission_id)
    assert acr.months == (YearMonth(2026, 8), YearMonth(2026, 10))
    assert acr.heads == 6
    assert acr.amount_sen == 2 * 57240
    assert [month["lindung"] for month in totals.values()] == [14920, 14920]


def test_lines_of_a_large_submission_come_by_the_page(portal: Portal) -> None:
    (first, *_) = read(contoh_maju())
    many = [replace(first, identity_number=f"9001011456{n:02}") for n in range(LINES_A_PAGE + 3)]
    (acr_id, _) = submitted(portal, write(many))

    with portal.session() as session:
        (acr,) = service.get_payables(session, [acr_id])
        pages = [lines_page(session, acr.submission_id, page) for page in (1, 2, 99)]

    assert [len(page.shown) for page in pages] == [LINES_A_PAGE, 3, LINES_A_PAGE]
    assert [(page.page, page.pages) for page in pages] == [(1, 2), (2, 2), (1, 2)]


def test_the_control_api_sees_the_submissions_of_every_employer(portal: Portal) -> None:
    with portal.session() as session:
        employers = {submission.employer_id for submission in service.all_submissions(session)}

    assert employers == {employer_id(portal), employer_id(portal, "B3200000456Y")}
