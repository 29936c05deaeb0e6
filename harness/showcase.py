"""The main job, once on one target in a world of its own: what `assist demo` runs."""

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from assist_data import data_path
from harness.control import Control, World
from harness.errors import HarnessError
from harness.pages.portal_page import Portal
from harness.portals import PortalAddresses
from harness.profile import load_profile
from harness.report import Case, Outcome, Step, StepRecorder, TargetFacts
from harness.report.cause import cause_of
from harness.targets import Target, context_options, launch_options, prepare
from harness.tasks.main_job import Month, run_main_job

__all__ = ["run_showcase"]

_BANK = "Bank Contoh"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the job is done, and where its receipt is kept."""

    world: World
    language: str
    receipts: Path


def run_showcase(
    target: Target,
    portal: PortalAddresses,
    *,
    report: Path,
    language: str,
    told: Callable[[Step], None],
) -> Case:
    """Run the main job and answer with what happened; a failure is in the answer, not raised."""
    control = Control(portal.control)
    world = control.new_world()
    shown: list[Page] = []
    step = StepRecorder(lambda: shown[-1] if shown else None, report=report, told=told)
    begun = time.perf_counter()
    outcome, cause, details = Outcome.PASSED, "", ""
    try:
        _drive(target, _Place(world, language, report / "receipts" / target.name), step, shown)
    except (HarnessError, Error, AssertionError) as error:
        outcome, details = Outcome.FAILED, "".join(traceback.format_exception_only(error)).strip()
        cause = cause_of(type(error).__name__, str(error))
    seconds = time.perf_counter() - begun
    agents = control.of(world).user_agents()
    control.delete_world(world.name)
    return Case(
        test="demo",
        title="The main job",
        target=TargetFacts.of(target),
        outcome=outcome,
        seconds=seconds,
        steps=tuple(step.steps),
        cause=cause,
        details=details,
        user_agents=agents,
    )


def _drive(target: Target, place: _Place, step: StepRecorder, shown: list[Page]) -> None:
    with sync_playwright() as playwright:
        with step("Start the browser"):
            browser = getattr(playwright, target.engine.value).launch(**launch_options(target))
        try:
            context = browser.new_context(**context_options(target, language=place.language))
            prepare(context, target)
            shown.append(context.new_page())
            profile = load_profile("mock", language=place.language)
            month = Month(
                employer=place.world.logins[0],
                file=data_path("files", "contoh-maju-2026-10.txt"),
                bank=_BANK,
                keep_in=place.receipts,
            )
            run_main_job(Portal(shown[0], profile, place.world.portal), month, step=step)
        finally:
            shown.clear()
            browser.close()
