"""A port that nobody uses just now."""

import socket


def free_port() -> int:
    """A free port of this machine; somebody may take it the next moment, so use it at once."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
