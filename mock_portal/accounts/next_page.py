"""Which page to go on to after log-in: one of the portal's own, never another site's."""

import re
from typing import Final

__all__ = ["next_page"]

# A path of the employer's pages, also with the number of a record, and its query; `//host` and `\\host` do
# not fit.
_OWN: Final = re.compile(r"/employer/[A-Za-z0-9/_-]{1,200}(\?[\w=&%.+/:,~-]{0,400})?", re.ASCII)
# Going on to a file would leave its reader on the log-in page: one comes to the page that has its link.
_FILE: Final = re.compile(r"(?<=[A-Z0-9])/(print(/[A-Z0-9]+)?|[a-z]+\.(pdf|csv))(\?view=window)?\Z", re.ASCII)
_NOT_AGAIN: Final = ("/employer/login", "/employer/logout", "/employer/session")


def next_page(asked: str | None) -> str:
    """The address asked for when it is safe to go there, otherwise an empty string."""
    asked = _FILE.sub("", asked or "")
    if not _OWN.fullmatch(asked) or asked.startswith(_NOT_AGAIN):
        return ""
    return asked
