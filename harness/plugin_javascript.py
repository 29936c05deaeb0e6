"""What the pytest plugin does about JavaScript: which tests run with scripts on, off or both, and how.

`--assist-javascript` tries each browser test in the modes that it names. A test that is about one mode says
so by its marker, or by a parameter `javascript` of its own; then the option only chooses.
"""

from typing import TYPE_CHECKING, Any, Final

import pytest

from harness.plugin_state import RUN

if TYPE_CHECKING:
    from harness.targets import Target

__all__ = ["MARKERS", "is_asked_for", "is_wanted", "keep_scripts_off", "parametrize", "scripts_of"]

MARKERS: Final = (
    "with_javascript: about what scripts add; left out where they are to be off",
    "without_javascript: run with scripts off in the page; left out where they are to be on",
)
_FIXTURE: Final = "javascript"
# Those of pytest-playwright that open a browser; any other fixture reaches one through them.
_BROWSER: Final = frozenset({"page", "context", "new_context", "browser", "browser_name"})
_OF_MARKER: Final = {"with_javascript": "on", "without_javascript": "off"}


def parametrize(metafunc: pytest.Metafunc) -> None:
    """Try a browser test in each mode that was asked for and that it is about."""
    asked = metafunc.config.stash[RUN].javascript
    if not asked or not _BROWSER & set(metafunc.fixturenames) or _has_modes_of_its_own(metafunc):
        return
    about = _marked(metafunc.definition)
    modes = [mode for mode in asked if about in {None, mode}]
    if modes:
        if _FIXTURE not in metafunc.fixturenames:
            metafunc.fixturenames.append(_FIXTURE)
        metafunc.parametrize(_FIXTURE, modes, ids=[f"{_FIXTURE}-{mode}" for mode in modes], indirect=True)


def scripts_of(item: pytest.Item) -> str:
    """`on` or `off`: whether scripts run in the pages of this test."""
    callspec = getattr(item, "callspec", None)
    mode = callspec.params.get(_FIXTURE) if callspec is not None else None
    return str(mode or _marked(item) or "on")


def is_wanted(item: pytest.Item) -> bool:
    """Whether the option lets this test run; a test without a browser always may.

    Raises:
        pytest.UsageError: the test is marked for both modes.
    """
    if all(item.get_closest_marker(name) for name in _OF_MARKER):
        raise pytest.UsageError(
            f"{item.nodeid}: with_javascript and without_javascript exclude each other. Keep one of them, or "
            "neither for a test of both modes."
        )
    asked = item.config.stash[RUN].javascript
    return not asked or not uses_browser(item) or scripts_of(item) in asked


def uses_browser(item: pytest.Item) -> bool:
    """Whether the test opens a browser."""
    return bool(_BROWSER & _fixtures(item))


def is_asked_for(item: pytest.Item) -> bool:
    """Whether this test has to do with scripts being on or off."""
    run = item.config.stash[RUN]
    if not uses_browser(item) or run.javascript:
        return uses_browser(item)
    # a parameter of this name in a project that uses nothing of ours is none of our business
    uses_ours = run.is_asked_for or "world" in _fixtures(item) or _marked(item) is not None
    return uses_ours and scripts_of(item) == "off"


def keep_scripts_off(item: pytest.Item, target: "Target | None") -> None:
    """Let the test's contexts be opened with scripts off, or leave it to its world where that is the way.

    A test that neither can help is skipped: it must not pass with scripts on.
    """
    from harness.targets.launching import needs_world_without_javascript, without_javascript

    if target is not None and needs_world_without_javascript(target):
        if "world" not in _fixtures(item):
            pytest.skip(
                f"{target.product} ignores the switch for JavaScript, and this test uses no world whose "
                "pages could come without scripts"
            )
        return
    options = without_javascript(target) if target is not None else {"java_script_enabled": False}
    given = item.get_closest_marker("browser_context_args")
    kept: dict[str, Any] = dict(given.kwargs) if given is not None else {}
    item.add_marker(pytest.mark.browser_context_args(**{**kept, **options}), append=False)


def _marked(node: pytest.Item) -> str | None:
    return next((mode for name, mode in _OF_MARKER.items() if node.get_closest_marker(name)), None)


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def _has_modes_of_its_own(metafunc: pytest.Metafunc) -> bool:
    # by a mark or by a hook of the project: both have happened by now, and pytest tells in no other way
    return any(_FIXTURE in call.params for call in metafunc._calls)  # noqa: SLF001
