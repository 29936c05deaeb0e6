"""Which fonts a document is set in: chosen from those installed, since Typst warns about any other.

A name may be Latin, Chinese or Tamil; each script takes the first of its fonts that is there. Typst brings
one Latin font of its own, for a machine without any.
"""

import functools
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import typst

__all__ = ["choose", "families", "installed"]

LATIN: Final = (
    "Noto Sans", "Liberation Sans", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans", "Libertinus Serif",
)  # fmt: skip
CHINESE: Final = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
    "WenQuanYi Micro Hei", "Droid Sans Fallback", "SimSun",
)  # fmt: skip
TAMIL: Final = (
    "Noto Sans Tamil", "Noto Sans Tamil UI", "Lohit Tamil", "Nirmala UI", "Latha", "Tamil Sangam MN",
)  # fmt: skip


@functools.cache
def installed() -> "typst.Fonts":
    """The fonts of this machine and those inside Typst; looking for them takes a quarter of a second."""
    import typst

    return typst.Fonts()


def families(fonts: "typst.Fonts") -> tuple[str, ...]:
    """The families to set a document in, of those that `fonts` has."""
    return choose(fonts.families())


def choose(there: Collection[str]) -> tuple[str, ...]:
    """The first of each script's families that is there, Latin first."""
    known = set(there)
    firsts = (next((name for name in wanted if name in known), None) for wanted in (LATIN, CHINESE, TAMIL))
    return tuple(name for name in firsts if name is not None)
