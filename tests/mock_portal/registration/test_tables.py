"""The tables that lists and labels are made of: places, industries, kinds of business, states."""

import csv
from pathlib import Path

import pytest

from mock_portal.errors import NotAllowed
from mock_portal.registration import industries, places
from mock_portal.registration.entities import ENTITIES, is_number_of
from mock_portal.registration.papers import PAPERS
from mock_portal.registration.states import FINAL, MOVES, WORDS, ApplicationState, moved
from mock_portal.registration.words import ACTS_AS, ID_TYPES, KINDS, PURPOSES, SEXES
from tests.mock_portal.browsing import forms
from tests.mock_portal.conftest import Portal
from tests.mock_portal.registration.filling import COMPANY, GOOD_COMPANY


@pytest.mark.parametrize(
    ("postcode", "place"),
    [
        pytest.param("50480", places.Place("14", "Kuala Lumpur"), id="Kuala Lumpur"),
        pytest.param("43000", places.Place("10", "Kajang"), id="the first of a range"),
        pytest.param("43009", places.Place("10", "Kajang"), id="the last of a range"),
        pytest.param("10200", places.Place("07", "Pulau Pinang"), id="with a nought to come"),
        pytest.param("01000", places.Place("09", "Kangar"), id="with a nought in front"),
        pytest.param("87000", places.Place("15", "Labuan"), id="Labuan"),
        pytest.param("62000", places.Place("16", "Putrajaya"), id="Putrajaya"),
        pytest.param("99999", None, id="in no range"),
        pytest.param("00000", None, id="before all ranges"),
        pytest.param("", None, id="nothing"),
        pytest.param("KAJAN", None, id="letters"),
    ],
)
def test_a_postcode_tells_state_and_city(postcode: str, place: places.Place | None) -> None:
    assert places.find_place(postcode) == place


def test_every_state_has_cities_and_every_city_a_state() -> None:
    assert set(places.cities()) == set(places.STATES)
    assert all(places.cities().values())


def test_both_ends_of_every_range_lead_to_its_city_and_to_no_other() -> None:
    table = Path(places.__file__).with_name("postcodes.csv")
    with table.open(encoding="utf-8", newline="") as rows:
        told = [
            (code, places.Place(row["state"], row["city"]))
            for row in csv.DictReader(rows)
            for part in row["postcodes"].split()
            for code in part.split("-")
        ]

    assert len(told) > 700
    assert [(code, place) for code, place in told if places.find_place(code) != place] == []


def test_the_industries_are_the_divisions_of_the_classification() -> None:
    assert "".join(industries.sectors()) == "ABCDEFGHIJKLMNOPQRSTU"
    assert len(industries.industries()) == 88
    assert all(sector in industries.sectors() for sector, _ in industries.industries().values())


@pytest.mark.parametrize(
    ("entity", "number", "is_one"),
    [
        pytest.param("company", "202401098765", True, id="a new number"),
        pytest.param("company", "1234567X", True, id="an old number"),
        pytest.param("sole_proprietor", "SA0123456A", True, id="an old number of a business"),
        pytest.param("llp", "LLP0012345LGN", True, id="a partnership's"),
        pytest.param("society", "PPM00110", True, id="a society's"),
        pytest.param("company", "202499098765", False, id="no such type"),
        pytest.param("company", "12", False, id="two digits"),
        pytest.param("law_firm", "A", False, id="one letter"),
    ],
)
def test_a_registration_number_has_the_shape_of_its_kind(entity: str, number: str, is_one: bool) -> None:
    assert is_number_of(entity, number) is is_one


def test_every_word_of_a_list_is_there_in_both_languages() -> None:
    lists = [
        *(title for _, title in industries.industries().values()),
        *industries.sectors().values(),
        *(entity.title for entity in ENTITIES.values()),
        *(entity.number_label for entity in ENTITIES.values() if entity.number_label),
        *PAPERS.values(),
        *WORDS.values(),
        *KINDS.values(),
        *PURPOSES.values(),
        *ID_TYPES.values(),
        *SEXES.values(),
        *ACTS_AS.values(),
    ]

    assert [text for text in lists if not text.en or not text.ms] == []
    assert [text for text in lists if text.en == text.ms] == []


@pytest.mark.parametrize("state", [pytest.param(state, id=state.value) for state in ApplicationState])
def test_an_application_moves_as_the_diagram_says_and_no_other_way(state: ApplicationState) -> None:
    for to in ApplicationState:
        if (state, to) in MOVES:
            assert moved(state.value, to) is to
        else:
            with pytest.raises(NotAllowed):
                moved(state.value, to)
    assert (state in FINAL) is not any(before is state for before, _ in MOVES)


def test_fill_in_chooses_state_and_city_on_the_server(portal: Portal) -> None:
    visitor = portal.client()
    typed = GOOD_COMPANY | {"postcode": "10200", "state": "", "city": ""}

    answer = visitor.submit(visitor.get(COMPANY), typed, button="Fill in")

    values = forms(answer)[0].values
    assert (values["state"], values["city"]) == ("07", "07/Pulau Pinang")
    assert values["name"] == GOOD_COMPANY["name"]
    assert "There is a problem" not in answer.text


def test_fill_in_says_when_a_postcode_is_in_no_list(portal: Portal) -> None:
    visitor = portal.client()

    answer = visitor.submit(visitor.get(COMPANY), {"postcode": "99999"}, button="Fill in")

    assert "This postcode is not in our list. Select state and city yourself." in answer.text


def test_the_script_is_told_the_place_of_a_postcode(portal: Portal) -> None:
    visitor = portal.client()

    known = visitor.get("/employer/register/places/43000").get_json()
    unknown = visitor.get("/employer/register/places/99999").get_json()

    assert known == {"state": "10", "city": "10/Kajang"}
    assert unknown == {"state": "", "city": ""}
