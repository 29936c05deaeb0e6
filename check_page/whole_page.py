"""The pages of `assist check --serve`: the checker's part or a refusal, in a frame of its own."""

from collections.abc import Callable
from html import escape
from typing import Final, Protocol

from check_page import words
from check_page.answering import Asked
from check_page.page import PageFacts, fragment
from check_page.refusing import Refused
from contributions import Language, T
from contributions.outputs.version import tool_version

__all__ = ["POLICY", "Serving", "page_address", "refusal_page", "whole_page"]

POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'"
)
_OTHER: Final[dict[Language, tuple[Language, str]]] = {"en": ("ms", "Bahasa Melayu"), "ms": ("en", "English")}
_SKIP: Final = T("Skip to main content", "Langkau ke kandungan utama")
_OF_THE_PAGE: Final = """<link rel="stylesheet" href="/static/check-page.css">
<script type="module" src="/static/own-page.js"></script>
"""
_REFUSED: Final = T("Error: {title}", "Ralat: {title}")
_BACK: Final = T("Back to the page", "Kembali ke halaman")
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
    return _framed(
        language,
        words.HEADING.in_language(language),
        fragment(facts),
        lambda other: page_address(serving.token, other),
        head=_OF_THE_PAGE,
    )


def refusal_page(refusal: Refused, language: Language, token: str) -> bytes:
    """Why a request is not answered, for whoever has no scripts, with the way back.

    `token` is that of the page the request came from; empty where nobody showed it, who then gets no way in.
    """
    back = ""
    if token:
        address, said = escape(page_address(token, language)), escape(_BACK.in_language(language))
        back = f'<p class="buttons"><a class="btn btn-primary" href="{address}">{said}</a></p>\n'
    mend = f"<p>{escape(refusal.mend.in_language(language))}</p>\n"
    return _framed(
        language,
        refusal.title.in_language(language),
        mend + back,
        lambda other: page_address(token, other),
        title=_REFUSED.filled(title=refusal.title).in_language(language),
    )


def page_address(token: str, language: Language) -> str:
    """Where the page is in a language."""
    return f"/?token={token}&lang={language}" if token else f"/?lang={language}"


def _framed(  # noqa: PLR0913 - what a page is made of
    language: Language,
    heading: str,
    part: str,
    address: Callable[[Language], str],
    *,
    title: str = "",
    head: str = "",
) -> bytes:
    """A part of a page with all that is around it; `address` is where the page is in the other language."""
    other, other_name = _OTHER[language]
    foot = _FOOT.filled(version=tool_version()).in_language(language)
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title or heading)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/own-frame.css">
{head}</head>
<body>
<a class="skip-link" href="#main">{escape(_SKIP.in_language(language))}</a>
<header><div class="width"><strong>assist check</strong>
<a class="language-switch" href="{escape(address(other))}" hreflang="{other}" lang="{other}">{other_name}</a>
</div></header>
<main id="main" class="width" tabindex="-1">
<h1>{escape(heading)}</h1>
{part}</main>
<footer><div class="width">{escape(foot)}</div></footer>
</body>
</html>
""".encode()
