"""The Malay catalogues are complete, reviewed, and compiled from what is in the tree."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.house.tree import ROOT, files_ending

CATALOGUES = files_ending(".po")


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
