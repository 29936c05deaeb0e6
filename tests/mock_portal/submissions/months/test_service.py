from datetime import date

from contributions import YearMonth
from mock_portal.submissions import service
from mock_portal.submissions.months.service import PendingMonth, list_months
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.submitting import employer_id, submitted


def pending(portal: Portal, today: date) -> list[PendingMonth]:
    with portal.session() as session:
        return list(service.pending_months(session, employer_id(portal), today=today))


def test_a_month_is_pending_with_its_due_date_and_its_employees(portal: Portal) -> None:
    assert pending(portal, date(2026, 11, 10)) == [
        PendingMonth(YearMonth(2026, 10), due_date=date(2026, 11, 15), employees=6, is_late=False)
    ]


def test_a_month_is_late_from_the_day_after_its_due_date(portal: Portal) -> None:
    on_the_day, day_after = pending(portal, date(2026, 11, 15)), pending(portal, date(2026, 11, 16))

    assert [row.is_late for row in on_the_day + day_after] == [False, True]


def test_a_month_joins_the_list_on_the_first_day_of_the_next_one(portal: Portal) -> None:
    before, after = pending(portal, date(2026, 11, 30)), pending(portal, date(2026, 12, 1))

    assert [row.month.month for row in before] == [10]
    assert [row.month.month for row in after] == [10, 11]


def test_a_submitted_month_leaves_the_list(portal: Portal) -> None:
    submitted(portal)

    assert pending(portal, date(2026, 11, 10)) == []


def test_months_are_listed_once(portal: Portal) -> None:
    with portal.session(may_write=True) as session:
        list_months(session, employer_id(portal), [YearMonth(2026, 7), YearMonth(2026, 10)])

    assert [row.month.month for row in pending(portal, date(2026, 11, 10))] == [7, 10]
