"""`docs/fidelity.md` is what the marks make of it."""

import re

import pytest

from mock_portal.fidelity.__main__ import main
from mock_portal.fidelity.document import DOCUMENT, cited, document
from mock_portal.fidelity.marks import sources
from mock_portal.fidelity.words import malay_words
from mock_portal.ui.catalogues import capabilities, catalogue_of


def test_the_document_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python -m mock_portal.fidelity write"


def test_a_quoted_text_stands_with_its_mark_and_its_source() -> None:
    assert '| "NEXT" | seed | [SEED](#seed) |' in document()


def test_a_rule_stands_with_the_figure_and_the_name_of_its_setting() -> None:
    assert (
        "| A file is a .txt of at most 5 MB (of 1,048,576 bytes, as Windows counts). "
        "Setting: `upload_limit_bytes`. | assumed | none |" in document()
    )


def test_every_source_that_is_named_has_its_address() -> None:
    text = document()
    headings = set(re.findall(r"^### (\w+)$", text, re.MULTILINE))

    assert set(cited()) <= headings
    assert all(f"<{address}>" in text for key in cited() for address in sources()[key].addresses)


@pytest.mark.parametrize("word", malay_words())
def test_a_malay_word_that_a_source_prints_is_a_word_of_the_portal(word: str) -> None:
    catalogues = [catalogue_of(name) for name in capabilities()]
    everything = "\n".join(path.read_text(encoding="utf-8") for path in catalogues if path.exists())

    assert word.casefold() in everything.casefold()


def test_the_list_of_all_texts_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["list", "accounts"])

    assert code == 0
    assert "accounts/email.html\tseed SEED\tNEXT\n" in capsys.readouterr().out


def test_a_command_that_is_none_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["polish"])

    assert code == 2
    assert "check|write|list" in capsys.readouterr().out
