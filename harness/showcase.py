"""The main job, once on one target in a world of its own: what `assist demo` runs."""

import time
import traceback
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from harness.control import Control, World
from harness.errors import HarnessError
from harness.portals import PortalAddresses
from harness.report import Case, Outcome, Step, StepRecorder, TargetFacts
from harness.report.cause import cause_of
from harness.targets import Target, context_options, launch_options, prepare

__all__ = ["run_showcase"]


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
        _drive(target, world, language, step, shown)
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


def _drive(target: Target, world: World, language: str, step: StepRecorder, shown: list[Page]) -> None:
    with sync_playwright() as playwright:
        with step("Start the browser"):
            browser = getattr(playwright, target.engine.value).launch(**launch_options(target))
        try:
            context = browser.new_context(**context_options(target, language=language))
            prepare(context, target)
            page = context.new_page()
            shown.append(page)
            with step("Open the portal"):
                page.goto(world.portal)
        finally:
            shown.clear()
            browser.close()
