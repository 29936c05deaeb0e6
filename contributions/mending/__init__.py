"""Mend a contribution file where that cannot change what it means."""

from contributions.mending.mend import Kind, MendedLine, Mending, mend
from contributions.mending.saving import Saved, save

__all__ = ["Kind", "MendedLine", "Mending", "Saved", "mend", "save"]
