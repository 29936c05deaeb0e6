"""A submission made in a world, for tests of what comes after."""

from datetime import datetime

from contributions import read
from mock_portal.employers.service import find_employer
from mock_portal.submissions.recording import keep
from mock_portal.worlds.clock import MALAYSIA
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.sample_files import contoh_maju

NOW = datetime(2026, 11, 10, 9, 0, tzinfo=MALAYSIA)
CONTOH_MAJU, TELADAN = "B3200000123X", "B3200000456Y"


def employer_id(portal: Portal, code: str = CONTOH_MAJU) -> int:
    with portal.session() as session:
        employer = find_employer(session, code)
        assert employer is not None
        return employer.id


def submitted(portal: Portal, content: bytes | None = None) -> tuple[int, ...]:
    """The ids of the records (ACR, ECR) that CONTOH MAJU's file led to."""
    with portal.session(may_write=True) as session:
        submission = keep(
            session,
            employer_id=employer_id(portal),
            account_id=None,
            records=read(content or contoh_maju()),
            received_at=NOW,
        )
        return tuple(payable.id for payable in submission.payables)
