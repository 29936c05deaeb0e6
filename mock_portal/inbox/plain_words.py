"""The words of an HTML mail without its marks, in time that grows with its length alone.

A parser looks at the rest of a mail once for each mark that is never closed, and a hostile mail has millions.
What is looked for here are words to search and to read, so a cut at each mark is enough.
"""

from html import unescape
from typing import Final

__all__ = ["words_of_html"]

_SILENT: Final = frozenset({"script", "style", "title", "template"})
_BREAKS: Final = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol"})
_MOST: Final = 1_000_000  # a text that nobody reads to its end
_AFTER: Final = {"/th": ": ", "/td": " "}


def words_of_html(html: str) -> str:
    """What a reader of the mail sees as text; a head and its cell are parted by a colon, as facts are."""
    first, *pieces = html[:_MOST].split("<")
    found = [first]
    silent = ""
    for piece in pieces:
        mark, _, text = piece.partition(">")
        name = mark[:12].split(maxsplit=1)[0].rstrip("/").lower() if mark.strip() else ""
        if silent:
            silent = "" if name == "/" + silent else silent
        elif name in _SILENT:
            silent = name
        if not silent:
            found.append("\n" if name.removeprefix("/") in _BREAKS else _AFTER.get(name, ""))
            found.append(text)
    lines = (" ".join(line.split()) for line in unescape("".join(found)).splitlines())
    return "\n".join(line for line in lines if line)
