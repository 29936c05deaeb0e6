"""The page's own part as HTML, what its scripts have to know, and their files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, Final

from check_page import words
from contributions import Language, T, all_checks
from contributions.layouts import C1, C2, D1, E1, S1, Kind, Layout

__all__ = ["PageFacts", "explained", "fragment", "static_file", "static_names"]

_TYPES: Final = {".js": "text/javascript", ".css": "text/css"}
_SHOWN: Final = 28
"""Columns of a text that are shown; the rest of a name of 150 is mostly spaces."""
_FILLER_SHOWN: Final = 8
_WHO: Final = frozenset({"identity_number", "name"})
"""The fields that stay in sight beside whatever else of a line is looked at."""
MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """Where the page is and what its requests carry."""

    language: Language
    check: str
    """Address of what checks; the form is posted there too."""
    mend: str
    explain: str
    """Address of why each check is, as JSON."""
    limit: int
    """The largest file in bytes."""
    hide: str = ""
    """Address of what hides who is in the lines that are shown; empty where they are shown as they are."""
    as_of: date | None
    """The day that is proposed; `None` for today where the server is, told in the form as empty."""
    promise: T
    """What becomes of a file that is dropped."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """What a script sends with each request."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Hidden fields of the form."""
    module: str = "check-page"
    script: str = ""
    """Address of the scripts, where another script loads them."""


def fragment(facts: PageFacts) -> str:
    """The page's own part, below its heading."""
    say = _Saying(facts.language)
    size = f"{facts.limit / MEGABYTE:,.4g}"
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in facts.fields.items()
    )
    day = facts.as_of.isoformat() if facts.as_of else ""
    known = escape(json.dumps(_known(facts), ensure_ascii=False))
    return f"""
<div class="check-page" data-module="{escape(facts.module)}" data-script="{escape(facts.script)}"
data-facts="{known}">
<p class="lead">{say(words.LEAD)}</p>
<form method="post" action="{escape(facts.check)}" enctype="multipart/form-data" data-intake>
{hidden}
<div class="drop-sign" data-drop-sign hidden><p>{say(words.DROP_ANYWHERE)}</p></div>
<div class="intake" data-drop>
<div class="intake-part"><label for="check-files">{say(words.CHOOSE)}</label>
<p class="hint" id="check-files-hint">{say(words.CHOOSE_HINT.filled(size=size))}</p>
<input class="form-control" type="file" id="check-files" name="file" multiple
aria-describedby="check-files-hint">
<p class="hint" data-with-scripts hidden>{say(words.DROP)}
<button type="button" class="link-button" data-folder>{say(words.CHOOSE_FOLDER)}</button></p>
<input type="file" webkitdirectory hidden aria-hidden="true" tabindex="-1" data-folder-input></div>
<div class="intake-part"><label for="check-day">{say(words.DAY)}</label>
<input class="form-control" type="date" id="check-day" name="as_of" value="{day}"></div>
</div>
<div data-without-scripts>
<noscript><p>{say(words.WITHOUT_SCRIPTS)}</p></noscript>
<p class="buttons"><button type="submit" class="btn btn-primary">{say(words.SUBMIT)}</button>
<button type="submit" class="btn btn-outline-primary"
formaction="{escape(facts.mend)}">{say(words.SUBMIT_MEND)}</button></p>
</div>
</form>
<p class="promise">{say(facts.promise)}</p>
{f'<p class="promise">{say(words.HIDDEN)}</p>' if facts.hide else ""}
<div class="check-progress" data-progress hidden>
<progress max="1" value="0" aria-label="{say(words.PROGRESS)}"></progress></div>
<p class="check-status" role="status" data-status></p>
<div data-results hidden></div>
</div>
"""


def explained(language: Language) -> dict[str, dict[str, str]]:
    """Why each check is, by its code."""
    return {check.code: {"why": check.why.in_language(language)} for check in all_checks()}


@cache
def static_names() -> frozenset[str]:
    """The names of the scripts and styles."""
    folder = files("check_page").joinpath("static")
    return frozenset(file.name for file in folder.iterdir() if file.name.endswith(tuple(_TYPES)))


def static_file(name: str) -> tuple[bytes, str]:
    """A script or a style sheet, and its type.

    Raises:
        KeyError: there is none of that name.
    """
    if name not in static_names():
        raise KeyError(name)
    return files("check_page").joinpath("static", name).read_bytes(), _TYPES[name[name.rindex(".") :]]


class _Saying:
    """Texts of one language, safe in HTML."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, text: T) -> str:
        return escape(text.in_language(self.language))


def _known(facts: PageFacts) -> dict[str, Any]:
    """What the scripts have to know."""
    language = facts.language
    return {
        "language": language,
        "check": facts.check,
        "mend": facts.mend,
        "hide": facts.hide,
        "explain": facts.explain,
        "headers": dict(facts.headers),
        "limit": facts.limit,
        "words": {key: text.in_language(language) for key, text in words.script_words().items()},
        "layouts": {layout.name: _ruler(layout, language) for layout in (C2, C1, S1, E1, D1)},
    }


def _ruler(layout: Layout, language: Language) -> dict[str, Any]:
    """The fields of a layout with the columns that each is shown in."""
    return {
        "width": layout.width,
        "trimmed": list(layout.trimmed_widths),
        "fields": [
            {
                "name": each.name,
                "start": each.start,
                "length": each.length,
                "title": each.title.in_language(language),
                "short": each.short.in_language(language),
                "shown": max(_shown(each.kind, each.length), len(each.short.in_language(language))),
                "isAmount": each.kind is Kind.SEN,
                "isWho": each.name in _WHO,
            }
            for each in layout.fields
        ],
    }


def _shown(kind: Kind, length: int) -> int:
    return min(length, _FILLER_SHOWN if kind is Kind.FILLER else _SHOWN)
