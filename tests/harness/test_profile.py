"""A portal profile is whole before any browser opens, or it says what it lacks."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from harness.errors import MissingWord, NoSuchProfile, ProfileNotReadable, UnknownWord
from harness.profile import LANGUAGES, load_profile, shipped_profiles

MOCK = Path(__file__).parents[2] / "harness" / "profiles" / "mock.toml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the shipped profile, to be spoilt."""
    path = tmp_path / "own.toml"
    path.write_bytes(MOCK.read_bytes())
    return path


def spoil(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def keys(table: dict[str, Any], before: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in table.items():
        found |= keys(value, f"{before}{key}.") if isinstance(value, dict) else {before + key}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", shipped_profiles())
def test_every_shipped_profile_is_whole(name: str, language: str) -> None:
    profile = load_profile(name, language=language)

    assert (profile.name, profile.language) == (name, language)
    assert all(screen.heading for screen in profile.screens.values())


def test_both_languages_of_the_mock_have_the_same_words() -> None:
    words = tomllib.loads(MOCK.read_text(encoding="utf-8"))["words"]

    assert keys(words["en"]) == keys(words["ms"])


def test_words_are_reached_by_name() -> None:
    assert load_profile(language="en").words.login.next == "NEXT"
    assert load_profile(language="ms").words.login.user_id == "ID Pengguna"


def test_a_missing_word_fails_at_once_with_its_key(own: Path) -> None:
    spoil(own, 'next = "NEXT"\n', "")

    with pytest.raises(MissingWord) as raised:
        load_profile(own, language="en")

    assert (raised.value.key, raised.value.profile) == ("words.en.login.next", "own")


def test_a_word_that_nothing_reads_is_a_slip(own: Path) -> None:
    spoil(own, "next = ", "nxet = ")

    with pytest.raises(UnknownWord) as raised:
        load_profile(own, language="en")

    assert raised.value.key == "words.en.login.nxet"


def test_an_empty_word_counts_as_missing(own: Path) -> None:
    spoil(own, 'next = "NEXT"', 'next = ""')

    with pytest.raises(MissingWord):
        load_profile(own, language="en")


def test_a_screen_that_is_not_in_the_profile_is_named() -> None:
    with pytest.raises(MissingWord) as raised:
        load_profile().screen("moon")

    assert raised.value.key == "screens.moon"


def test_a_profile_that_is_not_toml_says_where(own: Path) -> None:
    own.write_text("[words\n", encoding="utf-8")

    with pytest.raises(ProfileNotReadable, match="line 1"):
        load_profile(own)


def test_an_unknown_profile_names_those_that_ship() -> None:
    with pytest.raises(NoSuchProfile) as raised:
        load_profile("atlantis")

    assert "mock" in raised.value.mend
