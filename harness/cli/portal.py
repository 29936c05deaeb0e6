"""`assist portal`: the mock portal with bank, inbox and control on one port. The portal reads the options."""

from collections.abc import Sequence

from harness.portals import run_portal_here

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Run the portal until Ctrl-C; its exit code is ours."""
    return run_portal_here(arguments)
