"""The page of the library is made from the code, and leaves out no public name."""

import re
from pathlib import Path

import contributions
from contributions.library_page import PAGE, library_page, main


def test_the_page_is_current(tmp_path: Path) -> None:
    assert main([str(tmp_path / "library.md")]) == 0

    written = (tmp_path / "library.md").read_text(encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written, "run: python -m contributions.library_page"


def test_every_public_name_is_on_it_once() -> None:
    page = library_page()

    named = re.findall(r"^(?:### |- )`([A-Za-z0-9_]+)`", page, flags=re.MULTILINE)
    assert sorted(named) == dir(contributions)


def test_a_function_is_shown_with_what_it_takes_gives_and_raises() -> None:
    page = library_page()

    assert "parse_ringgit(text: str) -> int" in page
    assert "write(records: Iterable[Record], path: str | PathLike[str] | None = None) -> bytes" in page
    assert "Raises: UnknownCheck: there is none." in page
    assert "- `Verdict.COULD_NOT_TELL` is `'could_not_tell'`" in page
    assert "contributions." not in re.sub(r"`python -m contributions[^`]*`|contributions/", "", page)
