"""The whole story of an employer who has nothing yet, to the receipt of the first month."""

from pathlib import Path

from contributions import YearMonth
from harness.control import Login, World, WorldInbox
from harness.pages.contributions import ContributionsPage
from harness.report import StepRecorder
from harness.tasks import Beginning, run_from_nothing
from tests.e2e.modes import in_modes
from tests.e2e.paying import BANK, Visit

OCTOBER = YearMonth(2026, 10)


def officer(world: World) -> Login:
    return next(login for login in world.logins if login.role == "officer")


@in_modes("en")
def test_an_employer_comes_from_nothing_to_a_receipt(
    visit: Visit, world: World, inbox: WorldInbox, step: StepRecorder, tmp_path: Path
) -> None:
    done = run_from_nothing(
        visit.site,
        Beginning(officer=officer(world), inbox=inbox, month=OCTOBER, bank=BANK, keep_in=tmp_path),
        step=step,
    )

    assert done.receipt.read_bytes().startswith(b"%PDF")
    assert (visit.transaction.order_no, visit.transaction.amount_sen) == (done.order, done.amount)
    assert visit.site.open(ContributionsPage).pending() == ()
