from datetime import datetime

from contributions import YearMonth
from mock_portal.submissions import service
from mock_portal.submissions.service import State
from mock_portal.worlds.clock import MALAYSIA
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.submitting import employer_id


def test_a_paid_month_of_a_scenario_has_real_amounts_and_paid_records(portal: Portal) -> None:
    with portal.session() as session:
        acr, ecr = service.payables(session, employer_id(portal), unpaid_only=False)

    assert (acr.months, acr.amount_sen, ecr.amount_sen) == ((YearMonth(2026, 9),), 57240, 5580)
    assert {acr.status, ecr.status} == {State.PAID}
    assert acr.received_at == datetime(2026, 10, 8, 10, 5, tzinfo=MALAYSIA)
    assert acr.paid_at == datetime(2026, 10, 8, 10, 30, tzinfo=MALAYSIA)


def test_a_pending_month_of_a_scenario_has_no_record(portal: Portal) -> None:
    with portal.session() as session:
        pending = service.pending_months(
            session, employer_id(portal), today=datetime(2026, 11, 10, tzinfo=MALAYSIA).date()
        )

    assert [month.month for month in pending] == [YearMonth(2026, 10)]
