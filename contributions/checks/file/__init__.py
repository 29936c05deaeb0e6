"""FL: what is wrong with the file as a whole, or with its lines as lines."""

from contributions.checks.file import contents, employer, layout, limits, lines, opening, shifted

__all__ = ["CHECKS"]

CHECKS = (
    *opening.CHECKS,
    *contents.CHECKS,
    *layout.CHECKS,
    *employer.CHECKS,
    *shifted.CHECKS,
    *lines.CHECKS,
    *limits.CHECKS,
)
