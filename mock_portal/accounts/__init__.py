"""Portal IDs: logging in and out, locks, sessions."""

__all__: list[str] = []
