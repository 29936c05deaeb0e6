"""Public names of a package that are loaded when first used."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

__all__ = ["loader_of"]


def loader_of(package: str, homes: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """A package's `__getattr__` (PEP 562).

    Args:
        package: the package's `__name__`.
        homes: the module of each name, below the package.
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def load(name: str) -> object:
        try:
            module = home_of[name]
        except KeyError:
            raise AttributeError(f"module {package!r} has no attribute {name!r}") from None
        value: object = getattr(import_module(f"{package}.{module}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
