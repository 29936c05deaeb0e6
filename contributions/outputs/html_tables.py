"""Tables of a page in both languages, whose rows are cards on a narrow screen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from contributions.bilingual import T

__all__ = ["Column", "both", "table"]

MOST_CARDS: Final = 1_000
"""A table of more rows stays a table on a narrow screen: titles beside each cell would double the page."""


def both(text: T) -> str:
    """A text in both languages, one of which is shown; once where they are alike."""
    if text.en == text.ms:
        return escape(text.en)
    return f'<span lang="en">{escape(text.en)}</span><span lang="ms">{escape(text.ms)}</span>'


@dataclass(frozen=True, slots=True)
class Column:
    """Its title stands above it, or beside each of its cells where rows are cards on a narrow screen."""

    title: T
    kind: str = ""

    @property
    def head(self) -> str:
        """Its title above it."""
        return f'<th scope="col"{self._class}>{both(self.title)}</th>'

    def cell(self, content: str, *, of_card: bool) -> str:
        """One of its cells, holding HTML; that of a card says its title in both languages."""
        if not of_card:
            return f"<td{self._class}>{content}</td>"
        titles = f' data-en="{escape(self.title.en)}" data-ms="{escape(self.title.ms)}"'
        return f"<td{self._class}{titles}><span>{content}</span></td>"

    @property
    def _class(self) -> str:
        return f' class="{self.kind}"' if self.kind else ""


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], length: int, rest: str = ""
) -> Iterator[str]:
    """A table of some length; `rest` stands below its rows."""
    of_card = length <= MOST_CARDS
    kind = ' class="row-cards"' if of_card else ""
    yield f'<div class="wide"><table{kind}><thead><tr>'
    yield "".join(column.head for column in columns) + "</tr></thead><tbody>"
    for row in rows:
        cells = zip(columns, row, strict=True)
        yield "<tr>" + "".join(column.cell(each, of_card=of_card) for column, each in cells) + "</tr>"
    if rest:
        yield f'<tr><td colspan="{len(columns)}">{rest}</td></tr>'
    yield "</tbody></table></div>"
