"""What a browser says that it is, and whether that is enough for this portal."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["BrowserSaid", "Verdict", "browser_of"]

# assumed: portal-flows 1.3 names the browsers but no versions; ui/page_frame.py warns by the same.
OLDEST: Final = {"Google Chrome": 114, "Microsoft Edge": 114, "Mozilla Firefox": 125}
# In the order in which they have to be asked: Edge and Opera call themselves Chrome too, and all Safari.
_NAMES: Final = (
    ("Microsoft Edge", re.compile(r"\bEdg(?:e|A|iOS)?/(\d+)")),
    ("Opera", re.compile(r"\b(?:OPR|Opera)/(\d+)")),
    ("Samsung Internet", re.compile(r"\bSamsungBrowser/(\d+)")),
    ("Mozilla Firefox", re.compile(r"\bFirefox/(\d+)")),
    ("Google Chrome", re.compile(r"\b(?:Headless)?Chrom(?:e|ium)/(\d+)")),
    ("Internet Explorer", re.compile(r"\b(?:MSIE |Trident/.*rv:)(\d+)")),
    ("Safari", re.compile(r"\bVersion/(\d+).*\bSafari/")),
)


class Verdict(StrEnum):
    """Whether a browser is enough."""

    SUPPORTED = "supported"
    TOO_OLD = "too_old"
    NOT_TESTED = "not_tested"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class BrowserSaid:
    """A browser by its own account.

    Attributes:
        name: empty where it says nothing that is known.
        version: the first part of it; 0 where it says none.
    """

    name: str
    version: int
    verdict: Verdict


def browser_of(agent: str) -> BrowserSaid:
    """The browser that sends such a User-Agent."""
    for name, pattern in _NAMES:
        found = pattern.search(agent[:1000])
        if found is not None:
            version = int(found[1][:6])
            return BrowserSaid(name, version, _verdict(name, version))
    return BrowserSaid("", 0, Verdict.UNKNOWN)


def _verdict(name: str, version: int) -> Verdict:
    if name == "Internet Explorer":
        return Verdict.TOO_OLD
    oldest = OLDEST.get(name)
    if oldest is None:
        return Verdict.NOT_TESTED
    return Verdict.SUPPORTED if version >= oldest else Verdict.TOO_OLD
