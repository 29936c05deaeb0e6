"""The Malay catalogues are complete, reviewed, and compiled from what is in the tree."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.house.tree import ROOT, files_ending, read

CATALOGUES = files_ending(".po")
# Names, numbers and words that are the same in both languages, each looked at by a person.
REVIEWED = Path("tests/house/same_in_malay.txt")


def messages(path: Path) -> list[Message]:
    with (ROOT / path).open("rb") as file:
        return [message for message in read_po(file, locale="ms") if message.id]


@pytest.mark.parametrize("path", CATALOGUES, ids=Path.as_posix)
def test_a_compiled_catalogue_is_in_step_with_its_text(path: Path) -> None:
    with (ROOT / path).open("rb") as file:
        compiled = io.BytesIO()
        write_mo(compiled, read_po(file, locale="ms"))

    assert (ROOT / path).with_suffix(".mo").read_bytes() == compiled.getvalue(), "run pybabel compile"


@pytest.mark.parametrize("path", CATALOGUES, ids=Path.as_posix)
def test_no_text_lacks_its_malay(path: Path) -> None:
    def is_blank(message: Message) -> bool:
        texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
        return not all(texts)

    assert [message.id for message in messages(path) if is_blank(message)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=Path.as_posix)
def test_no_translation_waits_for_review(path: Path) -> None:
    assert [message.id for message in messages(path) if message.fuzzy] == []


def test_no_malay_text_is_its_english_except_those_that_were_looked_at() -> None:
    same = {
        str(message.id) for path in CATALOGUES for message in messages(path) if message.string == message.id
    }
    reviewed = {line for line in read(REVIEWED).splitlines() if line and not line.startswith("#")}

    assert (same - reviewed, reviewed - same) == (set(), set())
