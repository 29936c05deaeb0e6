"""Write `docs/checks/` anew from the checks: `python -m contributions.checks.write_pages [FOLDER]`."""

import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from contributions.checks.pages import index_page, page_of
from contributions.checks.registry import all_checks
from contributions.field_reports.page import field_page

__all__ = ["main", "pages"]

DOCS = Path(__file__).resolve().parents[2] / "docs" / "checks"


@lru_cache(maxsize=1)
def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {
        "README.md": index_page(),
        "field-reports.md": field_page(),
        **{f"{check.code}.md": page_of(check) for check in all_checks()},
    }


def main(arguments: Sequence[str]) -> int:
    """Write the pages and take away those of checks that are gone."""
    folder = Path(arguments[0]) if arguments else DOCS
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for old in folder.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
