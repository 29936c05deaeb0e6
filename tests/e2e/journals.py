"""What the server saw, asked for as the flows need it."""

from harness.control import WorldControl

__all__ = ["methods_at"]


def methods_at(control: WorldControl, path: str) -> list[str]:
    """The methods of the requests for exactly this path of the portal, oldest first."""
    return [seen.method for seen in control.journal(site="portal", path=path) if seen.path == path]
