"""The HTML of the mail that a world sends: one frame for all of it, which fits a narrow screen.

A mail with a link holds a word as long as that link. Without leave to break it anywhere, a phone shows its
beginning only, or shrinks the whole mail until nobody can read it. On a phone the name of a fact stands above
it, so that words and numbers need no breaking.
"""

from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from html import escape
from typing import Final

__all__ = ["add_html", "facts_table", "link", "paragraph"]

# Beside `overflow-wrap`: some mail programs know the older word only.
_STYLE: Final = (
    "body{font-family:sans-serif;line-height:1.5;overflow-wrap:anywhere;word-break:break-word}"
    "th{text-align:left;vertical-align:top;padding-right:1em;font-weight:600}"
    "@media(max-width:30em){th,td{display:block;padding:0}td{padding-bottom:.5em}}"
)


def add_html(message: EmailMessage, *, subject: str, language: str, blocks: Iterable[str]) -> None:
    """Give a mail that has its text the same as HTML; the blocks are HTML already."""
    message.add_alternative(
        f'<!DOCTYPE html><html lang="{escape(language)}"><head><title>{escape(subject)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body>{''.join(blocks)}</body></html>",
        subtype="html",
    )


def paragraph(words: str) -> str:
    """Words in a paragraph of their own."""
    return f"<p>{escape(words)}</p>"


def link(address: str) -> str:
    """An address that can be opened, written out: whoever reads the mail on paper can type it."""
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>'


def facts_table(facts: Sequence[tuple[str, str]]) -> str:
    """Names and values under each other; the lines of a value stay lines."""
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{_lines(value)}</td></tr>" for name, value in facts)
    return f"<table>{rows}</table>"


def _lines(value: str) -> str:
    return "<br>".join(escape(line) for line in value.splitlines())
