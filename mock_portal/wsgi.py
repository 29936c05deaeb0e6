"""What the server's workers load: the portal with the settings that the parent process left."""

import multiprocessing
import os
import shutil
import threading
from multiprocessing.util import Finalize

from mock_portal.dispatcher import Dispatcher
from mock_portal.edge import Edge
from mock_portal.hosts import Site
from mock_portal.settings import Settings

__all__ = ["create"]


def create() -> Dispatcher:
    """The portal of this process, its first pages ready to be shown."""
    _forget_headers_of_the_environment()
    settings = Settings.from_environment()
    edge = Edge.of(settings)
    dispatcher = Dispatcher(edge)
    dispatcher.site(Site.PORTAL)
    Finalize(edge.journal, edge.journal.flush, exitpriority=0)
    threading.Thread(target=_end_with_parent, args=(settings,), name="parent", daemon=True).start()
    return dispatcher


def _forget_headers_of_the_environment() -> None:
    # The server copies the environment into each request, where HTTP_PROXY reads as a header that was sent.
    for name in [name for name in os.environ if name.startswith("HTTP_")]:
        del os.environ[name]


def _end_with_parent(settings: Settings) -> None:
    """A worker whose parent was killed would keep the port, and its temporary folder, for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        if settings.temporary:
            shutil.rmtree(settings.data, ignore_errors=True)
        os._exit(1)
