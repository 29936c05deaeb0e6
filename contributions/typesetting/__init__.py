"""Documents set by Typst: a template and its data become a tagged PDF."""

from contributions.typesetting.engine import NotTypeset, TypstMissing, typeset

__all__ = ["NotTypeset", "TypstMissing", "typeset"]
