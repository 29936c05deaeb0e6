"""Targets: which browser is meant by chrome, firefox and edge here, and how it is launched.

Only Google's, Microsoft's and Mozilla's own binaries are genuine; anything else that can play the part is
a stand-in and says so wherever it is named.
"""

from harness.targets.finding import Machine, find_target, find_targets, get_target
from harness.targets.launching import context_options, launch_options, prepare
from harness.targets.target import TARGET_NAMES, Engine, Target, TargetName

__all__ = [
    "TARGET_NAMES",
    "Engine",
    "Machine",
    "Target",
    "TargetName",
    "context_options",
    "find_target",
    "find_targets",
    "get_target",
    "launch_options",
    "prepare",
]
