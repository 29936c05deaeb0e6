"""What the server saw, asked for as the flows need it."""

from harness.control import SeenRequest, WorldControl

__all__ = ["methods_at", "seen_at"]


def seen_at(control: WorldControl, path: str) -> list[SeenRequest]:
    """The requests for this path of the portal in whichever language, oldest first."""
    wanted = {path, f"/ms{path}"}
    return [seen for seen in control.journal(site="portal") if seen.path in wanted]


def methods_at(control: WorldControl, path: str) -> list[str]:
    """The methods of those requests."""
    return [seen.method for seen in seen_at(control, path)]
