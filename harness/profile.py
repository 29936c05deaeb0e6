"""A portal profile: the paths and words of one build of a portal, in one language.

Page objects hold no words of their own; they are pointed at another build of the portal by another
profile. A profile is read once, before any browser opens, and then a missing word fails with its key.
"""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from harness.errors import MissingWord, NoSuchProfile, ProfileNotReadable, UnknownWord
from harness.words import Words

__all__ = ["LANGUAGES", "Profile", "Screen", "load_profile", "shipped_profiles"]

LANGUAGES: tuple[str, ...] = ("en", "ms")
_FOLDER = Path(__file__).parent / "profiles"

Words_ = TypeVar("Words_")


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a screen is and how it is headed. `path` is empty for a screen that only an action opens."""

    path: str
    heading: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One build of a portal in one language.

    `scripts_ready` is a CSS selector for what is on a page once its scripts run; empty when nothing tells.
    """

    name: str
    language: str
    scripts_ready: str
    screens: Mapping[str, Screen]
    words: Words

    def screen(self, key: str) -> Screen:
        """The screen of that key; raises `MissingWord` when the profile has none."""
        try:
            return self.screens[key]
        except KeyError:
            raise MissingWord(f"screens.{key}", profile=self.name) from None


def shipped_profiles() -> tuple[str, ...]:
    """The names of the profiles that come with the harness."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def load_profile(name: str | Path = "mock", *, language: str = "en") -> Profile:
    """The profile of that name, or in that file, in one language.

    Raises:
        NoSuchProfile: nothing of that name.
        ProfileNotReadable: not well-formed TOML.
        MissingWord: it lacks something that the page objects need.
        UnknownWord: it has a key that nothing reads.
    """
    path = _find(name)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileNotReadable(path, reason=str(error)) from error
    screens = _sub(table, "screens", profile=path.stem)
    words = _sub(_sub(table, "words", profile=path.stem), language, profile=path.stem, prefix="words.")
    return Profile(
        name=path.stem,
        language=language,
        scripts_ready=str(table.get("scripts_ready", "")),
        screens={key: _screen(key, entry, language, path.stem) for key, entry in screens.items()},
        words=_build(Words, words, key=f"words.{language}", profile=path.stem),
    )


def _find(name: str | Path) -> Path:
    shipped = _FOLDER / f"{name}.toml"
    for path in (shipped, Path(name)):
        if path.is_file():
            return path
    raise NoSuchProfile(str(name), known=shipped_profiles())


def _screen(key: str, entry: Any, language: str, profile: str) -> Screen:
    if not isinstance(entry, dict):
        raise MissingWord(f"screens.{key}.heading.{language}", profile=profile)
    for inner in entry:
        if inner not in {"path", "heading"}:
            raise UnknownWord(f"screens.{key}.{inner}", profile=profile)
    return Screen(
        path=_text(entry.get("path", {}), language, f"screens.{key}.path", profile, optional=True),
        heading=_text(entry.get("heading", {}), language, f"screens.{key}.heading", profile),
    )


def _text(entry: Any, language: str, key: str, profile: str, *, optional: bool = False) -> str:
    if isinstance(entry, dict) and isinstance(entry.get(language), str):
        return str(entry[language])
    if optional and not entry:
        return ""
    raise MissingWord(f"{key}.{language}", profile=profile)


def _sub(table: Any, key: str, *, profile: str, prefix: str = "") -> dict[str, Any]:
    inner = table.get(key)
    if not isinstance(inner, dict):
        raise MissingWord(prefix + key, profile=profile)
    return inner


def _build(kind: type[Words_], table: Mapping[str, Any], *, key: str, profile: str) -> Words_:
    """Fill a dataclass of words (nested ones too) from a table, exactly."""
    wanted = get_type_hints(kind)
    for name in table:
        if name not in wanted:
            raise UnknownWord(f"{key}.{name}", profile=profile)
    values: dict[str, object] = {}
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        inner, here = table.get(field.name), f"{key}.{field.name}"
        shape = wanted[field.name]
        if isinstance(shape, type) and is_dataclass(shape) and isinstance(inner, dict):
            values[field.name] = _build(shape, inner, key=here, profile=profile)
        elif shape is str and isinstance(inner, str) and inner:
            values[field.name] = inner
        else:
            raise MissingWord(here, profile=profile)
    return kind(**values)
