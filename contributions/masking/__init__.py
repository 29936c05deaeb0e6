"""A shareable copy of a contribution file, in which nobody is who he is."""

from contributions.masking.disguise import CannotDisguise, Disguise

__all__ = ["CannotDisguise", "Disguise"]
