"""A scenario is a TOML file that people can read: what is in a new world."""

import tomllib
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from mock_portal.worlds.scenario_files import BadScenario, find, is_shipped
from mock_portal.worlds.scenario_values import a_month, an_employer_code, an_identity_number

__all__ = [
    "AccountSeed",
    "EmployeeSeed",
    "EmployerSeed",
    "Scenario",
    "load",
    "logins",
    "logins_of",
]


_Sen = Annotated[int, Field(ge=0, le=1_000_000_000_000)]
_Months = tuple[Annotated[str, AfterValidator(a_month)], ...]
_Written = Annotated[str, Field(min_length=1)]


class _Seed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AccountSeed(_Seed):
    """One Portal ID.

    Attributes:
        user_id: what the older one-page form asks for.
    """

    role: _Written
    email: _Written
    user_id: str
    password: str
    name: str
    designation: str = ""
    state: Literal["active", "temporary_password", "disabled"] = "active"


class OfficerSeed(_Seed):
    """One officer, who decides applications and has a log-in of their own."""

    email: _Written
    password: str
    name: str
    designation: str = ""


class EmployeeSeed(_Seed):
    """One insured person."""

    identity_number: Annotated[str, AfterValidator(an_identity_number)]
    name: str
    wage_sen: _Sen
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

    code: Annotated[str, AfterValidator(an_employer_code)]
    name: str
    ssm_number: str
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    branch: str = "Kuala Lumpur"
    status: Literal["active", "dormant", "ceased"] = "active"
    accounts: tuple[AccountSeed, ...] = ()
    employees: tuple[EmployeeSeed, ...] = ()
    generate_employees: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    paid_months: _Months = ()
    submitted_months: _Months = ()
    pending_months: _Months = ()


class BankAccountSeed(_Seed):
    """A customer of the mock bank.

    Attributes:
        balance_sen: what is in the account.
        limit_sen: the customer's own limit per payment.
        approver_user: who signs B2B payments second; empty where one signature is enough.
    """

    user: _Written
    password: str
    name: str
    balance_sen: _Sen
    limit_sen: _Sen
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
    hours_ago: Annotated[int, Field(ge=0, le=100_000)] = 1
    company: dict[str, str]
    representative: dict[str, str]


class Scenario(_Seed):
    """What a new world is made from."""

    title: str
    clock: AwareDatetime
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
        BadScenario: it is no TOML, or what it says cannot be.
    """
    if is_shipped(name):  # those are checked by tests, and a start waits for this
        return _read(name)
    return check(name)


def check(name: str) -> Scenario:
    """Make sure that a scenario exists and makes a world.

    Raises:
        NoSuchScenario: there is none.
        BadScenario: it is no TOML, or what it says cannot be.
    """
    from mock_portal.worlds import scenario_faults

    scenario = _read(name)
    if problems := scenario_faults.of_sense(scenario):
        raise BadScenario(name, problems)
    return scenario


def _read(name: str) -> Scenario:
    try:
        values = tomllib.loads(find(name).read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadScenario(name, (f"Byte {error.start + 1} is not UTF-8, which a scenario is.",)) from error
    except tomllib.TOMLDecodeError as error:
        raise BadScenario(name, (f"It is no TOML: {error}.",)) from error
    try:
        return Scenario.model_validate(values)
    except ValidationError as error:
        from mock_portal.worlds import scenario_faults

        problems = (*scenario_faults.of_shape(error, Scenario), *scenario_faults.of_settings(values))
        raise BadScenario(name, problems) from error


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
