"""What the frame of a page says: ribbon, header, language, footer. Shown by `ui/frame.html`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from flask import g, request, url_for
from flask_babel import LazyString

from mock_portal.access import CurrentUser, find_current_user
from mock_portal.edge import edge, origin, world
from mock_portal.hosts import Site
from mock_portal.ui import languages
from mock_portal.ui.remembered_texts import is_listening

if TYPE_CHECKING:
    from mock_portal.ui.forms import PortalForm

__all__ = ["House", "NavLink", "PageFrame", "browser_is_old"]

# assumed: portal-flows 1.3 names the browsers but no versions; these have <dialog>, popover and modules.
_OLDEST: Final = {"Chrome": 114, "Firefox": 125}
_VERSION: Final = re.compile(r"\b(Chrome|Firefox)/(\d+)")
_NEVER: Final = re.compile(r"\b(MSIE|Trident)\b")


@dataclass(frozen=True)
class NavLink:
    """An entry of a menu."""

    label: str | LazyString
    url: str
    is_here: bool = False


@dataclass(frozen=True)
class House:
    """How a site introduces itself.

    Attributes:
        name: in its header and in every title.
        colour: `portal`, `bank` or `inbox`, a class of the theme.
        home: where its name leads.
        sites: the entries of My Sites, for those who are logged in.
        user_menu: the entries under the user's name.
        template: what a page of the house extends, pages of errors too.
    """

    name: LazyString
    colour: str
    home: str = "/"
    sites: Callable[[], tuple[NavLink, ...]] = field(default=tuple)
    user_menu: Callable[[], tuple[NavLink, ...]] = field(default=tuple)
    template: str = "ui/page.html"


class PageFrame:
    """The frame of one page. Works without a world too, for the page that says that there is none."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.language = languages.language()
        self.other_language = languages.other_language()

    def static(self, filename: str) -> str:
        """The address of a file of the theme, the same in every language, so that it is kept once."""
        return url_for("static", filename=filename).removeprefix(request.script_root)

    @property
    def world_name(self) -> str | None:
        """The world's name; `None` on the control site, which is beside the worlds."""
        address = request.environ["assist.address"]
        return None if address.site is Site.CONTROL else str(address.world)

    @property
    def now(self) -> datetime | None:
        """The world's time, when there is a world."""
        return world().now if "world" in g else None

    @property
    def control_url(self) -> str:
        """Where the control panel is."""
        return edge().hosts.origin(Site.CONTROL)

    @property
    def inbox_url(self) -> str:
        """Where the mail of this world is, in the language of this page."""
        return f"{origin(Site.INBOX)}{languages.root()}/"

    @property
    def root(self) -> str:
        """The prefix of the language, empty for English."""
        return languages.root()

    @property
    def help_root(self) -> str:
        """What the address of a help page begins with; the help of every site is the portal's."""
        address = request.environ["assist.address"]
        if address.site is Site.PORTAL:
            return self.root
        return edge().hosts.origin(Site.PORTAL, address.world) + self.root

    @property
    def switch_url(self) -> str:
        """This page in the other language."""
        return languages.same_page_in(self.other_language)

    @property
    def switch_form(self) -> str | None:
        """The id of the form whose typed values the language switch keeps, if the page has one."""
        form: str | None = g.get("switch_form")
        return form

    @property
    def refused_form(self) -> "PortalForm | None":
        """The form that was refused: its errors are listed above the heading."""
        form: PortalForm | None = g.get("refused_form")
        return form

    @property
    def kept_errors(self) -> str:
        """The errors of this page, as the language switch takes them along.

        Empty where the address alone says what was asked: there it is refused in the other language too.
        """
        form = self.refused_form
        return form.kept_errors if form is not None and is_listening() else ""

    @property
    def has_errors(self) -> bool:
        """Whether a form on the page was refused; its title begins with Error then."""
        return bool(g.get("page_has_errors"))

    @property
    def user(self) -> CurrentUser | None:
        """Who is logged in."""
        return find_current_user()

    @property
    def warning_seconds(self) -> int:
        """The countdown opens so long before the session ends."""
        return world().settings.warning_seconds

    @property
    def browser_is_old(self) -> bool:
        """Whether the browser says that it is older than those supported."""
        return browser_is_old()


def browser_is_old() -> bool:
    """Whether the browser says that it is older than those supported; what says nothing is left alone."""
    return _is_old(request.headers.get("User-Agent", ""))


@lru_cache(maxsize=256)
def _is_old(agent: str) -> bool:
    if _NEVER.search(agent):
        return True
    found = _VERSION.search(agent)
    return found is not None and int(found[2]) < _OLDEST[found[1]]
