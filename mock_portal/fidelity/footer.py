"""The line in the footer of each page: how many of its texts and rules have which mark."""

from dataclasses import dataclass
from functools import cache

from flask import Flask
from flask_babel import gettext
from jinja2 import pass_context
from jinja2.runtime import Context

from mock_portal.ui import languages

__all__ = ["FidelityLine", "install", "line_of"]


@dataclass(frozen=True)
class FidelityLine:
    """What the footer of a page says of it.

    Attributes:
        anchor: of the screen on the page that lists all marks; empty when it is not there.
    """

    words: str
    anchor: str = ""


def install(app: Flask) -> None:
    """Let the frame of a site say the line of the page that it frames."""
    app.jinja_env.globals["fidelity_of_page"] = _of_page


@pass_context
def _of_page(context: Context) -> FidelityLine:
    # The context has the name of the page that extends the frame.
    return line_of(context.name or "", languages.language())


@cache
def line_of(template: str, language: str) -> FidelityLine:
    """The line of a page, made once in a process for each page and language of a request."""
    # Reading marks is nothing that a portal waits for when it starts.
    from mock_portal.fidelity.counting import counted
    from mock_portal.fidelity.entries import capability
    from mock_portal.fidelity.screens import seen

    home = capability(template.partition("/")[0])
    if home is not None and home.ours is not None:
        return FidelityLine(home.ours.in_language("ms" if language == "ms" else "en"))
    shown = seen(template)
    if shown is None:
        return FidelityLine(gettext("Everything on this screen is assumed."))
    marks = counted(shown.counts)
    return FidelityLine(gettext("Fidelity of this screen: %(marks)s.", marks=marks), shown.screen.anchor)
