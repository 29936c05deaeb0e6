"""The files of scenarios: which ship with the portal, and where one is. Reads none of them."""

import re
from pathlib import Path
from typing import Final

from assist_data import data_path
from mock_portal.errors import PortalError

__all__ = ["BadScenario", "NoSuchScenario", "find", "is_shipped", "shipped"]

_SHIPPED_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


class NoSuchScenario(PortalError):
    """No scenario of this name is shipped and no file of this path exists."""

    code = "scenario.not_found"
    status = 404

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BadScenario(PortalError):
    """A scenario's file cannot be used.

    Attributes:
        problems: what is wrong with it, in English: a sentence for each mistake, with its place in the file.
    """

    code = "scenario.bad"
    status = 400

    def __init__(self, name: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{name}: {' '.join(problems)}")
        self.name = name
        self.problems = problems


def shipped() -> list[str]:
    """The names of the scenarios that come with the portal, sorted."""
    return sorted(path.stem for path in data_path("scenarios").glob("*.toml"))


def is_shipped(name: str) -> bool:
    """Whether a scenario of this name comes with the portal."""
    if _SHIPPED_NAME.fullmatch(name) is None:
        return False
    try:
        data_path("scenarios", f"{name}.toml")
    except FileNotFoundError:
        return False
    return True


def find(name: str) -> Path:
    """The file of a scenario.

    Raises:
        NoSuchScenario: there is none.
    """
    if is_shipped(name):
        return data_path("scenarios", f"{name}.toml")
    path = Path(name)
    if not path.is_file():
        raise NoSuchScenario(name)
    return path
