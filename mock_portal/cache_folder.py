"""Where what a start would make again is kept between runs, in the cache folder of the user."""

from pathlib import Path

__all__ = ["kept_between_runs"]


def kept_between_runs(what: str) -> Path:
    """The folder for one kind of thing; it need not exist, and may not be writable."""
    from platformdirs import user_cache_path

    return user_cache_path("assist-harness", appauthor=False) / what
