"""The pytest plugin: options and hooks. Every pytest run loads it, so it imports nothing heavy.

The fixtures are in `harness.plugin_fixtures` and `harness.plugin_browsers`, registered from here after every
installed plugin: between two installed plugins the one registered last wins, and some extend those of
pytest-playwright.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from harness import plugin_javascript
from harness.interrupts import Interrupts
from harness.plugin_markers import is_about_its_target, skip_unless_wanted, target_name_of
from harness.plugin_portal_url import read_portal_url, require_portal
from harness.plugin_state import PORTAL, RUN, Run
from harness.plugin_unnamed_target import hint_at_targets
from harness.plugin_video import require_video

if TYPE_CHECKING:
    from harness.plugin_portal import OfficeForWorkers
    from harness.targets import Target

__all__: list[str] = []

_INTERRUPTS = pytest.StashKey[Interrupts]()
_OFFICE: "pytest.StashKey[OfficeForWorkers]" = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options, each with an ini value of the same name."""
    group = parser.getgroup("assist", "ASSIST Harness")
    group.addoption(
        "--assist-target",
        action="append",
        metavar="NAME",
        help="run on chrome, firefox or edge; repeat it for several; 'found' means all that are here",
    )
    group.addoption(
        "--assist-portal-url", metavar="URL", help="use a portal that runs there instead of starting one"
    )
    group.addoption(
        "--assist-scenario",
        metavar="SCENARIO",
        help="make each test's world from this file, or a shipped one by name (default: demo)",
    )
    group.addoption("--assist-language", metavar="LANGUAGE", help="en (default) or ms")
    group.addoption(
        "--assist-javascript",
        metavar="MODE",
        help="on, off or both: run each browser test with scripts so; not given, as the test says, mostly on",
    )
    group.addoption(
        "--assist-require-genuine",
        action="store_true",
        default=None,
        help="fail before the first test if a target would be a stand-in",
    )
    group.addoption(
        "--assist-headless-shell",
        action="store_true",
        default=None,
        help="where another browser would stand in for Chrome, take Chromium's headless shell: much quicker",
    )
    group.addoption("--assist-report", metavar="DIR", help="write report.html and junit.xml into this folder")
    parser.addini("assist_target", "targets to run on", type="args", default=[])
    parser.addini("assist_portal_url", "the portal to use", default="")
    parser.addini("assist_scenario", "the scenario of each test's world", default="")
    parser.addini("assist_language", "en or ms", default="en")
    parser.addini("assist_javascript", "on, off or both", default="")
    parser.addini("assist_require_genuine", "refuse stand-ins", type="bool", default=False)
    parser.addini("assist_headless_shell", "Chromium's headless shell for Chrome", type="bool", default=False)
    parser.addini("assist_report", "folder for the report", default="")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Read the options, hand the targets to pytest-playwright, bring in the fixtures."""
    config.addinivalue_line(
        "markers", "world(scenario, **settings): what the test's world is made from and how it is set"
    )
    config.addinivalue_line("markers", "only_target(name, ...): run on these targets only")
    for line in plugin_javascript.MARKERS:
        config.addinivalue_line("markers", line)
    config.stash[RUN] = Run() if config.option.help else _read_options(config)
    config.pluginmanager.import_plugin("harness.plugin_fixtures")
    if config.stash[RUN].targets or config.stash[RUN].javascript:
        config.pluginmanager.import_plugin("harness.plugin_browsers")
    if config.pluginmanager.has_plugin("playwright-base-url"):
        config.pluginmanager.import_plugin("harness.plugin_base_url")
    if config.stash[RUN].report is not None:
        config.pluginmanager.import_plugin("harness.plugin_report")
    config.stash[_INTERRUPTS] = Interrupts()
    if config.stash[RUN].targets:
        config.stash[_INTERRUPTS].__enter__()
        _tally(config)
        config.option.browser = list(config.stash[RUN].targets)


def pytest_sessionstart(session: pytest.Session) -> None:
    """See that what was asked for can be had, once, before the first test: the portal, videos."""
    config = session.config
    if config.option.collectonly or hasattr(config, "workerinput"):
        return
    require_video(config)
    if (url := config.stash[RUN].portal_url) is not None:
        require_portal(url)


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> Iterator[None]:
    """Let a stopped run end quietly: Ctrl-C has ended Playwright's driver and browsers as well."""
    try:
        return (yield)
    except Exception:
        if exitstatus != pytest.ExitCode.INTERRUPTED or not session.config.stash[RUN].is_asked_for:
            raise


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what was started for the run."""
    if (interrupts := config.stash.get(_INTERRUPTS, None)) is not None:
        interrupts.__exit__(None, None, None)
    if (office := config.stash.get(_OFFICE, None)) is not None:
        office.close()
    if (portal := config.stash.get(PORTAL, None)) is not None:
        portal.close()


def pytest_report_header(config: pytest.Config) -> list[str]:
    """The portal, the language, and what each target really is."""
    run = config.stash[RUN]
    if not run.is_asked_for:
        return []
    what = ", ".join(_described(target) for target in run.targets.values()) or "as pytest-playwright says"
    where = run.portal_url or "a mock portal, started when first needed"
    scripts = f"; JavaScript {' and '.join(run.javascript)}" if run.javascript else ""
    return [f"assist: portal {where}; language {run.language}{scripts}; browsers: {what}"]


@pytest.hookimpl(trylast=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try a test with scripts on, off or both, as --assist-javascript says."""
    plugin_javascript.parametrize(metafunc)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out a test on the targets that its marker does not name, and in a mode not asked for."""
    left_out = [
        item for item in items if not (is_about_its_target(item) and plugin_javascript.is_wanted(item))
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Label a test with its target and mode; keep scripts out of its pages where they are to be off."""
    skip_unless_wanted(item)
    target = item.config.stash[RUN].targets.get(target_name_of(item))
    if target is not None:
        item.user_properties += [("target", target.name), ("browser", target.disclosure)]
    if plugin_javascript.is_asked_for(item):
        scripts = plugin_javascript.scripts_of(item)
        item.user_properties.append(("javascript", scripts))
        if scripts == "off":
            plugin_javascript.keep_scripts_off(item, target)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]") -> Iterator[None]:
    """Stop the run at Ctrl-C also where Playwright made another error of it; name what was left out."""
    with hint_at_targets(item, call):
        made = cast("pytest.TestReport", (yield))
    interrupts = item.config.stash[_INTERRUPTS]
    if made.failed:
        interrupts.raise_again()
    interrupts.forget()
    return made  # type: ignore[return-value]  # a wrapper's result


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist where to ask for the portal."""
    config: pytest.Config = node.config
    if config.stash[RUN].portal_url is not None:
        return
    if _OFFICE not in config.stash:
        from harness.plugin_portal import OfficeForWorkers, OwnPortal

        config.stash[PORTAL] = OwnPortal(config.stash[RUN].scenario)
        config.stash[_OFFICE] = OfficeForWorkers(config.stash[PORTAL])
    node.workerinput["assist_portal"] = config.stash[_OFFICE].directions()


def _read_options(config: pytest.Config) -> Run:
    names = config.option.assist_target or _from_ini(config)
    language = config.option.assist_language or config.getini("assist_language")
    if language not in {"en", "ms"}:
        raise pytest.UsageError(f"There is no language {language!r}. Use --assist-language en or ms.")
    report = config.option.assist_report or config.getini("assist_report")
    folder = (config.invocation_params.dir / Path(report)).resolve() if report else None
    if folder is not None and not config.option.collectonly:
        _make_folder(folder)
    url = config.option.assist_portal_url or config.getini("assist_portal_url")
    scenario = config.option.assist_scenario or config.getini("assist_scenario")
    if scenario and url:
        raise pytest.UsageError(
            "A portal that runs has its scenario. Give --assist-scenario or --assist-portal-url."
        )
    scripts = config.option.assist_javascript or config.getini("assist_javascript")
    if scripts not in {"", "on", "off", "both"}:
        raise pytest.UsageError(f"JavaScript cannot be {scripts!r}. Use --assist-javascript on, off or both.")
    return Run(
        targets=_find(config, names) if names else {},
        language=language,
        javascript=("on", "off") if scripts == "both" else (scripts,) if scripts else (),
        portal_url=read_portal_url(url) if url else None,
        scenario=_scenario(config, scenario) if scenario else None,
        report=folder,
        is_asked_for=bool(names or url or report or scripts or config.option.assist_language),
    )


def _scenario(config: pytest.Config, named: str) -> str:
    from assist_data import data_path

    shipped = sorted(path.stem for path in data_path("scenarios").glob("*.toml"))
    if named in shipped:  # first, as `assist portal --scenario` does
        return named
    path = config.invocation_params.dir / named
    if not path.is_file():
        raise pytest.UsageError(
            f"There is no scenario {named}. "
            f"Give --assist-scenario a file (TOML), or one of: {', '.join(shipped)}."
        )
    return str(path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise pytest.UsageError(
            f"{folder.name} is a file. --assist-report takes the name of a folder."
        ) from None
    except OSError as error:
        raise pytest.UsageError(
            f"The folder {folder} cannot be made: {error.strerror}. Give --assist-report another."
        ) from error


def _from_ini(config: pytest.Config) -> list[str]:
    # who names an engine on the command line means it, whatever the project's file says
    return [] if _names_engine(config) else list(config.getini("assist_target"))


def _names_engine(config: pytest.Config) -> bool:
    # in a worker of pytest-xdist the targets that the controller put there are found again
    return bool(getattr(config.option, "browser", None)) and not hasattr(config, "workerinput")


def _is_set(config: pytest.Config, name: str) -> bool:
    return bool(getattr(config.option, name) or config.getini(name))


def _find(config: pytest.Config, names: list[str]) -> "dict[str, Target]":
    from harness.errors import HarnessError, StandInRefused
    from harness.targets import find_targets, get_target
    from harness.targets.compatibility import playwright_fault
    from harness.targets.machine import playwright_version

    if not hasattr(config.option, "browser"):
        raise pytest.UsageError("Targets need pytest-playwright. pip install pytest-playwright")
    if _names_engine(config):
        raise pytest.UsageError("Give either --browser or --assist-target, not both.")
    if getattr(config.option, "browser_channel", None):
        raise pytest.UsageError("Give either --browser-channel or --assist-target, not both.")
    shell = _is_set(config, "assist_headless_shell")
    try:
        targets = (
            find_targets(headless_shell=shell)
            if names == ["found"]
            else [get_target(name, headless_shell=shell) for name in names]
        )
        if _is_set(config, "assist_require_genuine") and (
            stand_ins := [t.disclosure for t in targets if not t.genuine]
        ):
            raise StandInRefused(stand_ins)
        playwright = playwright_version() or ""
        for target in targets:
            if fault := playwright_fault(target, playwright):
                raise fault
    except HarnessError as error:
        raise pytest.UsageError(f"{error} {error.mend}") from error
    return {target.name: target for target in targets}


def _tally(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    from harness.plugin_stand_ins import JavaScriptTally, StandInTally

    config.pluginmanager.register(StandInTally(config), "assist-stand-ins")
    config.pluginmanager.register(JavaScriptTally(), "assist-javascript")


def _described(target: "Target") -> str:
    return target.disclosure if target.genuine else f"{target.disclosure} {target.version}"
