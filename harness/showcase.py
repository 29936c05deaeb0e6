"""The main job, or the whole story, once on one target in a world of its own: what `assist demo` runs."""

import contextlib
import logging
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, Playwright

from assist_data import data_path
from contributions import YearMonth
from harness.control import Control, World, WorldInbox
from harness.errors import HarnessError
from harness.interrupts import Interrupts
from harness.javascript import SANDBOXED, require_scripts_off
from harness.pages.portal_page import Portal
from harness.portals import PortalAddresses
from harness.profile import load_profile
from harness.report import Case, Outcome, Step, StepRecorder, TargetFacts
from harness.report.cause import message_of
from harness.targets import Target, context_options, launch_options, prepare
from harness.targets.launching import needs_world_without_javascript, without_javascript
from harness.tasks.from_nothing import Beginning, run_from_nothing
from harness.tasks.main_job import Month, run_main_job

__all__ = ["Showcase"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Showcase:
    """Where the main job is shown: against which portal, in which language, paid by which bank.

    `javascript` is on or off. With `from_nothing` the employer is registered first. `report` is the folder
    for pictures and receipts; an action that takes over `patience_seconds` failed.
    """

    playwright: Playwright
    portal: PortalAddresses
    report: Path
    language: str = "en"
    javascript: str = "on"
    from_nothing: bool = False
    bank: str = "Bank Contoh"
    patience_seconds: float = 30

    def run(self, target: Target, *, told: Callable[[Step], None]) -> Case:
        """Run the main job and answer with what happened; a failure is in the answer, not raised.

        Ctrl-C is in the answer too: the job was stopped, and Playwright may be gone with it.
        """
        control = Control(self.portal.control)
        world = control.new_world()
        sandboxed = self.javascript == "off" and needs_world_without_javascript(target)
        if sandboxed:
            control.of(world).change(javascript="off")
        shown: list[Page] = []
        step = StepRecorder(lambda: shown[-1] if shown else None, report=self.report, told=told)
        begun = time.perf_counter()
        outcome, message, details = Outcome.PASSED, "", ""
        try:
            with Interrupts() as interrupts:
                self._drive(target, world, step, shown)
                interrupts.raise_again()
        except KeyboardInterrupt:
            outcome = Outcome.STOPPED
        except (HarnessError, Error) as error:
            outcome, details = Outcome.FAILED, "".join(traceback.format_exception_only(error)).strip()
            message = message_of(type(error).__name__, str(error))
        seconds = time.perf_counter() - begun
        agents: tuple[str, ...] = ()
        # the portal hears Ctrl-C as well, and then has ended
        with contextlib.suppress(HarnessError) if outcome is Outcome.STOPPED else contextlib.nullcontext():
            agents = control.of(world).user_agents()
            control.delete_world(world.name)
        return Case(
            test=("demo-from-nothing" if self.from_nothing else "demo")
            + ("" if self.javascript == "on" else "-javascript-off"),
            title=("The whole story, from nothing" if self.from_nothing else "The main job")
            + ("" if self.javascript == "on" else ", JavaScript off"),
            target=TargetFacts.of(target),
            outcome=outcome,
            seconds=seconds,
            steps=tuple(step.steps),
            message=message,
            details=details,
            user_agents=agents,
            note=SANDBOXED if sandboxed else "",
            javascript=self.javascript,
        )

    def _drive(self, target: Target, world: World, step: StepRecorder, shown: list[Page]) -> None:
        with self._browser(target, step) as browser:
            switch = without_javascript(target) if self.javascript == "off" else {}
            context = browser.new_context(**context_options(target, language=self.language), **switch)
            prepare(context, target)
            context.set_default_timeout(self.patience_seconds * 1000)
            shown.append(context.new_page())
            profile = load_profile("mock", language=self.language)
            portal = Portal(shown[0], profile, world.portal, scripts=self.javascript == "on")
            if not portal.scripts:
                with step("See that scripts are off"):
                    require_scripts_off(portal)
            if self.from_nothing:
                run_from_nothing(portal, self._beginning(target, world), step=step)
            else:
                run_main_job(portal, self._month(target, world), step=step)

    def _month(self, target: Target, world: World) -> Month:
        return Month(
            employer=world.logins[0],
            file=data_path("files", "contoh-maju-2026-10.txt"),
            bank=self.bank,
            keep_in=self._keep_in(target),
        )

    def _beginning(self, target: Target, world: World) -> Beginning:
        control = Control(self.portal.control).of(world)
        return Beginning(
            officer=next(login for login in world.logins if login.role == "officer"),
            inbox=WorldInbox(control),
            month=YearMonth.of(control.clock().now).previous(),
            bank=self.bank,
            keep_in=self._keep_in(target),
        )

    def _keep_in(self, target: Target) -> Path:
        return self.report / "receipts" / target.name

    @contextlib.contextmanager
    def _browser(self, target: Target, step: StepRecorder) -> Iterator[Browser]:
        with step("Start the browser"):
            browser: Browser = getattr(self.playwright, target.engine.value).launch(**launch_options(target))
        try:
            yield browser
        except KeyboardInterrupt:
            # what nobody waits for now fails when the browser goes, and asyncio would print a traceback
            logging.getLogger("asyncio").setLevel(logging.CRITICAL)
            # its driver may be gone, and then says so by an error without a type of its own
            with contextlib.suppress(Exception):
                browser.close()
            raise
        except BaseException:
            browser.close()
            raise
        browser.close()
