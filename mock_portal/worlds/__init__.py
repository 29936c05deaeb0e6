"""Worlds: whole separate portals, each with its own data, clock, faults, mailbox, ledger and journal."""

__all__: list[str] = []
