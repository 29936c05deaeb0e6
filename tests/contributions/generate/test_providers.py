"""The Faker providers: Malaysian names, identity numbers, employers."""

import re
from datetime import date

import pytest
from faker.generator import Generator

from contributions.generate.names import COMMUNITIES
from contributions.generate.providers import Malaysia
from contributions.identifiers import employer_code, mykad, ssm_number
from contributions.months import YearMonth

MANY = 300


@pytest.fixture
def fake() -> Malaysia:
    generator = Generator()
    generator.seed_instance(2026)
    return Malaysia(generator)


@pytest.mark.parametrize(
    ("community", "man", "woman"),
    [
        ("malay", r"[A-Z]+ [A-Z]+ BIN [A-Z]+ [A-Z]+", r"[A-Z]+ [A-Z]+ BINTI [A-Z]+ [A-Z]+"),
        ("chinese", r"([A-Z]+ )?[A-Z]+ [A-Z]+ [A-Z]+", r"([A-Z]+ )?[A-Z]+ [A-Z]+ [A-Z]+"),
        ("tamil", r"[A-Z]+ [A-Z]+ A/L [A-Z]+ [A-Z]+", r"[A-Z]+ [A-Z]+ A/P [A-Z]+ [A-Z]+"),
        ("punjabi", r"[A-Z]+ SINGH A/L [A-Z]+ SINGH( [A-Z]+)?", r"[A-Z]+ KAUR A/P [A-Z]+ SINGH( [A-Z]+)?"),
        ("iban", r"[A-Z]+( [A-Z]+)? ANAK [A-Z]+( [A-Z]+)?", r"[A-Z]+( [A-Z]+)? ANAK [A-Z]+( [A-Z]+)?"),
        ("kadazan", r"[A-Z]+ [A-Z]+ BIN [A-Z]+ [A-Z]+", r"[A-Z]+ [A-Z]+ BINTI [A-Z]+ [A-Z]+"),
        ("bangladeshi", r"(MD|MOHAMMAD) [A-Z ]+", r"(MD|MOHAMMAD) [A-Z ]+"),
        ("nepali", r"[A-Z]+ [A-Z]+ (BAHADUR|KUMAR|PRASAD) [A-Z]+", r"[A-Z ]+ (BAHADUR|KUMAR|PRASAD) [A-Z]+"),
        ("indonesian", r"([A-Z]+ ){3}[A-Z]+", r"([A-Z]+ ){3}[A-Z]+"),
        ("myanmar", r"([A-Z]+ ){3}[A-Z]+", r"([A-Z]+ ){3}[A-Z]+"),
    ],
)
def test_names_are_built_as_each_community_builds_them(
    fake: Malaysia, community: str, man: str, woman: str
) -> None:
    for _ in range(MANY):
        assert re.fullmatch(man, fake.malaysian_name(community, woman=False))
        assert re.fullmatch(woman, fake.malaysian_name(community, woman=True))


def test_every_community_is_tried_above() -> None:
    parameters = next(
        mark
        for mark in test_names_are_built_as_each_community_builds_them.pytestmark  # type: ignore[attr-defined]
    )

    assert {case[0] for case in parameters.args[1]} == set(COMMUNITIES)


def test_without_a_community_names_come_in_the_shares_of_the_census(fake: Malaysia) -> None:
    names = [fake.malaysian_name() for _ in range(2_000)]

    malay_or_kadazan = sum(bool(re.search(r" BIN(TI)? ", name)) for name in names)
    assert 0.58 < malay_or_kadazan / len(names) < 0.70


def test_an_identity_number_has_a_real_date_a_place_and_the_sex(fake: Malaysia) -> None:
    for _ in range(MANY):
        woman, man = fake.mykad(woman=True), fake.mykad(woman=False)
        assert mykad.is_valid(woman)
        assert mykad.is_valid(man)
        assert int(woman[-1]) % 2 == 0
        assert int(man[-1]) % 2 == 1
    assert fake.mykad(born=date(1999, 12, 31)).startswith("991231")


def test_an_identity_number_is_of_the_ages_asked_for(fake: Malaysia) -> None:
    births = [mykad.born(fake.mykad(ages=(40, 41)), month=YearMonth(2026, 11)) for _ in range(MANY)]

    assert {born.year for born in births if born} <= {1984, 1985, 1986}


def test_employers_have_numbers_of_the_right_shapes(fake: Malaysia) -> None:
    for _ in range(MANY):
        assert employer_code.is_valid(fake.employer_code())
        number = fake.ssm_number(until=date(2020, 1, 1))
        assert ssm_number.is_valid(number)
        assert (ssm_number.year(number) or 9999) < 2020
        assert re.fullmatch(r"SSFW[0-9]{8}", fake.ssfw())
        assert re.fullmatch(r"[A-Z]+ [A-Z]+ [A-Z]+ SDN\. BHD\.", fake.employer_name())


def test_the_same_seed_gives_the_same_people(fake: Malaysia) -> None:
    first = [fake.malaysian_name() for _ in range(5)]
    fake.generator.seed_instance(2026)

    assert [fake.malaysian_name() for _ in range(5)] == first
