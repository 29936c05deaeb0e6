"""Answers of a scenario's applications that nobody could give on the portal's own forms."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from mock_portal.registration.answers import Company, Representative
from mock_portal.registration.entities import ENTITIES
from mock_portal.registration.industries import is_of_sector, sectors
from mock_portal.registration.places import STATES
from mock_portal.registration.words import ACTS_AS, ID_TYPES, SEXES
from mock_portal.worlds.scenario_wording import numbered, shown
from mock_portal.worlds.scenarios import Scenario
from mock_portal.worlds.settings import WorldSettings

__all__ = ["of"]

_DAYS: Final = ("first_employee", "birth_date")
_MAY_BE_EMPTY: Final = ("birth_date", "sex")
_CHOICES: Final[Mapping[str, Collection[str]]] = {
    "entity": ENTITIES,
    "sector": sectors(),
    "state": STATES,
    "id_type": ID_TYPES,
    "sex": SEXES,
    "acts_as": ACTS_AS,
}


def of(scenario: Scenario, _settings: WorldSettings) -> Iterator[str]:
    """A sentence for each key that is missing or does not exist, and each answer that is not offered."""
    for place, application in numbered("applications", scenario.applications):
        for table, kind in (("company", Company), ("representative", Representative)):
            for said in _answers(getattr(application, table), tuple(kind.__dataclass_fields__)):
                yield f"{place}, [applications.{table}], {said}"
        sector, industry = (application.company.get(key, "") for key in ("sector", "industry"))
        if sector in sectors() and industry and not is_of_sector(industry, sector):
            yield (
                f"{place}, [applications.company], industry: found {shown(industry)}; "
                f"it takes an industry of sector {sector}."
            )


def _answers(given: Mapping[str, str], known: Sequence[str]) -> Iterator[str]:
    yield from (
        f"{key}: there is no such key; there are {', '.join(known)}." for key in given if key not in known
    )
    yield from (f"{key}: the key is missing." for key in known if key not in given)
    for key, value in given.items():
        if key in _DAYS and not _is_date(value) and (value or key not in _MAY_BE_EMPTY):
            yield f'{key}: found {shown(value)}; it takes a date, such as "2026-10-31".'
        choices = _CHOICES.get(key, ())
        if choices and value not in choices and (value or key not in _MAY_BE_EMPTY):
            yield f"{key}: found {shown(value)}; it takes one of {', '.join(choices)}."


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
