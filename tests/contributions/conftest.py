"""What holds for every test of the domain."""

import functools
import sys

import pytest


@pytest.fixture(scope="session", autouse=True)
def nothing_is_remembered() -> None:
    """Empties the caches of the domain: `make prove` tries changes in copies of a process that ran."""
    for name, module in list(sys.modules.items()):
        if name.startswith("contributions."):
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()
