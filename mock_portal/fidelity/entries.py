"""A capability's `fidelity.toml`: its screens and papers, the texts of its files, and the rules it follows.

about = { en = "Log in", ms = "Log masuk", section = "1" }   # unseen = true: no source shows its screens

[screens."accounts/email.html"]            # a page; its key is its template
en = "Log in, step 1"
ms = "Log masuk, langkah 1"
others = "assumed"                         # said on purpose: whatever is not listed below is ours
texts."NEXT" = "seed SEED"                 # a quoted text has the keys of its sources

[parts."accounts/log_in_help.html"]        # a template inside pages; they are found by their include
others = "assumed"

[papers."payments/receipt.pdf"]            # a PDF or a mail: it has a name; its texts are in code
en = "Receipt"
ms = "Resit"

[[code]]                                   # texts of a module, or of some names in it
file = "accounts/forms.py"
names = ["EmailForm"]
on = ["accounts/email.html"]               # the screens and papers that show them
others = "assumed"

[[rules]]                                  # a rule or another fact; `on` may be left out
on = ["accounts/email.html"]
settings = ["lock_seconds"]                # settings of a world, shown as {lock_seconds:/60}
mark = "assumed"
en = "..."
ms = "..."
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from contributions import T
from mock_portal.fidelity.marks import BadMarks, Evidence, evidence
from mock_portal.fidelity.wording import ROOM

__all__ = ["Capability", "Part", "Rule", "Screen", "capabilities", "capability", "file_of_marks", "marks_of"]

_FILE: Final = "fidelity.toml"
_TOP: Final = frozenset({"about", "ours", "screens", "parts", "papers", "code", "rules"})


@dataclass(frozen=True)
class Part:
    """The marks of the texts of one file, or of some names of a module.

    Attributes:
        file: `accounts/email.html`, `accounts/forms.py`.
        names: of the classes, functions and constants; empty for the whole file.
        on: keys of the screens that show it, for code.
        others: what holds for texts that are not listed; `None` when each must be.
        texts: the listed ones.
    """

    file: str
    names: tuple[str, ...]
    on: tuple[str, ...]
    others: Evidence | None
    texts: Mapping[str, Evidence]


@dataclass(frozen=True)
class Screen:
    """A page, or a paper: a PDF or a mail.

    Attributes:
        key: its template; for a paper a name like `payments/receipt.pdf`.
        section: of the domain notes, if another than its capability's.
    """

    key: str
    title: T
    section: str
    is_paper: bool

    @property
    def anchor(self) -> str:
        """Its place on the help page."""
        return self.key.removesuffix(".html").replace("/", "-").replace(".", "-").replace("_", "-")


@dataclass(frozen=True)
class Rule:
    """A rule, or another fact that is no text of a page.

    Attributes:
        on: keys of the screens it belongs to; empty when it holds for the whole capability.
        settings: names of the world's settings that it is made of.
    """

    words: T
    evidence: Evidence
    on: tuple[str, ...]
    settings: tuple[str, ...]


@dataclass(frozen=True)
class Capability:
    """What one file says.

    Attributes:
        is_unseen: no source shows any of its screens, so that no text of them can be a quoted one.
        ours: why nothing in it claims to be like the real portal; `None` when something does.
    """

    name: str
    title: T
    section: str
    is_unseen: bool
    ours: T | None
    screens: tuple[Screen, ...]
    parts: tuple[Part, ...]
    rules: tuple[Rule, ...]


def file_of_marks(name: str) -> str:
    """Where a capability's marks are, as a sentence names it."""
    return f"mock_portal/{name}/{_FILE}"


@cache
def capabilities() -> tuple[Capability, ...]:
    """Every capability that has marks, in the order of the domain notes."""
    found = (capability(path.parent.name) for path in ROOM.glob(f"*/{_FILE}"))
    return tuple(sorted((one for one in found if one is not None), key=_place))


@cache
def capability(name: str) -> Capability | None:
    """What a capability's file says; `None` without a file."""
    path = ROOM / name / _FILE
    return marks_of(name, path.read_text(encoding="utf-8")) if path.is_file() else None


def marks_of(name: str, text: str) -> Capability:
    """What the text of a capability's file says.

    Raises:
        BadMarks: with the entry that is wrong.
    """
    try:
        return _capability(name, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise BadMarks(file_of_marks(name), str(error)) from error
    except KeyError as error:
        raise BadMarks(file_of_marks(name), f"{error} is missing") from error


def _capability(name: str, read: dict[str, Any]) -> Capability:
    place = file_of_marks(name)
    _refuse_unknown(place, read, _TOP)
    about = read["about"]
    return Capability(
        name=name,
        title=T(about["en"], about["ms"]),
        section=about["section"],
        is_unseen=about.get("unseen", False),
        ours=T(**read["ours"]) if "ours" in read else None,
        screens=tuple(_screens(read, about["section"])),
        parts=tuple(_parts(place, read)),
        rules=tuple(
            _rule(f"{place}, rule {number}", entry) for number, entry in enumerate(read.get("rules", ()), 1)
        ),
    )


def _screens(read: dict[str, Any], section: str) -> Iterator[Screen]:
    for kind in ("screens", "papers"):
        for key, entry in read.get(kind, {}).items():
            title = T(entry["en"], entry["ms"])
            yield Screen(key, title, entry.get("section", section), is_paper=kind == "papers")


def _parts(place: str, read: dict[str, Any]) -> Iterator[Part]:
    for kind in ("screens", "parts"):
        for key, entry in read.get(kind, {}).items():
            yield _part(f"{place}, {key}", {**entry, "file": key})
    for entry in read.get("code", ()):
        yield _part(f"{place}, {entry['file']}", entry)


def _part(place: str, entry: dict[str, Any]) -> Part:
    _refuse_unknown(place, entry, {"file", "names", "on", "others", "texts", "en", "ms", "section"})
    others = evidence(entry["others"], place=place) if "others" in entry else None
    if others is not None and entry["others"] != "assumed":
        raise BadMarks(place, 'others can only be "assumed"; list what comes from a source')
    return Part(
        file=entry["file"],
        names=tuple(entry.get("names", ())),
        on=tuple(entry.get("on", ())),
        others=others,
        texts={
            text: evidence(mark, place=f"{place}, {text}") for text, mark in entry.get("texts", {}).items()
        },
    )


def _rule(place: str, entry: dict[str, Any]) -> Rule:
    _refuse_unknown(place, entry, {"on", "settings", "mark", "en", "ms"})
    return Rule(
        words=T(entry["en"], entry["ms"]),
        evidence=evidence(entry["mark"], place=place),
        on=tuple(entry.get("on", ())),
        settings=tuple(entry.get("settings", ())),
    )


def _refuse_unknown(place: str, entry: dict[str, Any], known: frozenset[str] | set[str]) -> None:
    if unknown := sorted(set(entry) - known):
        raise BadMarks(place, f"unknown: {', '.join(unknown)}; known are {', '.join(sorted(known))}")


def _place(one: Capability) -> tuple[list[int], str]:
    return [int(number) for number in one.section.split(".") if number.isdigit()], one.name
