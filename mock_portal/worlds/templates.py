"""A template is the world that a scenario describes, closed; it is copied for every new world.

Making one takes longer than all else of a start, so it is kept between runs in the user's cache folder, named
by all that decides what is in it: the scenario's text and the source of the portal.
"""

import contextlib
import hashlib
import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Final

import contributions
import mock_portal
from mock_portal.cache_folder import kept_between_runs
from mock_portal.database import Base, close_kept, transaction
from mock_portal.worlds.clock import MALAYSIA, real_now
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.scenario_files import find
from mock_portal.worlds.settings import WorldSettings

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mock_portal.worlds.scenarios import Scenario

__all__ = ["template"]

# Each capability plants its own rows, in this order; named by string: worlds know no capability.
PLANTERS: Final = (
    "mock_portal.employers.seed:plant",
    "mock_portal.accounts.seed:plant",
    "mock_portal.officer.seed:plant",
    "mock_portal.registration.seed:plant",
    "mock_portal.employees.seed:plant",
    "mock_portal.submissions.seed:plant",
    "mock_portal.payments.seed:plant",
    "mock_portal.bank.seed:plant",
)
# Of these the newest are kept; an older portal makes its own again.
AT_MOST_KEPT: Final = 12


def template(data: Path, name: str) -> Path:
    """The closed, checkpointed world that a scenario describes, in a data folder; made if nobody did.

    Raises:
        NoSuchScenario: there is no such scenario.
        BadScenario: it cannot be read.
    """
    path = find(name)
    text = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    target = data / "templates" / f"{path.stem}-{text}-{_source()}.sqlite"
    if not target.exists():
        kept = kept_between_runs("templates") / target.name
        if not _copy(kept, target):
            _put(target, lambda draft: _build(name, path.stem, draft))
            if _copy(target, kept):
                _forget_older(kept.parent)
    return target


@cache
def _source() -> str:
    """Changes with every line of code that a world may be made by."""
    digest = hashlib.sha256()
    for package in (contributions, mock_portal):
        for file in sorted(_modules(Path(package.__path__[0]))):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _modules(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in {"__pycache__", "static", "templates"}]
        yield from (Path(root, name) for name in files if name.endswith((".py", ".csv", ".toml")))


def _copy(source: Path, target: Path) -> bool:
    """Whether it could be copied; a home that cannot be written costs time, nothing else."""
    try:
        _put(target, lambda draft: shutil.copyfile(source, draft))
    except OSError:
        return False
    return True


def _put(target: Path, fill: Callable[[Path], object]) -> None:
    """Let a file appear whole, whoever else makes it in the same moment."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{secrets.token_hex(4)}.new")
    try:
        fill(draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _forget_older(folder: Path) -> None:
    with contextlib.suppress(OSError):  # another process tidies at the same time
        newest = sorted(folder.glob("*.sqlite"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in newest[AT_MOST_KEPT:]:
            file.unlink(missing_ok=True)


def _build(name: str, stem: str, target: Path) -> None:
    from mock_portal.worlds.scenarios import load, logins_of

    scenario = load(name)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    settings = WorldSettings().changed(scenario.settings)
    import_module("mock_portal.schema")  # all tables, which only a template needs at once
    with transaction(target) as session:
        Base.metadata.create_all(session.connection())
        started = scenario.clock.astimezone(MALAYSIA)
        session.add(
            WorldState(
                id=1,
                scenario=stem,
                clock_world=started,
                clock_real=real_now(),
                clock_running=scenario.clock_running,
                settings=settings.to_json(),
                faults=[],
                logins=[
                    {
                        "role": account.role,
                        "email": account.email,
                        "password": account.password,
                        "user_id": account.user_id,
                        "employer_code": code,
                    }
                    for code, account in logins_of(scenario)
                ],
            )
        )
        session.flush()
        for name_of_planter in PLANTERS:
            plant: Callable[[Session, Scenario, datetime], None] = resolve_name(name_of_planter)
            plant(session, scenario, started)
    close_kept(target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
