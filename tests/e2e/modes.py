"""The ways in which a case is tried: the portal's language, and with or without scripts.

`make test` tries each case in the modes that it names, mostly one; `make matrix` in all of them.
"""

from collections.abc import Sequence
from typing import Final

import pytest

__all__ = ["ALL_MODES", "in_modes", "modes", "with_scripts", "without_scripts"]

ALL_MODES: Final = ("en", "ms", "en-without-scripts", "ms-without-scripts")
WITH_SCRIPTS: Final = ALL_MODES[:2]
WITHOUT_SCRIPTS: Final = ALL_MODES[2:]


def modes(everyday: Sequence[str], possible: Sequence[str] = ALL_MODES) -> list[object]:
    """The values of the fixture `language`, the rarer ones marked for `make matrix`."""
    return [_mode(name, everyday) for name in possible]


def in_modes(*everyday: str, possible: Sequence[str] = ALL_MODES) -> pytest.MarkDecorator:
    """Try a test in these modes every day, and in the other possible ones in `make matrix`."""
    return pytest.mark.parametrize("language", modes(everyday, possible), scope="session")


def _mode(name: str, everyday: Sequence[str]) -> object:
    marks = [] if name in everyday else [pytest.mark.matrix]
    if name in WITHOUT_SCRIPTS:
        marks.append(pytest.mark.without_javascript)
    return pytest.param(name[:2], id=name, marks=marks)


with_scripts = in_modes("en", possible=WITH_SCRIPTS)
without_scripts = in_modes("en-without-scripts", possible=WITHOUT_SCRIPTS)
