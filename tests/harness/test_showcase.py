"""The main job as `assist demo` runs it: what it leaves for the report, when it goes well and when not."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from harness.portals import PortalAddresses
from harness.report import Outcome, Step
from harness.showcase import Showcase
from harness.targets import Target, find_target

pytestmark = pytest.mark.slow


@pytest.fixture
def chrome() -> Target:
    target = find_target("chrome", headless_shell=True)
    assert target is not None, "run assist setup"
    return target


@pytest.fixture
def showcase(playwright: Playwright, portal: PortalAddresses, tmp_path: Path) -> Showcase:
    return Showcase(playwright=playwright, portal=portal, report=tmp_path)


def test_a_month_is_carried_from_log_in_to_receipt(
    chrome: Target, showcase: Showcase, tmp_path: Path
) -> None:
    told: list[Step] = []

    case = showcase.run(chrome, told=told.append)

    assert (case.outcome, case.details) == (Outcome.PASSED, "")
    assert [step.title for step in told] == [
        "Start the browser",
        "Open the portal",
        "Log in",
        "Upload the contribution file",
        "Submit and confirm",
        "Put ACR and ECR in the cart",
        "Go to the bank",
        "Approve at the bank",
        "Keep the receipt",
    ]
    assert all(step.picture for step in told[1:])
    assert len(case.user_agents) == 1
    receipt = next((tmp_path / "receipts").rglob("*.pdf"))
    assert receipt.read_bytes().startswith(b"%PDF")


def test_a_job_that_cannot_be_done_is_an_answer_with_its_cause(chrome: Target, showcase: Showcase) -> None:
    nowhere = replace(showcase, language="ms", bank="No such bank", patience_seconds=2)

    case = nowhere.run(chrome, told=lambda _: None)

    assert case.outcome is Outcome.FAILED
    assert case.steps[-1].title == "Go to the bank"
    assert not case.steps[-1].passed
    assert case.cause.startswith("PaymentRefused: Payment refused: The Bank List has no No such bank.")
