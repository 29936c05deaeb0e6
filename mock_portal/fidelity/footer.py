"""The line in the footer of each page: how many of its texts and rules have which mark."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from flask import Flask
from flask_babel import LazyString, gettext, lazy_gettext
from jinja2 import pass_context
from jinja2.runtime import Context

from mock_portal.fidelity.entries import capability
from mock_portal.fidelity.marks import Mark
from mock_portal.fidelity.screens import seen
from mock_portal.ui import languages

__all__ = ["MARK_WORDS", "counted", "install"]

MARK_WORDS: Mapping[Mark, LazyString] = {
    Mark.OFFICIAL: lazy_gettext("official"),
    Mark.VENDOR: lazy_gettext("vendor"),
    Mark.SEED: lazy_gettext("seed"),
    Mark.ASSUMED: lazy_gettext("assumed"),
}


def install(app: Flask) -> None:
    """Let the frame of a site say the line of the page that it frames."""
    app.jinja_env.globals["fidelity_of_page"] = _of_page


def counted(counts: Mapping[Mark, int]) -> str:
    """`4 official, 6 vendor, 30 assumed`, in the language of the request."""
    return ", ".join(f"{number} {MARK_WORDS[mark]}" for mark, number in counts.items())


@pass_context
def _of_page(context: Context) -> dict[str, Any]:
    # The context has the name of the page that extends the frame.
    return _line(context.name or "", languages.language())


@cache
def _line(template: str, language: str) -> dict[str, Any]:
    """Made once in a process for each page and language."""
    home = capability(template.partition("/")[0])
    if home is not None and home.ours is not None:
        return {"words": home.ours.in_language("ms" if language == "ms" else "en"), "anchor": ""}
    shown = seen(template)
    if shown is None:
        return {"words": gettext("Everything on this screen is assumed."), "anchor": ""}
    marks = counted(shown.counts)
    return {
        "words": gettext("Fidelity of this screen: %(marks)s.", marks=marks),
        "anchor": shown.screen.anchor,
    }
