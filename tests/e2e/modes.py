"""The ways in which a case is tried: the portal's language, and with JavaScript on or off.

`make test` tries each case in the modes that it names, mostly one; `make matrix` in all of them. Which of
them run can be narrowed with the plugin's own `--assist-javascript`. Which targets run them every day,
`tests/conftest.py` says.
"""

from collections.abc import Sequence
from typing import Final

import pytest

__all__ = ["ALL_MODES", "PARAMETERS", "in_modes", "modes", "with_scripts", "without_scripts"]

PARAMETERS: Final = ("language", "javascript")
WITH_SCRIPTS: Final = ("en", "ms")
WITHOUT_SCRIPTS: Final = ("en-javascript-off", "ms-javascript-off")
ALL_MODES: Final = WITH_SCRIPTS + WITHOUT_SCRIPTS


def modes(everyday: Sequence[str], possible: Sequence[str] = ALL_MODES) -> list[object]:
    """The values of the fixtures `language` and `javascript`, the rarer ones marked for `make matrix`."""
    if unknown := set(everyday) - set(possible):
        raise ValueError(f"no such mode: {sorted(unknown)}; there are {list(possible)}")
    return [_mode(name, everyday) for name in possible]


def in_modes(*everyday: str, possible: Sequence[str] = ALL_MODES) -> pytest.MarkDecorator:
    """Try a test in these modes every day, and in the other possible ones in `make matrix`."""
    return pytest.mark.parametrize(
        PARAMETERS, modes(everyday, possible), indirect=["javascript"], scope="session"
    )


def _mode(name: str, everyday: Sequence[str]) -> object:
    language, _, rest = name.partition("-")
    marks = [] if name in everyday else [pytest.mark.matrix]
    return pytest.param(language, "off" if rest else "on", id=name, marks=marks)


with_scripts = in_modes("en", possible=WITH_SCRIPTS)
without_scripts = in_modes("en-javascript-off", possible=WITHOUT_SCRIPTS)
