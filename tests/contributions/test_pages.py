"""The pages in docs/checks are what the checks make."""

from pathlib import Path

import pytest

from contributions import Language, all_checks, get_check
from contributions.checks.pages import check_as_text
from contributions.checks.write_pages import DOCS, main, pages


def test_every_page_is_current() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")}

    assert there == pages(), "run: python -m contributions.checks.write_pages"


def test_pages_are_written_and_those_of_withdrawn_checks_removed(tmp_path: Path) -> None:
    (tmp_path / "ZZ01.md").write_text("gone", encoding="utf-8")

    assert [main([str(tmp_path)]), main([str(tmp_path)])] == [0, 0]

    assert {path.name for path in tmp_path.iterdir()} == set(pages())


@pytest.mark.parametrize(("language", "word"), [("en", "severity"), ("ms", "tahap")])
def test_a_check_is_explained_in_either_language(language: Language, word: str) -> None:
    text = check_as_text(get_check("AM11"), language, 80)

    assert text.startswith("AM11  ")
    assert word in text


def test_the_index_lists_every_check() -> None:
    index = pages()["README.md"]

    assert [each.code for each in all_checks() if f"[{each.code}]" not in index] == []


def test_what_a_program_may_mend_is_said_where_it_is_explained() -> None:
    said = "Mending it cannot change what the file means."

    assert [said in check_as_text(get_check(code), "en", 80) for code in ("FL19", "AM11")] == [True, False]
