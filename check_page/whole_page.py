"""The page of `assist check --serve`: a frame of its own around the page's part, with the other language."""

from html import escape
from typing import Final, Protocol

from check_page import words
from check_page.answering import Asked
from check_page.page import PageFacts, fragment
from contributions import Language, T
from contributions.outputs.version import tool_version

__all__ = ["POLICY", "Serving", "whole_page"]

POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'"
)
_OTHER: Final[dict[Language, tuple[Language, str]]] = {"en": ("ms", "Bahasa Melayu"), "ms": ("en", "English")}
_SKIP: Final = T("Skip to main content", "Langkau ke kandungan utama")
_FOOT: Final = T(
    "assist {version}. This is not a page of PERKESO.", "assist {version}. Ini bukan halaman PERKESO."
)


class Serving(Protocol):
    """What the page has to know of the program that serves it."""

    @property
    def token(self) -> str:
        """What a request that sends a file carries."""

    @property
    def limit(self) -> int:
        """The largest body in bytes."""

    def defaults(self) -> Asked:
        """What is asked of a check where the page names nothing."""


def whole_page(language: Language, serving: Serving) -> bytes:
    """The page in a language."""
    defaults = serving.defaults()
    facts = PageFacts(
        language=language,
        check="/check",
        mend="/mend",
        explain=f"/explain.json?lang={language}",
        limit=serving.limit,
        hide="/lines" if defaults.mask else "",
        as_of=defaults.as_of,
        promise=words.STAYS_HERE,
        headers={"X-Assist-Token": serving.token},
        fields={"token": serving.token, "lang": language},
    )
    other, other_name = _OTHER[language]
    switch = f"/?token={serving.token}&lang={other}"
    title = escape(words.HEADING.in_language(language))
    foot = _FOOT.filled(version=tool_version()).in_language(language)
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/own-frame.css">
<link rel="stylesheet" href="/static/check-page.css">
<script type="module" src="/static/own-page.js"></script>
</head>
<body>
<a class="skip-link" href="#main">{escape(_SKIP.in_language(language))}</a>
<header><div class="width"><strong>assist check</strong>
<a class="language-switch" href="{escape(switch)}" hreflang="{other}" lang="{other}">{other_name}</a>
</div></header>
<main id="main" class="width" tabindex="-1">
<h1>{title}</h1>
{fragment(facts)}</main>
<footer><div class="width">{escape(foot)}</div></footer>
</body>
</html>
""".encode()
