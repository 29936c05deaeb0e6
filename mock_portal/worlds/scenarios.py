"""A scenario is a TOML file that people can read: what is in a new world."""

import tomllib
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from mock_portal.errors import PortalError
from mock_portal.worlds.scenario_files import find
from mock_portal.worlds.settings import WorldSettings

__all__ = [
    "AccountSeed",
    "EmployeeSeed",
    "EmployerSeed",
    "Scenario",
    "load",
    "logins",
    "logins_of",
]


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


class OfficerSeed(_Seed):
    """One officer, who decides applications and has a log-in of their own."""

    email: str
    password: str
    name: str
    designation: str = ""


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


class ApplicationSeed(_Seed):
    """A new employer's application for a Portal ID that waits for an officer.

    Attributes:
        hours_ago: so long before the scenario's moment its e-mail address was verified.
        company: the answers of step A, by the names of `registration.answers.Company`.
        representative: those of step B, by the names of `registration.answers.Representative`.
    """

    language: Literal["en", "ms"] = "en"
    hours_ago: int = 1
    company: dict[str, str]
    representative: dict[str, str]


class Scenario(_Seed):
    """What a new world is made from."""

    title: str
    clock: datetime
    clock_running: bool = True
    seed: int = 1
    settings: dict[str, Any] = Field(default_factory=dict)
    employers: tuple[EmployerSeed, ...] = ()
    bank_accounts: tuple[BankAccountSeed, ...] = ()
    officers: tuple[OfficerSeed, ...] = ()
    applications: tuple[ApplicationSeed, ...] = ()


def load(name: str) -> Scenario:
    """A scenario by its shipped name or the path of a TOML file.

    Raises:
        NoSuchScenario: there is none.
    """
    text = find(name).read_bytes()
    try:
        scenario = Scenario.model_validate(tomllib.loads(text.decode("utf-8")))
        WorldSettings().changed(scenario.settings)
    except (ValueError, PortalError) as error:  # of TOML, of UTF-8, of pydantic and of a setting alike
        raise BadScenario(name, str(error)) from error
    return scenario


def check(name: str) -> None:
    """Make sure that a scenario exists and can be read.

    Raises:
        NoSuchScenario: there is none.
        BadScenario: it is no TOML, or not of the shape of a scenario.
    """
    load(name)


def logins(name: str) -> tuple[tuple[str, AccountSeed], ...]:
    """Employer code and account of everyone who can log in to a fresh world of a scenario.

    Officers come last; they have no employer code and a log-in of their own.
    """
    return logins_of(load(name))


def logins_of(scenario: Scenario) -> tuple[tuple[str, AccountSeed], ...]:
    """The same of a scenario that was read."""
    employers = ((employer.code, account) for employer in scenario.employers for account in employer.accounts)
    officers = (
        AccountSeed(
            role="officer",
            email=officer.email,
            user_id="",
            password=officer.password,
            name=officer.name,
            designation=officer.designation,
        )
        for officer in scenario.officers
    )
    return (*employers, *(("", officer) for officer in officers))
