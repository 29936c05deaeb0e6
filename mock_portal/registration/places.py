"""States, cities and postcodes of Malaysia.

`postcodes.csv` has a line for each city with its ranges: 444 cities, 2,929 postcodes in 512 ranges, read in
November 2026 from the lists of the npm package malaysia-postcodes 3.0.0 (ISC). A postcode that is not in use
but lies within a city's range is taken for that city's. One that is in no range is not refused: the applicant
chooses state and city by hand. Codes of states are those of the MyKad.
"""

import csv
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["STATES", "Place", "State", "cities", "find_place", "is_in_state"]

_TABLE: Final = Path(__file__).with_name("postcodes.csv")


@dataclass(frozen=True)
class State:
    """A state or federal territory, and the PERKESO office that an employer there belongs to (assumed)."""

    name: str
    branch: str


STATES: Final[Mapping[str, State]] = {
    "01": State("Johor", "Johor Bahru"),
    "02": State("Kedah", "Alor Setar"),
    "03": State("Kelantan", "Kota Bharu"),
    "04": State("Melaka", "Melaka"),
    "05": State("Negeri Sembilan", "Seremban"),
    "06": State("Pahang", "Kuantan"),
    "07": State("Pulau Pinang", "Pulau Pinang"),
    "08": State("Perak", "Ipoh"),
    "09": State("Perlis", "Kangar"),
    "10": State("Selangor", "Petaling Jaya"),
    "11": State("Terengganu", "Kuala Terengganu"),
    "12": State("Sabah", "Kota Kinabalu"),
    "13": State("Sarawak", "Kuching"),
    "14": State("W.P. Kuala Lumpur", "Kuala Lumpur"),
    "15": State("W.P. Labuan", "Labuan"),
    "16": State("W.P. Putrajaya", "Putrajaya"),
}


@dataclass(frozen=True)
class Place:
    """A city and its state's code."""

    state: str
    city: str


def find_place(postcode: str) -> Place | None:
    """The city that a postcode belongs to, or `None` when it is in no range."""
    starts, ends, found = _ranges()
    at = bisect_right(starts, postcode) - 1
    return found[at] if at >= 0 and postcode <= ends[at] else None


def cities() -> Mapping[str, tuple[str, ...]]:
    """The cities of each state, by the state's code, in the order of the alphabet."""
    return _read()[0]


def is_in_state(city: str, state: str) -> bool:
    """Whether a city is one of a state's."""
    return city in cities().get(state, ())


@cache
def _ranges() -> tuple[list[str], list[str], list[Place]]:
    ranges = sorted(_read()[1], key=lambda each: each[0])
    return (
        [first for first, _, _ in ranges],
        [last for _, last, _ in ranges],
        [place for _, _, place in ranges],
    )


@cache
def _read() -> tuple[dict[str, tuple[str, ...]], list[tuple[str, str, Place]]]:
    by_state: dict[str, list[str]] = {}
    ranges: list[tuple[str, str, Place]] = []
    with _TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            place = Place(row["state"], row["city"])
            by_state.setdefault(place.state, []).append(place.city)
            for text in row["postcodes"].split():
                first, _, last = text.partition("-")
                ranges.append((first, last or first, place))
    return {state: tuple(sorted(found)) for state, found in by_state.items()}, ranges
