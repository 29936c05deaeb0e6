"""The Malay catalogues: `python -m mock_portal.ui.catalogues update|compile|check`.

One catalogue for each capability, `mock_portal/<capability>/translations/ms/LC_MESSAGES/messages.po`, with
the compiled `.mo` committed beside it; modules that lie directly in `mock_portal` belong to `ui`. English is
the message id. Nothing is ever guessed: a new text waits with an empty translation.
"""

import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

__all__ = ["Text", "catalogue_of", "main", "problems", "texts_in_use"]

_ROOM: Final = Path(__file__).resolve().parents[1]
_KEYWORDS: Final = {
    "_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
}
_METHODS: Final = {".py": "python", ".html": "jinja2"}
# A catalogue is the same text whenever it is written: no dates of today in it.
_DAY_ONE: Final = datetime(2026, 11, 24, tzinfo=UTC)


@dataclass(frozen=True)
class Text:
    """A text that people read, and the files (from `mock_portal/`) that show it."""

    id: str | tuple[str, ...]
    files: tuple[str, ...]


def capabilities() -> tuple[str, ...]:
    """The folders that may have texts."""
    return tuple(sorted(p.name for p in _ROOM.iterdir() if (p / "__init__.py").exists()))


def catalogue_of(capability: str) -> Path:
    """Where the Malay texts of a capability are."""
    return _ROOM / capability / "translations" / "ms" / "LC_MESSAGES" / "messages.po"


def texts_in_use(capability: str) -> tuple[Text, ...]:
    """What the code and the templates of a capability show, in the order of its words."""
    found: dict[str | tuple[str, ...], set[str]] = defaultdict(set)
    for file in _sources(capability):
        extracted = extract_from_file(
            _METHODS[file.suffix], file, keywords=_KEYWORDS, options={"trimmed": "true", "silent": "false"}
        )
        for _, message, _, _ in extracted:
            found[message].add(file.relative_to(_ROOM).as_posix())
    return tuple(
        Text(words, tuple(sorted(files))) for words, files in sorted(found.items(), key=_first_words)
    )


def update(capability: str) -> int:
    """Bring a catalogue in step with the code; how many texts still lack their Malay."""
    path = catalogue_of(capability)
    known = _read(path)
    texts = texts_in_use(capability)
    if not texts and not path.exists():
        return 0
    catalogue = Catalog(
        locale="ms",
        project="ASSIST Harness",
        version="1",
        msgid_bugs_address="CONTRIBUTING.md",
        last_translator="The ASSIST Harness developers",
        language_team="ms",
        creation_date=_DAY_ONE,
        revision_date=_DAY_ONE,
        fuzzy=False,
    )
    catalogue.header_comment = f"# Malay texts of mock_portal/{capability}. English is the message id."
    missing = 0
    for text in texts:
        old = known.get(text.id) if known is not None else None
        translated = old.string if old is not None and isinstance(old.id, type(text.id)) else None
        catalogue.add(text.id, translated, locations=[(file, 0) for file in text.files])
        missing += not _is_complete(translated)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    write_po(written, catalogue, width=110, include_lineno=False)
    path.write_bytes(written.getvalue())
    return missing


def compile_catalogue(capability: str) -> None:
    """Write the `.mo` of a catalogue."""
    path = catalogue_of(capability)
    catalogue = _read(path)
    if catalogue is not None:
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        path.with_suffix(".mo").write_bytes(compiled.getvalue())


def problems() -> Iterator[str]:
    """Every reason why a reader of Malay would see English, or two words for one thing."""
    everywhere: dict[object, dict[str, str]] = defaultdict(dict)
    for capability in capabilities():
        catalogue = _read(catalogue_of(capability))
        for text in texts_in_use(capability):
            message = catalogue.get(text.id) if catalogue is not None else None
            where = f"{capability}: {text.id!r}"
            if message is None or not _is_complete(message.string):
                yield f"{where} has no Malay"
                continue
            everywhere[text.id][capability] = str(message.string)
            if message.fuzzy:
                yield f"{where} is fuzzy"
            yield from (f"{where}: {error}" for error in message.check(catalogue))
        unused = _ids(catalogue) - {text.id for text in texts_in_use(capability)}
        yield from (
            f"{capability}: {words!r} is not in use any more; run update" for words in sorted(unused, key=str)
        )
    for words, malay in everywhere.items():
        if len(set(malay.values())) > 1:
            yield f"{words!r} is translated differently: {malay}"


def main(arguments: list[str]) -> int:
    """Run a command; 1 when something is missing."""
    command = arguments[0] if arguments else ""
    chosen = arguments[1:] or list(capabilities())
    if command == "update":
        for capability in chosen:
            missing = update(capability)
            compile_catalogue(capability)
            if missing:
                _say(f"{capability}: {missing} texts have no Malay yet")
        return 0
    if command == "compile":
        for capability in chosen:
            compile_catalogue(capability)
        return 0
    if command == "check":
        found = list(problems())
        for problem in found:
            _say(problem)
        return 1 if found else 0
    _say("Usage: python -m mock_portal.ui.catalogues update|compile|check [CAPABILITY...]")
    return 2


def _sources(capability: str) -> Iterator[Path]:
    folder = _ROOM / capability
    yield from sorted(p for p in folder.rglob("*") if p.suffix in _METHODS and "static" not in p.parts)
    if capability == "ui":
        yield from sorted(_ROOM.glob("*.py"))


def _first_words(entry: tuple[str | tuple[str, ...], set[str]]) -> str:
    return entry[0] if isinstance(entry[0], str) else entry[0][0]


def _read(path: Path) -> Catalog | None:
    if not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale="ms")


def _ids(catalogue: Catalog | None) -> set[object]:
    return {message.id for message in _messages(catalogue)}


def _messages(catalogue: Catalog | None) -> Iterator[Message]:
    if catalogue is not None:
        yield from (message for message in catalogue if message.id)


def _is_complete(translated: object) -> bool:
    if isinstance(translated, list | tuple):
        return bool(translated) and all(translated)
    return bool(translated)


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
