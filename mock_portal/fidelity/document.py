"""`docs/fidelity.md`: what is known of the real portal, screen by screen, made of the marks alone.

Texts that are only assumed are not listed here, so that a new text of ours changes nothing; the page
`/help/fidelity` of the portal lists them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mock_portal.fidelity.entries import Capability, Rule, capabilities
from mock_portal.fidelity.figures import with_figures
from mock_portal.fidelity.marks import Evidence, Mark, sources
from mock_portal.fidelity.screens import Line, Seen, seen
from mock_portal.fidelity.words import malay_words
from mock_portal.worlds.settings import WorldSettings

__all__ = ["DOCUMENT", "cited", "document"]

DOCUMENT: Final = Path(__file__).resolve().parents[2] / "docs" / "fidelity.md"
_HEAD: Final = """\
# How near this is to the real portal

<!-- Made by `python -m mock_portal.fidelity write` from the files `mock_portal/*/fidelity.toml`. -->

Nobody outside PERKESO can read the inner screens of ASSIST in full, and we did not try to. What is built here
comes from public sources, and every label, field, message and rule carries one of four marks:

| mark | the fact comes from |
| --- | --- |
| official | PERKESO's own page or guide; for FPX also PayNet's |
| vendor | a payroll vendor, an agency, a newspaper, public program code that describes the portal |
| seed | the description that this project began with |
| assumed | nobody: a default of ours, chosen so that something could be built; numbers are settings |

Below, each screen lists what a source says of it: words that it prints, or a field or a paper that it names,
then worded by us. **Every other text of a screen is assumed**; the portal lists those too, on its page
`/help/fidelity`, and the footer of each page counts them. A source that is named beside an assumption only
supports it. The layout, the order and the colours of all screens are assumed. Do not take a screen here as
evidence of how the real one looks.
"""
_FOOT: Final = """\
## What is left out on purpose

No crest, no logo, no real account numbers. Every page says that it is a mock. The signatures of FPX are real
RSA over fields of our own, made with keys that the mock creates.
"""


def document() -> str:
    """The whole page."""
    parts = [_HEAD]
    theirs = [one for one in capabilities() if one.ours is None]
    parts += ["\n".join(_capability(one)) for one in theirs]
    parts += ["\n".join(_ours()), "\n".join(_malay()), _FOOT, "\n".join(_sources())]
    return "\n".join(parts)


def cited() -> tuple[str, ...]:
    """The keys of all sources that a mark names, in alphabetical order."""
    marks = [mark for one in capabilities() for part in one.parts for mark in part.texts.values()]
    marks += [rule.evidence for one in capabilities() for rule in one.rules]
    marks += malay_words().values()
    return tuple(sorted({key for mark in marks for key in mark.keys}))


def _capability(one: Capability) -> Iterator[str]:
    yield f"## {one.title.en}\n"
    if one.is_unseen:
        yield "No source shows these screens.\n"
    general = [rule for rule in one.rules if not rule.on]
    if general:
        yield from _table([], general)
    for screen in one.screens:
        shown = seen(screen.key)
        if shown is not None:
            yield from _screen(shown)


def _screen(shown: Seen) -> Iterator[str]:
    quoted = shown.marked(Mark.OFFICIAL, Mark.VENDOR, Mark.SEED)
    yield f"### {shown.screen.title.en}\n"
    if quoted or shown.rules:
        yield from _table(quoted, shown.rules)
    else:
        yield "Assumed in full.\n"


def _table(lines: "tuple[Line, ...] | list[Line]", rules: "tuple[Rule, ...] | list[Rule]") -> Iterator[str]:
    yield "| what | mark | sources |"
    yield "| --- | --- | --- |"
    for line in lines:
        yield _row(f'"{line.wording.text}"', line.evidence)
    for rule in rules:
        words = with_figures(rule.words, WorldSettings()).en
        names = ", ".join(f"`{name}`" for name in rule.settings)
        yield _row(words + (f" Setting: {names}." if names else ""), rule.evidence)
    yield ""


def _row(what: str, found: Evidence) -> str:
    keys = ", ".join(f"[{key}](#{key.lower()})" for key in found.keys) or "none"
    return f"| {what.replace('|', '&#124;')} | {found.mark} | {keys} |"


def _ours() -> Iterator[str]:
    yield "## What stands for nothing in the real portal\n"
    for one in capabilities():
        if one.ours is not None:
            yield f"- {one.title.en}: {one.ours.en}"
    yield ""


def _malay() -> Iterator[str]:
    yield "## Malay\n"
    yield "Malay wording is our own translation, except for these words, which a source prints:\n"
    yield "| word | mark | sources |"
    yield "| --- | --- | --- |"
    yield from (_row(f'"{word}"', found) for word, found in malay_words().items())
    yield ""


def _sources() -> Iterator[str]:
    yield "## Sources\n"
    yield "Read until 23 November 2026.\n"
    for key in cited():
        source = sources()[key]
        addresses = (
            " and ".join(f"<{address}>" for address in source.addresses) or "no address is known any more"
        )
        yield f"### {key}\n"
        yield (
            f"{source.kind.capitalize()}: {addresses}." + (f" {source.note.en}" if source.note else "") + "\n"
        )
