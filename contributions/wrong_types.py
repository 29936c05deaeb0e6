"""What was given to a function in place of what it takes, in words for a `TypeError`."""

from pathlib import Path

__all__ = ["named_type", "source_taken"]


def named_type(given: object) -> str:
    """The type of a value with its article; `None` is itself.

    >>> named_type(7), named_type(None), named_type({})
    ('an int', 'None', 'a dict')
    """
    if given is None:
        return "None"
    name = type(given).__name__
    return f"{'an' if name[0].lower() in 'aeio' else 'a'} {name}"


def source_taken(source: Path | bytes, *, by: str) -> Path | bytes:
    """The source itself, when it is one.

    Raises:
        TypeError: it is neither a path nor bytes.
    """
    if isinstance(source, Path | bytes):
        return source
    hint = f"; write Path({source!r}) for the file of that name" if isinstance(source, str) else ""
    raise TypeError(f"{by} takes a Path or bytes, not {named_type(source)}{hint}")
