"""What the plugin's hooks and fixtures know of a run, kept in pytest's stash."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.plugin_portal import PortalSource
    from harness.report import Case
    from harness.targets import Target

__all__ = ["AGENTS", "CASES", "CURRENT_TARGET", "NOTE", "PAGE", "PORTAL", "RUN", "SECRETS", "STEPS", "Run"]


@dataclass(frozen=True, slots=True)
class Run:
    """The run as the options describe it. `targets` and `javascript` are empty when none was asked for."""

    targets: Mapping[str, "Target"] = field(default_factory=dict)
    language: str = "en"
    javascript: tuple[str, ...] = ()
    portal_url: str | None = None
    scenario: str | None = None
    report: Path | None = None
    is_asked_for: bool = False


RUN = pytest.StashKey[Run]()
PORTAL: "pytest.StashKey[PortalSource]" = pytest.StashKey()
CURRENT_TARGET: "pytest.StashKey[Target]" = pytest.StashKey()
STEPS: "pytest.StashKey[list[object]]" = pytest.StashKey()
AGENTS = pytest.StashKey[tuple[str, ...]]()
CASES: "pytest.StashKey[tuple[Case, ...]]" = pytest.StashKey()
NOTE = pytest.StashKey[str]()
PAGE: "pytest.StashKey[Page]" = pytest.StashKey()
# of a test: what was typed in it; of the run: what its worlds and its set-ups have in common
SECRETS = pytest.StashKey[set[str]]()
