"""Who may reach the control site: this machine, or whoever holds the token."""

import hmac
import json
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from flask import Request
from werkzeug.exceptions import BadRequest

from mock_portal.control.errors import BadRequestBody, ForeignOrigin, NotFromThisMachine, NotJson, TokenNeeded
from mock_portal.settings import Settings

__all__ = ["check_origin", "check_visitor", "check_write"]

# A proxy adds one of these; behind it every visitor seems to be on this machine.
_FORWARDED: Final = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-Ip",
)
# What a browser says of a request that no other site had a part in.
_OWN_SITE: Final = frozenset({"same-origin", "none"})
_WRITES_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH"})


def check_visitor(request: Request, settings: Settings) -> None:
    """Let in who shows the token or, where none is set, who comes straight from this machine.

    Raises:
        TokenNeeded: a token is set and was not shown, or a proxy stands between.
        NotFromThisMachine: no token is set and the visitor is elsewhere.
    """
    token = settings.control_token
    if token is not None:
        if not _shows(request, token):
            raise TokenNeeded
    elif any(name in request.headers for name in _FORWARDED):
        raise TokenNeeded(can_be_shown=False)
    elif not _is_this_machine(request.remote_addr):
        raise NotFromThisMachine


def check_origin(request: Request, *, may_be_opened: bool = False) -> None:
    """Refuse what a page of another site sends.

    Browsers leave Origin out where a page merely fetches something; they say the site all the same.

    Args:
        request: what came.
        may_be_opened: whether a link of another site may lead a person here.

    Raises:
        ForeignOrigin: the request says that it comes from another site.
    """
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise ForeignOrigin(origin[:200])
    if request.headers.get("Sec-Fetch-Site", "none") in _OWN_SITE:
        return
    if not (may_be_opened and _is_a_link_followed(request)):
        raise ForeignOrigin("")


def check_write(request: Request) -> None:
    """Refuse a write that a form of any page could have sent.

    Raises:
        NotJson: the body is not declared as JSON.
        BadRequestBody: it is declared so, and is none that could be kept.
    """
    if request.method not in _WRITES_WITH_BODY:
        return
    if not request.is_json:
        raise NotJson
    try:
        body = request.get_json()
        # half a surrogate pair is JSON, and yet no text that a file or an answer could hold
        json.dumps(body, ensure_ascii=False).encode("utf-8")
    except (BadRequest, RecursionError, UnicodeError) as error:
        raise BadRequestBody("the body is not JSON in UTF-8, or too deep") from error
    if not isinstance(body, dict):
        raise BadRequestBody("the body is JSON and no object; write it in { }")


def _shows(request: Request, token: str) -> bool:
    """Whether the token is shown: as bearer by a program, as password by a browser."""
    shown = request.authorization
    if shown is None:
        return False
    value = shown.token if shown.type == "bearer" else shown.password if shown.type == "basic" else None
    return value is not None and hmac.compare_digest(value.encode("utf-8"), token.encode("utf-8"))


def _is_a_link_followed(request: Request) -> bool:
    """Whether a person's browser goes there as a whole, which only reads."""
    said = (request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest"))
    return request.method in {"GET", "HEAD"} and said == ("navigate", "document")


def _is_this_machine(address: str | None) -> bool:
    if not address:
        return False
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return (mapped or parsed).is_loopback
