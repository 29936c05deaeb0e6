"""Which page to go on to after log-in: one of the portal's own, never another site's."""

import re
from typing import Final

__all__ = ["next_page"]

# A path of the employer's pages with a plain query; `//host` and `\\host` do not fit.
_OWN: Final = re.compile(r"/employer/[a-z0-9/_-]{1,200}(\?[\w=&%.-]{0,200})?", re.ASCII)
_NOT_AGAIN: Final = ("/employer/login", "/employer/logout", "/employer/session")


def next_page(asked: str | None) -> str:
    """The address asked for when it is safe to go there, otherwise an empty string."""
    if not asked or not _OWN.fullmatch(asked) or asked.startswith(_NOT_AGAIN):
        return ""
    return asked
