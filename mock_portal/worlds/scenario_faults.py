"""Mistakes in a scenario, in sentences: where in the file, what was found there, what it takes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError

from contributions import Person, RatesUnknown, YearMonth, compute
from contributions.identifiers import mykad
from mock_portal.errors import PortalError
from mock_portal.worlds.scenario_wording import numbered, shown
from mock_portal.worlds.settings import BadSetting, SettingsContradict, UnknownSetting, WorldSettings

if TYPE_CHECKING:
    from mock_portal.worlds.scenarios import EmployeeSeed, EmployerSeed, Scenario

__all__ = ["of_sense", "of_settings", "of_shape"]

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_ANY_AGE: Final = 30
_TABLES: Final = ("employers", "accounts", "employees", "bank_accounts", "officers", "applications")
_SINGLE: Final = ("settings", "company", "representative")
# What pydantic calls a mistake, and what the key takes.
_TAKES: Final = {
    "string_type": "text between quotation marks",
    "string_too_short": "text, and not an empty one",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "timezone_aware": "a moment with its zone, such as 2026-11-10T09:00:00+08:00",
    "tuple_type": "a list, between [ and ]",
    "dict_type": "a table of keys",
    "model_type": "a table of keys",
}
_TAKES_WITH: Final = {
    "literal_error": "one of {expected}",
    "greater_than_equal": "a number from {ge}",
    "less_than_equal": "a number up to {le}",
    "value_error": "{error}",
}
# Each capability judges its own rows, in this order; named by string: worlds know no capability.
_JUDGES: Final = ("mock_portal.accounts.seed_faults:of", "mock_portal.registration.seed_faults:of")


def of_shape(error: ValidationError, scenario: type[BaseModel]) -> tuple[str, ...]:
    """Keys that do not exist or are missing, and values of a kind that their keys do not take."""
    return tuple(_said(each, scenario) for each in error.errors(include_url=False))


def of_settings(values: Mapping[str, Any]) -> tuple[str, ...]:
    """What a world does not take of the table `settings`."""
    asked = values.get("settings")
    return tuple(_settings_faults(asked)) if isinstance(asked, dict) else ()


def of_sense(scenario: "Scenario") -> tuple[str, ...]:
    """What cannot be although each value alone could."""
    wrong_settings = of_settings({"settings": scenario.settings})
    settings = WorldSettings() if wrong_settings else WorldSettings().changed(scenario.settings)
    return (
        *wrong_settings,
        *_clock_faults(scenario),
        *_doubled(scenario),
        *(
            said
            for place, each in numbered("employers", scenario.employers)
            for said in _employer(place, each)
        ),
        *(said for judge in _JUDGES for said in resolve_name(judge)(scenario, settings)),
    )


def _said(error: Mapping[str, Any], scenario: type[BaseModel]) -> str:
    where, kind = tuple(error["loc"]), str(error["type"])
    place = _place(where)
    if kind == "missing":
        return f"{place}: the key is missing."
    if kind == "extra_forbidden":
        known = ", ".join(_model_at(scenario, where[:-1]).model_fields)
        return f"{place}: there is no such key; there are {known}."
    context = {"error": "", **error.get("ctx", {})}
    takes = _TAKES.get(kind) or _TAKES_WITH.get(kind, "").format(**context)
    if not takes:
        takes = _of_time(kind)
    return f"{place}: found {_shown(where, error['input'])}; it takes {takes}."


def _of_time(kind: str) -> str:
    if kind.startswith("datetime"):
        return "a moment, such as 2026-11-10T09:00:00+08:00"
    return "a date, such as 2026-10-31" if kind.startswith("date") else "another value"


def _model_at(model: type[BaseModel], where: Sequence[int | str]) -> type[BaseModel]:
    """The table that a place in the file is in."""
    for step in where:
        if isinstance(step, str):
            annotation = model.model_fields[step].annotation
            inner = getattr(annotation, "__args__", (annotation,))[0]
            model = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else model
    return model


def _place(where: Sequence[int | str]) -> str:
    """A place as people find it in the file: `[[employers]] 1, [[employers.accounts]] 2, email`."""
    parts: list[str] = []
    path: list[str] = []
    for step in where:
        if isinstance(step, str):
            path.append(step)
        elif path[-1] in _TABLES:
            parts.append(f"[[{'.'.join(path)}]] {step + 1}")
    if path[-2:-1] and path[-2] in _SINGLE:
        parts.append(f"[{'.'.join(path[:-1])}]")
    is_row = isinstance(where[-1], int) and path[-1] in _TABLES
    return ", ".join(parts if is_row else [*parts, path[-1]])


def _shown(where: Sequence[int | str], value: object) -> str:
    if any("password" in str(step) for step in where):
        return "another value"  # never a password, not even a wrong one
    return shown(value)


def _settings_faults(asked: dict[str, Any]) -> Iterator[str]:
    good: dict[str, Any] = {}
    for name, value in asked.items():
        try:
            WorldSettings().changed({name: value})
        except UnknownSetting as error:
            yield f"[settings], {name}: there is no such setting; there are {', '.join(error.known)}."
        except BadSetting as error:
            yield f"[settings], {name}: found {shown(value)}; it takes {error.wants}."
        except PortalError:  # alone against a default: together with the others it may do
            good[name] = value
        else:
            good[name] = value
    try:
        WorldSettings().changed(good)
    except SettingsContradict as error:
        (smaller, low), (larger, high) = error.smaller, error.larger
        yield f"[settings], {smaller}: found {low}; it takes at most {larger}, which is {high}."


def _clock_faults(scenario: "Scenario") -> Iterator[str]:
    if not _FIRST_YEAR <= scenario.clock.year <= _LAST_YEAR:
        yield f"clock: found {scenario.clock.isoformat()}; it takes the years {_FIRST_YEAR} to {_LAST_YEAR}."


def _doubled(scenario: "Scenario") -> Iterator[str]:
    """What only one row of a world can have."""
    accounts = [
        (f"{place}, {inner}", account)
        for place, employer in numbered("employers", scenario.employers)
        for inner, account in numbered("employers.accounts", employer.accounts)
    ]
    yield from _twice("code", ((place, row.code) for place, row in numbered("employers", scenario.employers)))
    yield from _twice("email", ((place, account.email.lower()) for place, account in accounts))
    yield from _twice("user_id", ((place, account.user_id.upper()) for place, account in accounts))
    officers = numbered("officers", scenario.officers)
    yield from _twice("email", ((place, officer.email.lower()) for place, officer in officers))
    customers = numbered("bank_accounts", scenario.bank_accounts)
    yield from _twice("user", ((place, customer.user) for place, customer in customers))


def _twice(key: str, found: Iterable[tuple[str, str]]) -> Iterator[str]:
    first: dict[str, str] = {}
    for place, value in found:
        if value in first:
            yield f"{place}, {key}: found {shown(value)}; it takes another than {first[value]} has."
        first.setdefault(value, place)


def _employer(place: str, employer: "EmployerSeed") -> Iterator[str]:
    lists = {name: getattr(employer, name) for name in ("paid_months", "submitted_months", "pending_months")}
    for month, times in sorted(Counter(month for months in lists.values() for month in months).items()):
        if times > 1:
            names = " and ".join(name for name, months in lists.items() if month in months)
            yield f'{place}, {names}: found "{month}" {times} times; it takes a month once.'
    for name in ("paid_months", "submitted_months"):
        for month in lists[name]:
            try:
                compute(0, month=YearMonth.parse(month), person=Person(age=_ANY_AGE))
            except RatesUnknown as error:
                yield f'{place}, {name}: found "{month}"; {error}.'
    numbers = [
        (f"{place}, {inner}", employee.identity_number)
        for inner, employee in numbered("employers.employees", employer.employees)
    ]
    yield from _twice("identity_number", numbers)
    for inner, employee in numbered("employers.employees", employer.employees):
        for said in _employee(employee, past=bool(employer.paid_months or employer.submitted_months)):
            yield f"{place}, {inner}, {said}"


def _employee(employee: "EmployeeSeed", *, past: bool) -> Iterator[str]:
    number, born = employee.identity_number, employee.born
    if born is None:
        if past:
            yield "born: the key is missing; a month that is paid or submitted needs it."
    else:
        if mykad.is_valid(number) and number[:6] != f"{born:%y%m%d}":
            yield f"born: found {born}; it takes the day in identity_number, which begins {number[:6]}."
        if born >= employee.started:
            yield f"born: found {born}; it takes a day before started, which is {employee.started}."
    if employee.resigned is not None and employee.resigned < employee.started:
        yield f"resigned: found {employee.resigned}; it takes no day before started, {employee.started}."
