"""The main job, once on one target in a world of its own: what `assist demo` runs."""

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright

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

__all__ = ["Showcase"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Showcase:
    """Where the main job is shown: against which portal, in which language, paid by which bank.

    `report` is the folder for pictures and receipts; an action that takes over `patience_seconds` failed.
    """

    playwright: Playwright
    portal: PortalAddresses
    report: Path
    language: str = "en"
    bank: str = "Bank Contoh"
    patience_seconds: float = 30

    def run(self, target: Target, *, told: Callable[[Step], None]) -> Case:
        """Run the main job and answer with what happened; a failure is in the answer, not raised."""
        control = Control(self.portal.control)
        world = control.new_world()
        shown: list[Page] = []
        step = StepRecorder(lambda: shown[-1] if shown else None, report=self.report, told=told)
        begun = time.perf_counter()
        outcome, cause, details = Outcome.PASSED, "", ""
        try:
            self._drive(target, world, step, shown)
        except (HarnessError, Error) as error:
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

    def _drive(self, target: Target, world: World, step: StepRecorder, shown: list[Page]) -> None:
        with step("Start the browser"):
            browser = getattr(self.playwright, target.engine.value).launch(**launch_options(target))
        try:
            context = browser.new_context(**context_options(target, language=self.language))
            prepare(context, target)
            context.set_default_timeout(self.patience_seconds * 1000)
            shown.append(context.new_page())
            profile = load_profile("mock", language=self.language)
            month = Month(
                employer=world.logins[0],
                file=data_path("files", "contoh-maju-2026-10.txt"),
                bank=self.bank,
                keep_in=self.report / "receipts" / target.name,
            )
            run_main_job(Portal(shown[0], profile, world.portal), month, step=step)
        finally:
            shown.clear()
            browser.close()
