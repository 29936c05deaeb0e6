"""The network address of a request; what it says of itself is believed only where a setting says so."""

from flask import request

from mock_portal.edge import world

__all__ = ["client_address"]


def client_address() -> str:
    """The address at the other end of the connection.

    Behind a proxy (setting `client_address = "forwarded"`) it is the last one in X-Forwarded-For: that one
    the proxy wrote itself, those before it are what it was told.
    """
    if world().settings.client_address == "forwarded":
        told = request.headers.get("X-Forwarded-For", "")
        if last := told.rpartition(",")[2].strip():
            return last
    return request.remote_addr or ""
