"""What is not marked yet, or marked wrongly, each as a sentence that says what to add and where."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields

from mock_portal.fidelity.entries import Capability, Part, capabilities, file_of_marks
from mock_portal.fidelity.screens import part_for
from mock_portal.fidelity.wording import ROOM, Wording, files_of, path_of, referenced, wordings
from mock_portal.fidelity.words import quoted_words
from mock_portal.worlds.settings import WorldSettings

__all__ = ["problems", "problems_of", "settings_without_a_rule"]


def problems() -> Iterator[str]:
    """Everything that is wrong anywhere."""
    marks = capabilities()
    for folder in sorted(path.parent.name for path in ROOM.glob("*/__init__.py")):
        yield from problems_of(folder, marks)
    yield from settings_without_a_rule(marks)


def problems_of(name: str, marks: Sequence[Capability]) -> Iterator[str]:
    """What is wrong with the marks of one capability, beside those of all the others."""
    home = next((one for one in marks if one.name == name), None)
    if home is None:
        if any(
            not _is_claimed(file, wording, marks) for file in files_of(name) for wording in wordings(file)
        ):
            yield _no_file(name)
    elif home.ours is None:
        for file in files_of(name):
            yield from _unmarked(home, file, marks)
        for part in home.parts:
            yield from _stale(home, part)
        yield from _lost(home)
        if not home.is_unseen:
            yield from _undecided(home)


def settings_without_a_rule(marks: Sequence[Capability]) -> Iterator[str]:
    """Settings of a world that no rule speaks of, and names in rules that are no settings."""
    settings = {field.name for field in fields(WorldSettings)}
    named = {name for one in marks for rule in one.rules for name in rule.settings}
    for name in sorted(settings - named):
        yield (
            f"No rule says where the setting {name} comes from. Add to the fidelity.toml of the "
            f'capability that uses it:\n\n[[rules]]\nsettings = ["{name}"]\nmark = "assumed"\n'
            f'en = "A sentence with {{{name}}} in it."\nms = "Ayat dengan {{{name}}} di dalamnya."\n'
        )
    for name in sorted(named - settings):
        yield f"A rule names the setting {name}, which no world has."


def _unmarked(home: Capability, file: str, marks: Sequence[Capability]) -> Iterator[str]:
    is_template = file.endswith(".html")
    if is_template and wordings(file) and file not in {part.file for part in home.parts}:
        yield _no_template(home, file)
        return
    without: dict[str, list[str]] = defaultdict(list)
    for wording in wordings(file):
        if not _is_claimed(file, wording, marks):
            without[wording.owner].append(wording.text)
    if without and not is_template:
        yield _no_code(home, file, without)
        return
    for text in (text for found in without.values() for text in found):
        yield f'{file}: "{text}" has no mark. Add to {file_of_marks(home.name)}: texts."{text}" = "assumed"'


def _is_claimed(file: str, wording: Wording, marks: Sequence[Capability]) -> bool:
    return any(
        part.file == file
        and (not part.names or wording.owner in part.names)
        and (part.others is not None or wording.text in part.texts)
        for one in marks
        for part in one.parts
    )


def _stale(home: Capability, part: Part) -> Iterator[str]:
    place = f"{file_of_marks(home.name)}: {part.file}"
    if not path_of(part.file).is_file():
        yield f"{place} is not there any more"
        return
    there = [one for one in wordings(part.file) if not part.names or one.owner in part.names]
    for name in sorted(set(part.names) - {one.owner for one in there}):
        yield f"{place} has no text in {name}"
    for text in sorted(set(part.texts) - {one.text for one in there}):
        yield f'{place} does not show "{text}" any more'


def _lost(home: Capability) -> Iterator[str]:
    """Screens that show nothing, and texts and rules that are on no screen."""
    place = file_of_marks(home.name)
    known = {screen.key for screen in home.screens}
    pages = [screen.key for screen in home.screens if not screen.is_paper and path_of(screen.key).is_file()]
    shown = {file for page in pages for file in referenced(page)}
    for part in home.parts:
        if part.file not in shown and not part.on:
            yield f"{place}: say which screens or papers show {part.file}: on = [...]"
    for screen in home.screens:
        if screen.is_paper and not any(screen.key in part.on for part in home.parts):
            yield f"{place}: no text is on {screen.key}"
    named = [key for part in home.parts for key in part.on] + [key for rule in home.rules for key in rule.on]
    for key in sorted(set(named) - known):
        yield f"{place}: `on` names {key}, which is no screen or paper of it"


def _undecided(home: Capability) -> Iterator[str]:
    """Texts that a source prints, and that are only assumed here because nobody looked."""
    printed = {text.casefold(): mark for text, mark in quoted_words().items()}
    for part in home.parts:
        for wording in wordings(part.file) if path_of(part.file).is_file() else ():
            found = printed.get(wording.text.casefold())
            if (
                found is not None
                and wording.text not in part.texts
                and part_for(home, part.file, wording) is part
            ):
                yield (
                    f'{part.file}: "{wording.text}" is printed by a source. Decide in '
                    f'{file_of_marks(home.name)}: texts."{wording.text}" = '
                    f'"{" ".join([found.mark, *found.keys])}", or "assumed"'
                )


def _no_file(name: str) -> str:
    return (
        f"mock_portal/{name} shows texts, and nothing says where they come from. Make {file_of_marks(name)} "
        "(its form: mock_portal/fidelity/entries.py; keys of sources: mock_portal/fidelity/sources.toml):\n\n"
        'about = { en = "...", ms = "...", section = "2.2" }\n\n'
        "or, when it stands for nothing in the real portal:\n\n"
        'about = { en = "...", ms = "...", section = "99" }\nours = { en = "Why.", ms = "Sebabnya." }\n'
    )


def _no_template(home: Capability, file: str) -> str:
    source = path_of(file).read_text(encoding="utf-8")
    if "{% extends" in source:
        entry = f'[screens."{file}"]\nen = "..."\nms = "..."\nothers = "assumed"\n'
    else:
        entry = f'[parts."{file}"]\nothers = "assumed"\n'
    return (
        f"{file} shows texts without a mark. Add to {file_of_marks(home.name)}, and list each text that a "
        f'source quotes with its key, such as texts."NEXT" = "seed SEED":\n\n{entry}'
    )


def _no_code(home: Capability, file: str, without: dict[str, list[str]]) -> str:
    texts = "; ".join(
        f"{owner}: {found[0]}{', ...' if found[1:] else ''}" for owner, found in without.items()
    )
    return (
        f"{file} shows texts without a mark ({texts}). Add to {file_of_marks(home.name)}:\n\n"
        f'[[code]]\nfile = "{file}"\non = ["{home.name}/....html"]\nothers = "assumed"\n'
    )
