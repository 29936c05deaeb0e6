"""Mend a contribution file where that cannot change what it means."""

from contributions.mending.mend import Kind, MendedLine, Mending, mend
from contributions.mending.saving import ChangedMeanwhile, Protected, Saved, save

__all__ = ["ChangedMeanwhile", "Kind", "MendedLine", "Mending", "Protected", "Saved", "mend", "save"]
