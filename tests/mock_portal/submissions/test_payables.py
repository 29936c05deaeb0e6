from datetime import timedelta

import pytest

from contributions import YearMonth
from mock_portal.errors import NotAllowed
from mock_portal.submissions import service
from mock_portal.submissions.errors import NoSuchPayable
from mock_portal.submissions.payables import Payable, PayableLine
from mock_portal.submissions.service import State
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.submitting import NOW, employer_id, submitted


def states(portal: Portal, ids: tuple[int, ...]) -> list[State]:
    with portal.session() as session:
        return [payable.status for payable in service.get_payables(session, ids)]


def test_an_acr_carries_lindung_24_jam_as_a_line_of_its_own(portal: Portal) -> None:
    acr_id, _ = submitted(portal)

    with portal.session() as session:
        (acr,) = service.get_payables(session, [acr_id])

    assert acr == Payable(
        id=acr_id,
        submission_id=3,
        employer_id=employer_id(portal),
        number="ACR000000000103",
        scheme="ACR",
        months=(YearMonth(2026, 10),),
        lines=(
            PayableLine("socso_employer", 33595),
            PayableLine("socso_employee", 8725),
            PayableLine("lindung", 14920),
        ),
        heads=6,
        received_at=NOW,
        status=State.SUBMITTED,
        paid_at=None,
    )
    assert acr.amount_sen == 57240


def test_an_ecr_has_the_same_digits_and_the_eis_shares(portal: Portal) -> None:
    _, ecr_id = submitted(portal)

    with portal.session() as session:
        (ecr,) = service.get_payables(session, [ecr_id])

    assert (ecr.number, ecr.scheme, ecr.amount_sen) == ("ECR000000000103", "ECR", 5580)


def test_unpaid_records_leave_out_those_that_are_paid(portal: Portal) -> None:
    ids = submitted(portal)

    with portal.session() as session:
        unpaid = service.payables(session, employer_id(portal))
        all_of_them = service.payables(session, employer_id(portal), unpaid_only=False)

    assert [payable.id for payable in unpaid] == list(ids)
    assert [payable.status for payable in all_of_them] == [State.PAID, State.PAID, *[State.SUBMITTED] * 2]


def test_a_record_in_payment_is_locked_until_the_payment_failed(portal: Portal) -> None:
    ids = submitted(portal)

    with portal.session(may_write=True) as session:
        service.begin_payment(session, ids)
        with pytest.raises(NotAllowed):
            service.begin_payment(session, ids)
        in_payment = service.payables(session, employer_id(portal))
        service.payment_failed(session, ids)

    assert [payable.status for payable in in_payment] == [State.PAYMENT_PENDING] * 2
    assert states(portal, ids) == [State.SUBMITTED] * 2


def test_a_paid_record_knows_when_and_is_not_paid_twice(portal: Portal) -> None:
    ids = submitted(portal)
    later = NOW + timedelta(minutes=5)

    with portal.session(may_write=True) as session:
        service.begin_payment(session, ids)
        service.mark_paid(session, ids, at=later)
        with pytest.raises(NotAllowed):
            service.mark_paid(session, ids, at=later)
        paid = service.get_payables(session, ids)

    assert [(payable.status, payable.paid_at) for payable in paid] == [(State.PAID, later)] * 2


def test_a_payment_takes_all_records_or_none(portal: Portal) -> None:
    acr, ecr = submitted(portal)

    with portal.session(may_write=True) as session:
        service.begin_payment(session, [ecr])
        with pytest.raises(NotAllowed):
            service.begin_payment(session, [acr, ecr])

    assert states(portal, (acr, ecr)) == [State.SUBMITTED, State.PAYMENT_PENDING]


def test_removing_a_record_takes_its_companion_along_and_opens_the_month(portal: Portal) -> None:
    acr, ecr = submitted(portal)

    with portal.session(may_write=True) as session:
        closed = service.closed_months(session, employer_id(portal))
        service.cancel(session, ecr)
        open_again = closed - service.closed_months(session, employer_id(portal))

    assert states(portal, (acr, ecr)) == [State.CANCELLED] * 2
    assert open_again == {YearMonth(2026, 10)}


def test_a_record_whose_companion_is_paid_is_not_removed(portal: Portal) -> None:
    acr, ecr = submitted(portal)

    with portal.session(may_write=True) as session:
        service.mark_paid(session, [ecr], at=NOW)
        with pytest.raises(NotAllowed):
            service.cancel(session, acr)

    assert states(portal, (acr, ecr)) == [State.SUBMITTED, State.PAID]


def test_a_record_that_does_not_exist_is_said_so(portal: Portal) -> None:
    with portal.session(may_write=True) as session, pytest.raises(NoSuchPayable):
        service.begin_payment(session, [999])


def test_the_whole_submission_stands_where_its_records_stand(portal: Portal) -> None:
    acr, ecr = submitted(portal)
    seen = []

    with portal.session(may_write=True) as session:
        (mine, *_) = service.submissions_of(session, employer_id(portal))
        seen.append(mine.status)
        service.begin_payment(session, [acr])
        seen.append(service.get_submission(session, mine.id).status)
        service.mark_paid(session, [acr], at=NOW)
        seen.append(service.get_submission(session, mine.id).status)
        service.mark_paid(session, [ecr], at=NOW)
        seen.append(service.get_submission(session, mine.id).status)

    assert seen == [State.SUBMITTED, State.PAYMENT_PENDING, State.PART_PAID, State.PAID]
