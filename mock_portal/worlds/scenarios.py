"""A scenario is a TOML file that people can read; a template is the world that it describes, closed.

Templates are made once for each content of the file and copied for every new world.
"""

import hashlib
import re
import secrets
import sqlite3
import tomllib
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session

from assist_data import data_path
from mock_portal.database import Base, close_kept, transaction
from mock_portal.errors import PortalError
from mock_portal.worlds.clock import MALAYSIA, real_now
from mock_portal.worlds.models import WorldState
from mock_portal.worlds.settings import WorldSettings

__all__ = ["AccountSeed", "EmployeeSeed", "EmployerSeed", "NoSuchScenario", "Scenario", "logins", "template"]

# Each capability plants its own rows, in this order; named by string: worlds know no capability.
PLANTERS: Final = (
    "mock_portal.employers.seed:plant",
    "mock_portal.accounts.seed:plant",
    "mock_portal.employees.seed:plant",
    "mock_portal.submissions.seed:plant",
    "mock_portal.payments.seed:plant",
    "mock_portal.bank.seed:plant",
)

_SHIPPED_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


class NoSuchScenario(PortalError):
    """No scenario of this name is shipped and no file of this path exists."""

    code = "scenario.not_found"
    status = 404

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BadScenario(PortalError):
    """A scenario's file cannot be read.

    Attributes:
        problem: what is wrong with it, in English.
    """

    code = "scenario.bad"
    status = 400

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name)
        self.name = name
        self.problem = problem


class _Seed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AccountSeed(_Seed):
    """One Portal ID.

    Attributes:
        user_id: what the older one-page form asks for.
    """

    role: str
    email: str
    user_id: str
    password: str
    name: str
    designation: str = ""
    state: str = "active"


class EmployeeSeed(_Seed):
    """One insured person."""

    identity_number: str
    name: str
    wage_sen: int
    born: date | None = None
    group: Literal["local", "foreign", "local_domestic", "foreign_domestic"] = "local"
    started: date = date(2024, 1, 1)
    resigned: date | None = None
    released_from_lindung: bool = False


class EmployerSeed(_Seed):
    """One employer, with its months: `YYYY-MM` of those paid, submitted and pending.

    Attributes:
        generate_employees: so many further employees, made with Faker and the scenario's seed.
    """

    code: str
    name: str
    ssm_number: str
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    branch: str = "Kuala Lumpur"
    status: str = "active"
    accounts: tuple[AccountSeed, ...] = ()
    employees: tuple[EmployeeSeed, ...] = ()
    generate_employees: int = 0
    paid_months: tuple[str, ...] = ()
    submitted_months: tuple[str, ...] = ()
    pending_months: tuple[str, ...] = ()


class BankAccountSeed(_Seed):
    """A customer of the mock bank.

    Attributes:
        balance_sen: what is in the account.
        limit_sen: the customer's own limit per payment.
        approver_user: who signs B2B payments second; empty where one signature is enough.
    """

    user: str
    password: str
    name: str
    balance_sen: int
    limit_sen: int
    approver_user: str = ""
    approver_password: str = ""


class Scenario(_Seed):
    """What a new world is made from."""

    title: str
    clock: datetime
    clock_running: bool = True
    seed: int = 1
    settings: dict[str, Any] = Field(default_factory=dict)
    employers: tuple[EmployerSeed, ...] = ()
    bank_accounts: tuple[BankAccountSeed, ...] = ()


def load(name: str) -> Scenario:
    """A scenario by its shipped name or the path of a TOML file.

    Raises:
        NoSuchScenario: there is none.
    """
    text = _find(name).read_bytes()
    try:
        return Scenario.model_validate(tomllib.loads(text.decode("utf-8")))
    except ValueError as error:  # of TOML, of UTF-8 and of pydantic alike
        raise BadScenario(name, str(error)) from error


def check(name: str) -> None:
    """Make sure that a scenario exists and can be read.

    Raises:
        NoSuchScenario: there is none.
        BadScenario: it is no TOML, or not of the shape of a scenario.
    """
    load(name)


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


def template(data: Path, name: str) -> Path:
    """The closed, checkpointed world that a scenario describes; made when it is first asked for.

    Raises:
        NoSuchScenario: there is no such scenario.
    """
    path = _find(name)
    text = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    tables = import_module("mock_portal.schema").fingerprint()
    target = data / "templates" / f"{path.stem}-{text}-{tables}.sqlite"
    if not target.exists():
        scenario = load(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_suffix(f".{secrets.token_hex(4)}.new")
        _build(scenario, path.stem, draft)
        draft.replace(target)
    return target


def logins(name: str) -> tuple[tuple[str, AccountSeed], ...]:
    """Employer code and account of everyone who can log in to a fresh world of a scenario."""
    scenario = load(name)
    return tuple((employer.code, account) for employer in scenario.employers for account in employer.accounts)


def _find(name: str) -> Path:
    if is_shipped(name):
        return data_path("scenarios", f"{name}.toml")
    path = Path(name)
    if not path.is_file():
        raise NoSuchScenario(name)
    return path


def _build(scenario: Scenario, stem: str, target: Path) -> None:
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    settings = WorldSettings().changed(scenario.settings)
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
                        "employer_code": employer.code,
                    }
                    for employer in scenario.employers
                    for account in employer.accounts
                ],
            )
        )
        session.flush()
        for planter in PLANTERS:
            _planter(planter)(session, scenario, started)
    close_kept(target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _planter(name: str) -> Callable[[Session, Scenario, datetime], None]:
    module, _, function = name.partition(":")
    planter: Callable[[Session, Scenario, datetime], None] = getattr(import_module(module), function)
    return planter
