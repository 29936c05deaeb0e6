"""What the server's workers load: the portal with the settings that the parent process left."""

from mock_portal.dispatcher import Dispatcher
from mock_portal.edge import Edge
from mock_portal.settings import Settings

__all__ = ["create"]


def create() -> Dispatcher:
    """The portal of this process."""
    return Dispatcher(Edge.of(Settings.from_environment()))
