"""The officer's side: a log-in of its own, applications to decide, Portal IDs to unlock, an audit trail."""

__all__: list[str] = []
